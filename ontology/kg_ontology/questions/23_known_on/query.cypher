MATCH (e:Event)-[:EVIDENCED_BY]->(:Evidence)-[:IN]->(a:Article)
WHERE a.published IS NOT NULL
//+[on] AND a.published <= $on
//+[person] MATCH (e)<-[:PARTICIPATED_IN]-(who) WHERE who.iri IN $person
WITH e, min(a.published) AS known
RETURN coalesce(CASE WHEN e.earliest = e.latest THEN e.earliest ELSE e.earliest + '/' + e.latest END, e.dateText) AS date, e.eventType AS type, e.status AS status, known, e.iri AS about, e.iri AS event
ORDER BY coalesce(date, ''), event
