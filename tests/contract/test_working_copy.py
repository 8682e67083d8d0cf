"""``--store neo4j://…``: a working copy is the truth, the server follows it, and another machine's graph is left alone."""

import json

import pytest
from cli_help import kg
from curation_tools import LaterReader, told
from projection_tools import SetEngine, held, meant
from servers.neo4j_server import wipe
from servers.relay import relay_to

from kg.errors import StoreError
from kg.pipeline import ingest
from kg.projection import neo4j as engines
from kg.projection.neo4j import Neo4jEngine
from kg.projection.updating import up_to_date
from kg.projection.workingcopy import WorkingCopy, has_working_copy, source_of
from kg.store.opening import open_store
from kg.store.oxigraph import OxigraphStore

ARTICLE = "Foreign Minister Sergey Lavrov met Syrian Foreign Minister Walid Muallem in Moscow on 5 March 2019.\n"
COUNT = "MATCH (e:Event) RETURN count(e) AS n"


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """Goes over to the machine of a name."""

    def at(name):
        monkeypatch.setenv("KG_DATA", str(tmp_path / name))

    at("one")
    return at


@pytest.fixture
def place(empty_neo4j, machine, monkeypatch):
    for name, value in empty_neo4j.environment.items():
        monkeypatch.setenv(name, value)
    return empty_neo4j.uri


def article(tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def pushed(place):
    """Whether the server holds what the working copy holds."""
    plain, engine = SetEngine(), Neo4jEngine(place)
    with OxigraphStore(source_of(place)) as store:
        up_to_date(store, plain)
    found = held(engine)
    engine.close()
    return found == meant(plain) and bool(found[0])


def put(store, *numbers):
    for _ in ingest([told(number) for number in numbers], store, LaterReader(version="1")):
        pass


def test_commands_work_on_the_address(tmp_path, place):
    assert kg("--store", place, "ingest", article(tmp_path)).exit_code == 0
    assert pushed(place)
    assert "Lavrov" in kg("--store", place, "events").output
    asked = kg("query", "--store", place, "-e", "SELECT (COUNT(?e) AS ?n) { ?e a diplo:Meeting }", "--format", "csv")
    assert asked.output.split() == ["n", "1"]
    found = kg("query", "--store", place, "--cypher", "-e", COUNT, "--format", "csv")
    assert found.output.split() == ["n", "1"]
    folder = source_of(place)
    assert (folder / "address.txt").read_text() == f"{place}\n" and has_working_copy(place)
    assert "nothing has changed" in kg("--store", place, "store", "sync", place).output


def test_cypher_is_answered_by_the_server_itself(tmp_path, place, empty_neo4j):
    kg("--store", place, "ingest", article(tmp_path))
    with empty_neo4j.driver() as driver, driver.session() as session:
        session.run("MATCH (p:Person) SET p.seen = 'on the server'").consume()
    found = kg("query", "--store", place, "--cypher", "-e", "MATCH (p:Person) RETURN DISTINCT p.seen AS s", "-f", "csv")
    assert found.output.split("\n")[1] == "on the server"


def mends(place):
    """What mends the parts that are wrong; those of a folder are looked at, and the graph on the server."""
    parts = json.loads(kg("--store", place, "check", "--format", "json").output)
    assert {"articles", "journal", "published states", "view", "property graph"} <= {part["part"] for part in parts}
    return [part["mend"] for part in parts if part["state"] == "wrong"]


def test_a_graph_that_was_changed_on_the_server_is_found_and_mended(tmp_path, place, empty_neo4j):
    kg("--store", place, "ingest", article(tmp_path))
    assert mends(place) == []
    with empty_neo4j.driver() as driver, driver.session() as session:
        # What others keep beside it is no fault.
        session.run("CREATE (:Person {name: 'theirs'})-[:KNOWS]->(:Person)").consume()
        assert mends(place) == []
        session.run("MATCH (e:Event) SET e.status = 'denied'").consume()
    (mend,) = mends(place)
    assert mend == f"kg --store {place} store sync {place} --anew"
    assert kg(*mend.split()[1:]).output.startswith("loaded: ")
    assert mends(place) == []


def test_a_backup_of_an_address_is_restored_to_one_that_nobody_filled(tmp_path, place, machine, empty_neo4j):
    kg("--store", place, "ingest", article(tmp_path))
    assert kg("--store", place, "backup", tmp_path, "--quiet").exit_code == 0
    (file,) = tmp_path.glob("*.nq.gz")
    assert ":" not in file.name
    machine("two")
    refused = kg("--store", place, "restore", file)
    assert refused.exit_code == 2 and "filled from another store" in refused.stderr
    wipe(empty_neo4j)
    assert kg("--store", place, "restore", file).exit_code == 0
    assert pushed(place)
    refused = kg("--store", place, "restore", file)
    assert refused.exit_code == 2 and "isn't empty" in refused.stderr


def test_the_graph_beside_a_store_is_that_of_the_server(place):
    refused = kg("--store", place, "project")
    assert refused.exit_code == 2 and f"store sync {place} pushes what changed" in refused.stderr


def test_nothing_to_open_is_said(place):
    refused = kg("--store", place, "events")
    assert refused.exit_code == 2 and f"there is no store at {place}" in refused.stderr
    refused = kg("--store", place, "query", "--cypher", "-e", COUNT)
    assert refused.exit_code == 2 and "holds no whole graph yet" in refused.stderr
    assert not has_working_copy(place)


def test_what_another_machine_filled_is_left_alone_but_answers_cypher(tmp_path, place, machine):
    kg("--store", place, "ingest", article(tmp_path))
    machine("two")
    for command in (["ingest", article(tmp_path)], ["events"]):
        refused = kg("--store", place, *command)
        assert refused.exit_code == 2 and "filled from another store" in refused.stderr
        assert not has_working_copy(place)
    assert kg("--store", place, "query", "--cypher", "-e", COUNT, "-f", "csv").output.split() == ["n", "1"]
    assert "Lavrov" in kg("--store", place, "ask", "--cypher", "who-met-whom", "--person", "Lavrov").output


def test_the_other_machine_may_take_its_place(tmp_path, place, machine):
    kg("--store", place, "ingest", article(tmp_path))
    machine("two")
    assert kg("--store", place, "store", "sync", place, "--replace").exit_code == 0
    with open_store(place) as store:
        put(store, 1)
    assert pushed(place)
    machine("one")
    assert kg("--store", place, "events").exit_code == 2


def test_a_database_of_others_is_refused_before_anything_is_read(tmp_path, place, empty_neo4j):
    with empty_neo4j.driver() as driver, driver.session() as session:
        session.run("CREATE (:Film)").consume()
    refused = kg("--store", place, "ingest", article(tmp_path))
    assert refused.exit_code == 2 and "holds other things" in refused.stderr
    assert not has_working_copy(place)


def test_what_a_server_that_went_away_missed_is_pushed_by_the_next_command(place, monkeypatch):
    monkeypatch.setattr(engines, "PATIENCE", 2.0)
    with relay_to(int(place.rpartition(":")[2])) as relay:
        at = f"bolt://127.0.0.1:{relay.port}"
        expected = r"nothing is lost: .* has it all, and the next command pushes it"
        with pytest.raises(StoreError, match=expected), WorkingCopy(at, create=True) as store:
            put(store, 1, 2)
            relay.cut()
        away = kg("--store", at, "events")
        assert away.exit_code == 2 and "can't reach" in away.stderr
        relay.mend()
        assert kg("--store", at, "stats").exit_code == 0
        assert pushed(at)


@pytest.mark.parametrize("command", [["stats"], ["ask", "who-met-whom"], ["query", "--cypher", "-e", COUNT]])
def test_an_interrupted_command_leaves_the_push_to_the_next(place, command):
    with pytest.raises(KeyboardInterrupt), WorkingCopy(place, create=True) as store:
        put(store, 1)
        raise KeyboardInterrupt
    engine = Neo4jEngine(place)
    assert engine.mark() is None
    engine.close()
    assert kg("--store", place, *command).exit_code in (0, 2)
    assert pushed(place)


def test_a_working_copy_in_use_is_said_to_be(place):
    with WorkingCopy(place, create=True):
        refused = kg("--store", place, "events")
    assert refused.exit_code == 2 and "in use" in refused.stderr
