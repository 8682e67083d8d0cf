"""The view as a property graph, which Cypher is asked of: in an embedded engine and in Neo4j alike."""
