"""Somebody told in an office that was another one's then: shown with who held it, by which source."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cli_help import kg
from curation_tools import ANNA, desk, view
from made_story import SAFADI, Told, Who, fill

from kg.authority.authority import Authority
from kg.authority.dates import when
from kg.authority.model import Fact
from kg.identity.curating import assert_value
from kg.identity.judgementledgers import last_of, undo
from kg.identity.resolve import resolve_store
from kg.model import OfficeParts
from kg.reports.compare import Comparison, Share, compare
from kg.reports.show import show
from kg.reports.telling import Kind
from kg.resolve.holders import Post, tenures
from kg.store.base import Store
from kg.store.memory import MemoryStore
from kg.store.opening import open_store

MINISTER = OfficeParts("Minister", "foreign affairs", "Ministry of Foreign Affairs", "Russia")
RYABKOV = Who("Sergey Ryabkov", "سيرغي ريابكوف", "person/sergey-ryabkov", "Russia", "state/RU", MINISTER)
WRONG = Told(1, "one.example", "en", date(2020, 3, 2), (RYABKOV, SAFADI), date(2020, 3, 1))
RIGHT = replace(
    WRONG, number=2, site="two.example", people=(replace(RYABKOV, held=None), SAFADI), words="", office="envoy"
)
HELD = "Sergey Lavrov was Foreign Minister of Russia from 2004"


@pytest.fixture(params=["memory", "oxigraph"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with MemoryStore() if request.param == "memory" else open_store(tmp_path / "store", create=True) as made:
        yield fill(made, (WRONG, RIGHT))


def event(store: Store) -> str:
    ((found,),) = store.select("SELECT ?e { ?e a diplo:Meeting }").rows
    return str(found)


def conflict_rows(found: Comparison) -> list[tuple[str, list[bool]]]:
    return [(row.value, [bool(cell) for cell in row.cells]) for row in found.rows if row.kind is Kind.OFFICE]


def test_show_tells_who_held_the_office_and_by_which_source(store: Store) -> None:
    told = {row.name: row.conflicts for row in show(store, event(store)).participants}
    (conflict,) = told["Sergey Ryabkov"]
    assert conflict.reason.startswith(HELD)
    assert conflict.source is not None and conflict.source.startswith("http")
    assert told["Ayman Safadi"] == ()


def test_compare_tells_which_accounts_are_contradicted(store: Store) -> None:
    found = compare(store, event(store))
    ((value, told),) = conflict_rows(found)
    assert value.startswith(f"Sergey Ryabkov: {HELD}") and "(http" in value
    assert dict(zip([column.outlets for column in found.columns], told, strict=True)) == {
        ("one.example",): True,
        ("two.example",): False,
    }
    assert not [row for share in Share for row in found.told_by(share) if row.kind is Kind.OFFICE]


def test_an_asserted_day_decides_whose_office_it_was(store: Store) -> None:
    before = view(store)
    work = desk(store)
    assert_value(work, work.target(event(store)), "date", "2003-03-01", ANNA)
    work.update()
    assert conflict_rows(compare(store, event(store))) == []
    undo(store, last_of(store, "Anna"), "Anna")
    resolve_store(store)
    assert view(store) == before
    assert len(conflict_rows(compare(store, event(store)))) == 1


def test_of_several_rows_on_one_term_the_one_that_shows_most_of_it_is_told() -> None:
    office = "office/RU/chief"
    of_office = [Fact(office, "rank", "Chief"), Fact(office, "of", "state/RU")]
    ends = ("2021-03..", "2023-05..", "2022", "")
    terms = [
        Fact("person/ann", "holds", office, "", when("2019-02-01"), when(end), f"https://example.org/{at}")
        for at, end in enumerate(ends)
    ]
    known, post = Authority([*of_office, *terms]), Post("Chief", None, "state/RU")
    assert [held.source for held in tenures(known, post, "person/ann", date(2020, 1, 1))] == ["https://example.org/1"]
    assert (
        len(tenures(known, post, "person/ann", None)) == len(tenures(known, post, "person/ann", date(2030, 1, 1))) == 4
    )
    assert tenures(known, post, "person/bob", None) == ()


def test_without_a_conflict_nothing_is_said() -> None:
    store = fill(MemoryStore(), (RIGHT,))
    assert conflict_rows(compare(store, event(store))) == []
    assert [row.conflicts for row in show(store, event(store)).participants] == [(), ()]


def test_the_commands_print_it(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    with open_store(path, create=True) as made:
        id = event(fill(made, (WRONG, RIGHT)))
    card = kg("show", id, "--store", path).stdout
    (line,) = [line for line in card.splitlines() if "≠" in line]
    assert "somebody else's office: " + HELD in line and "(http" in line
    printed = kg("compare", id, "--store", path).stdout
    assert f"contradiction office conflict Sergey Ryabkov: {HELD}" in printed
    rows = json.loads(kg("compare", id, "--format", "json", "--store", path).stdout)
    (row,) = [row for row in rows if row["what"] == "office conflict" and row["told"]]
    assert (row["contradicts"], row["outlets"]) == (True, "one.example")
