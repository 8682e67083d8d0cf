"""The accounts of one event side by side, on a made story with a copy, two sides and a contradiction."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from cli_help import kg, on_a_terminal
from kg_cli.terminal import ISOLATE
from made_story import STORY, fill

from kg.errors import KgError
from kg.reports import events
from kg.reports.columns import By
from kg.reports.compare import Comparison, Share, compare
from kg.reports.telling import Kind
from kg.store.base import Store
from kg.store.memory import MemoryStore
from kg.store.opening import open_store
from kg.store.oxigraph import OxigraphStore


@pytest.fixture(scope="module", params=["memory", "oxigraph"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Store:
    if request.param == "memory":
        return fill(MemoryStore())
    return fill(OxigraphStore(tmp_path_factory.mktemp("compare") / "store", create=True))


def meeting(store: Store) -> str:
    return next(row.iri for row in events(store) if row.sources == 3)


def row(found: Comparison, kind: Kind, value: str = "") -> tuple[tuple[str, ...] | None, ...]:
    cells = next(row.cells for row in found.rows if (row.kind, row.value) == (kind, value))
    return tuple(cell and cell.texts for cell in cells)


def test_each_outlet_is_a_column_in_the_order_of_publication(store: Store) -> None:
    found = compare(store, meeting(store))
    assert [(column.outlets, column.languages, column.copy, column.side) for column in found.columns] == [
        (("wire.example",), ("en",), False, None),
        (("copy.example",), ("en",), True, None),
        (("news.ir",), ("ar",), False, "Iran"),
        (("news.ru",), ("ru",), False, "Russia"),
    ]


def test_what_is_told_and_left_out_stands_in_one_row(store: Store) -> None:
    found = compare(store, meeting(store))
    assert row(found, Kind.PROCESS, "Astana process") == ((), (), None, ())
    assert row(found, Kind.STATEMENT, "Sergey Lavrov — praise") == (
        ("their cooperation",),
        ("their cooperation",),
        ("التعاون",),
        None,
    )
    assert row(found, Kind.PARTICIPANT, "Sergey Lavrov")[2] == ("وزير الخارجية",)


def test_a_copy_counts_for_nothing_and_a_side_is_seen(store: Store) -> None:
    found = compare(store, meeting(store))
    shares = {(row.kind, row.value): (row.share, row.side) for row in found.rows}
    assert shares[Kind.DAY, ""] == (Share.ALL, None)
    assert shares[Kind.TOPIC, "situation in Idlib"] == (Share.SOME, None)
    assert shares[Kind.TOPIC, "return of refugees"] == (Share.ONE, "Iran")
    assert {row.kind for row in found.told_by(Share.ALL)} == {Kind.TYPE, Kind.DAY, Kind.PLACE, Kind.PARTICIPANT}


def test_a_contradiction_is_marked_where_it_is_told(store: Store) -> None:
    found = compare(store, meeting(store))
    contradicted = [row for row in found.rows if row.contradicted]
    assert [row.kind for row in contradicted] == [Kind.PLACE]
    assert [(cell.texts, cell.contradicts) for cell in contradicted[0].cells if cell] == [
        (("Moscow",), False),
        (("Moscow",), False),
        (("Moscow",), False),
        (("Sochi",), True),
    ]


def test_columns_may_be_languages_or_articles(store: Store) -> None:
    by_language = compare(store, meeting(store), By.LANGUAGE)
    assert [(column.outlets, column.copy) for column in by_language.columns] == [
        (("wire.example", "copy.example"), False),
        (("news.ir",), False),
        (("news.ru",), False),
    ]
    assert row(by_language, Kind.PROCESS, "Astana process") == ((), None, ())
    assert len(compare(store, meeting(store), By.ARTICLE).columns) == 4


def test_an_event_of_one_account_has_one_column(store: Store) -> None:
    call = next(row.iri for row in events(store) if row.type.value == "call")
    found = compare(store, call)
    assert [column.outlets for column in found.columns] == [("wire.example",)]
    assert all(row.share is Share.ALL for row in found.rows)


def test_what_is_no_event_is_said(store: Store) -> None:
    with pytest.raises(KgError, match="no event has the id 'zzz'"):
        compare(store, "zzz")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("compared") / "store"
    with open_store(path, create=True) as store:
        fill(store)
    return path


def id_of(folder: Path) -> str:
    with open_store(folder) as store:
        return meeting(store)


def test_the_command_prints_a_table_and_a_summary(folder: Path) -> None:
    printed = kg("compare", id_of(folder), "--store", folder).stdout
    assert "news.ru (ru, 2020-10-22, Russia)" in printed
    assert "copy.example (en, 2020-10-21, copy)" in printed
    assert "told by all   type; day; place; participant Mohammad Javad Zarif, Sergey Lavrov" in printed
    assert "by one side   Iran: topic return of refugees; statement Mohammad Javad Zarif — reject" in printed
    assert "contradiction place: Moscow (wire.example (en, 2020-10-20)) ≠ " in printed
    assert "copy          copy.example" in printed


def test_programs_get_a_row_for_each_cell(folder: Path) -> None:
    printed = kg("compare", id_of(folder), "--format", "json", "--store", folder).stdout
    rows = [each for each in json.loads(printed) if each["what"] == "topic" and each["value"] == "return of refugees"]
    assert [(each["outlets"], each["told"], each["copy"]) for each in rows] == [
        ("wire.example", False, False),
        ("copy.example", False, True),
        ("news.ir", True, False),
        ("news.ru", False, False),
    ]
    lines = list(csv.DictReader(io.StringIO(kg("compare", id_of(folder), "-f", "csv", "--store", folder).stdout)))
    assert [each["text"] for each in lines if each["contradicts"] == "true"] == ["Sochi"]


def test_arabic_cells_are_isolated_on_a_terminal(folder: Path) -> None:
    assert f"{ISOLATE}التعاون" in on_a_terminal("compare", id_of(folder), "--store", folder, COLUMNS="200")


def test_the_command_says_that_there_is_nothing_to_compare_or_no_such_event(folder: Path) -> None:
    with open_store(folder) as store:
        call = next(row.iri for row in events(store) if row.type.value == "call")
    assert (
        "Nothing to compare: one column holds all that is told of it." in kg("compare", call, "--store", folder).stdout
    )
    failed = kg("compare", "zzz", "--store", folder)
    assert (failed.exit_code, failed.stderr) == (2, "kg: no event has the id 'zzz'; `kg events` lists the ids\n")


def test_two_articles_of_one_outlet_are_compared_one_by_one_if_asked(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with open_store(path, create=True) as store:
        fill(store, (STORY[0], replace(STORY[3], site=STORY[0].site, language="en", place=STORY[0].place)))
        (event,) = (row.iri for row in events(store))
    assert "; --by article compares the 2 articles." in kg("compare", event, "--store", path).stdout
    assert (
        "told only by  wire.example (en, 2020-10-20): topic"
        in kg("compare", event, "--by", "article", "--store", path).stdout
    )
