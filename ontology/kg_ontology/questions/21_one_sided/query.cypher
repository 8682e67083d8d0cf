MATCH (e:Event)-[:EVIDENCED_BY]->(:Evidence)-[:IN]->(told:Article)
WHERE told.site IS NOT NULL
//+[from] AND e.latest >= $from
//+[to] AND e.earliest <= $to
//+[person] MATCH (e)<-[:PARTICIPATED_IN]-(who) WHERE who.iri IN $person
WITH e, count(DISTINCT told.site) AS outlets
WHERE outlets > 1
MATCH (e)<-[:MADE_AT]-(s:Statement)-[:ON_TOPIC]->(t:Topic)
MATCH (s)-[:EVIDENCED_BY]->(v:Evidence)-[:IN]->(a:Article)
WHERE a.site IS NOT NULL
WITH e, t, min(a.site) AS site, count(DISTINCT a.site) AS outlets, count(DISTINCT s) AS statements, min(v.quote) AS quote
WHERE outlets = 1
RETURN coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.iri AS about, e.iri AS event, t.iri AS topic, site, statements, quote
ORDER BY coalesce(date, ''), event, topic
