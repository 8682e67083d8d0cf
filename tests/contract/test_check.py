"""``kg check`` calls a sound store well, finds what was damaged in each of its parts, and names the command that mends it."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner
from curation_tools import ANNA, LaterReader, told
from kg_cli.main import cli
from kg_ontology import DATA

from kg.facts.vocabulary import TYPE, diplo
from kg.identity.curating import assert_value, retract
from kg.identity.desk import Desk
from kg.identity.resolve import resolve_store
from kg.model import ArticleGraph, Literal, Quad, Triple
from kg.pipeline import ingest
from kg.projection.kglite import KgliteEngine
from kg.projection.opening import FOLDER, project
from kg.projection.reading import whole
from kg.store.base import identity_ledger
from kg.store.journal import FILE
from kg.store.opening import open_store
from kg.store.oxigraph import OxigraphStore
from kg.store.published import Published
from kg.upkeep.backup import backup
from kg.upkeep.checking import check
from kg.upkeep.restoring import restore


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept") / "s"
    with OxigraphStore(path, create=True) as store:
        for _ in ingest([told(1), told(2, "later"), told(3, "unclear")], store, LaterReader(version="1")):
            pass
        desk = Desk(store)
        event = store.select("SELECT ?e WHERE { ?e a diplo:Event } ORDER BY ?e").rows[0][0]
        retract(desk, desk.target(str(event)), (), ANNA)
        resolve_store(store)
        project(store, path)
    return path


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return copytree(sound, tmp_path / "s")


def run(path: Path, *words: str) -> tuple[int, list[dict[str, str]]]:
    done = CliRunner().invoke(cli, ["--store", str(path), "check", "--format", "json", *words])
    assert done.exit_code in (0, 1), done.output
    return done.exit_code, json.loads(done.stdout)


def wrong(path: Path) -> dict[str, str]:
    """The parts that are wrong, with what mends them."""
    code, rows = run(path)
    found = {row["part"]: row["mend"] for row in rows if row["state"] == "wrong"}
    assert (code == 1) == bool(found)
    return found


def test_a_sound_store_is_well(folder: Path) -> None:
    before = sorted(str(each) for each in folder.rglob("*"))
    code, rows = run(folder)
    assert code == 0
    assert [row["part"] for row in rows] == [
        "articles",
        "ledgers",
        "journal",
        "published states",
        "view",
        "counts",
        "names",
        "days",
        "property graph",
        "shapes",
    ]
    assert {row["state"] for row in rows} == {"well"}
    assert sorted(str(each) for each in folder.rglob("*")) == before
    assert [row["part"] for row in run(folder, "--quick")[1]] == ["articles", "ledgers", "journal", "published states"]
    assert CliRunner().invoke(cli, ["--store", str(folder), "check", "--quick", "--quiet"]).output == ""


def test_the_table_tells_the_same(folder: Path) -> None:
    done = CliRunner().invoke(cli, ["--store", str(folder), "check"])
    assert done.exit_code == 0 and "property graph" in done.output and "well" in done.output


def _cut(store: OxigraphStore) -> None:
    name = store.graphs()[0]
    facts = list(store.triples(name))
    evidence = next(fact.subject for fact in facts if "/evidence/" in fact.subject)
    kept = tuple(fact for fact in facts if fact.subject != evidence)
    store.put(ArticleGraph(name, "", None, kept))


def _without_article(store: OxigraphStore) -> None:
    name = store.graphs()[0]
    kept = tuple(fact for fact in store.triples(name) if fact.object != diplo("Article"))
    store.put(ArticleGraph(name, "", None, kept))


def _without_run(store: OxigraphStore) -> None:
    name = store.graphs()[0]
    store.put(ArticleGraph(name, "", None, tuple(fact for fact in store.triples(name) if fact.subject != name)))


def _under_another_name(store: OxigraphStore) -> None:
    name, other = store.graphs()[0], DATA + "graph/0123"

    def moved(fact: Triple) -> Triple:
        return Triple(other if fact.subject == name else fact.subject, fact.predicate, fact.object)

    store.put(ArticleGraph(other, "", None, tuple(moved(fact) for fact in store.triples(name))))


def _half_a_text(store: OxigraphStore) -> None:
    name = store.graphs()[0]

    def cut(fact: Triple) -> Triple:
        return Triple(fact.subject, fact.predicate, Literal("Half")) if fact.predicate == diplo("text") else fact

    store.put(ArticleGraph(name, "", None, tuple(map(cut, store.triples(name)))))


@pytest.mark.parametrize("damage", [_cut, _without_article, _without_run, _under_another_name, _half_a_text])
def test_half_an_article_is_found(folder: Path, damage: Callable[[OxigraphStore], None]) -> None:
    with OxigraphStore(folder) as store:
        damage(store)
    assert "kg restore" in wrong(folder)["articles"]


def test_a_view_that_lost_or_gained_something_is_made_anew(folder: Path) -> None:
    with OxigraphStore(folder) as store:
        event = str(store.select("SELECT ?e WHERE { ?e a diplo:Event }").rows[0][0])
        gone = [Quad(fact) for fact in store.facts(event)]
        odd = [Quad(Triple(DATA + "event/odd", TYPE, diplo("Event"))), Quad(Triple(event, TYPE, diplo("Odd")))]
        sound = set(store.triples())
        store.revise(gone, odd)
    assert wrong(folder)["view"] == "kg resolve --anew"
    done = CliRunner().invoke(cli, ["--store", str(folder), "resolve", "--anew"])
    assert done.exit_code == 0 and f"2 facts taken out of the view and {len(gone)} put in" in done.output
    assert wrong(folder) == {}
    with open_store(folder, reading=True) as state:
        assert set(state.triples()) == sound


def test_an_ingest_that_was_stopped_before_resolving_is_found(folder: Path) -> None:
    with OxigraphStore(folder) as store:
        running = ingest([told(4)], store, LaterReader(version="1"))
        next(running)
        running.close()
    assert wrong(folder) == {"view": "kg resolve"}
    assert CliRunner().invoke(cli, ["--store", str(folder), "resolve"]).exit_code == 0
    assert wrong(folder) == {}


def test_an_assertion_that_the_view_does_not_show_yet_needs_a_resolution_only(folder: Path) -> None:
    with OxigraphStore(folder) as store:
        desk = Desk(store)
        event = store.select("SELECT ?e WHERE { ?e a diplo:Event } ORDER BY ?e").rows[0][0]
        assert_value(desk, desk.target(str(event)), "status", "cancelled", ANNA)
    assert wrong(folder) == {"view": "kg resolve"}
    assert CliRunner().invoke(cli, ["--store", str(folder), "resolve"]).exit_code == 0
    assert wrong(folder) == {}


def test_what_a_resolution_does_not_mend_is_made_anew_though_one_is_due(folder: Path) -> None:
    with OxigraphStore(folder) as store:
        running = ingest([told(4)], store, LaterReader(version="1"))
        next(running)
        running.close()
        store.revise((), [Quad(Triple(DATA + "event/odd", TYPE, diplo("Event")))])
    assert wrong(folder) == {"view": "kg resolve --anew"}


def test_a_ledger_of_a_lost_article_is_found(folder: Path) -> None:
    ledger = identity_ledger(DATA + "graph/lost")
    with OxigraphStore(folder) as store:
        store.revise((), [Quad(Triple(DATA + "event/a", diplo("foldedInto"), DATA + "event/b"), ledger)])
    assert wrong(folder)["ledgers"] == "kg resolve --anew"
    assert CliRunner().invoke(cli, ["--store", str(folder), "resolve", "--anew"]).exit_code == 0
    assert wrong(folder) == {}


def test_a_journal_that_is_ahead_of_itself_is_found(folder: Path) -> None:
    with sqlite3.connect(folder / FILE) as journal:
        journal.execute("INSERT INTO touched VALUES ('http://a/b', 10000)")
    assert "delete" in wrong(folder)["journal"]


def test_an_older_published_state_that_can_t_be_read_is_found(folder: Path) -> None:
    (folder / "published" / "0").mkdir()
    assert "deleted" in wrong(folder)["published states"]
    assert Published(folder).states()[0][1] == 0


def test_a_property_graph_that_holds_something_else_is_found(folder: Path) -> None:
    with open_store(folder, reading=True) as state:
        engine = KgliteEngine(folder / FOLDER)
        mark = state.changes().mark
        engine.rebuild(list(whole(state))[:1], mark)
        engine.keep()
    assert wrong(folder) == {"property graph": "kg project --anew"}
    next((folder / FOLDER).rglob("node_slots.bin")).write_bytes(b"half")
    assert wrong(folder) == {"property graph": "kg project --anew"}
    assert CliRunner().invoke(cli, ["--store", str(folder), "project", "--anew"]).exit_code == 0
    assert wrong(folder) == {}


def test_a_property_graph_that_is_behind_is_no_fault(folder: Path) -> None:
    with OxigraphStore(folder) as store:
        for _ in ingest([told(5)], store, LaterReader(version="1")):
            pass
    assert wrong(folder) == {}


def test_a_broken_shape_is_found(folder: Path) -> None:
    with OxigraphStore(folder) as store:
        name = store.graphs()[0]
        facts = tuple(store.triples(name))
        event = next(fact.subject for fact in facts if fact.object == diplo("Event"))
        store.put(
            ArticleGraph(
                name, "", None, tuple(f for f in facts if (f.subject, f.predicate) != (event, diplo("status")))
            )
        )
    assert "kg validate" in wrong(folder)["shapes"]


def test_a_server_is_checked_as_well(folder: Path, tmp_path: Path, empty_fuseki) -> None:  # type: ignore[no-untyped-def]
    address = empty_fuseki.open.query.rsplit("/", 1)[0]
    with open_store(folder, reading=True) as state:
        backup(state, tmp_path / "b")
    restore(tmp_path / "b", address)
    with open_store(address) as server:
        assert [part.name for part in check(server, address) if part.findings] == []
        event = str(server.select("SELECT ?e WHERE { ?e a diplo:Event }").rows[0][0])
        server.revise([Quad(fact) for fact in server.facts(event)], ())
        assert [part.name for part in check(server, address) if part.findings] == ["view"]
