MATCH (s:Statement)-[:MADE_BY]->(p)
WHERE s.act IS NOT NULL
//+[act] AND s.act = $act
//+[person] AND p.iri IN $person
MATCH (s)-[:EVIDENCED_BY]->(v:Evidence)-[:IN]->(a:Article)
WHERE v.quote IS NOT NULL
//+[from] AND a.published >= $from
//+[to] AND a.published <= $to
RETURN min(a.published) AS date, p.iri AS speaker, s.about AS about, min(v.quote) AS quote,
  min(coalesce(a.headline, a.articleName)) AS article, s.iri AS statement
ORDER BY coalesce(date, ''), statement, speaker
