"""The benchmark of loads into Neo4j compares two loads of the same graph, and leaves the database as it was."""

import runpy
from pathlib import Path

from neo4j import GraphDatabase

BENCHMARK = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "stores_neo4j.py"))
COUNTS = "MATCH (n) WHERE NOT n:KgMark OPTIONAL MATCH (n)-[r]->() WHERE type(r) <> 'CONTACT' RETURN count(DISTINCT n), count(r)"


def test_both_loads_hold_the_same(empty_neo4j, monkeypatch):
    for name, value in empty_neo4j.environment.items():
        monkeypatch.setenv(name, value)
    slices, found = BENCHMARK["made"](30), []
    with GraphDatabase.driver(empty_neo4j.uri, auth=(empty_neo4j.user, empty_neo4j.password)) as driver:
        loads = (
            lambda: BENCHMARK["by_hand"](driver, slices),
            lambda: BENCHMARK["ours"](empty_neo4j.uri, slices, BENCHMARK["Mark"]("benchmark", 0)),
        )
        for load in loads:
            assert load() > 0
            with driver.session() as session:
                found += session.run(COUNTS).values()
            BENCHMARK["clear"](driver)
            with driver.session() as session:
                assert session.run("MATCH (n) RETURN count(n)").values() == [[0]]
    assert found[0] == found[1] == [30 * 3 + 50 + 200 + 60, 30 * 7]
