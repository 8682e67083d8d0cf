"""The file of names that a store keeps holds those of the state that is read, whatever was written, or isn't believed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from graphs import article_graphs, fixture_store
from kg_cli.main import cli
from kg_ontology import DATA

from kg.facts.vocabulary import LABEL, TYPE, diplo
from kg.identity.terms import ALT_LABEL
from kg.model import Literal, Quad, Triple
from kg.projection.opening import property_graph
from kg.questions import ask, ask_cypher, people
from kg.questions.catalogue import Sort
from kg.questions.enginesource import EngineSource
from kg.questions.find import find, found
from kg.store import spoken
from kg.store.memory import MemoryStore
from kg.store.names import FILE, told
from kg.store.oxigraph import OxigraphStore
from kg.store.state import OxigraphState

BORIS = DATA + "person/boris"


def named(*names: str) -> list[Quad]:
    """A person as the view tells of him; the first name is his label, the others are alternative ones."""
    labels = [
        Quad(Triple(BORIS, LABEL if name == names[0] else ALT_LABEL, Literal(name, None, "en"))) for name in names
    ]
    return [Quad(Triple(BORIS, TYPE, diplo("Person"))), *labels]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with OxigraphStore(tmp_path / "s", create=True) as store:
        fixture_store(store)
    return tmp_path / "s"


def true(folder: Path) -> None:
    """The file holds the names of the state, no more and no less."""
    with OxigraphState(folder) as state:
        assert state.names.rows() == set(told(state.engine))


def test_names_follow_whatever_is_written(folder):
    true(folder)
    for gone, come in (([], named("Boris")), (named("Boris"), named("Bob", "Boris")), (named("Bob", "Boris"), [])):
        with OxigraphStore(folder) as store:
            store.revise(gone, come)
            store.publish()
            true(folder)
        true(folder)
        with OxigraphState(folder) as state:
            assert people(state, "Boris") == ((BORIS,) if come else ())
    for graph in article_graphs():
        with OxigraphStore(folder) as store:
            store.drop(graph.name)
        true(folder)


@pytest.mark.parametrize(
    ("kind", "query"),
    [
        *((Sort.CALLED, query) for query in ("Ali As", "asg", "Khaji", "علي", "Лав", "nobody", "%", "_", "'", " ")),
        *(
            (Sort.PERSON, query)
            for query in ("Khaji", "Lavrov", "خاجي", "Ali Khaji", "علي أصغر خاجي", "Лаврентьев", "A. Lavrentiev")
        ),
        *((Sort.PERSON, query) for query in ("Zbigniew Brzezinski", "", "-", "X", "\udce9", "Khaji Lavrov")),
        *((Sort.PARTY, query) for query in ("Iran", "إيران")),
        (Sort.TOPIC, "Syria"),
        (Sort.PROCESS, "Astana"),
        (Sort.PLACE, "Tehran"),
    ],
)
def test_the_same_nodes_are_found_with_and_without_it(folder, kind, query):
    with OxigraphState(folder) as state:
        assert state.names.rows()
        assert find(state, kind, query) == find(fixture_store(MemoryStore()), kind, query)


@pytest.mark.parametrize("query", ["Ali As", "Khaji", "علي", "Лав", "nobody"])
def test_cypher_finds_the_same_people_with_and_without_it(folder, query):
    with OxigraphState(folder) as state, closing(property_graph(state, None)[0]) as engine:
        assert state.names.mark == engine.mark()
        for kind in (Sort.CALLED, Sort.PERSON):
            by_file = found(EngineSource(engine, state.names), kind, query)
            assert by_file == found(EngineSource(engine), kind, query) == find(state, kind, query)
        told = ask_cypher(engine, "who-is-called", {"name": query}, state.names)
        assert told == ask_cypher(engine, "who-is-called", {"name": query})


def test_cypher_does_not_believe_the_names_of_another_state(folder):
    with OxigraphState(folder) as state:
        engine = property_graph(state, None)[0]
    with OxigraphStore(folder) as store:
        store.revise([], named("Boris"))
    with OxigraphState(folder) as state, closing(engine):
        assert state.names.called("boris") == (BORIS,)
        assert found(EngineSource(engine, state.names), Sort.CALLED, "Boris") == ()


def test_names_in_words_of_other_tables_are_not_believed_and_made_anew(folder, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr(spoken, "edition", lambda: 1)
        with OxigraphStore(folder) as store:
            store.revise([], named("Boris"))
    with OxigraphState(folder) as state:
        assert state.names.bearers(("Person",), "Boris") is None
        assert state.names.called("boris") == people(state, "Борис") == (BORIS,)
    with OxigraphStore(folder) as store:
        store.revise(named("Boris"), [])
    with OxigraphState(folder) as state:
        assert state.names.bearers(("Person",), "Boris") == ()
    true(folder)


def test_a_file_of_an_older_layout_is_made_anew(folder):
    with sqlite3.connect(folder / FILE) as data:
        data.executescript(
            "ALTER TABLE name DROP COLUMN words; ALTER TABLE head DROP COLUMN edition; DROP TABLE form; DROP TABLE key; DROP TABLE onward; PRAGMA user_version = 0"
        )
    with OxigraphState(folder) as state:
        assert state.names.called("kha") is None and state.names.bearers(("Person",), "Khaji") is None
        assert people(state, "Khaji")
    with OxigraphStore(folder) as store:
        store.revise([], named("Boris"))
    true(folder)
    with OxigraphState(folder) as state:
        assert state.names.bearers(("Person",), "Khaji") == people(state, "Khaji") != ()


def test_who_stays_does_not_keep_the_writer_waiting(folder):
    with OxigraphState(folder) as early:
        assert early.names.called("kha")
        with OxigraphStore(folder) as store:
            store.revise([], named("Boris"))
        assert early.names.called("kha") is None and people(early, "Boris") == ()
    true(folder)


def test_the_names_of_another_state_are_not_believed(folder):
    with OxigraphState(folder) as early, OxigraphStore(folder) as store:
        store.revise([], named("Boris"))
        store.publish()
        assert early.names.rows() is None and people(early, "Boris") == ()
        store.revise(named("Boris"), [])
        with OxigraphState(folder) as state:
            assert state.names.rows() and people(state, "Boris") == (BORIS,)


@pytest.mark.parametrize("damage", [b"", b"no database at all, but long enough to be taken for one" * 99])
def test_a_damaged_file_is_not_believed_and_made_anew(folder, damage):
    with OxigraphState(folder) as state:
        meant = ask(state, "who-is-called", {"name": "Kha"}).rows
        assert meant
    (folder / FILE).write_bytes(damage)
    with OxigraphState(folder) as state:
        assert state.names.rows() is None and ask(state, "who-is-called", {"name": "Kha"}).rows == meant
    with OxigraphStore(folder) as store:
        store.revise([], named("Boris"))
    true(folder)


def test_wrong_names_are_found(folder):
    def states() -> str:
        return CliRunner().invoke(cli, ["--store", str(folder), "check", "--format", "csv"]).output

    assert "names,well" in states()
    with OxigraphStore(folder) as store:
        store.revise([], named("Boris"))
    with sqlite3.connect(folder / FILE) as data:
        data.execute("DELETE FROM name WHERE node = ?", (BORIS,))
    assert "names,wrong" in states() and FILE in states()
