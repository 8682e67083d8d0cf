MATCH (who)-[r:PARTICIPATED_IN]->(e:Visit)
WHERE e.status = 'held' AND r.function = 'visitor' AND NOT (e)<-[:DURING]-()
//+[person] AND who.iri IN $person
//+[from] AND e.latest >= $from
//+[to] AND e.earliest <= $to
OPTIONAL MATCH (e)-[:HELD_IN]->(place)
RETURN DISTINCT coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, who.iri AS visitor, place.iri AS place, e.iri AS about, e.iri AS event
ORDER BY coalesce(date, ''), event, visitor, coalesce(place, '')
