MATCH (a:Person)-[r:MET|SPOKE_WITH]-(b:Person)
WHERE r.event IS NOT NULL
//+[person] AND a.iri IN $person
//-[person] AND a.iri < b.iri
//+[from] AND r.latest >= $from
//+[to] AND r.date <= $to
WITH a, b, r.event AS iri
MATCH (e:Event {iri: iri})-[:EVIDENCED_BY]->(v:Evidence)
WITH a, b, e, min(v.quote) AS quote
RETURN coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.eventType AS type, a.iri AS person, b.iri AS `with`, e.iri AS about, e.iri AS event, quote
ORDER BY coalesce(date, ''), event, person, `with`
