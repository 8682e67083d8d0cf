MATCH (a:Person), (b:Person)
WHERE a.iri <> b.iri
//+[person] AND a.iri IN $person
//+[with] AND b.iri IN $with
MATCH way = allShortestPaths((a)-[:CONTACT*..4]-(b))
WITH length(way) AS steps, [n IN nodes(way) | n.iri] AS iris
RETURN steps, iris[0] AS person, CASE WHEN steps > 1 THEN iris[1] END AS via_1, CASE WHEN steps > 2 THEN iris[2] END AS via_2,
  CASE WHEN steps > 3 THEN iris[3] END AS via_3, iris[steps] AS `with`
ORDER BY steps, person, `with`, via_1, via_2, via_3
LIMIT 1
