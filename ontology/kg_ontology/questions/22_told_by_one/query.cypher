MATCH (e:Event)-[:EVIDENCED_BY]->(v:Evidence)-[:IN]->(a:Article)
WHERE a.site IS NOT NULL
//+[from] AND e.latest >= $from
//+[to] AND e.earliest <= $to
//+[person] MATCH (e)<-[:PARTICIPATED_IN]-(who) WHERE who.iri IN $person
WITH e, min(a.site) AS site, count(DISTINCT a.site) AS outlets, min(v.quote) AS quote
WHERE outlets = 1
RETURN coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.eventType AS type, site, e.iri AS about, e.iri AS event, quote
ORDER BY coalesce(date, ''), event
