"""The golden annotations keep their own rules, so that a wrong score can only be the extractor's fault."""

import json
import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from golden_tools import FOLDER, ROOT, Golden, load

from kg.evaluate.gold import read_annotation
from kg.model import Act, EventType, Function, Kind, Salience, Status

GOLDEN = load()
TOP = {"id", "lang", "published", "negative", "file", "events", "statements"}
EVENT = {
    "type",
    "status",
    "salience",
    "participants",
    "place_as_written",
    "place_en",
    "date",
    "date_as_written",
    "topics",
    "processes",
    "trigger_as_written",
}
PARTICIPANT = {
    "as_written",
    "also_as",
    "name_en",
    "kind",
    "role_as_written",
    "role_en",
    "represents_en",
    "function",
}
STATEMENT = {"speaker_en", "speaker_as_written", "act", "verb_as_written", "about_en"}
WEEKDAYS = (
    ("الاثنين", "دوشنبه", "понедельник", "Monday"),
    ("الثلاثاء", "سه‌شنبه", "вторник", "Tuesday"),
    ("الأربعاء", "چهارشنبه", "среду", "Wednesday"),
    ("الخميس", "پنج‌شنبه", "پنجشنبه", "четверг", "Thursday"),
    ("الجمعة", "جمعه", "пятницу", "Friday"),
    ("السبت", "субботу", "Saturday"),
    ("الأحد", "یکشنبه", "воскресенье", "Sunday"),
)
each = pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.id)


def days(value: str) -> tuple[date, date]:
    first, _, last = value.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def articles() -> list[tuple[Path, int | None]]:
    """Every article that must have an annotation, as its file and line."""
    found: list[tuple[Path, int | None]] = []
    for folder in (ROOT / "examples" / "articles", ROOT / "tests" / "golden" / "articles"):
        for path in sorted(folder.iterdir()):
            count = len(path.read_text(encoding="utf-8").splitlines()) if path.suffix == ".jsonl" else 0
            found += [(path, line) for line in range(1, count + 1)] or [(path, None)]
    return found


def test_each_article_has_one_annotation_and_each_annotation_an_article() -> None:
    assert Counter((golden.file, golden.line) for golden in GOLDEN) == Counter(articles())


@each
def test_words_are_in_the_article(golden: Golden) -> None:
    text = golden.text()
    assert [words for words in read_annotation(golden.path).words if words not in text] == []


@each
def test_fields_are_those_of_the_format(golden: Golden) -> None:
    assert set(golden.data) - {"line"} == TOP
    assert ("line" in golden.data) == (golden.file.suffix == ".jsonl")
    for event in golden.events:
        assert set(event) == EVENT
        assert [set(person) for person in event["participants"]] == [PARTICIPANT] * len(event["participants"])
    assert [set(statement) for statement in golden.statements] == [STATEMENT] * len(golden.statements)


@each
def test_values_are_those_that_the_graph_knows(golden: Golden) -> None:
    for event in golden.events:
        EventType(event["type"]), Status(event["status"]), Salience(event["salience"])
        for person in event["participants"]:
            Kind(person["kind"]), Function(person["function"])
    for statement in golden.statements:
        Act(statement["act"])


@each
def test_dates_are_iso_and_need_a_publication_date_or_a_year(golden: Golden) -> None:
    published = golden.data["published"]
    for event in golden.events:
        if event["date"] is None:
            continue
        assert event["date_as_written"], "an event without a date phrase has no date"
        first, last = days(event["date"])
        assert first <= last
        assert published is not None or str(first.year) in (event["date_as_written"] or "")
        if event["status"] in ("planned", "postponed", "cancelled"):
            assert published is None or last >= date.fromisoformat(published)
        else:
            assert published is None or first <= date.fromisoformat(published)


@each
def test_a_weekday_is_the_weekday_of_its_date(golden: Golden) -> None:
    for event in golden.events:
        words = re.findall(r"[\w\u200c]+", event["date_as_written"] or "")
        told = {number for number, names in enumerate(WEEKDAYS) if set(names) & set(words)}
        if event["date"] is not None and told:
            assert told == {days(event["date"])[1].weekday()}


@each
def test_the_publication_date_is_what_the_page_says(golden: Golden) -> None:
    published = golden.data["published"]
    raw = golden.file.read_text(encoding="utf-8")
    told = raw.splitlines()[golden.line - 1] if golden.line else raw
    if published is None:
        assert re.search(r"\d{4}-\d\d-\d\d", told) is None
    else:
        assert published in told


@each
def test_negative_articles_have_no_event_and_others_have(golden: Golden) -> None:
    assert golden.data["negative"] == (not golden.events)
    assert all(event["participants"] for event in golden.events)
    assert len(golden.events) == len({json.dumps(event, sort_keys=True) for event in golden.events})


@each
def test_the_annotation_is_named_after_the_article(golden: Golden) -> None:
    if golden.line is None:
        assert golden.file.stem == golden.id
    else:
        assert json.loads(golden.file.read_text(encoding="utf-8").splitlines()[golden.line - 1])["id"] == golden.id


def test_the_examples_are_short_and_in_four_languages() -> None:
    examples = [golden for golden in GOLDEN if golden.file.is_relative_to(ROOT / "examples")]
    assert Counter(golden.data["lang"] for golden in examples) == {"ar": 4, "en": 2, "fa": 1, "ru": 1}
    assert {golden.file.suffix for golden in examples} == {".txt", ".html", ".jsonl"}
    assert all(120 <= len(golden.text().split()) <= 250 for golden in examples)


def test_between_them_they_show_every_kind_of_event() -> None:
    events = [event for golden in GOLDEN for event in golden.events]
    assert {event["type"] for event in events} == {str(kind) for kind in EventType}
    assert {event["status"] for event in events} == {str(status) for status in Status}
    assert {event["salience"] for event in events} == {str(salience) for salience in Salience}
    assert {person["function"] for event in events for person in event["participants"]} == {str(f) for f in Function}
    assert {statement["act"] for golden in GOLDEN for statement in golden.statements} == {str(act) for act in Act}
    assert sum(golden.data["negative"] for golden in GOLDEN) >= 4


@pytest.mark.parametrize("language", ["ar", "en", "fa", "ru"])
def test_each_language_shows_every_type_and_status(language: str) -> None:
    told = [golden for golden in GOLDEN if golden.data["lang"] == language]
    events = [event for golden in told for event in golden.events]
    assert sum("tests/golden" in golden.data["file"] for golden in told) >= 15
    assert sum(golden.data["negative"] for golden in told) >= 2
    assert {event["type"] for event in events} == {str(kind) for kind in EventType}
    assert {event["status"] for event in events} == {str(status) for status in Status}
    assert {person["kind"] for event in events for person in event["participants"]} == {str(kind) for kind in Kind}
    assert {person["function"] for event in events for person in event["participants"]} == {str(f) for f in Function}
    assert {event["salience"] for event in events} == {str(salience) for salience in Salience}


def test_one_event_is_told_in_two_languages() -> None:
    told = {golden.id: golden for golden in GOLDEN}
    meetings = [told[name].events[0] for name in ("2020-10-21-tehran-ar", "2020-10-21-tehran-en")]
    assert {event["date"] for event in meetings} == {"2020-10-21"}
    assert {frozenset(person["name_en"] for person in event["participants"]) for event in meetings} == {
        frozenset({"Ali Asghar Khaji", "Alexander Lavrentiev"})
    }


def test_each_construction_of_the_genre_is_shown_in_the_languages_that_have_it() -> None:
    table = tomllib.loads((FOLDER / "constructions.toml").read_text(encoding="utf-8"))
    told = {golden.id: golden for golden in GOLDEN}
    wrong = [
        f"{name}: {language} {article}: {words}"
        for name, shown in table.items()
        for language, (article, words) in shown.items()
        if told[article].data["lang"] != language or words not in told[article].text()
    ]
    assert wrong == []
    assert {language for shown in table.values() for language in shown} == {"ar", "en", "fa", "ru"}
