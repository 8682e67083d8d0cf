"""One test over all engines that are asked in Cypher: they hold what the view holds, and say what they can't do."""

from collections.abc import Iterator

import pytest
from engines_here import ARCADE_HERE, KeptKglite
from graphs import article_graphs, questions_store
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from projection_tools import STEPS, SetEngine, change, contacts, held, meant

from kg.errors import QueryError
from kg.projection import updating
from kg.projection.arcade import ArcadeEngine
from kg.projection.base import Engine
from kg.projection.dialect import planning
from kg.projection.kglite import KgliteEngine
from kg.projection.neo4j import Neo4jEngine
from kg.projection.updating import up_to_date
from kg.store.memory import MemoryStore

COUNTED = "MATCH (a:Person)-[r:MET|SPOKE_WITH]->(b:Person) RETURN a.iri, b.iri, count(r), min(r.date), max(r.latest)"


KINDS = ["kglite", "kept kglite", *ARCADE_HERE, "neo4j"]


def started(request) -> Engine:
    """An engine of the kind that a fixture is asked for."""
    if request.param == "kglite":
        return KgliteEngine()
    if request.param == "kept kglite":
        return KeptKglite(request.getfixturevalue("tmp_path_factory").mktemp("kept"))
    if request.param == "arcadedb":
        return ArcadeEngine()
    server = request.getfixturevalue("neo4j_server")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in server.environment.items():
            patch.setenv(name, value)
        return Neo4jEngine(server.uri)


@pytest.fixture(params=KINDS)
def engine(request) -> Iterator[Engine]:
    """One that holds nothing."""
    if request.param == "neo4j":
        request.getfixturevalue("empty_neo4j")
    made = started(request)
    yield made
    made.close()


@pytest.fixture(scope="module", params=KINDS)
def kept(request) -> Iterator[Engine]:
    """One for all tests that only read it."""
    made = started(request)
    if not isinstance(made, Neo4jEngine):
        up_to_date(questions_store(), made)
    yield made
    made.close()


@pytest.fixture
def filled(kept, request) -> Engine:
    """One that holds the fixture; another test may have emptied the server meanwhile."""
    if isinstance(kept, Neo4jEngine):
        request.getfixturevalue("questions_neo4j")
    return kept


def test_a_new_engine_has_no_mark(engine):
    assert engine.mark() is None


def test_it_holds_what_the_view_holds(filled):
    plain = SetEngine()
    up_to_date(questions_store(), plain)
    assert held(filled) == meant(plain)


def test_contacts_are_counted(filled):
    assert contacts(filled) and contacts(filled) == sorted(filled.cypher(COUNTED).rows, key=str)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=2, max_size=5))
def test_following_changes_gives_what_a_rebuild_gives(engine, steps):
    store, plain = MemoryStore(), SetEngine()
    up_to_date(store, engine)
    for step in steps:
        change(store, step)
        assert not up_to_date(store, engine).anew
    up_to_date(store, plain)
    assert held(engine) == meant(plain)
    assert contacts(engine) == sorted(engine.cypher(COUNTED).rows, key=str)


def test_a_large_change_joins_nodes_of_all_its_pieces(engine, monkeypatch):
    monkeypatch.setattr(updating, "PIECE", 3)
    store, plain = MemoryStore(), SetEngine()
    first, *more = article_graphs()
    store.put(first)
    up_to_date(store, engine)
    for graph in more:
        store.put(graph)
    assert not up_to_date(store, engine).anew
    up_to_date(store, plain)
    assert held(engine) == meant(plain)


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Person)",
        "MATCH (n) SET n.name = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MERGE (n:Person {iri: 'x'}) RETURN n",
        "MATCH (n) REMOVE n.name",
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    ],
)
def test_what_would_change_the_graph_or_read_files_is_refused(filled, query):
    before = held(filled)
    with pytest.raises(QueryError, match="would"):
        filled.cypher(query)
    assert held(filled) == before


@pytest.mark.parametrize(
    "query",
    ["MATCH (n:Person RETURN n", "MATCH (n) RETURN n.name LIMIT", "RETRUN 1", "RETURN 'علي' § 2", "RETURN 'a', 'علي"],
)
def test_a_malformed_query_is_shown_with_a_caret(filled, query):
    with pytest.raises(QueryError, match=r"malformed at line 1, column \d+") as told:
        filled.cypher(query)
    shown = str(told.value).splitlines()
    assert shown[-2].strip() == query and shown[-1].strip() == "^"


@pytest.mark.parametrize(
    "query",
    ["MATCH (n:Person RETURN n", "MATCH (n)\n RETRUN n", "MATCH (n)\n SET n.name = 'x'", "MATCH (n)\n RETURN 'a', 'b"],
)
def test_a_plan_that_can_t_be_made_is_told_by_the_places_of_the_query_itself(engine, query):
    said = []
    for asked in (query, planning(query)):
        with pytest.raises(QueryError) as told:
            engine.cypher(asked)
        said.append(str(told.value))
    assert said[0] == said[1] and "column" in said[0]


@pytest.mark.parametrize(
    "query", ["MATCH (n) RETURN m", "RETURN 1 / 0 AS n", "RETURN '\udcff' AS text", "RETURN size(5) AS n"]
)
def test_a_query_that_can_t_be_answered_is_told_in_a_sentence(filled, query):
    with pytest.raises(
        QueryError, match=r"the query (is malformed at|can't be answered( at|:)|holds what is no text) "
    ):
        filled.cypher(query)


def test_a_query_that_takes_too_long_is_stopped(filled):
    with pytest.raises(QueryError, match="took longer than"):
        filled.cypher("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b)", seconds=0.2)


def test_more_rows_than_the_limit_are_cut(filled):
    few, all = filled.cypher("MATCH (n) RETURN n.iri", limit=3), filled.cypher("MATCH (n) RETURN n.iri")
    assert (len(few.rows), few.cut, all.cut) == (3, True, False)
    assert not filled.cypher("MATCH (n) RETURN n.iri", limit=len(all.rows)).cut


def test_parameters_stay_parameters(filled):
    hostile = "x' RETURN 1 UNION MATCH (n) RETURN n.iri //"
    assert filled.cypher("MATCH (n:Person) WHERE n.name = $name RETURN n", {"name": hostile}).rows == ()
    assert filled.cypher("RETURN $name AS name", {"name": hostile}).rows == ((hostile,),)
