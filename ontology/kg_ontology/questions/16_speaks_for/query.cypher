MATCH (o)<-[:ON_BEHALF_OF]-(s:Statement)-[:MADE_BY]->(p)
WHERE s.act IS NOT NULL
//+[person] AND p.iri IN $person
//+[party] AND o.iri IN $party
MATCH (s)-[:EVIDENCED_BY]->(v:Evidence)-[:IN]->(a:Article)
WHERE a.published IS NOT NULL
RETURN p.iri AS speaker, o.iri AS represents, count(DISTINCT s) AS statements, min(a.published) AS first, max(a.published) AS last
ORDER BY statements DESC, speaker, represents
