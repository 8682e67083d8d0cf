"""What analysts write is answered alike by every store: parameters, time-outs, limits, and where a query is wrong."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from traceback import walk_tb

import pytest
from graphs import article_graphs
from hypothesis import given
from hypothesis import strategies as st
from kg_ontology import NAMESPACE, PREFIXES

from kg.errors import QueryError
from kg.model import Literal
from kg.reports.algebra import algebra
from kg.store.asking import Asked, answer
from kg.store.base import Store
from kg.store.memory import MemoryStore
from kg.store.opening import open_store
from kg.store.parameters import bound
from kg.store.remote import RemoteStore

PERSON, LAVROV = NAMESPACE + "Person", Literal("Sergei Lavrov", None, "en")
DAY = Literal("2020-10-21", PREFIXES["xsd"] + "date")
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STR(?c) < STR(?l)) }"


def fill(store: Store) -> None:
    for graph in article_graphs():
        store.put(graph)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("asked") / "store"
    with open_store(place, create=True) as store:
        fill(store)
    return place


@pytest.fixture(params=["memory", "writer", "state", "remote"])
def store(request, folder) -> Iterator[Store]:
    if request.param == "memory":
        made: Store = MemoryStore()
    elif request.param == "remote":
        made = RemoteStore(request.getfixturevalue("empty_fuseki").open.query, create=True)
    else:
        made = open_store(folder, reading=request.param == "state")
    with made:
        if request.param in ("memory", "remote"):
            fill(made)
        yield made


@pytest.fixture
def state(folder) -> Iterator[Store]:
    with open_store(folder, reading=True) as made:
        yield made


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        # Counted: a VALUES behind the query would come too late.
        ("SELECT (COUNT(?x) AS ?n) { ?x rdfs:label ?name ; a $class }", 1),
        # In an inner SELECT, in a filter of an inner group, and in FILTER EXISTS.
        ("SELECT ?x { { SELECT ?x { ?x rdfs:label ?l FILTER(?l = ?name) ?x a ?class } } }", 1),
        ("SELECT ?x { { ?x rdfs:label ?l FILTER(?l = ?name) } UNION { ?x diplo:none ?l } ?x a $class }", 1),
        ("SELECT ?x { ?x a ?class FILTER EXISTS { ?x rdfs:label ?l FILTER(?l = $name) } }", 1),
        # Projected, grouped and ordered by.
        ("SELECT ?name (?class AS ?c) ?x { ?x rdfs:label ?name ; a ?class } ORDER BY ?name", 1),
        ("SELECT ?name (COUNT(?x) AS ?n) { ?x rdfs:label ?name ; a ?class } GROUP BY ?name ORDER BY DESC(?name)", 1),
        ("ASK { ?x rdfs:label ?name ; a ?class }", 1),
    ],
)
def test_a_parameter_means_the_same_everywhere(store, query, rows):
    found = answer(store, Asked(query, {"name": LAVROV, "class": PERSON}, seconds=60)).found
    assert len(found.rows) == rows
    values = dict(zip(found.columns, found.rows[0], strict=True))
    assert values.get("name", LAVROV) == LAVROV
    assert values.get("n", Literal("1", PREFIXES["xsd"] + "integer")).value == "1"
    assert values.get("ask", Literal("true")).value == "true"


@pytest.mark.parametrize(
    "value",
    [
        '" } DROP ALL #',
        "' || true || '",
        "\\",
        "a\nb",
        '"""',
        "<x>",
        "?name",
        "𝒳\t\r",
        "\\u0022 . ?s",
        "\\\\u0022",
        "\\\\\\U00000022",
        "\x01\\\x01u",
    ],
)
def test_a_value_stays_one_term_whatever_it_holds(store, value):
    query = 'SELECT ("?v" AS ?quoted) ?v (STRLEN(?v) AS ?n) { } # $v'
    ((quoted, told, _),) = answer(store, Asked(query, {"v": Literal(value)})).found.rows
    assert (quoted, told) == (Literal("?v"), Literal(value))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_any_text_can_be_a_value(value):
    store = MemoryStore()
    ((told,),) = answer(store, Asked("SELECT ?v {}", {"v": Literal(value)})).found.rows
    assert told == Literal(value)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT ?x { ?x ?y ?z }", "nothing in the query is called"),
        ("SELECT ?x { BIND(1 AS ?v) }", "values itself"),
        ("SELECT ?x { VALUES ?v { 1 } }", "values itself"),
        ("SELECT ?x { VALUES (?x ?v) { (1 2) } }", "values itself"),
    ],
)
def test_a_parameter_that_has_no_place_is_refused(query, says):
    with pytest.raises(QueryError, match=says):
        bound(query, {"v": DAY})


def test_what_is_no_variable_is_left_alone():
    query = "# ?v\nSELECT * { <http://x/?v> rdfs:label \"?v\", '''it's ?v''' ; ?p ?v }"
    assert bound(query, {"v": DAY}) == query.replace("?p ?v", f'?p "2020-10-21"^^<{PREFIXES["xsd"]}date>')


@pytest.mark.parametrize(
    "query", ["SELECT ?s { ?s ?p ?o } ORDER BY ?s", "CONSTRUCT { ?s ?p ?o } WHERE { ?s a ?o ; ?p ?o }"]
)
def test_what_is_cut_says_so(store, query):
    told = answer(store, Asked(query, limit=2))
    rows = told.found if isinstance(told.found, tuple) else told.found.rows
    assert (len(rows), told.cut) == (2, True)
    assert not answer(store, Asked("ASK {}", limit=1)).cut


def test_a_query_that_takes_too_long_is_ended(state):
    with pytest.raises(QueryError, match=r"took longer than 0\.7 seconds: ask for less, or allow more"):
        answer(state, Asked(SLOW, seconds=0.7))


def test_errors_of_the_other_process_are_the_same(state):
    for seconds in (None, 60):
        with pytest.raises(QueryError, match=r"malformed at line 2, column 11: .*\n    \?x \?y \?z\n {12}\^"):
            answer(state, Asked("SELECT ?x {\n  ?x ?y ?z", seconds=seconds))
        with pytest.raises(QueryError, match="INSERT would change the store"):
            answer(state, Asked("INSERT DATA { <a:a> <a:a> 1 }", seconds=seconds))


def test_a_prefix_that_nobody_declared_is_named_with_those_that_are_known(store):
    with pytest.raises(QueryError, match=r"line 2, column 4: the prefix dipl: is not declared; .* diplo:, .*") as told:
        answer(store, Asked("SELECT ?x { ?x a <x:y> .\n?x dipl:met ?y }", seconds=60))
    assert str(told.value).endswith("\n  ?x dipl:met ?y }\n     ^")


@pytest.mark.parametrize(
    ("before", "behind", "close"),
    [
        ("?x a ", '"a text }', 'with " on the same line'),
        ("?x a ", "'a text }", "with ' on the same line"),
        ("?x a ", '"""a "text" }\n}', 'with """'),
        ("?x a ", r"'''it's a text\''' }", "with '''"),
        # Neither what is ended, a comment and an IRI, nor what follows is told instead.
        (
            r"""?x <x:it's#> "b\"", 'c', ''''d"''', "\u0022" ; # "e""" + "\nrdfs:label ",
            '"f } \n"g" }',
            'with " on the same line',
        ),
    ],
)
def test_a_text_that_is_not_ended_is_told_where_it_begins(store, before, behind, close):
    with pytest.raises(QueryError, match="malformed at line ") as told:
        answer(store, Asked(f"SELECT * {{\n{before}{behind}"))
    last = before.rpartition("\n")[2]
    assert str(told.value).splitlines() == [
        f"the query is malformed at line {2 + before.count(chr(10))}, column {len(last) + 1}: "
        f"a text begins here that isn't ended: close it {close}",
        f"  {last}{behind.partition(chr(10))[0]}",
        f"  {' ' * len(last)}^",
    ]


def test_the_steps_of_a_query_are_told():
    steps = algebra("SELECT ?a (COUNT(?e) AS ?n) { ?e diplo:a/diplo:b ?a OPTIONAL { ?a a ?c } } GROUP BY ?a LIMIT 3")
    assert [line.split()[0] for line in steps[:3]] == ["SelectQuery", "Slice", "Project"]
    assert "?e diplo:a / diplo:b ?a" in "\n".join(steps).replace("Path(", "").replace(")", "")
    with pytest.raises(QueryError, match="the prefix x: is not declared"):
        algebra("ASK { ?a x:y ?b }")
    with pytest.raises(QueryError, match="malformed at line 1"):
        algebra("ASK { ?a }")


def test_an_error_that_outlives_its_thread_keeps_no_answer_of_the_engine(state):
    """The engine complains where an answer ends in another thread than began it."""
    kept: list[QueryError] = []

    def wrongly_asked() -> None:
        for ask, query in (
            (state.select, "CONSTRUCT { ?a ?b ?c } { ?a ?b ?c }"),
            (state.construct, "SELECT * { ?a ?b ?c }"),
        ):
            with pytest.raises(QueryError, match="this query gives") as told:
                ask(query)
            kept.append(told.value)

    asker = Thread(target=wrongly_asked)
    asker.start()
    asker.join()
    frames = [frame for error in kept for frame, _ in walk_tb(error.__traceback__)]
    assert len(kept) == 2 and len(frames) > 4
    assert not [
        name for frame in frames for name, value in frame.f_locals.items() if type(value).__name__.startswith("Query")
    ]
