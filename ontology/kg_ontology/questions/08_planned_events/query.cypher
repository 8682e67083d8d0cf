MATCH (e:Event)-[:EVIDENCED_BY]->(v:Evidence)
WHERE e.status = 'planned'
//+[from] AND e.latest >= $from
//+[to] AND e.earliest <= $to
WITH e, min(v.quote) AS quote
OPTIONAL MATCH (e)<-[:PARTICIPATED_IN]-(who)
OPTIONAL MATCH (e)-[:HELD_IN]->(place)
WITH DISTINCT e, quote, who, place
//+[person] WHERE who.iri IN $person
RETURN coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.eventType AS type, who.iri AS who, place.iri AS place, e.iri AS about, e.iri AS event, quote
ORDER BY coalesce(date, ''), event, coalesce(who, ''), coalesce(place, '')
