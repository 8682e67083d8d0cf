import json
from pathlib import Path
from typing import Any

import pytest
from cli_help import kg
from golden_floors import OWN
from golden_tools import FOLDER
from hypothesis import given
from hypothesis import strategies as st
from kg_loaders import read
from reading_tools import article

from kg.errors import GoldError
from kg.evaluate import Evaluation, evaluate
from kg.evaluate.gold import gold_files, read_annotation
from kg.extract.rules import RuleExtractor

TEXT = "بيان\n\nالتقى وزير الخارجية العراقي سعد الحمداني اليوم الاثنين وزير الخارجية التونسي هادي بن عمر في بغداد.\n"


def party(name: str, english: str, state: str, **more: Any) -> dict[str, Any]:
    office = "Foreign Minister"
    told = {"as_written": name, "name_en": english, "kind": "person", "role_en": office, "represents_en": state}
    return told | {"function": "participant"} | more


HAMDANI = party("سعد الحمداني", "Saad al-Hamdani", "Iraq", also_as=["وزير الخارجية العراقي"])
BEN_OMAR = party("هادي بن عمر", "Hadi Ben Omar", "Tunisia")
MEETING = {
    "type": "meeting",
    "status": "held",
    "salience": "main",
    "participants": [HAMDANI, BEN_OMAR],
    "place_as_written": "بغداد",
    "place_en": "Baghdad",
    "date": "2023-05-08",
    "date_as_written": "اليوم الاثنين",
    "trigger_as_written": "التقى",
}
GOLD = {"id": "a", "lang": "ar", "published": "2023-05-08", "events": [MEETING]}


def folder(root: Path, gold: object = GOLD, text: str | None = TEXT, name: str = "a", where: str = "texts") -> Path:
    """A folder with one annotation and its article."""
    (root / where).mkdir(parents=True, exist_ok=True)
    (root / f"{name}.json").write_text(gold if isinstance(gold, str) else json.dumps(gold), encoding="utf-8")
    if text is not None:
        (root / where / f"{name}.txt").write_text(text, encoding="utf-8")
    return root


def rows(*arguments: object) -> dict[tuple[str, str], dict[str, Any]]:
    printed = json.loads(kg("eval", *arguments, "--format", "json").stdout)
    return {(row["language"], row["measure"]): row for row in printed}


@pytest.mark.parametrize("where", ["texts", "."])
def test_what_is_read_rightly_scores_one(tmp_path: Path, where: str) -> None:
    figures = rows(folder(tmp_path, where=where))
    for measure in ("events", "types", "exact", "participants", "place", "date", "status", "represents"):
        row = figures["ar", measure]
        assert (row["precision"], row["recall"], row["f1"]) == (1, 1, 1), measure
    assert figures["ar", "participants"]["annotated"] == 2
    assert {language for language, _ in figures} == {"ar"}


def test_the_annotation_s_day_of_publication_is_taken_where_the_page_has_none(tmp_path: Path) -> None:
    undated = GOLD | {"published": None, "events": [MEETING | {"date": None}]}
    (one,) = evaluate([folder(tmp_path, undated)], lambda name: read([name]))
    assert isinstance(one, Evaluation)
    assert one.extraction.article.published is None
    (one,) = evaluate([folder(tmp_path)], lambda name: read([name]))
    assert isinstance(one, Evaluation)
    assert str(one.extraction.article.published) == "2023-05-08"


def test_misses_are_told(tmp_path: Path) -> None:
    events = [MEETING | {"status": "planned"}, MEETING | {"type": "call", "trigger_as_written": "بيان"}]
    done = kg("eval", folder(tmp_path, GOLD | {"events": events}), "--misses")
    assert done.exit_code == 0
    assert "a: missed main call [بيان]: سعد الحمداني | هادي بن عمر" in done.stdout
    assert "a: main meeting [التقى]: status planned, told held" in done.stdout
    assert "participants" in done.stdout
    told = kg("eval", tmp_path, "--misses", "--format", "csv").stdout.splitlines()
    assert told[0] == "language,misread"
    assert all(line.startswith("ar,") for line in told[1:]) and len(told) > 2


def test_a_language_that_was_not_recognised_is_told(tmp_path: Path) -> None:
    (one,) = evaluate([folder(tmp_path, GOLD | {"lang": "xx"})], lambda name: read([name]))
    assert isinstance(one, Evaluation)
    assert next(one.misread()) == "a: language xx, told ar"


def test_events_in_articles_without_any_are_counted(tmp_path: Path) -> None:
    folder(tmp_path, GOLD | {"events": []})
    folder(tmp_path, GOLD | {"id": "b"}, name="b")
    done = kg("eval", tmp_path)
    assert done.stderr == "kg: articles: 2; without events: 1; events that were found in these: 1\n"
    assert kg("eval", tmp_path, "--quiet").stderr == ""


def test_languages_stand_apart_and_together(tmp_path: Path) -> None:
    folder(tmp_path)
    english = {"id": "b", "lang": "xx", "published": None, "events": [MEETING]}
    folder(tmp_path, english, "Blah.\n" + TEXT.replace("التقى", "زار"), "b")
    figures = rows(tmp_path)
    assert [figures[code, "events"]["annotated"] for code in ("ar", "xx", "all")] == [1, 1, 2]


def test_the_golden_articles_score_what_their_floors_are_held_to() -> None:
    figures = rows(FOLDER)
    score = dict(OWN.measured("ar").score)
    assert {name: figures["ar", name]["right"] for name in score} == {
        name: count.right for name, count in score.items()
    }


BROKEN = (
    ("{", "not JSON"),
    ("[]", "the file is not a JSON object"),
    ({"lang": "ar"}, "id is missing"),
    (GOLD | {"lang": 7}, "lang is not a text"),
    (GOLD | {"published": "yesterday"}, "published is 'yesterday': write 2020-10-20"),
    (GOLD | {"published": "2020-10-20/2020-10-21"}, "published is more than one day"),
    (GOLD | {"events": {}}, "events is not a list"),
    (GOLD | {"events": ["met"]}, "events[0] is not a JSON object"),
    (GOLD | {"events": [MEETING | {"type": "lunch"}]}, "events[0].type is 'lunch': write one of meeting, call"),
    (GOLD | {"events": [MEETING | {"date": "2023-05-09/2023-05-08"}]}, "write the first day and the last"),
    (
        GOLD | {"events": [MEETING | {"participants": [HAMDANI | {"function": "boss"}]}]},
        "events[0].participants[0].function is 'boss'",
    ),
    (
        GOLD | {"events": [MEETING | {"participants": [HAMDANI | {"also_as": [1]}]}]},
        "participants[0].also_as holds something else than texts",
    ),
    (GOLD | {"file": "elsewhere/nothing.txt"}, "its article elsewhere/nothing.txt is not there"),
    (GOLD | {"line": 0}, "line is not a number from 1 on"),
    (GOLD | {"line": 2}, "has no article number 2"),
    (GOLD | {"statements": [{"speaker_en": "X", "act": "sing"}]}, "statements[0].act is 'sing'"),
)


@pytest.mark.parametrize(("gold", "told"), BROKEN, ids=[told for _, told in BROKEN])
def test_a_broken_annotation_is_named_and_the_others_are_measured(tmp_path: Path, gold: object, told: str) -> None:
    folder(tmp_path)
    folder(tmp_path, gold, name="broken", text=TEXT)
    if isinstance(gold, dict) and gold.get("id") == "a":
        (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    done = kg("eval", tmp_path)
    assert done.exit_code == 1
    assert told in done.stderr
    assert f"kg: {tmp_path / 'broken.json'}: " in done.stderr
    assert "participants" in done.stdout


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOLD, *MEETING, *HAMDANI]), inner, max_size=4)
    ),
)


@given(st.sampled_from([*GOLD, "file", "line", "statements"]), st.sampled_from([*MEETING]), anything)
def test_anything_in_place_of_a_field_is_read_or_named(
    tmp_path_factory: pytest.TempPathFactory, outer: str, inner: str, value: object
) -> None:
    root = folder(tmp_path_factory.getbasetemp() / "anything")
    for gold in (GOLD | {outer: value}, GOLD | {"events": [MEETING | {inner: value}]}, value):
        (root / "a.json").write_text(json.dumps(gold), encoding="utf-8")
        for one in evaluate([root], lambda name: read([name])):
            assert isinstance(one, Evaluation) or str(root / "a.json") in str(one)


def test_words_that_the_article_does_not_have_are_named(tmp_path: Path) -> None:
    done = kg("eval", folder(tmp_path, GOLD | {"events": [MEETING | {"place_as_written": "البصرة"}]}))
    assert done.exit_code == 1
    assert "its article doesn't have the words «البصرة»" in done.stderr
    assert "participants" in done.stdout


def test_nothing_to_evaluate_is_an_error(tmp_path: Path) -> None:
    for path, told in ((tmp_path, "nothing to evaluate"), (tmp_path / "none", "no such file or folder")):
        done = kg("eval", path)
        assert (done.exit_code, done.stdout) == (2, "")
        assert told in done.stderr


def test_files_are_found_in_order_and_by_their_own_field(tmp_path: Path) -> None:
    inner = folder(tmp_path / "gold" / "inner", GOLD | {"file": "news/x.txt"}, None)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "x.txt").write_text(TEXT, encoding="utf-8")
    assert read_annotation(inner / "a.json").file == tmp_path / "news" / "x.txt"
    folder(inner, name="A0")
    assert [path.name for path in gold_files([inner])] == ["A0.json", "a.json"]
    with pytest.raises(GoldError):
        list(gold_files([inner / "b.json"]))


def test_reliability_counts_the_right_events_of_each_band_of_confidence(tmp_path: Path) -> None:
    wrong = GOLD | {"id": "b", "events": []}
    folder(folder(tmp_path), wrong, name="b")
    rows = json.loads(kg("eval", tmp_path, "--reliability", "--format", "json").stdout)
    assert sum(row["events"] for row in rows) == 2
    assert sum(row["events_right"] for row in rows) == 1
    assert sum(row["participants_right"] for row in rows) == 2
    assert [row["confidence_from"] for row in rows] == sorted((row["confidence_from"] for row in rows), reverse=True)


def test_two_lists_are_not_one_document(tmp_path: Path) -> None:
    told = kg("eval", folder(tmp_path), "--reliability", "--misses", "--format", "json")
    assert told.exit_code == 2
    assert "ask for one" in told.stderr


def test_an_event_that_the_text_confirms_is_surer() -> None:
    bare = article("التقى الوزير الوفد.")
    told = article(
        "التقى وزير الخارجية العراقي سعد الحمداني وزير الخارجية التونسي هادي بن عمر في بغداد يوم 8 أيار 2023."
    )
    sure = [event.confidence for event in RuleExtractor().extract(told).events]
    unsure = [event.confidence for event in RuleExtractor().extract(bare).events]
    assert len(sure) == 1
    assert all(less < sure[0] for less in unsure)
