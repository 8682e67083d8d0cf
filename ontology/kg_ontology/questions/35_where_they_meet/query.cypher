MATCH (e:Event)-[:HELD_IN]->(place)
WHERE e.status = 'held' AND e.eventType IN ['Meeting', 'Summit', 'NegotiationRound']
//+[process] MATCH (e)-[:WITHIN]->(process:Process) WHERE process.iri IN $process
//+[person] MATCH (e)<-[:PARTICIPATED_IN]-(who) WHERE who.iri IN $person
RETURN place.iri AS place, count(DISTINCT e) AS events, min(e.earliest) AS first, max(e.latest) AS last
ORDER BY events DESC, place
