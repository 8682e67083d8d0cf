"""The file of days that a store keeps holds those of the state that is read, whatever was written, and leaves out no event of a period."""

import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner
from graphs import article_graphs, fixture_store
from hypothesis import given, settings
from hypothesis import strategies as st
from kg_cli.main import cli
from kg_ontology import DATA

from kg.facts.vocabulary import DATE, TYPE, diplo
from kg.model import Literal, Quad, Triple
from kg.questions import ask
from kg.store.days import FILE, told
from kg.store.oxigraph import OxigraphStore
from kg.store.state import OxigraphState

EVENT = DATA + "event/fair"
IN_A_PERIOD = ("meetings-between", "told-by-one", "topics-by-month")


def between(*days: str | None) -> list[Quad]:
    """An event with its first and last day, as the view tells it."""
    ends = zip(("earliest", "latest"), days, strict=True)
    return [
        Quad(Triple(EVENT, TYPE, diplo("Event"))),
        *(Quad(Triple(EVENT, diplo(end), Literal(day, DATE))) for end, day in ends if day),
    ]


@pytest.fixture
def folder(tmp_path):
    with OxigraphStore(tmp_path / "s", create=True) as store:
        fixture_store(store)
    return tmp_path / "s"


def true(folder):
    with OxigraphState(folder) as state:
        held = state.days.rows()
        assert held == set(told(state.engine))
        return held


def test_days_follow_whatever_is_written(folder):
    before = true(folder)
    first, then = between("2020-10-01", "2020-10-31"), between("2021-01-01", "2021-01-01")
    for gone, come in (([], first), (first, then), (then, [])):
        with OxigraphStore(folder) as store:
            store.revise(gone, come)
            store.publish()
            assert true(folder) - before == (
                {(EVENT, *(quad.triple.object.value for quad in come[1:]))} if come else set()
            )
        true(folder)
    for graph in article_graphs():
        with OxigraphStore(folder) as store:
            store.drop(graph.name)
        true(folder)


DAYS = st.dates().map(str) | st.sampled_from(["0001-01-01", "9999-12-31"])


@settings(max_examples=60)
@given(st.lists(st.tuples(DAYS, DAYS).map(sorted), max_size=8), st.none() | DAYS, st.none() | DAYS)
def test_the_events_of_a_period_are_those_whose_days_touch_it(tmp_path_factory, events, first, last):
    folder = tmp_path_factory.mktemp("days") / "s"
    facts = [
        Quad(Triple(f"{DATA}event/{number}", diplo(end), Literal(day, DATE)))
        for number, days in enumerate(events)
        for end, day in zip(("earliest", "latest"), days, strict=True)
    ]
    with OxigraphStore(folder, create=True) as store:
        store.revise([], facts)
    meant = [
        f"{DATA}event/{number}"
        for number, (earliest, latest) in enumerate(events)
        if (first is None or latest >= first) and (last is None or earliest <= last)
    ]
    with OxigraphState(folder) as state:
        assert state.days.between(first, last, 8) == tuple(meant)
        assert not meant or state.days.between(first, last, len(meant) - 1) is None


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (("2020-10-10", None), True),
        ((None, "2020-10-10"), True),
        ((None, None), False),
        (("2020-10-10Z", "2020-10-10Z"), True),
    ],
)
def test_where_a_day_is_not_told_or_told_otherwise_the_event_is_not_left_out(tmp_path, days, found):
    with OxigraphStore(tmp_path / "s", create=True) as store:
        store.revise([], between(*days))
    with OxigraphState(tmp_path / "s") as state:
        assert state.days.between("2020-10-01", "2020-10-31", 9) == ((EVENT,) if found else ())


@pytest.mark.parametrize(
    "period", [("2020-10", "2020-10"), ("2020", None), (None, "2020-10-14"), ("2020-10-15", "2020-10-21")]
)
@pytest.mark.parametrize("name", IN_A_PERIOD)
def test_questions_give_the_same_with_and_without_the_file(folder, name, period):
    # A meeting is asked for between two days.
    asked = {
        end: day or "2020" for end, day in zip(("from", "to"), period, strict=True) if day or name == IN_A_PERIOD[0]
    }
    with OxigraphState(folder) as state:
        quick = ask(state, name, asked).rows
    (folder / FILE).unlink()
    with OxigraphState(folder) as state:
        assert state.days.rows() is None
        assert ask(state, name, asked).rows == quick


def test_a_damaged_file_is_found_and_made_anew(folder):
    with closing(sqlite3.connect(folder / FILE)) as data, data:
        data.execute("DELETE FROM day WHERE event = (SELECT event FROM day LIMIT 1)")
    checked = CliRunner().invoke(cli, ["--store", str(folder), "check"])
    assert checked.exit_code == 1 and "1 are not those of the view" in checked.stdout + checked.stderr
    (folder / FILE).write_bytes(b"no database" * 99)
    with OxigraphState(folder) as state:
        assert state.days.rows() is None
    with OxigraphStore(folder) as store:
        store.revise([], between("2020-01-01", "2020-01-01"))
    assert (EVENT, "2020-01-01", "2020-01-01") in true(folder)
