"""One test for every store: the promise of ``kg/store/base.py``."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_article import extraction

from kg.errors import NotAStore, QueryError, StoreError, StoreLocked
from kg.facts import article_graph
from kg.facts.vocabulary import BOOLEAN, DATE, DECIMAL, INTEGER, LABEL, TYPE, diplo
from kg.model import ArticleGraph, Literal, Quad, Triple
from kg.resolve.entities import resolve
from kg.store.base import LEDGERS, Known, Store
from kg.store.memory import MemoryStore
from kg.store.opening import open_store
from kg.store.remote import RemoteStore

E = "https://example.org/"
TALKS = article_graph(resolve(extraction))
Make = Callable[[], Store]


@pytest.fixture(params=["memory", "oxigraph", "remote"])
def make(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Make:
    if request.param == "memory":
        return MemoryStore
    if request.param == "remote":
        server = request.getfixturevalue("empty_fuseki")
        return lambda: RemoteStore(server.open.query, create=True)
    return lambda: open_store(tmp_path_factory.mktemp("made") / "store", create=True)


@pytest.fixture
def store(make: Make) -> Iterator[Store]:
    with make() as made:
        yield made


def graph(name: str, *facts: Triple, key: str | None = None) -> ArticleGraph:
    article = f"{E}article/{name}"
    own = [Triple(article, TYPE, diplo("Article"))] + ([Triple(article, diplo("key"), Literal(key))] if key else [])
    return ArticleGraph(f"{E}graph/{name}", article, key, (*own, *facts))


def fact(subject: str, value: str | Literal, predicate: str = LABEL) -> Triple:
    return Triple(E + subject, predicate, value)


def contents(store: Store) -> dict[str, set[Triple]]:
    return {name: set(store.triples(name)) for name in store.graphs()}


IRAN = fact("iran", Literal("Iran", language="en"))


def test_a_graph_comes_back_as_it_was_put(store: Store) -> None:
    store.put(TALKS)
    assert store.graphs() == (TALKS.name,)
    assert sorted(map(repr, store.triples(TALKS.name))) == sorted(map(repr, TALKS))
    assert len(store) == len(TALKS.triples)


def test_putting_twice_changes_nothing(store: Store) -> None:
    store.put(TALKS)
    before = contents(store)
    store.put(TALKS)
    assert contents(store) == before
    assert len(store) == len(TALKS.triples)


def test_an_empty_store_answers(store: Store) -> None:
    assert (len(store), store.graphs(), list(store.triples()), store.known(E + "nobody", "k")) == (0, (), [], ())
    assert store.select("SELECT ?s WHERE { ?s ?p ?o }").rows == ()


def test_a_graph_replaces_others_and_itself_as_a_whole(store: Store) -> None:
    store.put(graph("a", fact("x", Literal("old")), IRAN))
    store.put(graph("b", fact("y", Literal("stays")), IRAN))
    store.put(graph("c", fact("x", Literal("new"))), replaces=(E + "graph/a", E + "graph/none"))
    assert store.graphs() == (E + "graph/b", E + "graph/c")
    store.put(graph("c", fact("x", Literal("newest"))))
    told = set(store.triples())
    assert fact("x", Literal("newest")) in told
    assert not {fact("x", Literal("old")), fact("x", Literal("new"))} & told
    assert IRAN in told


def test_drop_takes_only_what_nobody_else_tells(store: Store) -> None:
    store.put(graph("a", IRAN, fact("x", Literal("mine"))))
    store.put(graph("b", IRAN))
    assert store.drop(E + "graph/a")
    assert not store.drop(E + "graph/a")
    assert store.graphs() == (E + "graph/b",)
    assert IRAN in set(store.triples())
    assert fact("x", Literal("mine")) not in set(store.triples())
    assert store.drop(E + "graph/b")
    assert (list(store.triples()), len(store)) == ([], 0)


def test_known_by_article_and_by_key(store: Store) -> None:
    first, second = graph("a", key="k"), graph("b", key="other")
    store.put(first)
    store.put(second)
    assert store.known(first.article, None) == (Known(first.name, first.article),)
    assert store.known(E + "article/new", "k") == (Known(first.name, first.article),)
    assert store.known(second.article, "k") == (Known(first.name, first.article), Known(second.name, second.article))
    assert store.known(E + "article/new", "nothing") == ()
    store.drop(first.name)
    assert store.known(first.article, "k") == ()


def test_the_union_tells_a_shared_fact_once(store: Store) -> None:
    for name in "abc":
        store.put(graph(name, IRAN, Triple(E + "event/" + name, diplo("place"), E + "iran")))
    assert list(store.triples()).count(IRAN) == 1
    counted = store.select("SELECT ?l (COUNT(?e) AS ?n) WHERE { ?e diplo:place ?p . ?p rdfs:label ?l } GROUP BY ?l")
    assert counted.columns == ("l", "n")
    assert counted.rows == ((Literal("Iran", language="en"), Literal("3", INTEGER)),)
    assert len(store.select("SELECT ?g WHERE { GRAPH ?g { ?s rdfs:label 'Iran'@en } }").rows) == 3


LEDGER = LEDGERS[0] + "a"
FOLDED = fact("persia", E + "iran", diplo("place"))


def test_the_view_and_ledgers_are_revised_and_articles_are_not(store: Store) -> None:
    store.put(graph("a", IRAN, fact("x", Literal('one\n"two" } ; DROP ALL'))))
    before = contents(store)
    store.revise([], [Quad(FOLDED), Quad(FOLDED, LEDGER)])
    store.revise([Quad(IRAN), Quad(fact("nobody", Literal("never there")))], [Quad(fact("y", Literal("new")))])
    told = set(store.triples())
    assert {FOLDED, fact("y", Literal("new"))} <= told
    assert IRAN not in told
    assert contents(store) == before
    assert (store.ledgers(), list(store.triples(LEDGER))) == ((LEDGER,), [FOLDED])
    assert len(store) == len(before[E + "graph/a"])
    store.revise([Quad(FOLDED, LEDGER)], [])
    assert store.ledgers() == ()


def test_no_revision_touches_an_article_graph_or_leaves_a_half(store: Store) -> None:
    store.put(graph("a", IRAN))
    for wrong in (Quad(FOLDED, E + "graph/a"), Quad(Triple("not an iri", LABEL, Literal("x")))):
        for gone, come in (([Quad(IRAN)], [wrong]), ([wrong, Quad(IRAN)], []), ([], [Quad(FOLDED), wrong])):
            with pytest.raises(StoreError):
                store.revise(gone, come)
    assert IRAN in set(store.triples())
    assert FOLDED not in set(store.triples())


def test_facts_are_found_by_predicate_with_their_graphs(store: Store) -> None:
    store.put(graph("a", IRAN))
    store.put(graph("b", IRAN))
    store.revise([], [Quad(fact("x", Literal("seen")), LEDGER), Quad(fact("x", Literal("in the view")))])
    assert store.facts(E + "x") == (fact("x", Literal("in the view")),)
    assert store.facts(E + "iran", E + "graph/a") == (IRAN,)
    assert store.facts(E + "iran", E + "graph/none") == ()
    assert store.tellers(IRAN) == (E + "graph/a", E + "graph/b")
    assert store.tellers(FOLDED) == ()
    assert {quad.graph for quad in store.quads(TYPE, diplo("Article"))} == {E + "graph/a", E + "graph/b"}
    assert not list(store.quads(TYPE, diplo("Event")))
    found = {(quad.graph, quad.triple.subject) for quad in store.quads(LABEL)}
    assert found == {(E + "graph/a", E + "iran"), (E + "graph/b", E + "iran"), (LEDGER, E + "x")}
    assert set(store.about(E + "iran")) == {Quad(IRAN, E + "graph/a"), Quad(IRAN, E + "graph/b")}
    assert list(store.about(E + "x")) == [Quad(fact("x", Literal("seen")), LEDGER)]


def test_select_knows_the_prefixes_and_takes_bindings(store: Store) -> None:
    store.put(TALKS)
    query = "SELECT ?event ?word WHERE { ?event a diplo:Meeting ; diplo:dateText ?word }"
    (row,) = store.select(query).rows
    assert row[1] == Literal("يوم الأربعاء", language="ar")
    for bindings in ({"word": row[1]}, {"event": row[0]}, {"event": row[0], "word": row[1]}):
        table = store.select(query, bindings)
        assert (table.columns, table.rows) == (("event", "word"), (row,))
    assert store.select(query, {"word": Literal("يوم الخميس", language="ar")}).rows == ()
    assert store.select("PREFIX d: <https://w3id.org/diplo-kg/ontology#> SELECT ?e { ?e a d:Call }").rows


def test_ask_and_unbound_variables(store: Store) -> None:
    store.put(TALKS)
    assert store.select("ASK { ?e a diplo:Visit }").rows == ((Literal("true", BOOLEAN),),)
    assert store.select("ASK { ?e a diplo:Summit }").columns == ("ask",)
    assert store.select("ASK { ?e a diplo:Summit }").rows == ((Literal("false", BOOLEAN),),)
    table = store.select("SELECT ?e ?x WHERE { ?e a diplo:Call . OPTIONAL { ?e diplo:nothing ?x } }")
    assert [row[1] for row in table.rows] == [None]


def test_construct_and_describe(store: Store) -> None:
    store.put(TALKS)
    made = store.construct("CONSTRUCT { ?p a diplo:Person } WHERE { ?p a diplo:Person }")
    assert len(made) == 3
    assert {triple.object for triple in made} == {diplo("Person")}
    described = store.construct(f"DESCRIBE <{made[0].subject}>")
    assert {triple for triple in TALKS if triple.subject == made[0].subject} <= set(described)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT ?s WHERE {\n  ?s ?p }", "line 2, column"),
        ("SELECT ?s WHERE { ?s nobody:p ?o }", "query"),
        ("", "malformed"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT would change the store"),
        ("PREFIX x: <http://x/> # c\n DELETE WHERE { ?s ?p ?o }", "DELETE would change the store"),
        ("base <http://x/> drop ALL", "DROP would change the store"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/sparql> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { service#c\n silent ?x { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { FILTER('<'='' && 'x>'='')SERVICE<http://127.0.0.1:1/> {} FILTER('a'='b') }", "SERVICE"),
        ("SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "SELECT or ASK"),
    ],
)
def test_bad_queries_say_what_is_wrong(store: Store, query: str, told: str) -> None:
    store.put(graph("a", IRAN))
    with pytest.raises(QueryError, match=told):
        store.select(query)
    assert len(store) == 2


def test_a_table_is_no_graph(store: Store) -> None:
    for query in ("SELECT ?s WHERE { ?s ?p ?o }", "ASK { ?s ?p ?o }"):
        with pytest.raises(QueryError, match="CONSTRUCT"):
            store.construct(query)
    with pytest.raises(QueryError, match="malformed"):
        store.construct("CONSTRUCT {")


def test_words_that_look_like_clauses_are_no_clauses(store: Store) -> None:
    store.put(graph("a", fact("x", Literal("the foreign service and news from Tehran"))))
    assert store.select(
        "SELECT ?service WHERE { ?service rdfs:label ?from FILTER(CONTAINS(?from, 'foreign service and')) }"
    ).rows


@pytest.mark.parametrize(
    "bad",
    [Triple("not an iri", LABEL, Literal("x")), fact("x", Literal("\ud800")), fact("x", Literal("x", language="a b"))],
)
def test_what_cannot_be_stored_leaves_nothing_behind(store: Store, bad: Triple) -> None:
    with pytest.raises(StoreError):
        store.put(graph("a", IRAN, bad))
    assert len(store) == 0


def test_numbers_and_tags_come_back_in_one_form(make: Make) -> None:
    told = {
        ("007", INTEGER): "7",
        ("+1", INTEGER): "1",
        ("0.50", DECIMAL): "0.5",
        ("1.0", DECIMAL): "1",
        ("-0.0", DECIMAL): "0",
        ("1", BOOLEAN): "true",
    }
    for (given_value, datatype), expected in told.items():
        with make() as store:
            store.put(graph("a", fact("x", Literal(given_value, datatype))))
            assert fact("x", Literal(expected, datatype)) in set(store.triples())
    with make() as store:
        store.put(graph("a", fact("x", Literal("x", language="ar-SY")), fact("y", Literal("many", INTEGER))))
        assert {fact("x", Literal("x", language="ar-sy")), fact("y", Literal("many", INTEGER))} <= set(store.triples())


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        "علي أصغر خاجي",
        "گفت‌وگو",
        "Лаврентьев",
        'a "quoted"\n\r\tline\\',
        "\\u0041",
        "\x00\x01\x7f",
        "'''",
        "} ; DROP ALL #",
        "🇮🇷",
    ]
)
LITERALS = (
    WORDS.map(Literal)
    | st.builds(Literal, WORDS, language=st.sampled_from(["ar", "en", "fa", "ru", "und", "ar-sy"]))
    | st.dates().map(lambda day: Literal(day.isoformat(), DATE))
    | st.integers(-(10**17), 10**17).map(lambda number: Literal(str(number), INTEGER))
    | st.integers(0, 10_000).map(lambda share: Literal(f"{share / 10_000:.4f}".rstrip("0").rstrip("."), DECIMAL))
    | st.sampled_from(["true", "false"]).map(lambda flag: Literal(flag, BOOLEAN))
)
IRIS = st.sampled_from([E + "a", E + "b", "urn:x:ä", E + "علي", E + "q?a=b&c#d"])
TRIPLES = st.builds(Triple, IRIS, IRIS, IRIS | LITERALS)


@settings(max_examples=60)
@given(st.lists(TRIPLES, min_size=1, max_size=12))
def test_every_kind_of_fact_survives_both_engines(oxigraph: Store, facts: list[Triple]) -> None:
    for name in oxigraph.graphs():
        oxigraph.drop(name)
    for store in (MemoryStore(), oxigraph):
        # The first put inserts, the second replaces: two ways of writing the same.
        for given_graph in (
            ArticleGraph(E + "g", E + "g", None, tuple(facts)),
            ArticleGraph(E + "h", E + "h", None, tuple(facts)),
        ):
            store.put(given_graph, replaces=(E + "g",))
            assert set(store.triples(given_graph.name)) == set(facts)
            assert set(store.triples()) == set(facts)
        rows = store.select("SELECT ?s ?p ?o WHERE { ?s ?p ?o }").rows
        assert sorted(map(repr, rows)) == sorted(
            repr((each.subject, each.predicate, each.object)) for each in set(facts)
        )


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("module") / "store", create=True) as made:
        yield made


NAMES = st.sampled_from("abcd")
STEPS = st.lists(
    st.tuples(st.just("put"), NAMES, st.lists(TRIPLES, max_size=5), st.lists(NAMES, max_size=2))
    | st.tuples(st.just("drop"), NAMES),
    max_size=8,
)


@settings(max_examples=40)
@given(STEPS)
def test_any_order_of_writes_gives_the_same_in_both_engines(oxigraph: Store, steps: list[tuple[object, ...]]) -> None:
    for name in oxigraph.graphs():
        oxigraph.drop(name)
    stores: tuple[Store, ...] = (MemoryStore(), oxigraph)
    for step in steps:
        for store in stores:
            if step[0] == "drop":
                store.drop(f"{E}graph/{step[1]}")
            else:
                store.put(graph(str(step[1]), *step[2]), replaces=[f"{E}graph/{name}" for name in step[3]])  # type: ignore[misc, attr-defined]
    memory, disk = stores
    assert contents(memory) == contents(disk)
    assert len(memory) == len(disk)
    union = set().union(*contents(disk).values())
    assert sorted(map(repr, memory.triples())) == sorted(map(repr, disk.triples())) == sorted(map(repr, union))


def test_a_store_survives_closing(tmp_path: Path) -> None:
    path = tmp_path / "new" / "store"
    with open_store(path, create=True) as store:
        store.put(TALKS)
    with open_store(path) as store:
        assert set(store.triples(TALKS.name)) == set(TALKS)
    with pytest.raises(StoreError, match="closed"):
        len(store)
    store.close()


def test_a_missing_store_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store at .*nowhere"):
        open_store(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("create", [True, False])
def test_what_is_no_store_is_refused_and_left_alone(tmp_path: Path, create: bool) -> None:
    file = tmp_path / "file"
    file.write_text("hello")
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("hello")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "kg-store.json").write_text("[]")
    for path in (file, other, broken):
        with pytest.raises(NotAStore, match=path.name):
            open_store(path, create=create)
    assert [each.name for each in other.iterdir()] == ["letter.txt"]


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    open_store(tmp_path / "store", create=True).close()
    marker = tmp_path / "store" / "kg-store.json"
    marker.write_text(json.dumps(json.loads(marker.read_text()) | {"format": 99}))
    with pytest.raises(StoreError, match="99"):
        open_store(tmp_path / "store")


def test_a_folder_left_by_a_process_killed_at_once_is_a_store(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "kg-store.json.new").write_text("{")
    with open_store(tmp_path / "store", create=True) as store:
        assert len(store) == 0


def test_a_locked_store_says_so(tmp_path: Path) -> None:
    open_store(tmp_path / "store", create=True).close()
    path = tmp_path / "store"
    code = f"from pathlib import Path; from kg.store.opening import open_store; s = open_store(Path({str(path)!r})); print('open', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(StoreLocked, match="another process"):
            open_store(tmp_path / "store")
        other.communicate("\n")
    open_store(tmp_path / "store").close()


def test_a_damaged_store_says_so(tmp_path: Path) -> None:
    path = tmp_path / "clock"
    open_store(path, create=True).close()
    (path / "oxigraph" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="can't open the store") as caught:
        open_store(path)
    assert not isinstance(caught.value, StoreLocked | NotAStore)


def test_an_unknown_engine_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"'clay'.*oxigraph"):
        open_store(tmp_path / "store", create=True, engine="clay")


@pytest.mark.parametrize("group", ["kg.stores", "kg.exporters", "kg.engines"])
def test_plug_points_are_declared_and_load(group: str) -> None:
    declared = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "entry-points"
    ][group]
    assert declared
    for name, target in declared.items():
        assert callable(EntryPoint(name, target, group).load())
