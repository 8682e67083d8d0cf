"""Reads the golden articles as a user's files are read, and holds what is measured to the floors in ``golden/floors.toml``."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from golden_compare import Result, compare
from golden_counts import Count
from golden_pages import annotated, extracted
from golden_tools import FOLDER, Golden, load
from kg_loaders import Article, read

from kg.extract.rules import RuleExtractor
from kg.lang import load_pack
from kg.model import Extraction

FLOORS = FOLDER / "floors.toml"
ALLOWED = "events_in_negatives"
MARGIN = 0.03
# The annotations name the main statements alone: what else is told can be as right.
_RECALL = ("statements", "acts")


@dataclass(frozen=True, slots=True)
class Read:
    """A golden annotation and what was extracted from its article."""

    golden: Golden
    extraction: Extraction

    @property
    def result(self) -> Result:
        """How well the article was read."""
        return compare(annotated(self.golden), extracted(self.golden.id, self.extraction))


def languages() -> tuple[str, ...]:
    """The languages of golden articles whose events the default extractor reads."""
    return tuple(code for code in sorted({golden.data["lang"] for golden in load()}) if load_pack(code).reads_events)


@cache
def readings(language: str) -> tuple[Read, ...]:
    """Every golden article of a language, loaded from its file and extracted."""
    reader = RuleExtractor()
    return tuple(Read(golden, reader.extract(article(golden))) for golden in load() if golden.data["lang"] == language)


def article(golden: Golden) -> Article:
    """The article of an annotation, as the loaders read it.

    Raises:
        LoadError: the file can't be read.
    """
    found = list(read([str(golden.file)]))[(golden.line or 1) - 1]
    if isinstance(found, Article):
        return found
    raise found


def measured(language: str) -> Result:
    """The score of all golden articles of a language."""
    return sum((reading.result for reading in readings(language)), Result())


def false_alarms(language: str) -> tuple[Read, ...]:
    """The articles without any event in which events were found."""
    return tuple(one for one in readings(language) if one.golden.data["negative"] and one.extraction.events)


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
