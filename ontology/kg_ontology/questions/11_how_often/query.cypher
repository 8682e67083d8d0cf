MATCH (a:Person)-[r:MET|SPOKE_WITH]-(b:Person)
WHERE r.event IS NOT NULL
//+[person] AND a.iri IN $person
//+[with] AND b.iri IN $with
//-[person] AND a.iri < b.iri
AND r.date IS NOT NULL
//+[from] AND r.latest >= $from
//+[to] AND r.date <= $to
WITH substring(r.date, 0, 7) AS month, type(r) AS kind
RETURN month, sum(CASE WHEN kind = 'MET' THEN 1 ELSE 0 END) AS meetings, sum(CASE WHEN kind = 'MET' THEN 0 ELSE 1 END) AS calls
ORDER BY month
