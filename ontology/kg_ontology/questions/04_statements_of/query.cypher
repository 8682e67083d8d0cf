MATCH (s:Statement)-[:MADE_BY]->(p)
WHERE s.act IS NOT NULL
//+[person] AND p.iri IN $person
//+[topic] MATCH (s)-[:ON_TOPIC]->(t:Topic) WHERE t.iri IN $topic
MATCH (s)-[:EVIDENCED_BY]->(v:Evidence)-[:IN]->(a:Article)
WHERE v.quote IS NOT NULL
//+[from] AND a.published >= $from
//+[to] AND a.published <= $to
RETURN min(a.published) AS date, p.iri AS speaker, s.act AS act, s.about AS about, min(v.quote) AS quote,
  min(coalesce(a.headline, a.articleName)) AS article, s.iri AS statement
ORDER BY coalesce(date, ''), statement, speaker
