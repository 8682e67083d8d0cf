MATCH (e:Event)-[:ALTERNATIVE]->(x:Alternative)-[:TOLD_IN]->(a:Article)
WHERE x.property IS NOT NULL
//+[from] AND e.latest >= $from
//+[to] AND e.earliest <= $to
//+[person] MATCH (e)<-[:PARTICIPATED_IN]-(who) WHERE who.iri IN $person
OPTIONAL MATCH (x)-[:VALUE]->(value)
RETURN DISTINCT coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.iri AS about, e.iri AS event, CASE WHEN x.property = 'earliest' THEN 'day' ELSE x.property END AS what,
  coalesce(CASE WHEN x.earliest = x.latest THEN x.earliest ELSE x.earliest + '/' + x.latest END, value.iri) AS says,
  coalesce(a.headline, a.articleName) AS article, a.site AS site
ORDER BY coalesce(date, ''), event, what, says, article, coalesce(site, '')
