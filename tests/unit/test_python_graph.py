"""The graph in Python: what docs/python.md says of it, values both ways, and what isn't loaded or installed."""

import doctest
import pickle
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from cli_help import filled
from kg_ontology import DATA, NAMESPACE
from networkx import read_gexf
from rdflib import RDF, URIRef

import kg
from kg.errors import ExportError, QueryError, StoreError
from kg.graph import Graph, Row
from kg.graph.rows import days

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def graph(tmp_path_factory) -> Iterator[Graph]:
    with kg.open(filled(tmp_path_factory.mktemp("python"))) as opened:
        yield opened


def test_what_the_document_says_is_so(tmp_path, monkeypatch):
    from cli_help import kg as run

    assert run("ingest", "-q", ROOT / "examples" / "articles", "--store", tmp_path / "kg-store").exit_code == 0
    monkeypatch.chdir(tmp_path)
    done = doctest.testfile(
        str(ROOT / "docs" / "python.md"),
        module_relative=False,
        optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL,
    )
    assert done.attempted > 15
    assert done.failed == 0


def test_importing_the_package_loads_no_engine():
    program = "import sys, kg; kg.open; print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    )
    assert not loaded & {"pyoxigraph", "rdflib", "networkx", "kglite", "pandas", "numpy", "kg.graph"}


@pytest.mark.parametrize(
    "value", ['x" } #', "", "Лавров", 5, -2.5, True, False, date(2020, 10, 21), kg.node("diplo:Meeting")]
)
def test_values_come_back_as_they_went(graph, value):
    ((told,),) = graph.query("SELECT ?v {}", v=value)
    assert told == value
    assert type(told) is type(value)


def test_a_value_that_is_no_term_is_refused(graph):
    with pytest.raises(QueryError, match="the parameter v is a list"):
        graph.query("SELECT ?v {}", v=[1])


def test_rows_have_names(graph):
    row = graph.query('SELECT (1 AS ?one) ("b" AS ?two) ?none {}')[0]
    assert (row.one, row["two"], row[1], row.none, row[:2]) == (1, "b", "b", None, (1, "b"))
    assert row.asdict() == {"one": 1, "two": "b", "none": None}
    assert repr(row) == "Row(one=1, two='b', none=None)"
    assert pickle.loads(pickle.dumps(row)) == row
    with pytest.raises(AttributeError, match="no column is called 'three'; there are one, two, none"):
        row.three  # noqa: B018


def test_a_node_shows_its_prefix():
    assert kg.node("diplo:Meeting") == NAMESPACE + "Meeting"
    assert repr(kg.node(DATA + "person/x")) == "node('kgid:person/x')"
    assert repr(kg.node("https://e.org/x")) == "node('https://e.org/x')"


def test_every_form_of_query_gives_rows(graph):
    assert graph.query("ASK { ?e a diplo:Meeting }") == [Row(("ask",), (True,))]
    facts = graph.query("CONSTRUCT { ?a diplo:met ?b } WHERE { ?a diplo:met ?b }", limit=1, seconds=60)
    assert (facts.columns, facts[0].predicate, facts.cut) == (
        ("subject", "predicate", "object"),
        NAMESPACE + "met",
        True,
    )


def test_days_are_read_as_on_the_command_line():
    assert days("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))
    assert days("2020") == (date(2020, 1, 1), date(2020, 12, 31))
    assert days("2020-10-21") == (date(2020, 10, 21), date(2020, 10, 21))
    with pytest.raises(ValueError, match="day"):
        days("2020-02-30")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"type": "meetings"}, "type is 'meetings': give one of meeting, call, visit, summit, "),
        ({"type": ""}, "type is '': give one of meeting, "),
        ({"status": "done"}, "status is 'done': give one of held, planned, postponed, cancelled, denied$"),
        (
            {"since": "yesterday"},
            "since is 'yesterday', which is no day: give a date, '2020-10-21', '2020-10' or '2020'$",
        ),
        ({"until": "2020-02-30"}, "until is '2020-02-30', which is no day"),
        ({"until": 2020}, "until is 2020, which is no day"),
        ({"since": "2021", "until": "2020"}, "2021-01-01 is after 2020-12-31: give the first day first"),
        ({"person": ""}, "the name of the person is empty: give one, or leave it out"),
        ({"process": " "}, "the name of the process is empty"),
        ({"topic": ""}, "the name of the topic is empty"),
    ],
)
def test_what_no_event_can_be_chosen_by_is_refused_with_what_may_be_given(graph, wrong, says):
    with pytest.raises(QueryError, match=f"^{says}"):
        graph.events(**wrong)


def test_events_are_chosen_by_days_of_any_kind(graph):
    told = graph.events(since="2020-10-21", until="2020-10-21")
    assert told
    assert told == graph.events(since=date(2020, 10, 21), until=datetime(2020, 10, 21, 12))


def test_cypher_takes_parameters_and_a_limit(graph):
    assert graph.cypher("UNWIND $l AS x RETURN x", l=[1, 2, 3], limit=2).cut
    (row,) = graph.cypher("MATCH (p:Person {name: $name}) RETURN p", name="Ali Asghar Khaji")
    assert "Person" in row.p.labels


@pytest.mark.parametrize(
    "ask",
    [
        lambda graph, limit: graph.events(limit=limit),
        lambda graph, limit: graph.query("SELECT ?s { ?s ?p ?o }", limit=limit),
        lambda graph, limit: graph.query("SELECT ?s { ?s ?p ?o }", limit=limit, seconds=60),
        lambda graph, limit: graph.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", limit=limit),
        lambda graph, limit: graph.cypher("MATCH (n) RETURN n.iri AS iri", limit=limit),
    ],
)
def test_a_limit_means_the_same_everywhere(graph, ask):
    whole = ask(graph, None)
    assert len(ask(graph, 1)) == 1 < len(whole) == len(ask(graph, 0)) == len(ask(graph, len(whole) + 1))
    assert not getattr(ask(graph, 0), "cut", False)
    for wrong in (-1, 1.5, "2"):
        with pytest.raises(QueryError, match=f"^the limit is {wrong!r}: give how many rows at most, 0 for all$"):
            ask(graph, wrong)


def test_the_network_holds_what_cypher_sees(graph):
    network = graph.to_networkx()
    assert network.number_of_nodes() == graph.cypher("MATCH (n) RETURN count(n) AS n")[0].n
    edges = graph.cypher("MATCH ()-[r]->() WHERE type(r) <> 'CONTACT' RETURN count(r) AS n")[0].n
    assert network.number_of_edges() == edges


def test_rdflib_reads_the_store_itself(graph):
    data = graph.to_rdflib()
    assert len(data.default_graph) == graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0].n
    assert {str(each.identifier) for each in data.graphs()} >= set(graph.store.graphs())
    assert data.default_graph.qname(NAMESPACE + "Meeting") == "diplo:Meeting"


NEW = (URIRef("https://e.org/a"), RDF.type, URIRef("https://e.org/b"))


@pytest.mark.parametrize(
    "write",
    [
        lambda data: data.add(NEW),
        lambda data: data.addN([(*NEW, data.default_graph)]),
        lambda data: data.graph(NEW[0]).add(NEW),
        lambda data: data.remove((None, None, None)),
        lambda data: data.remove(NEW),
        lambda data: data.remove_graph(NEW[0]),
        lambda data: data.update("INSERT DATA { <x:a> <x:b> <x:c> }"),
        lambda data: data.parse(data="<x:a> <x:b> <x:c> .", format="turtle"),
        lambda data: data.store.destroy(str(ROOT)),
    ],
)
def test_what_rdflib_would_write_is_refused_in_a_sentence(graph, write):
    data = graph.to_rdflib()
    count = len(data.default_graph)
    with pytest.raises(StoreError, match=r"^the data set of .* is for reading: kg ingest and kg merge, split, "):
        write(data)
    assert len(data.default_graph) == count > 0


def test_rdflib_reads_single_graphs(graph):
    name = graph.store.graphs()[0]
    assert len(graph.to_rdflib().graph(URIRef(name))) == len(list(graph.store.triples(name)))


@pytest.mark.parametrize(
    "read",
    [
        lambda data: list(data.quads()),
        lambda data: len(data.default_graph),
        lambda data: data.value(URIRef(NAMESPACE + "x"), RDF.type),
        lambda data: data.query("ASK {}").askAnswer,
        lambda data: [each.identifier for each in data.graphs()],
    ],
)
def test_a_data_set_of_a_closed_graph_says_so(tmp_path, read):
    graph = kg.open(filled(tmp_path))
    data = graph.to_rdflib()
    read(data)
    data.close()
    read(data)
    graph.close()
    with pytest.raises(StoreError, match=r"^the store .* is closed$"):
        read(data)


def test_a_missing_pandas_is_named(graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(QueryError, match=r"needs pandas: pip install 'diplo-kg\[dataframe\]'"):
        graph.to_dataframe("ASK {}")


def test_a_place_without_a_store_is_named(tmp_path):
    with pytest.raises(StoreError, match="there is no store at"):
        kg.open(tmp_path / "nowhere")


@pytest.mark.parametrize("place", ["", " ", None, 5])
def test_what_is_no_place_is_refused(place, tmp_path, monkeypatch):
    monkeypatch.chdir(filled(tmp_path))
    with pytest.raises(StoreError, match=rf"^{place!r} is no place of a store: give a folder, or an address"):
        kg.open(place)


def test_a_program_exports_what_it_chooses(graph, tmp_path):
    graph.export(tmp_path / "people.gexf", kinds=["person"], language="ar")
    assert read_gexf(tmp_path / "people.gexf").nodes[DATA + "person/ali-asghar-khaji"]["label"] == "علي أصغر خاجي"
    graph.export(tmp_path / "chart", "i2", since="2020-10-13", until="2020-10-21")
    assert sorted(path.name for path in (tmp_path / "chart").iterdir()) == ["entities.csv", "links.csv"]
    with pytest.raises(ExportError, match=r"people\.foo tells no format by its ending: name one of ftm, gexf, "):
        graph.export(tmp_path / "people.foo")
    assert not (tmp_path / "people.foo").exists()
    graph.export(tmp_path / "people.foo", "ntriples")
    with pytest.raises(ExportError, match="no event fits"):
        graph.export(tmp_path / "none.ttl", person="Nobody Whatsoever")


@pytest.mark.parametrize("value", [2**64, {1}, b"x", "\udcff"])
def test_a_value_that_cypher_has_not_is_told_in_a_sentence(graph, value):
    with pytest.raises(QueryError, match=r"the query can't be answered.*\$v "):
        graph.cypher("RETURN $v AS v", v=value)


def test_a_closed_graph_says_so(tmp_path):
    graph = kg.open(filled(tmp_path))
    graph.close()
    for ask in (lambda: graph.query("ASK {}"), lambda: graph.cypher("RETURN 1 AS n"), graph.events, graph.to_networkx):
        with pytest.raises(StoreError, match=r"is closed$"):
            ask()
