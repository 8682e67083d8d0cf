"""The events of a person, a process or a pair in order of time, on a made story with plans that were held and cancelled."""

import json
from datetime import date
from pathlib import Path

import pytest
from cli_help import kg
from made_story import fill

from kg.errors import KgError
from kg.reports.timeline import Entry, Subject, timeline
from kg.store.base import Store
from kg.store.memory import MemoryStore
from kg.store.opening import open_store
from kg.store.oxigraph import OxigraphStore

HELD = [("2020-10-20", "held", []), ("2020-11-11", "held", ["2020-11-10"])]
CANCELLED = [("2020-11-20", "cancelled", ["2020-11-20"])]


@pytest.fixture(scope="module", params=["memory", "oxigraph"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Store:
    if request.param == "memory":
        return fill(MemoryStore())
    return fill(OxigraphStore(tmp_path_factory.mktemp("timeline") / "store", create=True))


def lines(entries: tuple[Entry, ...]) -> list[tuple[str, str, list[str]]]:
    return [
        (str(entry.event.earliest), entry.event.status.value, [str(plan.earliest) for plan in entry.plans])
        for entry in entries
    ]


@pytest.mark.parametrize("name", ["Lavrov", "Лавров", "لافروف", "kgid:person/sergey-lavrov"])
def test_a_plan_stands_on_the_line_of_what_became_of_it(store: Store, name: str) -> None:
    assert lines(timeline(store, Subject(person=name))) == HELD + CANCELLED


@pytest.mark.parametrize("pair", [("Lavrov", "Zarif"), ("Zarif", "Russia"), ("Iran", "Russia"), ("روسيا", "Zarif")])
def test_a_pair_is_persons_or_those_for_whom_they_act(store: Store, pair: tuple[str, str]) -> None:
    assert lines(timeline(store, Subject(pair=pair))) == HELD


def test_nobody_meets_himself_or_his_own_state(store: Store) -> None:
    assert timeline(store, Subject(pair=("Lavrov", "Russia"))) == ()
    assert timeline(store, Subject(pair=("Lavrov", "Lavrov"))) == ()


def test_a_process_has_its_events(store: Store) -> None:
    assert lines(timeline(store, Subject(process="Astana"))) == HELD[:1]


def test_days_narrow_it_and_a_plan_whose_outcome_lies_outside_says_which_it_is(store: Store) -> None:
    found = timeline(store, Subject(person="Zarif"), until=date(2020, 11, 10))
    assert lines(found) == [("2020-09-01", "held", []), ("2020-10-20", "held", []), ("2020-11-10", "planned", [])]
    assert found[-1].outcome is not None
    assert found[-1].outcome.earliest == date(2020, 11, 11)
    assert [entry.outcome for entry in found[:-1]] == [None, None]
    assert lines(timeline(store, Subject(person="Lavrov"), since=date(2020, 11, 11))) == HELD[1:] + CANCELLED


def test_how_many_outlets_tell_of_it_is_counted_without_copies(store: Store) -> None:
    assert [entry.event.sources for entry in timeline(store, Subject(pair=("Lavrov", "Zarif")))] == [3, 1]


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        (Subject(person="Kissinger"), "no person in the store is called 'Kissinger'"),
        (Subject(process="Minsk"), "no process in the store is called 'Minsk'"),
        (Subject(pair=("Lavrov", "Bolivia")), "no person, state or organization in the store is called 'Bolivia'"),
    ],
)
def test_an_unknown_name_is_said(store: Store, subject: Subject, said: str) -> None:
    with pytest.raises(KgError, match=said):
        timeline(store, subject)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("timelines") / "store"
    with open_store(path, create=True) as store:
        fill(store)
    return path


def test_the_command_prints_plans_on_one_line(folder: Path) -> None:
    printed = kg("timeline", "--person", "Lavrov", "--store", folder).stdout
    assert "held (planned for 2020-11-10)" in printed
    assert "cancelled (planned for 2020-11-20)" in printed
    until = kg("timeline", "--person", "Zarif", "--until", "2020-11-10", "--store", folder).stdout
    assert "planned → held 2020-11-11" in until


def test_programs_get_plan_and_outcome(folder: Path) -> None:
    rows = json.loads(kg("timeline", "--pair", "Iran", "Russia", "--format", "json", "--store", folder).stdout)
    assert [(row["status"], row["sources"], bool(row["plans"]), row["outcome"]) for row in rows] == [
        ("held", 3, False, None),
        ("held", 1, True, None),
    ]


def test_the_command_asks_whose_and_says_when_there_is_nothing(folder: Path) -> None:
    whose = kg("timeline", "--store", folder)
    assert whose.exit_code == 2
    assert "Say whose timeline" in whose.stderr
    unknown = kg("timeline", "--person", "Kissinger", "--store", folder)
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    none = kg("timeline", "--pair", "Lavrov", "Safadi", "--store", folder)
    assert (none.exit_code, none.stderr) == (0, "kg: no events found\n")
