MATCH (a:Person)-[c:CONTACT]->(b:Person)
WHERE c.count > 1
RETURN a.iri AS person, b.iri AS `with`, c.count AS contacts
ORDER BY contacts DESC, person, `with`
//+[limit] LIMIT $limit
