"""The gazetteers are data that people edit: these tests catch what an editor would slip on."""

import re
from collections import defaultdict
from importlib.resources import files

import pytest

from kg.authority.starter import starter_facts
from kg.lang.gazetteer import KINDS, LANGUAGES, Entry, adjectives, entries, entry, forms, people

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
ADDRESS = re.compile(r"https?://[^\s/|]+\.[^\s/|]+(/[^\s|]*)?")
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


@pytest.mark.parametrize("kind", ["cities", "organizations"])
def test_countries_are_known_states(kind: str) -> None:
    for thing in entries(kind):
        assert thing.country is None or (thing.country.startswith("state/") and entry(thing.country)), thing.id


def test_a_state_has_at_most_one_capital() -> None:
    capitals = [city.country for city in entries("cities") if city.capital]
    assert len(capitals) == len(set(capitals))


def test_places_are_cities_areas_or_venues_and_only_cities_are_capitals() -> None:
    assert {city.type for city in entries("cities")} == {"city", "area", "venue"}
    assert {city.type for city in entries("cities") if city.capital} == {"city"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_shared_by_states_places_and_organisations_is_called_ambiguous_by_each(language: str) -> None:
    bearers: defaultdict[str, list[Entry]] = defaultdict(list)
    for kind in ("territories", "cities", "organizations"):
        for form, thing in forms(kind, language):
            bearers[form].append(thing)
    shared = {form: things for form, things in bearers.items() if len(things) > 1}
    assert [form for form, things in shared.items() if not all(form in thing.ambiguous for thing in things)] == []


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("ar", "كيف"),
        ("ar", "فينا"),
        ("ar", "لفيف"),
        ("ar", "مشهد"),
        ("en", "Male"),
        ("fa", "آستانه"),
        ("fa", "امان"),
        ("fa", "برن"),
        ("fa", "دوشنبه"),
        ("fa", "کیف"),
    ],
)
def test_everyday_words_are_no_places(language: str, word: str) -> None:
    assert word not in {form for form, _ in forms("cities", language)}


@pytest.mark.parametrize("process", entries("processes"), ids=lambda process: process.id)
def test_sources_of_a_process_are_different_addresses(process: Entry) -> None:
    assert len(set(process.sources)) == len(process.sources)
    assert [page for page in process.sources if not ADDRESS.fullmatch(page)] == []


def test_hardly_any_process_is_without_a_page_that_was_read() -> None:
    assert sum(not process.sources for process in entries("processes")) <= 5


@pytest.mark.parametrize(
    ("kind", "language", "form", "identifier"),
    [
        ("territories", "ar", "سورية", "state/SY"),
        ("territories", "fa", "سوریه", "state/SY"),
        ("territories", "ru", "Сирия", "state/SY"),
        ("cities", "ar", "طهران", "place/tehran"),
        ("cities", "ar", "نيويورك", "place/new-york"),
        ("cities", "ar", "سان بطرسبورغ", "place/saint-petersburg"),
        ("cities", "ar", "قصر الشعب", "place/peoples-palace"),
        ("cities", "fa", "سن\u200cپترزبورگ", "place/saint-petersburg"),
        ("cities", "ru", "Нагорный Карабах", "place/nagorno-karabakh"),
        ("organizations", "ar", "جامعة الدول العربية", "organization/arab-league"),
        ("organizations", "ar", "البنتاغون", "organization/us-department-of-defense"),
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


def _people() -> list[list[str]]:
    text = files("kg.lang").joinpath("gazetteer", "people.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]


def test_people_without_a_page_are_told_once_by_their_whole_names_and_speak_for_something_known() -> None:
    names = [row[0] for row in _people()]
    assert names == sorted(set(names))
    assert [name for name in people() if " " not in name] == []
    assert [row[1] for row in _people() if entry(row[1]) is None] == []


def test_people_with_a_page_are_read_from_the_authority() -> None:
    sourced = {fact.value for fact in starter_facts("people.csv") if fact.property == "name"}
    assert sourced.isdisjoint(row[0] for row in _people())
    assert sourced | {row[0] for row in _people()} == set(people())
    assert people()["Sergey Lavrov"].name == "Russia"
    assert len(sourced) >= 330


def test_parties_and_unions_alone_have_a_seat_and_speak_for_no_state() -> None:
    seated = [item for item in entries("organizations") if item.seat]
    assert seated
    assert all(item.type in ("party", "union") and item.country is None for item in seated)
    assert all((state := entry(item.seat or "")) is not None and state.kind == "territories" for item in seated)


def test_topics_are_a_scheme_without_circles() -> None:
    parents = {one.id: one.broader for one in entries("topics")}
    assert len(parents) >= 150
    assert {parent for parent in parents.values() if parent is not None} <= set(parents)
    for topic in parents:
        seen = [topic]
        while (parent := parents[seen[-1]]) is not None:
            assert parent not in seen
            seen.append(parent)


def test_the_known_topics_and_processes_have_names_in_four_languages() -> None:
    for kind, least in (("topics", 150), ("processes", 100)):
        found = entries(kind)
        assert len(found) >= least
        assert [one.id for one in found for language in LANGUAGES if not one.names(language)] == []
    assert [one.id for one in entries("processes") if not one.sources] == []
