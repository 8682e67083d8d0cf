MATCH (t:Topic)<-[:ON_TOPIC]-(s:Statement)-[:MADE_BY]->(p)
WHERE s.act IS NOT NULL
//+[topic] AND t.iri IN $topic
MATCH (s)-[:EVIDENCED_BY]->(v:Evidence)-[:IN]->(a:Article)
WHERE v.quote IS NOT NULL
//+[from] AND a.published >= $from
//+[to] AND a.published <= $to
OPTIONAL MATCH (s)-[:ON_BEHALF_OF]->(o)
WITH a, p, o, s, v
//+[party] WHERE o.iri IN $party
RETURN min(a.published) AS date, p.iri AS speaker, o.iri AS represents, s.act AS act, s.about AS about, min(v.quote) AS quote,
  s.iri AS statement
ORDER BY coalesce(date, ''), statement, speaker, coalesce(represents, '')
