"""The gazetteers are data that people edit: these tests catch what an editor would slip on."""

import re
from collections import defaultdict
from importlib.resources import files

import pytest

from kg.lang.gazetteer import KINDS, LANGUAGES, adjectives, entries, entry, forms

SLUG = re.compile(r"(state/[A-Z]{2}|(place|organization|process|topic)/[a-z0-9]+(-[a-z0-9]+)*)")
PREFIX = {
    "territories": "state",
    "cities": "place",
    "organizations": "organization",
    "processes": "process",
    "topics": "topic",
}
SCRIPT = {
    "ar": re.compile(r"[\u0621-\u0652\u067e\u0686\u06a4\u06af0-9A-Za-z \"«»+\-./,()]+"),
    "en": re.compile(r"[A-Za-zÀ-ɏ0-9 '’&+\-–./,()]+"),
    "fa": re.compile(r"[\u0621-\u0655\u067e\u0686\u0698\u06a9\u06af\u06cc\u06f0-\u06f9\u200c0-9A-Za-z +\-–ـ./,،()]+"),
    "ru": re.compile(r"[А-Яа-яЁё0-9A-Za-z №\"«»'’+\-–—./,()]+"),
}
LETTER = {"ar": "[\u0621-\u064a]", "fa": "[\u0621-\u06cc]", "ru": "[А-Яа-яЁё]", "en": "[A-Za-z]"}
ABBREVIATION = re.compile(r"[A-Z][A-Z0-9+\-]+|[0-9۰-۹+]+")


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_unique_and_sane(kind: str) -> None:
    ids = [e.id for e in entries(kind)]
    assert len(ids) == len(set(ids))
    assert all(SLUG.fullmatch(i) and i.startswith(PREFIX[kind] + "/") for i in ids)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_names_two_things_of_a_kind(kind: str, language: str) -> None:
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for form, thing in (*forms(kind, language), *adjectives(kind, language)):
        bearers[form].add(thing.id)
    assert {form: ids for form, ids in bearers.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_are_written_in_their_script_without_stray_blanks(kind: str, language: str) -> None:
    for form, _ in (*forms(kind, language), *adjectives(kind, language)):
        assert form == " ".join(form.split(" ")).strip() and "  " not in form
        assert SCRIPT[language].fullmatch(form), form
        assert re.search(LETTER[language], form) or ABBREVIATION.fullmatch(form), form


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_has_an_english_and_an_arabic_form(kind: str) -> None:
    for thing in entries(kind):
        assert thing.name and thing.names("ar") and thing.names("en"), thing.id


@pytest.mark.parametrize("kind", KINDS)
def test_ambiguous_forms_are_forms_of_their_entry(kind: str) -> None:
    for thing in entries(kind):
        own = {form for _, spellings in (*thing.forms, *thing.adjectives) for form in spellings}
        assert set(thing.ambiguous) <= own, thing.id


@pytest.mark.parametrize("kind", KINDS)
def test_rows_keep_no_trailing_blanks(kind: str) -> None:
    text = files("kg.lang").joinpath("gazetteer", f"{kind}.tsv").read_text("utf-8")
    for line in text.splitlines():
        assert all(
            cell == cell.strip(" \u00a0") and not cell.endswith("|") and "||" not in cell for cell in line.split("\t")
        )


def test_every_un_member_has_a_capital_and_demonyms() -> None:
    assert len(entries("territories")) == 193 + len({"PS", "XK", "TW", "VA", "EH"})
    capitals = {city.country for city in entries("cities") if city.capital}
    without = {"state/IL", "state/PS", "state/VA", "state/EH", "state/MC", "state/SG"}
    assert {state.id for state in entries("territories")} - capitals == without
    counted = {language: sum(bool(s.demonyms(language)) for s in entries("territories")) for language in LANGUAGES}
    assert counted["ar"] >= 170 and counted["en"] >= 185 and counted["fa"] >= 120 and counted["ru"] >= 120


def test_cities_lie_in_known_states() -> None:
    assert all(city.country is None or entry(city.country) for city in entries("cities"))


def test_processes_name_a_source() -> None:
    assert all(process.source and process.source.startswith("http") for process in entries("processes"))


@pytest.mark.parametrize(
    ("kind", "language", "form", "identifier"),
    [
        ("territories", "ar", "سورية", "state/SY"),
        ("territories", "fa", "سوریه", "state/SY"),
        ("territories", "ru", "Сирия", "state/SY"),
        ("cities", "ar", "طهران", "place/tehran"),
        ("organizations", "ru", "ООН", "organization/united-nations"),
        ("processes", "ar", "مسار أستانا", "process/astana"),
        ("processes", "fa", "برجام", "process/jcpoa"),
        ("topics", "ar", "العلاقات الثنائية", "topic/bilateral-relations"),
    ],
)
def test_usual_forms_find_their_entry(kind: str, language: str, form: str, identifier: str) -> None:
    assert {thing.id for spelling, thing in forms(kind, language) if spelling == form} == {identifier}


def test_an_unknown_id_has_no_entry() -> None:
    assert entry("state/ZZ") is None
