MATCH (a:Person)-[c:CONTACT]->(b:Person)
RETURN a.iri AS person, b.iri AS `with`, c.count AS contacts, c.first AS first, c.last AS last
ORDER BY contacts DESC, person, `with`
//+[limit] LIMIT $limit
