MATCH (a:Person)-[r:WROTE_TO]->(b:Person)
WHERE r.event IS NOT NULL
//+[person] AND (a.iri IN $person OR b.iri IN $person)
//+[from] AND r.latest >= $from
//+[to] AND r.date <= $to
WITH a, b, r.event AS iri
MATCH (e:Event {iri: iri})-[:EVIDENCED_BY]->(v:Evidence)
WITH a, b, e, min(v.quote) AS quote
RETURN coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, a.iri AS sender, b.iri AS recipient, e.iri AS about, e.iri AS event, quote
ORDER BY coalesce(date, ''), event, sender, recipient
