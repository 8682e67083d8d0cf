MATCH (a:Person)-[r:MET|SPOKE_WITH]-(b:Person)
WHERE r.event IS NOT NULL
//+[person] AND a.iri IN $person
//+[with] AND b.iri IN $with
//-[person] AND a.iri < b.iri
AND r.date IS NOT NULL
MATCH (a)-[former:MET|SPOKE_WITH]-(b)
WHERE former.latest < r.date
WITH r.event AS iri, max(former.latest) AS previous
MATCH (e:Event {iri: iri})
WITH e, previous, toInteger(substring(e.earliest, 0, 4)) * 12 + toInteger(substring(e.earliest, 5, 2))
  - toInteger(substring(previous, 0, 4)) * 12 - toInteger(substring(previous, 5, 2)) AS months
//+[months] WHERE months >= $months
RETURN e.earliest AS date, e.eventType AS type, previous, months, e.iri AS about, e.iri AS event
ORDER BY date, event
