"""Every pack's table of dates is whole, and a language without code of its own can be read by its table alone."""

import tomllib
from pathlib import Path

import pytest

from kg.lang import Pack, packs
from kg.text.dates.chunks import Chunks, Letters
from kg.text.dates.lexicon import Lexicon
from kg.text.dates.patterns import grammar
from kg.text.dates.table import WEEKDAYS, entries
from kg.text.dates.units import read_line

TABLES = [(pack.code, pack.table("dates")) for pack in packs() if pack.table("dates")]


@pytest.mark.parametrize(("code", "table"), TABLES)
def test_a_table_names_all_months_and_weekdays(code: str, table: dict[str, dict[str, dict[str, list[str]]]]) -> None:
    assert sorted(table["months"]["gregorian"], key=int) == [str(month) for month in range(1, 13)], code
    assert set(table["weekdays"]) == set(WEEKDAYS), code


@pytest.mark.parametrize(("code", "table"), TABLES)
def test_what_needs_caution_is_in_the_table(code: str, table: dict[str, dict[str, list[str]]]) -> None:
    known = {phrase for phrase, entry in entries(table) if entry.kind in "mwWdD"}
    for key in ("ambiguous", "strict"):
        assert set(table["caution"].get(key, [])) <= known, (code, key)


@pytest.mark.parametrize("code", ["ar", "en", "fa", "ru"])
def test_the_four_languages_have_tables(code: str) -> None:
    assert code in {known for known, _ in TABLES}


def test_a_language_is_its_table(tmp_path: Path) -> None:
    path = tmp_path / "dates.toml"
    path.write_text(
        'modifier_order = "after"\n[months.gregorian]\n5 = ["mayis"]\n[weekdays]\nmonday = ["pazartesi"]\n'
        '[modifiers]\npast = ["gecen"]\n[units]\nweek = ["hafta"]\n',
        encoding="utf-8",
    )
    lexicon = Lexicon(Pack("tr", "Turkish", "ltr", {"dates": tomllib.loads(path.read_text(encoding="utf-8"))}))
    text = "Ankara 5 mayis 2019 pazartesi hafta gecen"
    line = read_line(text, 0, len(text), Letters(Chunks(lexicon)))
    assert line is not None and line.kinds == "xnmydkl"
    assert [match.lastgroup for match in grammar(lexicon.options).finditer(line.kinds)] == ["day", "weekday"]


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(KeyError, match="fortnight"):
        Lexicon(Pack("xx", "Xx", "ltr", {"dates": {"units": {"fortnight": ["fortnight"]}}}))
