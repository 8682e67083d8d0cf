"""A store on a SPARQL server: who may enter, what happens when the line breaks, and that nothing is told that is secret."""

import pytest
from click.testing import CliRunner
from curation_tools import LaterReader, told
from kg_cli.main import cli
from servers.fuseki_server import dataset
from servers.gate import DROP, HANG

from kg.errors import QueryError, StoreError
from kg.pipeline import ingest
from kg.store.endpoint import Endpoint, addresses
from kg.store.memory import MemoryStore
from kg.store.opening import open_store
from kg.store.oxigraph import OxigraphStore
from kg.store.remote import RemoteStore

EVENTS = "SELECT ?e ?l WHERE { ?e a diplo:Event ; rdfs:label ?l } ORDER BY ?e ?l"


@pytest.fixture
def guarded(fuseki_gate, monkeypatch):
    monkeypatch.setenv("KG_SPARQL_TOKEN", fuseki_gate.token)
    return dataset(fuseki_gate.base, "open").query


def test_a_bearer_token_opens_the_gate(guarded):
    with RemoteStore(guarded, create=True) as store:
        assert store.graphs() == ()


def test_a_password_opens_the_closed_data_set(empty_fuseki, monkeypatch):
    monkeypatch.setenv("KG_SPARQL_USER", empty_fuseki.user)
    monkeypatch.setenv("KG_SPARQL_PASSWORD", empty_fuseki.password)
    with RemoteStore(empty_fuseki.closed.query, create=True) as store:
        assert len(store) == 0


@pytest.mark.parametrize("password", [None, "wrong"])
def test_a_wrong_password_is_said_without_telling_it(empty_fuseki, monkeypatch, password):
    if password:
        monkeypatch.setenv("KG_SPARQL_USER", empty_fuseki.user)
        monkeypatch.setenv("KG_SPARQL_PASSWORD", password)
    with pytest.raises(StoreError, match="refuses the name, the password or the token") as said:
        RemoteStore(empty_fuseki.closed.query).graphs()
    assert str(password) not in str(said.value)


def test_a_password_in_the_address_is_refused_and_not_repeated():
    with pytest.raises(StoreError, match="give no password in the address http://host/ds") as said:
        Endpoint("http://me:secret@host/ds")
    assert "secret" not in str(said.value)


@pytest.mark.parametrize("trouble", [503, DROP])
def test_a_trouble_that_passes_is_waited_for(guarded, fuseki_gate, trouble):
    with RemoteStore(guarded) as store:
        fuseki_gate.troubles.append(trouble)
        assert store.graphs() == ()
    assert not fuseki_gate.troubles


def test_a_query_that_hangs_is_given_up(guarded, fuseki_gate):
    fuseki_gate.troubles.append(HANG)
    with pytest.raises(QueryError, match=r"took longer than 0\.2 seconds"):
        Endpoint(guarded).query("ASK {}", "application/sparql-results+json", seconds=0.2)


def test_a_server_that_hangs_is_waited_for_once(guarded, fuseki_gate, monkeypatch):
    monkeypatch.setattr("kg.store.sending.ANSWER_SECONDS", 0.2)
    fuseki_gate.troubles.extend([HANG] * 5)
    with pytest.raises(StoreError, match=r"the SPARQL server at .* has not answered for 120 seconds: is it well\?"):
        Endpoint(guarded).query("ASK {}", "*/*")
    assert len(fuseki_gate.troubles) == 4


def test_a_server_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr("kg.store.sending.TRIES", 1)
    with pytest.raises(
        StoreError, match=r"can.t reach the SPARQL server at http://127\.0\.0\.1:9/ds: is it running there"
    ):
        RemoteStore("http://127.0.0.1:9/ds").graphs()


def test_a_data_set_that_is_not_there_is_named(empty_fuseki):
    with pytest.raises(StoreError, match="there is no data set at"):
        RemoteStore(empty_fuseki.base + "/nothing").graphs()


def test_ingest_over_http_gives_the_graph_that_a_folder_has(empty_fuseki, tmp_path):
    articles = [told(1), told(2), told(3, "later")]
    with (
        OxigraphStore(tmp_path / "s", create=True) as local,
        RemoteStore(empty_fuseki.open.query, create=True) as remote,
    ):
        for store in (local, remote):
            for _ in ingest(articles, store, LaterReader(version="1")):
                pass
        assert set(remote.triples()) == set(local.triples())
        assert (remote.graphs(), remote.ledgers()) == (local.graphs(), local.ledgers())
        assert sorted(remote.select(EVENTS).rows, key=str) == sorted(local.select(EVENTS).rows, key=str)


def test_commands_take_an_address_for_a_store(empty_fuseki):
    with RemoteStore(empty_fuseki.open.query, create=True) as store:
        for _ in ingest([told(1)], store, LaterReader(version="1")):
            pass
    for command in (["stats"], ["events"], ["query", "--cypher", "-e", "MATCH (e:Event) RETURN e"]):
        result = CliRunner().invoke(cli, ["--store", empty_fuseki.open.query, *command])
        assert result.exit_code == 0, result.output
        assert len(result.output.splitlines()) > 2


@pytest.mark.parametrize(
    ("place", "update", "graphs"),
    [
        ("http://h/ds", "http://h/ds/update", "http://h/ds/data"),
        ("http://h/ds/sparql", "http://h/ds/update", "http://h/ds/data"),
        ("http://h/repositories/r", "http://h/repositories/r/statements", "http://h/repositories/r/rdf-graphs/service"),
    ],
)
def test_addresses_are_laid_out_as_servers_do(place, update, graphs):
    found = addresses(place)
    assert (found.update, found.graphs) == (update, graphs)


def test_another_layout_is_taken_from_the_environment(monkeypatch):
    monkeypatch.setenv("KG_SPARQL_UPDATE", "http://h/u")
    monkeypatch.setenv("KG_SPARQL_GRAPHS", "http://h/g")
    found = addresses("http://h/q")
    assert (found.query, found.update, found.graphs) == ("http://h/q", "http://h/u", "http://h/g")


def test_an_unknown_kind_of_place_is_named():
    with pytest.raises(StoreError, match="an address that begins with ftp://"):
        open_store("ftp://x")


def test_bindings_mean_the_same_as_in_memory(empty_fuseki):
    from graphs import article_graphs

    memory = MemoryStore()
    with RemoteStore(empty_fuseki.open.query, create=True) as remote:
        for graph in article_graphs():
            remote.put(graph)
            memory.put(graph)
        (event,) = memory.select("SELECT ?e WHERE { ?e a diplo:Call }").rows[0]
        asked = "SELECT ?l WHERE { ?e rdfs:label ?l } ORDER BY ?l"
        assert event is not None
        assert remote.select(asked, {"e": event}).rows == memory.select(asked, {"e": event}).rows


@pytest.mark.parametrize(
    ("query", "said"),
    [("SELECT ?x { ?x a }", "column 18: } is not expected here"), ("SELECT ?x { ?x a ?y .", "it ends too early")],
)
def test_what_the_server_s_parser_says_is_put_plainly(empty_fuseki, query, said):
    with RemoteStore(empty_fuseki.open.query) as store, pytest.raises(QueryError, match=said):
        store.select(query)
