"""The words of the picture: interface strings in the reader's language, and the label of a node that suits the reader best."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kg.model import Literal

FALLBACK = "en"
LONGEST_LABEL = 300
FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE = "\u2068", "\u2066", "\u2069"
# A label with an override or a stray isolate of its own would turn round the words beside it.
_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DATES = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?:\s?[/–]\s?\d{4}-\d{2}(?:-\d{2})?)?")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]+")


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("kg.view").joinpath("strings.toml").read_text("utf-8"))


def languages() -> tuple[str, ...]:
    """The languages that the interface is written in."""
    return tuple(_tables())


def isolate(text: str) -> str:
    """Keep a piece of text from turning round what stands beside it, whichever way it runs itself."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def clean(text: str) -> str:
    """Make a name fit to be shown on one line: no marks that change direction, no control characters, not endless.

    A date keeps its order in the midst of words that run from right to left.
    """
    plain = " ".join(_DIRECTION_MARKS.sub("", _UNPRINTABLE.sub(" ", text)).split())
    short = plain if len(plain) <= LONGEST_LABEL else plain[: LONGEST_LABEL - 1] + "…"
    return _DATES.sub(lambda date: f"{LEFT_TO_RIGHT_ISOLATE}{date[0]}{POP_ISOLATE}", short)


def wrap(text: str, width: int = 22, lines: int = 2) -> tuple[str, ...]:
    """Break a label into a few short lines to be drawn, each isolated; what doesn't fit ends in an ellipsis."""
    rows: list[str] = []
    rest = text
    while rest and len(rows) < lines:
        row, rest = _cut(rest, width)
        rows.append(row)
    if rest and rows:
        rows[-1] = rows[-1][: width - 1].rstrip() + "…"
    return tuple(isolate(row) for row in rows)


def _cut(text: str, width: int) -> tuple[str, str]:
    if len(text) <= width:
        return text, ""
    space = text.rfind(" ", 0, width + 1)
    end = space if space > width // 3 else width
    return text[:end].rstrip(), text[end:].lstrip()


@dataclass(frozen=True, slots=True)
class Words:
    """What the page says in one language. ``language`` is the reader's, ``interface`` the one that the strings are in."""

    language: str
    interface: str
    table: Mapping[str, Any]

    @classmethod
    def of(cls, language: str) -> "Words":
        """The words for a reader of this language; the interface falls back to English."""
        interface = language if language in _tables() else FALLBACK
        return cls(language, interface, _tables()[interface])

    def say(self, key: str, **values: object) -> str:
        """A string such as ``shown`` or ``fact.date`` with its values; a local name nobody translated stays as it is."""
        found: Any = self.table
        for part in key.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
        if not isinstance(found, str):
            return key.rpartition(".")[2]
        return found.format(**values)

    def pick(self, labels: Iterable[Literal]) -> str:
        """The label that the reader reads best: in the reader's language, else English, else any; the fullest of several."""
        ranked = sorted(labels, key=lambda label: (self._distance(label.language), -len(label.value), label.value))
        return next((text for text in (clean(label.value) for label in ranked) if text), self.say("unnamed"))

    def _distance(self, tag: str | None) -> int:
        wanted = (self.language, self.language.partition("-")[0], FALLBACK)
        if tag is None:
            return len(wanted)
        return wanted.index(tag) if tag in wanted else len(wanted) + 1
