MATCH (a:Person)-[c:CONTACT]->(b:Person)
WHERE c.count > 1
RETURN a.iri AS person, b.iri AS `with`, c.count AS contacts, c.first AS first, c.last AS last
ORDER BY contacts DESC, person, `with`
//+[limit] LIMIT $limit
