MATCH (e:Event)-[:WITHIN]->(t:Process)
WHERE e.status IS NOT NULL
//+[process] AND t.iri IN $process
//+[from] AND e.latest >= $from
//+[to] AND e.earliest <= $to
MATCH (e)-[:EVIDENCED_BY]->(v:Evidence)
WITH e, t, min(v.quote) AS quote
RETURN coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.eventType AS type, e.status AS status, t.iri AS process, e.iri AS about, e.iri AS event, quote
ORDER BY coalesce(date, ''), event, process
