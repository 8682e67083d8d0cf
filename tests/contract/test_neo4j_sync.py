"""The graph on a Neo4j server: pushed whole, then by its changes, whoever is killed; never over what is somebody else's."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli_help import kg, process
from curation_tools import LaterReader, told
from neo4j.exceptions import Neo4jError
from projection_tools import SetEngine, contacts, held, meant
from servers.relay import relay_to
from synced import BATCH

from kg.errors import StoreError
from kg.pipeline import ingest
from kg.projection import neo4j as engines
from kg.projection.mapping import plan
from kg.projection.neo4j import Neo4jEngine
from kg.projection.neo4jtexts import INDEXES
from kg.projection.syncing import sync
from kg.projection.updating import up_to_date
from kg.store.oxigraph import OxigraphStore
from kg.store.remote import RemoteStore

TESTS = Path(__file__).parent.parent


@pytest.fixture
def server(empty_neo4j, monkeypatch):
    for name, value in empty_neo4j.environment.items():
        monkeypatch.setenv(name, value)
    return empty_neo4j


@pytest.fixture
def run(server):
    """Asks the server anything."""

    def asked(text, **parameters):
        with server.driver() as driver, driver.session() as session:
            return session.run(text, parameters).values()

    return asked


def stored(folder, *numbers, later=""):
    with OxigraphStore(folder, create=True) as store:
        for _ in ingest([told(number, later) for number in numbers], store, LaterReader(version="1")):
            pass
    return folder


def same(folder, uri):
    """Whether the server holds exactly what the store's view holds."""
    plain, engine = SetEngine(), Neo4jEngine(uri)
    with OxigraphStore(folder) as store:
        up_to_date(store, plain)
        current = engine.mark() == store.changes().mark
    found = held(engine)
    counted = contacts(engine)
    engine.close()
    assert counted
    return current and found == meant(plain)


def synced(folder, uri, *more):
    return kg("--store", folder, "store", "sync", uri, *more)


def test_constraints_and_indexes_are_made(tmp_path, bare_neo4j, server, run):
    assert synced(stored(tmp_path / "s", 1), server.uri).exit_code == 0
    made = run("SHOW INDEXES YIELD name WHERE name STARTS WITH 'kg_' RETURN count(*)")[0][0]
    assert made == len(plan().kinds) + len(INDEXES)
    assert run("SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH 'kg_' RETURN count(*)") == [[len(plan().kinds)]]


def test_the_whole_graph_first_and_later_what_changed(tmp_path, server):
    folder = stored(tmp_path / "s", 1, 2)
    first, again = synced(folder, server.uri), synced(folder, server.uri)
    assert first.output.startswith(f"loaded: {server.uri} holds ")
    assert again.output == f"nothing has changed since {server.uri} was last filled\n"
    assert same(folder, server.uri)
    stored(folder, 3)
    assert synced(folder, server.uri).output.startswith("brought up to date: ")
    assert same(folder, server.uri)
    assert (synced(folder, server.uri, "--quiet").output, first.exit_code) == ("", 0)


def test_a_database_by_its_name_in_the_address_or_apart(tmp_path, server):
    folder = stored(tmp_path / "s", 1)
    assert synced(folder, f"{server.uri}/neo4j").exit_code == 0
    assert "nothing has changed" in synced(folder, server.uri, "--database", "neo4j").output
    for given in ([f"{server.uri}/nosuch"], [server.uri, "--database", "nosuch"]):
        refused = kg("--store", folder, "store", "sync", *given)
        assert refused.exit_code == 2 and "no such database" in refused.stderr


def test_what_another_store_loaded_is_replaced_only_when_told(tmp_path, server):
    one, other = stored(tmp_path / "one", 1), stored(tmp_path / "other", 2, 3)
    synced(one, server.uri)
    refused = synced(other, server.uri)
    assert refused.exit_code == 2
    assert "filled from another store" in refused.stderr and "--replace" in refused.stderr
    assert same(one, server.uri)
    replaced = process("--store", other, "store", "sync", server.uri, "--replace")
    assert (replaced.returncode, replaced.stderr) == (0, b"")
    assert same(other, server.uri)


def test_nodes_of_others_are_never_taken_out(tmp_path, server, run):
    folder, other = stored(tmp_path / "s", 1), stored(tmp_path / "o", 2)
    theirs = "MATCH (n) WHERE n.iri IS NULL OR n.mine RETURN labels(n), properties(n) ORDER BY n.name"
    run("CREATE (:Person {name: 'theirs'})-[:KNOWS]->(:City {name: 'x', iri: 'https://example.org/x', mine: true})")
    before = run(theirs)
    refused = synced(folder, server.uri)
    assert refused.exit_code == 2 and "holds other things" in refused.stderr
    for each in (folder, other):
        assert synced(each, server.uri, "--replace").exit_code == 0
        assert run("MATCH (n:Event) RETURN count(n)")[0][0]
    assert "nothing has changed" in synced(other, server.uri).output
    assert [row for row in run(theirs) if "KgMark" not in row[0]] == before
    assert run("MATCH ()-[r:KNOWS]->() RETURN count(r)") == [[1]]


def test_two_data_sets_of_a_sparql_server_are_two_stores(server, run, empty_fuseki, monkeypatch):
    monkeypatch.setenv("KG_SPARQL_USER", empty_fuseki.user)
    monkeypatch.setenv("KG_SPARQL_PASSWORD", empty_fuseki.password)
    one, other = empty_fuseki.open.query, empty_fuseki.closed.query
    for address, number in ((one, 1), (other, 2)):
        with RemoteStore(address, create=True) as store:
            for _ in ingest([told(number)], store, LaterReader(version="1")):
                pass
    assert synced(one, server.uri).exit_code == 0
    articles = run("MATCH (a:Article) RETURN a.url")
    refused = synced(other, server.uri)
    assert refused.exit_code == 2 and "filled from another store" in refused.stderr
    assert run("MATCH (a:Article) RETURN a.url") == articles
    # A server doesn't tell what changed, so that all is loaded again; also where a load of it has broken off.
    run("MATCH (m:KgMark) SET m.done = 1")
    assert synced(one.removesuffix("/query"), server.uri).output.startswith("loaded: ")
    assert run("MATCH (a:Article) RETURN a.url") == articles


def killed_after(folder, uri, batches):
    command = [sys.executable, str(TESTS / "synced.py"), str(folder), uri]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        assert [child.stdout.readline() for _ in range(batches)] == ["batch\n"] * batches
        child.send_signal(signal.SIGKILL)
    return child.returncode


def test_a_killed_load_goes_on_behind_its_last_batch(tmp_path, server, run):
    folder = stored(tmp_path / "s", 1, 2, 3)
    reached = []
    for batches in (2, 9):
        assert killed_after(folder, server.uri, batches) == -signal.SIGKILL
        reached += run("MATCH (m:KgMark) RETURN m.done")[0]
    assert 1 <= reached[0] < reached[1]
    engine = Neo4jEngine(server.uri)
    with OxigraphStore(folder) as store:
        assert engine.mark() is None and engine.interrupted(store.changes().mark)
        done = sync(store, engine, batch=BATCH)
    assert done.anew and done.resumed
    engine.close()
    assert same(folder, server.uri)


def test_a_store_that_changed_since_a_killed_load_is_loaded_anew(tmp_path, server):
    folder = stored(tmp_path / "s", 1, 2)
    killed_after(folder, server.uri, 3)
    stored(folder, 3)
    assert synced(folder, server.uri).output.startswith("loaded: ")
    assert same(folder, server.uri)


def test_killed_while_what_is_old_was_taken_out(tmp_path, server, run):
    folder = stored(tmp_path / "s", 1)
    synced(folder, server.uri)
    # As it stands between the first mark of a load and its first batch.
    run("MATCH (m:KgMark) SET m.done = -2")
    assert synced(folder, server.uri).output.startswith("loaded: ")
    assert same(folder, server.uri)


def test_a_load_by_an_older_form_is_made_anew(tmp_path, server, run):
    folder = stored(tmp_path / "s", 1)
    synced(folder, server.uri)
    run("MATCH (m:KgMark) SET m.form = 0")
    assert synced(folder, server.uri).output.startswith("loaded: ")


def test_a_disk_that_is_full_in_the_middle_loses_nothing(tmp_path, server):
    folder = stored(tmp_path / "s", 1, 2)
    engine = Neo4jEngine(server.uri)

    def full(slices):
        for number, piece in enumerate(slices):
            if number == 4:
                raise Neo4jError.hydrate(
                    code="Neo.DatabaseError.General.UnknownError", message="No space left on device"
                )
            yield piece

    with OxigraphStore(folder) as store:
        with pytest.raises(StoreError, match=r"failed: No space left on device; nothing is lost: run the same"):
            sync(store, engine, full, batch=BATCH)
        assert sync(store, engine, batch=BATCH).resumed
    engine.close()
    assert same(folder, server.uri)


def test_a_line_that_is_cut_for_a_while_is_waited_for_and_one_for_good_is_told(tmp_path, server, monkeypatch):
    folder = stored(tmp_path / "s", 1, 2)
    with relay_to(int(server.uri.rpartition(":")[2])) as relay, OxigraphStore(folder) as store:
        monkeypatch.setattr(engines, "PATIENCE", 2.0)
        engine = Neo4jEngine(f"bolt://127.0.0.1:{relay.port}")

        def cut(slices):
            for number, piece in enumerate(slices):
                if number == 4:
                    relay.cut()
                yield piece

        with pytest.raises(StoreError, match="nothing is lost: run the same command again"):
            sync(store, engine, cut, batch=BATCH)
        relay.mend()
        assert sync(store, engine, batch=BATCH).resumed
        engine.close()
    assert same(folder, server.uri)


def test_a_server_that_is_not_there(tmp_path):
    with relay_to(1) as relay:
        uri = f"bolt://127.0.0.1:{relay.port}"
    refused = synced(stored(tmp_path / "s", 1), uri)
    assert refused.exit_code == 2
    assert f"can't reach a Neo4j server at {uri}: is it running there?" in refused.stderr


def test_a_wrong_password_is_not_repeated(tmp_path, server, monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong-and-secret")
    refused = synced(stored(tmp_path / "s", 1), server.uri)
    assert refused.exit_code == 2 and "set NEO4J_USERNAME and NEO4J_PASSWORD" in refused.stderr
    assert "wrong-and-secret" not in refused.output + refused.stderr
