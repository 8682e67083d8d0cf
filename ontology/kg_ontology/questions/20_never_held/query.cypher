MATCH (article:Article)
WITH max(article.published) AS now
MATCH (e:Event)-[:EVIDENCED_BY]->(v:Evidence)
WHERE e.status = 'planned' AND NOT (e)-[:BECAME]->()
//+[on] AND e.latest < $on
//-[on] AND e.latest < now
WITH e, min(v.quote) AS quote
OPTIONAL MATCH (e)-[:HELD_IN]->(place)
RETURN coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.eventType AS type, place.iri AS place, e.iri AS about, e.iri AS event, quote
ORDER BY coalesce(date, ''), event, coalesce(place, '')
