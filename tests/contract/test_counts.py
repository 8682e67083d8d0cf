"""The counts that a store keeps beside its view are those of the view, whatever was written, and readers believe no others."""

import shutil
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from curation_tools import LaterReader, told
from graphs import article_graphs, fixture_store
from hypothesis import given, settings
from hypothesis import strategies as st
from kg_cli.main import cli
from kg_ontology import DATA

from kg.facts.vocabulary import DATE, diplo
from kg.model import Literal, Quad, Triple
from kg.pipeline import ingest
from kg.questions import ask
from kg.store.base import COUNTS
from kg.store.counts import GRAPHS, Counts, contact, counted, kept, months, topic, true_of
from kg.store.oxigraph import OxigraphStore
from kg.store.state import OxigraphState

ONE, OTHER, TOPIC = DATA + "person/a", DATA + "person/b", DATA + "topic/t"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
WHOLE = ("most-contacts", "topics-by-month")


def event(number: int, day: str) -> list[Quad]:
    """A meeting of two on a topic, as the view holds it."""
    iri, day = f"{DATA}event/{number}", f"2020-{day}-01"
    facts = [Triple(iri, diplo("earliest"), Literal(day, DATE)), Triple(iri, diplo("topic"), TOPIC)]
    for one, other in ((ONE, OTHER), (OTHER, ONE)):
        tie = f"{DATA}tie/{number}-{one[-1]}"
        parts = (RDF + "subject", one), (RDF + "predicate", diplo("met")), (RDF + "object", other)
        facts += [Triple(tie, part, value) for part, value in (*parts, (diplo("fromEvent"), iri))]
    return [Quad(fact) for fact in facts]


def true(folder: Path) -> Counts:
    """The counts of a folder, which are those of its view."""
    with OxigraphState(folder) as state:
        assert state.counted
        found = kept(state.engine)
        assert found == counted(state.engine)
        return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with OxigraphStore(tmp_path / "s", create=True) as store:
        fixture_store(store)
    return tmp_path / "s"


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["come", "go", "publish", "open anew"]), st.integers(0, 3), st.sampled_from(["01", "02"])
    ),
    max_size=12,
)


@settings(max_examples=15)
@given(STEPS)
def test_counts_follow_whatever_is_written(tmp_path_factory, steps):
    folder, held = tmp_path_factory.mktemp("counted") / "s", dict[int, str]()
    store = OxigraphStore(folder, create=True)
    for step, number, month in steps:
        if step == "publish":
            store.publish()
        elif step == "open anew":
            store.close()
            store = OxigraphStore(folder)
        else:
            gone = event(number, held.pop(number)) if number in held else []
            if step == "come":
                held[number] = month
            store.revise(gone, event(number, month) if step == "come" else [])
    store.close()
    found = true(folder)
    assert found.contacts == ({(ONE, OTHER): len(held)} if held else {})
    assert found.events == {(f"2020-{m}", TOPIC): list(held.values()).count(m) for m in {*held.values()}}


def test_what_articles_tell_and_no_longer_tell_is_counted(folder):
    before = true(folder)
    assert before.contacts and before.events
    for graph in article_graphs():
        with OxigraphStore(folder) as store:
            assert store.drop(graph.name)
        assert true(folder) != before
        with OxigraphStore(folder) as store:
            store.put(graph)
        assert true(folder) == before


def test_events_that_become_one_are_counted_once(tmp_path):
    for number in range(1, 4):
        with OxigraphStore(tmp_path / "s", create=True) as store:
            for _ in ingest([told(number)], store, LaterReader(version="1")):
                pass
        found = true(tmp_path / "s")
    assert set(found.contacts.values()) == {1}


def test_they_are_no_part_of_the_view_of_articles_or_of_ledgers(folder):
    with OxigraphState(folder) as state:
        assert not any(COUNTS in name for name in (*state.graphs(), *state.ledgers()))
        assert not any(fact.predicate in {diplo("contacts"), diplo("eventsByMonth")} for fact in state.triples())
        topic = next(topic for _, topic in kept(state.engine).events)
        assert not any((quad.graph or "").startswith(COUNTS) for quad in state.about(topic))
        assert len(state) == sum(len(set(graph.triples)) for graph in article_graphs())


def test_where_they_are_not_true_questions_count_for_themselves(folder):
    october = "topics-by-month", {"from": "2020-10", "to": "2020-10"}
    with OxigraphState(folder) as state:
        counted_rows, narrowed = [ask(state, name).rows for name in WHOLE], ask(state, *october).rows
    with OxigraphStore(folder) as store:
        assert all(counted_rows) and [ask(store, name).rows for name in WHOLE] == counted_rows
        assert ask(store, *october).rows == narrowed
        store.recount()
        store.engine.extend(contact((ONE, OTHER), 99))
        store.revise([], event(1, "10"))
        store.publish()
        with OxigraphState(folder) as state:
            assert not state.counted
            assert [ask(state, name).rows for name in WHOLE] == [ask(store, name).rows for name in WHOLE]
    assert true(folder).contacts[ONE, OTHER] == 1


def test_a_store_without_the_state_that_was_counted_is_counted_anew_at_the_end(folder):
    shutil.rmtree(folder / "published")
    with OxigraphStore(folder) as store:
        store.revise([], event(1, "03"))
        store.publish()
        with OxigraphState(folder) as state:
            assert not state.counted
            assert true_of(state.engine) is not None
    assert true(folder).contacts[ONE, OTHER] == 1


def test_what_another_layout_kept_is_counted_anew_and_goes(folder):
    before, other = true(folder), ox.NamedNode(COUNTS + "mark")
    with OxigraphStore(folder) as store:
        for held in list(store.engine.quads_for_pattern(None, None, None, GRAPHS[2])):
            store.engine.remove(held)
            store.engine.add(ox.Quad(other, held.predicate, held.object, other))
        store.engine.remove_graph(GRAPHS[1])
        store.revise([], event(1, "03"))
    assert true(folder).contacts == before.contacts + Counter({(ONE, OTHER): 1})
    with OxigraphState(folder) as state:
        assert {name for name in state.engine.named_graphs() if name.value.startswith(COUNTS)} == {*GRAPHS}


@given(st.dictionaries(st.sampled_from(["2020-09", "2020-10", "1999-12"]), st.integers(0, 10**6)))
def test_what_is_kept_of_a_topic_is_read_as_it_was_meant(events):
    held = topic(TOPIC, events)
    assert len(held) == any(events.values())
    assert sum(map(months, held), Counter()) == {when: n for when, n in events.items() if n}


@pytest.mark.parametrize(
    "wrong",
    [
        contact((ONE, OTHER), 7),
        contact((ONE, OTHER), 7)[:1],
        topic(TOPIC, {"2020-03": 7}),
        [ox.Quad(*list(topic(TOPIC, {"2020-03": 7})[0])[:2], ox.Literal("2020-03"), GRAPHS[1])],
    ],
    ids=["a pair", "a number of nobody", "a topic", "a month without a number"],
)
def test_wrong_counts_are_found_and_mended(folder, wrong):
    with OxigraphStore(folder) as store:
        store.engine.extend(wrong)
        store.revise([], event(1, "03"))
    done = CliRunner().invoke(cli, ["--store", str(folder), "check", "--format", "csv"])
    assert "counts,wrong" in done.output and "kg resolve --anew" in done.output
    assert CliRunner().invoke(cli, ["--store", str(folder), "resolve", "--anew"]).exit_code == 0
    true(folder)
