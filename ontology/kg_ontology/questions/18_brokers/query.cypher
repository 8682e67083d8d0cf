MATCH (party)<-[:REPRESENTS]-(one:Person)-[:CONTACT]-(broker:Person)
WHERE party.iri IS NOT NULL
//+[party] AND party.iri IN $party
WITH broker, count(DISTINCT one) AS of_party
MATCH (broker)-[:CONTACT]-(other:Person)-[:REPRESENTS]->(side)
WHERE side.iri IS NOT NULL
//+[with] AND side.iri IN $with
WITH broker, of_party, count(DISTINCT other) AS of_other
OPTIONAL MATCH (broker)-[:REPRESENTS]->(own)
WITH broker, of_party, of_other, collect(own.iri) AS own
WHERE own IS NOT NULL
//+[party] AND none(iri IN own WHERE iri IN $party)
//+[with] AND none(iri IN own WHERE iri IN $with)
RETURN broker.iri AS broker, of_party, of_other
ORDER BY of_party + of_other DESC, broker
