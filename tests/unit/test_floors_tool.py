"""Floors are set a little below what is measured, rise, never fall, and hold only the articles that they name."""

import json
import tomllib
from pathlib import Path

from golden_floors import ALLOWED, Held
from golden_tools import FOLDER


def copied(root: Path, *names: str) -> Path:
    """A folder with some of the project's own annotations and their articles."""
    (root / "texts").mkdir(parents=True)
    for name in names:
        data = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        data.pop("file")
        (root / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
        text = (FOLDER / "articles" / f"{name}.txt").read_text(encoding="utf-8")
        (root / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    return root


def held(tmp_path: Path, *names: str) -> Held:
    floors = tmp_path / "floors.toml"
    floors.write_text("# Head.\n", encoding="utf-8")
    return Held(copied(tmp_path / "gold", *names), floors, fixed=True)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert Held(tmp_path / "none", tmp_path / "floors.toml", fixed=True).languages() == ()


def test_raised_floors_hold_and_name_their_articles(tmp_path: Path) -> None:
    gold = held(tmp_path, "ar-01", "ar-02", "en-01")
    gold.file.write_text(gold.raised(), encoding="utf-8")
    told = tomllib.loads(gold.file.read_text(encoding="utf-8"))
    assert told["ar"]["articles"] == ["ar-01", "ar-02"]
    assert gold.file.read_text(encoding="utf-8").startswith("# Head.")
    assert [gold.below(code) for code in gold.languages()] == [[], []]


def test_a_floor_never_falls_and_what_is_below_it_is_told(tmp_path: Path) -> None:
    gold = held(tmp_path, "ar-01")
    gold.file.write_text(f"[ar]\n{ALLOWED} = 0\nparticipants = 1.01\n", encoding="utf-8")
    assert "participants = 1.01" in gold.raised()
    assert len(gold.below("ar")) == 1


def test_other_articles_than_those_named_are_not_measured(tmp_path: Path) -> None:
    gold = held(tmp_path, "ar-01")
    gold.file.write_text('[ar]\narticles = ["another"]\nevents_in_negatives = 0\n', encoding="utf-8")
    assert gold.readings("ar") == ()
    assert gold.below("ar") == []
