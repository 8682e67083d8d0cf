"""Who has not met for unusually long: rhythms as such, and on made stories of people who meet again and again."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from cli_help import kg
from hypothesis import given
from hypothesis import strategies as st
from made_story import LAVROV, MUALLEM, SAFADI, ZARIF, Told, Who, fill

from kg.authority.authority import Authority
from kg.authority.dates import when
from kg.authority.model import Fact
from kg.errors import KgError
from kg.model import EventType, Status
from kg.reports.company import Between
from kg.reports.departures import departures
from kg.reports.gaps import Gap, GapFilter, Silence, gaps
from kg.reports.rhythm import TOGETHER, Rhythm, encounters, rhythm
from kg.store.base import Store
from kg.store.memory import MemoryStore
from kg.store.opening import open_store
from kg.store.oxigraph import OxigraphStore

START = date(2019, 1, 1)
RYABKOV = Who("Sergey Ryabkov", "سيرغي ريابكوف", "person/sergey-ryabkov", "Russia", "state/RU")


def meetings(first: int, people: tuple[Who, ...], days: Iterable[int]) -> list[Told]:
    """Meetings of some people so many days after the start, each told on the next day."""
    told = [(first + at, START + timedelta(days=day)) for at, day in enumerate(days)]
    return [
        Told(
            number,
            "wire.example",
            "en",
            day + timedelta(days=1),
            people,
            day,
            topics=((f"topic {number}", f"t/{number}"),),
        )
        for number, day in told
    ]


REGULAR = meetings(1, (LAVROV, ZARIF), range(0, 300, 30))
"""Every thirty days ten times, then no more."""
AGAIN = meetings(21, (LAVROV, MUALLEM), [0, 60, 120, 180, 600])
"""Every two months four times, and again after 420 days."""
RARE = meetings(41, (LAVROV, SAFADI), [0, 250, 500])
"""Rarely, and lately."""
STORY = (*REGULAR, *AGAIN, *RARE)


@pytest.fixture(scope="module", params=["memory", "oxigraph"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Store:
    if request.param == "memory":
        return fill(MemoryStore(), STORY)
    return fill(OxigraphStore(tmp_path_factory.mktemp("gaps") / "store", create=True), STORY)


def told(found: Iterable[Gap]) -> list[tuple[Silence, tuple[str, str], int, float, int]]:
    return [(gap.silence, gap.names, gap.days, gap.usual, gap.encounters) for gap in found]


def test_who_met_regularly_and_no_more_is_missed(store: Store) -> None:
    found = gaps(store)
    assert found.on == START + timedelta(days=601)
    assert told(found.gaps) == [
        (Silence.OPEN, ("Mohammad Javad Zarif", "Sergey Lavrov"), 331, 30.0, 10),
        (Silence.ENDED, ("Sergey Lavrov", "Walid al-Muallem"), 420, 60.0, 4),
    ]
    assert [gap.unusual for gap in found.gaps] == [(331 - 30) / 7.5, (420 - 60) / 15]


def test_the_day_from_which_to_look_back_counts(store: Store) -> None:
    early = gaps(store, GapFilter(on=START + timedelta(days=280)))
    assert told(early.gaps) == []
    late = gaps(store, GapFilter(on=START + timedelta(days=1400)))
    assert {gap.names[1] for gap in late.gaps if gap.silence is not Silence.ENDED} == {
        "Sergey Lavrov",
        "Walid al-Muallem",
    }
    assert ("Ayman Safadi", "Sergey Lavrov") in {gap.names for gap in late.gaps}


def test_how_often_and_how_long_can_be_asked_for(store: Store) -> None:
    assert [gap.encounters for gap in gaps(store, GapFilter(minimum=5)).gaps] == [10]
    assert told(gaps(store, GapFilter(times=12)).gaps) == []


def test_who_has_left_office_is_not_missed_but_told_apart(store: Store) -> None:
    late = gaps(store, GapFilter(on=date(2022, 1, 1)))
    left = {gap.names[1 if gap.names[0] == "Sergey Lavrov" else 0]: gap.left for gap in late.gaps if gap.left}
    assert {name: [str(each) for each in own] for name, own in left.items()} == {
        "Mohammad Javad Zarif": [
            "Mohammad Javad Zarif: Foreign Minister of Iran until 2021-08-24, then Hossein Amir-Abdollahian"
        ],
        "Walid al-Muallem": ["Walid al-Muallem: Foreign Minister of Syria until 2020-11-16, then Faisal Mekdad"],
    }
    assert all((gap.silence is Silence.LEFT) == bool(gap.left) for gap in late.gaps)
    assert [gap.silence for gap in late.gaps] == sorted((gap.silence for gap in late.gaps), key=list(Silence).index)
    assert {gap.names for gap in late.gaps if gap.silence is Silence.OPEN} == {("Ayman Safadi", "Sergey Lavrov")}
    states = gaps(store, GapFilter(Between.STATE, on=date(2022, 1, 1)))
    assert {gap.silence for gap in states.gaps} == {Silence.OPEN, Silence.ENDED}


def terms(*told: tuple[str, str, str]) -> Authority:
    """Terms of some people in one office: who, from, to."""
    return Authority(
        Fact(f"person/{who}", "holds", "office/x", "", when(start), when(end), f"https://example.org/{who}")
        for who, start, end in told
    )


@pytest.mark.parametrize(
    ("told", "until"),
    [
        ([("ann", "2019", "2020-05-01")], "2020-05-01"),
        ([("ann", "2019", "2020"), ("ann", "2019-02-01", "2020-05-01")], "2020-05-01"),
        ([("ann", "2019", ""), ("ann", "2019-02-01", "2020-05-01")], "2020-05-01"),
        ([("ann", "2019", "")], None),
        ([("ann", "2019", "2020-05-01..")], None),
        ([("ann", "2019", "2020-05-01"), ("ann", "2020-06-01", "")], None),
        ([("ann", "2019", "2020")], None),
        ([("ann", "2017", "2018-01-01")], None),
        ([], None),
    ],
)
def test_only_a_departure_that_is_sure_counts(told: list[tuple[str, str, str]], until: str | None) -> None:
    known = terms(*told, ("bob", "2020-05-03", ""), ("carl", "2015", "2018"))
    found = departures(known, [("https://w3id.org/diplo-kg/id/person/ann", "Ann")], date(2020, 1, 1), date(2020, 12, 1))
    assert [(each.until, each.successor) for each in found] == ([(until, "person/bob")] if until else [])


def test_states_meet_through_those_who_act_for_them(store: Store) -> None:
    found = gaps(store, GapFilter(Between.STATE))
    assert {gap.names for gap in found.gaps} == {("Iran", "Russia"), ("Russia", "Syria")}


def test_colleagues_of_one_side_do_not_meet() -> None:
    story = meetings(1, (LAVROV, RYABKOV, ZARIF), [0, 30, 60])
    found = gaps(fill(MemoryStore(), story), GapFilter(on=date(2020, 1, 1)))
    assert {gap.names for gap in found.gaps} == {
        ("Mohammad Javad Zarif", "Sergey Lavrov"),
        ("Mohammad Javad Zarif", "Sergey Ryabkov"),
    }


def test_plans_and_calls_are_no_meetings_unless_calls_are_asked_for() -> None:
    story = meetings(1, (LAVROV, ZARIF), [0, 30, 60])
    plans = [replace(each, status=Status.PLANNED) for each in story]
    assert gaps(fill(MemoryStore(), plans), GapFilter(on=date(2020, 1, 1), calls=True)).gaps == ()
    store = fill(MemoryStore(), [replace(each, type=EventType.CALL, place=None) for each in story])
    assert gaps(store, GapFilter(on=date(2020, 1, 1))).gaps == ()
    assert len(gaps(store, GapFilter(on=date(2020, 1, 1), calls=True)).gaps) == 1


def test_without_a_day_of_publication_one_must_be_given() -> None:
    story = [replace(each, published=None) for each in REGULAR[:3]]
    store = fill(MemoryStore(), story)
    with pytest.raises(KgError, match="say by --on DAY"):
        gaps(store)
    assert len(gaps(store, GapFilter(on=date(2020, 1, 1))).gaps) == 1


DAYS = st.lists(st.dates(date(2000, 1, 1), date(2030, 1, 1)), min_size=1, max_size=30)


@given(DAYS)
def test_encounters_hold_all_days_and_lie_more_than_a_week_apart(days: list[date]) -> None:
    found = encounters(days)
    assert all(any(one.first <= day <= one.last for one in found) for day in days)
    assert all(later.first - earlier.last > TOGETHER for earlier, later in pairwise(found))
    assert found == encounters(reversed(days))


@given(st.lists(st.integers(8, 5000), min_size=1, max_size=20), st.integers(8, 5000))
def test_a_longer_gap_is_more_unusual_and_the_usual_one_is_not(lengths: list[int], gap: int) -> None:
    found = Rhythm(tuple(lengths))
    assert found.unusual(gap) < found.unusual(gap + 1)
    assert found.unusual(int(found.usual)) <= 0
    assert found.spread >= 1


def test_an_irregular_pair_is_missed_less() -> None:
    assert Rhythm((30, 30, 30)).unusual(90) > Rhythm((10, 30, 80)).unusual(90)
    week = encounters([START, START + timedelta(days=3), START + timedelta(days=40)])
    assert rhythm(week).gaps == (37,)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("silences") / "store"
    with open_store(path, create=True) as store:
        fill(store, STORY)
    return path


def test_the_command_prints_rhythm_and_gap(folder: Path) -> None:
    printed = kg("gaps", "--store", folder).stdout.splitlines()
    assert printed[2].split("   ")[0].strip() == "not met since"
    assert "30 ± 8" in printed[2]
    assert "met again after" in printed[3]
    rows = json.loads(kg("gaps", "--by", "state", "--format", "json", "--store", folder).stdout)
    assert [(row["first"].rsplit("/", 1)[-1], row["days"], row["usual"]) for row in rows] == [
        ("IR", 331, 30.0),
        ("RU", 420, 60.0),
    ]


def test_the_command_says_that_there_are_none_or_that_too_few_meetings_make_no_rhythm(folder: Path) -> None:
    none = kg("gaps", "--on", "2019-01", "--store", folder)
    assert (none.exit_code, none.stderr) == (
        0,
        "kg: no pair that met 3 times or more has an unusual gap by 2019-01-31\n",
    )
    assert kg("gaps", "--min-meetings", 2, "--store", folder).exit_code == 2
