MATCH (e:Event)<-[r:PARTICIPATED_IN]-(who)
WHERE e.status = 'held' AND e.eventType IN ['Meeting', 'Summit', 'NegotiationRound']
//+[from] AND e.latest >= $from
//+[to] AND e.earliest <= $to
//+[party] AND r.onBehalfOf IN $party
WITH e, who, min(r.onBehalfOf) AS represents
OPTIONAL MATCH (e)-[:HELD_IN]->(place)
RETURN coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.eventType AS type, who.iri AS who, represents, place.iri AS place, e.iri AS about, e.iri AS event
ORDER BY coalesce(date, ''), event, who, coalesce(place, '')
