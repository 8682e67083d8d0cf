MATCH (who)-[r:PARTICIPATED_IN]->(e:Event)
WHERE r.onBehalfOf IS NOT NULL
//+[party] AND r.onBehalfOf IN $party
//+[from] AND e.latest >= $from
//+[to] AND e.earliest <= $to
//+[process] MATCH (e)-[:WITHIN]->(process:Process) WHERE process.iri IN $process
RETURN DISTINCT coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.eventType AS type, e.status AS status, who.iri AS who, r.function AS function, r.office AS office,
  e.iri AS about, e.iri AS event
ORDER BY coalesce(date, ''), event, who, function, coalesce(office, '')
