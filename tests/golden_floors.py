"""Reads annotated articles as a user's files are read, and holds what is measured to floors that only rise.

Two sets are held: the project's own golden articles, always; and a folder of shared annotations, where there is one: the one that the
environment variable ``KG_GOLD`` names, else ``shared/gold`` beside the checkout.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from golden_tools import FOLDER, ROOT
from kg_loaders import read

from kg.evaluate import Count, Evaluation, Result, evaluate
from kg.lang import load_pack

ALLOWED, NAMES = "events_in_negatives", "articles"
MARGIN = 0.03
# The annotations name the main statements alone: what else is told can be as right.
_RECALL = ("statements", "acts")
# Of a measure that has fewer annotations no floor is set.
_FEW = 5


@dataclass(frozen=True)
class Held:
    """Annotations in a folder, and the file with the floors that they are held to.

    ``fixed`` sets are measured by the articles that the floors name, so that a folder may grow or be another one.
    """

    folder: Path
    file: Path
    fixed: bool

    def languages(self) -> tuple[str, ...]:
        """The languages of the annotations that the default extractor reads."""
        found = sorted({one.annotation.language for one in _readings(self.folder)})
        return tuple(code for code in found if load_pack(code).reads_events)

    def readings(self, language: str) -> tuple[Evaluation, ...]:
        """Every article of a language that is measured: loaded from its file, extracted and compared."""
        named = self.floors().get(language, {}).get(NAMES) if self.fixed else None
        own = [one for one in _readings(self.folder) if one.annotation.language == language]
        return tuple(one for one in own if not isinstance(named, list) or one.annotation.id in named)

    def measured(self, language: str) -> Result:
        """The score of all articles of a language."""
        return sum((reading.result for reading in self.readings(language)), Result())

    def false_alarms(self, language: str) -> tuple[Evaluation, ...]:
        """The articles without any event in which events were found."""
        return tuple(
            one for one in self.readings(language) if one.extraction.events and not one.annotation.page.occasions
        )

    def alarms(self, language: str) -> int:
        """How many events were found in the articles without any."""
        return sum(len(one.extraction.events) for one in self.false_alarms(language))

    def floors(self) -> dict[str, dict[str, float | list[str]]]:
        """The floors of each language by measure, and how many events the articles without events may give."""
        return tomllib.loads(self.file.read_text(encoding="utf-8"))

    def below(self, language: str) -> list[str]:
        """A line for each measure that is below its floor."""
        floor = numbers(self.floors().get(language, {}))
        low = [
            f"{name} {held_to(name, count):.3f}, below the floor of {floor[name]}"
            for name, count in self.measured(language).score
            if name in floor and held_to(name, count) < floor[name]
        ]
        alarms = self.alarms(language)
        return low + [f"{alarms} events in articles without events"] * (alarms > floor.get(ALLOWED, alarms))

    def raised(self) -> str:
        """The floors anew: a little below what is measured now, and nowhere below the floors that stand."""
        head = [line for line in self.file.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        return "\n".join([*head, *(line for code in self.languages() for line in self._raised(code))]) + "\n"

    def _raised(self, language: str) -> Iterator[str]:
        yield f"\n[{language}]"
        stand = numbers(self.floors().get(language, {}))
        if self.fixed:
            names = ", ".join(f'"{one.annotation.id}"' for one in self.readings(language))
            yield f"{NAMES} = [{names}]"
        alarms = self.alarms(language)
        yield f"{ALLOWED} = {min(alarms, stand.get(ALLOWED, alarms)):.0f}"
        for name, count in self.measured(language).score:
            if count.gold >= _FEW or name in stand:
                yield f"{name} = {max(held_to(name, count) - MARGIN, stand.get(name, 0.0)):.2f}"


OWN = Held(FOLDER, FOLDER / "floors.toml", fixed=False)
SHARED = Held(
    Path(os.environ.get("KG_GOLD") or ROOT.parent / "shared" / "gold"), FOLDER / "shared_floors.toml", fixed=True
)


@cache
def _readings(folder: Path) -> tuple[Evaluation, ...]:
    """Every annotation of a folder with what was read in its article; none where there is no such folder.

    Raises:
        GoldError: an annotation or its article can't be read.
    """
    found: list[Evaluation] = []
    for one in evaluate([folder], lambda name: read([name])) if folder.is_dir() else ():
        if not isinstance(one, Evaluation):
            raise one
        found.append(one)
    return tuple(found)


def numbers(floor: Mapping[str, float | list[str]]) -> dict[str, float]:
    """The floors of a language without the names of its articles."""
    return {name: value for name, value in floor.items() if not isinstance(value, list)}


def held_to(name: str, count: Count) -> float:
    """The figure of a measure that a floor is set for: the recall of statements, the F1 of all else."""
    return count.recall if name in _RECALL else count.f1
