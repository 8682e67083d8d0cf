MATCH (t:Topic)<-[:ON_TOPIC]-(s:Statement)-[:MADE_BY]->(p)
WHERE s.act IS NOT NULL
//+[person] AND p.iri IN $person
//+[topic] AND t.iri IN $topic
MATCH (s)-[:EVIDENCED_BY]->(v:Evidence)-[:IN]->(a:Article)
WHERE a.published IS NOT NULL
//+[from] AND a.published >= $from
//+[to] AND a.published <= $to
RETURN substring(a.published, 0, 7) AS month, s.act AS act, count(DISTINCT s) AS statements, min(v.quote) AS quote
ORDER BY month, act
