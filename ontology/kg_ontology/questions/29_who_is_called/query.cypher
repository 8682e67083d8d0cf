MATCH (p:Person)
WHERE p.iri IS NOT NULL
//+[name] AND p.iri IN $name
OPTIONAL MATCH (p)-[:REPRESENTS]->(o)
RETURN DISTINCT p.iri AS name, p.iri AS person, o.iri AS represents
ORDER BY person, coalesce(represents, '')
