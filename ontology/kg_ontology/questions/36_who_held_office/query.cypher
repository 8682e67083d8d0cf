MATCH (who)-[r:HELD_OFFICE]->(office:Office)
WHERE r.event IS NOT NULL
//+[person] AND who.iri IN $person
//+[party] MATCH (office)-[:OFFICE_OF]->(party) WHERE party.iri IN $party
RETURN office.iri AS office, who.iri AS who, count(DISTINCT r.event) AS events, min(r.date) AS first, max(r.latest) AS last
ORDER BY office, who
