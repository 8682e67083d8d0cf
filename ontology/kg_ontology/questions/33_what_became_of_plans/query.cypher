MATCH (e:Event)-[:BECAME]->(o:Event)
WHERE o.status IS NOT NULL
//+[from] AND e.latest >= $from
//+[to] AND e.earliest <= $to
//+[process] MATCH (e)-[:WITHIN]->(process:Process) WHERE process.iri IN $process
RETURN DISTINCT coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS planned, e.iri AS plan, o.status AS status,
  CASE WHEN o.earliest = o.latest THEN o.earliest ELSE o.earliest + '/' + o.latest END AS date, o.iri AS became, o.iri AS event
ORDER BY coalesce(planned, ''), plan, became
