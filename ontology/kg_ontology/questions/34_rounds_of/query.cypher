MATCH (e:Event)-[:IN_ROUND]->(s:ProcessRound)-[:ROUND_OF]->(process:Process)
WHERE s.roundNumber IS NOT NULL
//+[process] AND process.iri IN $process
OPTIONAL MATCH (e)-[:HELD_IN]->(place)
RETURN DISTINCT s.roundNumber AS round, coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.status AS status, place.iri AS place, e.iri AS about, e.iri AS event
ORDER BY round, coalesce(date, ''), event, coalesce(place, '')
