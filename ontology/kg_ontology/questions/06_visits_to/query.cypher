MATCH (e:Visit)-[:HELD_IN]->(place)
WHERE e.status IS NOT NULL
//+[place] AND place.iri IN $place
//+[from] AND e.latest >= $from
//+[to] AND e.earliest <= $to
MATCH (who)-[r:PARTICIPATED_IN]->(e)-[:EVIDENCED_BY]->(v:Evidence)
WHERE r.function = 'visitor'
WITH e, who, place, min(v.quote) AS quote
RETURN coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.status AS status, who.iri AS visitor, place.iri AS place, e.iri AS about, e.iri AS event, quote
ORDER BY coalesce(date, ''), event, visitor, place
