"""What became known between two days, on a made story with further accounts, a contradiction, plans and an undated article."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cli_help import kg
from made_story import STORY, fill

from kg.errors import KgError
from kg.reports.diff import Change, News, diff
from kg.store.base import Store
from kg.store.memory import MemoryStore
from kg.store.opening import open_store
from kg.store.oxigraph import OxigraphStore


@pytest.fixture(scope="module", params=["memory", "oxigraph"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Store:
    if request.param == "memory":
        return fill(MemoryStore())
    return fill(OxigraphStore(tmp_path_factory.mktemp("diff") / "store", create=True))


def october(day: int) -> date:
    return date(2020, 10, day)


def november(day: int) -> date:
    return date(2020, 11, day)


def told(store: Store, since: date, until: date) -> list[tuple[News, str]]:
    return [(change.sort, str(change.day)) for change in diff(store, since, until).changes]


def only(store: Store, sort: News, since: date, until: date) -> Change:
    (found,) = (change for change in diff(store, since, until).changes if change.sort is sort)
    return found


def test_an_event_is_known_from_its_first_account_on(store: Store) -> None:
    assert told(store, october(1), october(19)) == []
    assert told(store, october(20), october(20)) == [
        (News.EVENT, "2020-10-20"),
        (News.PERSON, "2020-10-20"),
        (News.PERSON, "2020-10-20"),
    ]


def test_later_accounts_are_further_ones_and_copies_are_marked(store: Store) -> None:
    assert told(store, october(21), october(21)) == [(News.ACCOUNT, "2020-10-21")]
    change = only(store, News.ACCOUNT, october(21), october(22))
    assert (change.outlets, change.copies) == (("copy.example", "news.ir", "news.ru"), frozenset({"copy.example"}))


def test_a_contradiction_is_known_with_the_second_way_of_telling(store: Store) -> None:
    change = only(store, News.CONTRADICTION, october(22), october(22))
    assert (change.kind, change.values, change.outlets) == ("place", ("Moscow", "Sochi"), ("news.ru",))
    assert News.CONTRADICTION not in {sort for sort, _ in told(store, october(1), october(21))}


def test_what_became_of_a_plan_is_known_once_both_are_told(store: Store) -> None:
    held = only(store, News.OUTCOME, november(1), november(11))
    assert held.outcome is not None
    assert (held.outcome.status.value, held.outcome.earliest) == ("held", november(11))
    cancelled = only(store, News.OUTCOME, november(19), november(19))
    assert cancelled.outcome is not None
    assert cancelled.outcome.status.value == "cancelled"
    assert News.OUTCOME not in {sort for sort, _ in told(store, november(12), november(18))}


def test_a_person_is_new_once(store: Store) -> None:
    assert only(store, News.PERSON, november(1), november(30)).label == "Walid al-Muallem"


def test_articles_without_a_day_are_counted_and_left_out(store: Store) -> None:
    found = diff(store, date(1900, 1, 1), date(2100, 1, 1))
    assert found.undated == 1
    assert all("Safadi" not in change.label for change in found.changes)


def test_the_days_of_a_span_add_up_to_its_new_events(store: Store) -> None:
    days = [october(day) for day in range(20, 32)] + [november(day) for day in range(1, 21)]
    once = {News.EVENT, News.OUTCOME, News.PERSON, News.CONTRADICTION}
    day_by_day = {(one.sort, one.subject) for day in days for one in diff(store, day, day).changes if one.sort in once}
    assert day_by_day == {(one.sort, one.subject) for one in diff(store, days[0], days[-1]).changes if one.sort in once}


def test_days_that_exclude_each_other_contradict() -> None:
    one = replace(STORY[0], published=october(21))
    other = replace(STORY[3], place=one.place, day=october(21))
    change = only(fill(MemoryStore(), (one, other)), News.CONTRADICTION, october(1), october(31))
    assert (change.kind, change.values, change.day) == ("day", ("2020-10-20", "2020-10-21"), october(22))


def test_days_in_the_wrong_order_are_refused(store: Store) -> None:
    with pytest.raises(KgError, match="2020-10-01 is before 2020-10-02"):
        diff(store, october(2), october(1))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("changes") / "store"
    with open_store(path, create=True) as store:
        fill(store)
    return path


def test_the_command_tells_what_is_new_and_what_was_left_out(folder: Path) -> None:
    result = kg("diff", "2020-10", "2020-10", "--store", folder)
    assert "place: Moscow ≠ Sochi" in result.stdout
    assert "wire.example; copy.example (copy); news.ir; news.ru" in result.stdout
    assert result.stderr == "kg: left out 1 article without a day of publication\n"
    rows = json.loads(kg("diff", "2020-11-19", "2020-11-19", "--format", "json", "--store", folder).stdout)
    assert [(row["what"], row["outcome_status"]) for row in rows] == [
        ("new event", None),
        ("outcome of a plan", "cancelled"),
    ]


def test_the_command_says_that_nothing_is_new_or_that_a_day_is_none(folder: Path) -> None:
    nothing = kg("diff", "2019", "2019", "--store", folder)
    assert (nothing.exit_code, "tell nothing new" in nothing.stderr) == (0, True)
    wrong = kg("diff", "yesterday", "2020", "--store", folder)
    assert wrong.exit_code == 2
    assert "'yesterday' is not a day" in wrong.stderr
