"""Notes that an analyst writes by SPARQL: in graphs of their own over every store, and nowhere else."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from curation_tools import LaterReader, told
from kg_cli.main import cli
from kg_ontology import PREFIXES

from kg.errors import QueryError, StoreError
from kg.model import Literal
from kg.pipeline import ingest
from kg.store.base import NOTES, Store
from kg.store.memory import MemoryStore
from kg.store.oxigraph import OxigraphStore
from kg.store.remote import RemoteStore
from kg.store.state import OxigraphState

ANNA = NOTES + "anna"
EVENT = PREFIXES["kgid"] + "event/1"
INSERT = f"INSERT DATA {{ GRAPH <{ANNA}> {{ <{EVENT}> rdfs:comment 'انظر الصورة'@ar }} }}"
COMMENT = "SELECT ?c WHERE { GRAPH ?g { ?e rdfs:comment ?c } }"


@pytest.fixture(params=["memory", "oxigraph", "remote"])
def store(request, tmp_path) -> Iterator[Store]:
    if request.param == "memory":
        made: Store = MemoryStore()
    elif request.param == "oxigraph":
        made = OxigraphStore(tmp_path / "s", create=True)
    else:
        made = RemoteStore(request.getfixturevalue("empty_fuseki").open.query, create=True)
    with made:
        write(made, 1)
        yield made


def write(store: Store, number: int) -> None:
    for _ in ingest([told(number)], store, LaterReader(version="1")):
        pass


def test_a_note_is_kept_beside_the_view_and_survives_an_ingest(store):
    view = set(store.triples())
    assert store.annotate(INSERT) == (ANNA,)
    write(store, 1)
    assert set(store.triples()) == view
    assert store.select(COMMENT).rows == ((Literal("انظر الصورة", language="ar"),),)
    assert ANNA in store.ledgers() and ANNA not in store.graphs()


def test_notes_are_made_of_what_the_graph_tells_and_are_taken_back(store):
    store.annotate(f"INSERT {{ GRAPH <{ANNA}> {{ ?e rdfs:comment 'seen' }} }} WHERE {{ ?e a diplo:Event }}")
    events = store.select("SELECT (COUNT(?e) AS ?n) WHERE { ?e a diplo:Event }").rows
    assert store.select("SELECT (COUNT(?e) AS ?n) WHERE { GRAPH ?g { ?e rdfs:comment ?c } }").rows == events
    store.annotate(f"DROP GRAPH <{ANNA}>")
    assert store.select(COMMENT).rows == ()


@pytest.mark.parametrize(
    ("update", "said"),
    [
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "what the view tells can't be written by hand"),
        ("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> } }", "urn:g can't be written by hand"),
        (f"INSERT DATA {{ GRAPH <{NOTES}> {{ <urn:a> <urn:b> <urn:c> }} }}", "can't be written by hand"),
        ("DELETE WHERE { ?s ?p ?o }", "what the view tells can't be written by hand"),
        ("DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }", "a graph without a name of its own"),
        (f"WITH <{ANNA}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}", "MODIFY can't be used with --write"),
        ("DROP ALL", "can't be written by hand"),
        ("CLEAR DEFAULT", "can't be written by hand"),
        (f"LOAD <file:///etc/hostname> INTO GRAPH <{ANNA}>", "LOAD can't be used with --write"),
        (f"COPY <urn:a> TO <{ANNA}>", "COPY can't be used with --write"),
        (f"INSERT DATA {{ GRAPH <{ANNA}> {{ <urn:a> <urn:b> 1 }} }} ; DROP ALL", "can't be written by hand"),
        (f"INSERT {{ GRAPH <{ANNA}> {{ ?s ?p ?o }} }} WHERE {{ SERVICE <http://x/> {{ ?s ?p ?o }} }}", "SERVICE"),
        ("INSERT DATA {", "malformed at line 1, column 14: it ends too early"),
        (
            f"INSERT DATA {{\n  GRAPH <{ANNA}> {{ <urn:a> rdfs:seeAlso }} }}",
            r"malformed at line 2, column \d+.*\n.*\n *\^$",
        ),
        (f"LOAD <file:///x> INTO GRAPH <{ANNA}> AND", r"malformed at line 1, column \d\d?: "),
        (f"INSERT DATA {{ GRAPH <{ANNA}> {{ <urn:a> fo:b 1 }} }}", r"column \d+: the prefix fo: is not declared"),
        ("PREFIX a: <urn:a>\nSELECT ?s WHERE { ?s ?p ?o }", "SELECT only reads: leave --write out"),
        ("", "writes nothing"),
    ],
)
def test_nothing_else_is_written(store, update, said):
    before, ledgers = set(store.triples()), store.ledgers()
    with pytest.raises(QueryError, match=said):
        store.annotate(update)
    assert (set(store.triples()), store.ledgers()) == (before, ledgers)


def test_a_published_state_takes_no_notes(tmp_path):
    with OxigraphStore(tmp_path / "s", create=True) as writer:
        write(writer, 1)
    with OxigraphState(tmp_path / "s") as state, pytest.raises(StoreError, match="open for reading"):
        state.annotate(INSERT)


def test_the_command_writes_notes_and_readers_see_them(tmp_path):
    with OxigraphStore(tmp_path / "s", create=True) as writer:
        write(writer, 1)
    run = ["--store", str(tmp_path / "s"), "query", "-e"]
    refused = CliRunner().invoke(cli, [*run, INSERT])
    assert refused.exit_code == 2 and "--write adds notes" in refused.output
    written = CliRunner().invoke(cli, [*run, INSERT, "--write"])
    assert (written.exit_code, written.stderr) == (0, "written to kgid:note/anna\n")
    seen = CliRunner().invoke(cli, [*run, COMMENT, "--format", "csv"])
    assert "انظر الصورة" in seen.output
    assert CliRunner().invoke(cli, [*run, "MATCH (n) RETURN n", "--cypher", "--write"]).exit_code == 2
