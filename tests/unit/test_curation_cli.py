"""The commands of curation, as an analyst types them."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cli_help import kg
from curation_tools import add, meetings, told

from kg.identity.judgements import Verdict, judged
from kg.identity.sharing import lines
from kg.store.opening import open_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Two articles of one meeting, one of another."""
    path = tmp_path / "store"
    with open_store(path, create=True) as graph:
        add(graph, told(1), told(2), told(3, "later"))
    return path


@pytest.fixture
def unsure(tmp_path: Path) -> Path:
    """Two articles that tell of neighbouring days, one without a place: maybe one meeting, maybe two."""
    path = tmp_path / "unsure"
    with open_store(path, create=True) as graph:
        add(graph, told(1), told(2, "unclear"))
    return path


def ids(store: Path) -> list[str]:
    with open_store(store) as graph:
        return [iri.rsplit("/", 1)[-1] for iri in meetings(graph)]


def listed(store: Path, *more: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(kg("--store", store, "judgements", "--format", "json", *more).stdout)
    return found


def test_resolve_tells_how_much_there_is(store: Path) -> None:
    done = kg("resolve", "--store", store)
    assert done.exit_code == 0
    assert "9 accounts of 5 events, 3 people; 0 unsure pairs; 0 articles shown anew" in done.stdout


def test_why_and_show_tell_of_the_accounts(store: Path) -> None:
    october, november = ids(store)
    card = kg("show", october, "--store", store).stdout
    section = card[card.index("\nAccounts\n") :].splitlines()
    first, second = (line.split()[0] for line in section[2:4])
    assert "site-1.example" in card and "2020-10-14 – 2020-10-21" in section[2]
    assert kg("show", second, "--store", store).stdout == card
    same = kg("why", first, second, "--store", store, "--format", "json")
    found = {row["what"]: row["told"] for row in json.loads(same.stdout)}
    assert found["one"] == "yes" and found["score"].endswith("(joined from 0.80 on)")
    other = kg("why", october, november, "--store", store).stdout
    assert "against" in other and "no" in other
    people = kg("why", "Ali Asghar Khaji", "Педерсен Гейр", "--store", store).stdout
    assert "the names differ" in people


def test_a_judgement_is_made_listed_undone(store: Path) -> None:
    october, november = ids(store)
    made = kg("merge", october, november, "--why", "one communiqué", "--by", "Anna", "--store", store)
    assert made.exit_code == 0 and made.stdout.startswith("judgement ")
    assert len(ids(store)) == 1
    (row,) = listed(store)
    assert (row["by"], row["verdict"], row["why"], row["state"]) == ("Anna", "same", "one communiqué", None)
    again = kg("merge", october, november, "--store", store)
    assert again.exit_code == 2 and "are one already" in again.stderr
    refused = kg("undo", "--store", store, stdin="n\n", env={"KG_USER": "Anna"})
    assert refused.exit_code == 1 and len(listed(store)) == 1
    assert kg("undo", "--store", store, stdin="y\n", env={"KG_USER": "Anna"}).exit_code == 0
    assert not listed(store) and len(listed(store, "--all")) == 1
    assert len(ids(store)) == 2
    nothing = kg("undo", "--yes", "--by", "Anna", "--store", store)
    assert nothing.exit_code == 2 and "no judgement of Anna" in nothing.stderr


def test_a_contradiction_is_said_to_be_one(store: Path) -> None:
    october, _ = ids(store)
    kg("split", october, october, "--store", store, "--by", "Anna")
    one, other, *_ = ids(store)
    done = kg("merge", one, other, "--store", store, "--by", "Boris")
    assert done.exit_code == 0
    assert "contradicts later ones, which count instead" in done.stderr
    first, second = listed(store)
    assert first["state"] == f"overruled by {str(second['id'])[:8]}"


def test_assert_and_retract_change_what_show_tells(store: Path) -> None:
    october, november = ids(store)
    for name, value in (("date", "2020-10-22"), ("place", "Vienna"), ("status", "postponed"), ("process", "Astana")):
        assert kg("assert", october, name, value, "--store", store, "--by", "Anna").exit_code == 0
    card = kg("show", october, "--store", store).stdout
    assert "2020-10-22\n" in card and "Vienna" in card and "postponed" in card
    assert "asserted    place: Vienna (by Anna, judgement " in card
    assert kg("retract", november, "--store", store).exit_code == 0
    gone = kg("show", november, "--store", store)
    assert gone.exit_code == 2 and "no event has the id" in gone.stderr


def test_judgements_are_exported_and_imported(store: Path, tmp_path: Path) -> None:
    october, _ = ids(store)
    kg("retract", october, "--store", store, "--by", "Anna")
    file = tmp_path / "judgements.jsonl"
    assert kg("judgements", "export", file, "--store", store).exit_code == 0
    other = tmp_path / "other"
    with open_store(other, create=True) as graph:
        add(graph, told(1), told(2))
    done = kg("judgements", "import", file, "--store", other)
    assert done.stdout == "1 judgements read, 1 of them new here or newly undone\n"
    assert not ids(other)
    assert "0 of them new" in kg("judgements", "import", file, "--store", other).stdout
    file.write_text(file.read_text() + "{damaged\n")
    broken = kg("judgements", "import", file, "--store", other)
    assert broken.exit_code == 2 and f"{file}:2" in broken.stderr
    missing = kg("judgements", "import", tmp_path / "none", "--store", other)
    assert missing.exit_code == 2 and "No such file" in missing.stderr


def test_a_judgement_of_a_day_to_come_is_imported_with_a_warning(store: Path, tmp_path: Path) -> None:
    event, *_ = ids(store)
    account = f"https://w3id.org/diplo-kg/id/event/{event}"
    of_now, ahead = (
        replace(judged(Verdict.RETRACT, account, by="Eve"), at=datetime(year, 1, 1, tzinfo=UTC))
        for year in (2000, 9999)
    )
    file = tmp_path / "team.jsonl"
    file.write_text("".join(lines([of_now, ahead])))
    done = kg("judgements", "import", file, "--store", store)
    assert done.exit_code == 0 and done.stderr.count("is dated in the future") == 1
    assert f"kg: the judgement {ahead.short}: retract, Eve on 9999-01-01 is dated" in done.stderr


def test_nothing_to_list_is_said(store: Path) -> None:
    assert "no judgements" in kg("judgements", "--store", store).stderr
    assert "no unsure pairs" in kg("review", "--store", store).stderr
    assert json.loads(kg("review", "--list", "--format", "json", "--store", store).stdout) == []


@pytest.mark.parametrize(
    ("answers", "left", "verdicts"),
    [
        ("s\n", 0, ["same"]),
        ("n\n", 0, ["different"]),
        ("l\n", 1, []),
        ("q\n", 1, []),
        ("", 1, []),
        ("?\ns\n", 0, ["same"]),
    ],
)
def test_review_asks_about_each_pair(unsure: Path, answers: str, left: int, verdicts: list[str]) -> None:
    before = json.loads(kg("review", "--format", "json", "--store", unsure).stdout)
    assert len(before) == 1
    assert before[0]["kind"] == "event"
    done = kg("review", "--store", unsure, "--by", "Anna", stdin=answers)
    assert done.exit_code == 0
    assert "site-1.example" in done.stdout and "site-2.example" in done.stdout and "التقى" in done.stdout
    assert [row["verdict"] for row in listed(unsure)] == verdicts
    assert len(json.loads(kg("review", "--format", "json", "--store", unsure).stdout)) == left


@pytest.mark.parametrize(
    "command",
    [
        ["merge", "feed", "beef"],
        ["split", "feed", "beef"],
        ["retract", "feed"],
        ["assert", "feed", "date", "2020"],
        ["why", "feed", "beef"],
        ["undo", "feed"],
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(store: Path, command: list[str]) -> None:
    done = kg(*command, "--store", store)
    assert (done.exit_code, done.stdout) == (2, "")
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("kg: no ")


def test_a_circle_of_judgements_is_named_and_nothing_of_it_is_lost(store: Path) -> None:
    with open_store(store) as graph:
        add(graph, told(4, "unclear"))
    one, two, three = ids(store)
    for pair in ((one, two), (two, three)):
        kg("merge", *pair, "--store", store, "--by", "Anna")
    (whole,) = ids(store)
    done = kg("split", whole, three, "--store", store, "--by", "Boris")
    assert done.exit_code == 0 and done.stderr.count("contradicts later ones") == 1
    assert len(ids(store)) == 2
    assert [bool(row["state"]) for row in listed(store)] == [False, True, False]
    kg("undo", "--yes", "--store", store, "--by", "Boris")
    assert len(ids(store)) == 1
    assert [row["state"] for row in listed(store)] == [None, None]


def test_what_is_no_file_of_judgements_is_told_as_such(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "photograph.jpg"
    file.write_bytes(b"\xff\xd8\xff")
    done = kg("judgements", "import", file, "--store", store)
    assert (done.exit_code, done.stderr) == (2, f"kg: {file} is not UTF-8 text: give a file that holds judgements\n")
    event, *_ = ids(store)
    mixed = kg("merge", event, "Geir Pedersen", "--store", store)
    assert mixed.exit_code == 2 and "of one kind" in mixed.stderr
    assert listed(store) == []
