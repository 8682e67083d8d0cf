"""Everyday Cypher: the embedded engine answers as a real Neo4j does, or says that it can't; never otherwise in silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from curation_tools import LaterReader, told
from graphs import article_graphs
from kg_ontology import PREFIXES
from servers.neo4j_server import wipe

from kg.errors import QueryError
from kg.pipeline import ingest
from kg.projection.base import Engine
from kg.projection.kglite import KgliteEngine
from kg.projection.neo4j import Neo4jEngine
from kg.projection.updating import up_to_date
from kg.store.memory import MemoryStore

QUERIES = [
    paragraph.strip()
    for paragraph in Path(__file__).with_name("everyday.cypher").read_text(encoding="utf-8").split("\n\n")
    if not paragraph.startswith("//")
]
PARAMETERS = {
    "from": "2020-10-01",
    "to": "2020-12-31",
    "name": "Ali Asghar Khaji",
    "other": "Sergei Lavrov",
    "names": ["Sergei Lavrov", "Geir Pedersen"],
    "event": PREFIXES["kgid"] + "event/geneva-meeting",
}
# What kglite lacks: it says so. docs/cypher.md tells users.
LACKING = {"kglite": {"'2020-10-01' <= e.earliest <= '2020-12-31'", "name IN collect(p.name) |"}}


@pytest.fixture(scope="module")
def neo4j(neo4j_server) -> Iterator[Engine]:
    wipe(neo4j_server)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in neo4j_server.environment.items():
            patch.setenv(name, value)
        engine = Neo4jEngine(neo4j_server.uri)
    fill(engine)
    yield engine
    engine.close()
    wipe(neo4j_server)


@pytest.fixture(scope="module")
def kglite() -> Engine:
    engine = KgliteEngine()
    fill(engine)
    return engine


def fill(engine: Engine) -> None:
    store = MemoryStore()
    for graph in article_graphs():
        store.put(graph)
    for _ in ingest([told(1), told(2, "later")], store, LaterReader(version="1")):
        pass
    up_to_date(store, engine)


def test_there_are_enough_of_them():
    assert len(QUERIES) >= 40


@pytest.mark.parametrize("query", QUERIES)
def test_neo4j_answers_it_with_something(neo4j, query):
    answer = neo4j.cypher(query, PARAMETERS)
    assert answer.rows or "no such event" in query


@pytest.mark.parametrize("query", QUERIES)
def test_kglite_answers_as_neo4j_does(neo4j, kglite, query):
    if any(piece in query for piece in LACKING["kglite"]):
        with pytest.raises(QueryError):
            kglite.cypher(query, PARAMETERS)
        return
    theirs, ours = neo4j.cypher(query, PARAMETERS), kglite.cypher(query, PARAMETERS)
    assert ours.columns == theirs.columns
    assert ordered(ours.rows, query) == ordered(theirs.rows, query)


def settled(cell):
    """A cell without what no engine promises: the order of a collection, the last digit of a mean."""
    if isinstance(cell, tuple):
        return sorted(cell, key=str)
    return round(cell, 9) if isinstance(cell, float) else cell


def ordered(rows, query):
    """Rows in their order, where the query lays one down; what ``collect`` gathers has no order of its own."""
    shown = [tuple(map(settled, row)) for row in rows]
    return shown if "ORDER BY" in query else sorted(shown, key=str)


@pytest.mark.parametrize(
    "query", ["MATCH (n) RETURN n.title", "MATCH (e:Event {type: 'x'}) RETURN e", "MATCH (n:Event) RETURN n.id"]
)
def test_a_property_that_kglite_makes_up_is_refused_rather_than_answered(kglite, query):
    with pytest.raises(QueryError, match="no node or relationship has a property"):
        kglite.cypher(query)


@pytest.mark.parametrize(
    "query", ["MATCH (n:Event) RETURN keys(n)", "MATCH (n:Event) RETURN properties(n)", "MATCH (n:Event) RETURN n {.*}"]
)
def test_lists_of_properties_are_refused_by_kglite(kglite, query):
    with pytest.raises(QueryError, match="can't list properties"):
        kglite.cypher(query)


def test_words_in_texts_and_comments_are_no_reason_to_refuse(kglite):
    assert kglite.cypher("RETURN 'SET n.title = CREATE' AS text // DELETE").rows == (("SET n.title = CREATE",),)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a:Person)-[r:MET]->(b) MATCH (e:Event {iri: r.event}) RETURN e.iri",
        "MATCH (a:Person)-[r:MET]->(b), (e:Event {iri: r.event}) RETURN e.iri",
        "MATCH (a)-[r:MET]->() MATCH ()-[s:MET {event: r.event}]->() RETURN s.date",
        "MATCH (a)-[r:MET]->() WHERE EXISTS { MATCH (:Event {status: 'held', iri: r.event}) } RETURN a",
    ],
)
def test_what_kglite_would_not_find_is_refused(kglite, query):
    with pytest.raises(QueryError, match=r"finds nothing by r\.event inside .* in WHERE instead"):
        kglite.cypher(query)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (e:Event {iri: $event}) RETURN e {.status, place: e.dateText} AS told",
        "MATCH (e:Event) RETURN size(keys({a: e.status})) AS n LIMIT 1",
        "MATCH (e:Event) WITH collect({day: e.earliest}) AS days RETURN size(days) AS n",
    ],
)
def test_maps_that_are_no_patterns_are_left_alone(kglite, query):
    try:
        kglite.cypher(query, PARAMETERS)
    except QueryError as error:
        assert "finds nothing by" not in str(error)
