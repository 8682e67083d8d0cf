"""Reads Cypher as Neo4j 5 does, and says it in words that an engine of a smaller dialect answers alike, or refuses it."""
