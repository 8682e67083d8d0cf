"""The Cypher with which a database on a Neo4j server is made ready, marked, emptied of what is ours, and counted."""

FORM = 1
"""Raised where the property graph or its batches take another form, so that what older versions loaded is made anew."""
COMPLETE = -1
"""What a mark has for the number of batches that are done, where all are."""
CLEARING = -2
CONSTRAINT = "CREATE CONSTRAINT kg_{name}_iri IF NOT EXISTS FOR (n:{label}) REQUIRE n.iri IS UNIQUE"
INDEXES = (
    "CREATE INDEX kg_event_earliest IF NOT EXISTS FOR (n:Event) ON (n.earliest)",
    "CREATE TEXT INDEX kg_person_name IF NOT EXISTS FOR (n:Person) ON (n.name)",
    "CREATE INDEX kg_met_event IF NOT EXISTS FOR ()-[r:MET]-() ON (r.event)",
    "CREATE INDEX kg_met_date IF NOT EXISTS FOR ()-[r:MET]-() ON (r.date)",
)
INDEXED = "SHOW INDEXES YIELD name WHERE name STARTS WITH 'kg_' RETURN count(*)"
MARK = "MATCH (m:KgMark) RETURN m.lineage, m.revision, m.done, m.form"
SET_MARK = f"MERGE (m:KgMark) SET m.lineage = $lineage, m.revision = $revision, m.done = $done, m.form = {FORM}"
ONCE = "MATCH (m:KgMark) WHERE m.done = $number - 1 SET m.done = $number RETURN m.done"
# What others keep in the database is never touched, whatever its labels.
CLEAR = "MATCH (n:{label}) WHERE n.iri STARTS WITH $ours CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 5000 ROWS"
OTHERS = "MATCH (n) WHERE NOT n:KgMark AND NOT coalesce(n.iri STARTS WITH $ours, false) RETURN 1 LIMIT 1"
COUNT = """MATCH (a:Person) CALL (a) {
  OPTIONAL MATCH (a)-[old:CONTACT]->() DELETE old
  WITH DISTINCT a MATCH (a)-[r:MET|SPOKE_WITH]->(b:Person)
  WITH a, b, count(r) AS n, min(r.date) AS first, max(r.latest) AS last
  CREATE (a)-[c:CONTACT]->(b) SET c.count = n, c.first = first, c.last = last
} IN TRANSACTIONS OF 500 ROWS"""
