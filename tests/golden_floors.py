"""Reads the golden articles as a user's files are read, and holds what is measured to the floors in ``golden/floors.toml``."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from golden_tools import FOLDER, load
from kg_loaders import read

from kg.evaluate import Count, Evaluation, Result, evaluate
from kg.lang import load_pack

FLOORS = FOLDER / "floors.toml"
ALLOWED = "events_in_negatives"
MARGIN = 0.03
# The annotations name the main statements alone: what else is told can be as right.
_RECALL = ("statements", "acts")


def languages() -> tuple[str, ...]:
    """The languages of golden articles whose events the default extractor reads."""
    return tuple(code for code in sorted({golden.data["lang"] for golden in load()}) if load_pack(code).reads_events)


@cache
def readings(language: str) -> tuple[Evaluation, ...]:
    """Every golden article of a language, loaded from its file, extracted and compared.

    Raises:
        GoldError: an annotation or its article can't be read.
    """
    files = [golden.path for golden in load() if golden.data["lang"] == language]
    found: list[Evaluation] = []
    for one in evaluate(files, lambda name: read([name])):
        if not isinstance(one, Evaluation):
            raise one
        found.append(one)
    return tuple(found)


def measured(language: str) -> Result:
    """The score of all golden articles of a language."""
    return sum((reading.result for reading in readings(language)), Result())


def false_alarms(language: str) -> tuple[Evaluation, ...]:
    """The articles without any event in which events were found."""
    return tuple(one for one in readings(language) if one.extraction.events and not one.annotation.page.occasions)


def floors() -> dict[str, dict[str, float]]:
    """The floors of each language by measure, and how many events the articles without events may give."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def held_to(name: str, count: Count) -> float:
    """The figure of a measure that a floor is set for: the recall of statements, the F1 of all else."""
    return count.recall if name in _RECALL else count.f1


def raised() -> str:
    """The floors anew: a little below what is measured now, and nowhere below the floors that stand."""
    head = [line for line in FLOORS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    stand = floors()
    return "\n".join([*head, *(line for code in languages() for line in _raised(code, stand.get(code, {})))]) + "\n"


def _raised(language: str, stand: Mapping[str, float]) -> Iterator[str]:
    yield f"\n[{language}]"
    alarms = sum(len(one.extraction.events) for one in false_alarms(language))
    yield f"{ALLOWED} = {min(alarms, stand.get(ALLOWED, alarms)):.0f}"
    for name, count in measured(language).score:
        yield f"{name} = {max(held_to(name, count) - MARGIN, stand.get(name, 0.0)):.2f}"
