MATCH (a:Person)-[c:CONTACT]-(b:Person)
WHERE c.count > 0
//+[person] AND a.iri IN $person
RETURN b.iri AS `with`, sum(c.count) AS contacts, min(c.first) AS first, max(c.last) AS last
ORDER BY contacts DESC, `with`
//+[limit] LIMIT $limit
