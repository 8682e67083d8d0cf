MATCH (a:Person)-[r:MET|SPOKE_WITH]-(b:Person)
WHERE r.event IS NOT NULL
//+[person] AND a.iri IN $person
//+[with] AND b.iri IN $with
//-[person] AND a.iri < b.iri
//+[from] AND r.latest >= $from
//+[to] AND r.date <= $to
WITH DISTINCT r.event AS iri
MATCH (e:Event {iri: iri})
OPTIONAL MATCH (e)-[:HELD_IN]->(place)
OPTIONAL MATCH (e)-[:ON_TOPIC]->(topic:Topic)
RETURN DISTINCT coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.eventType AS type, place.iri AS place, topic.iri AS topic, e.iri AS about, e.iri AS event
ORDER BY coalesce(date, ''), event, coalesce(place, ''), coalesce(topic, '')
