"""What the rows of authority files say, as frozen types."""

from dataclasses import dataclass, field
from datetime import date

from kg.authority.dates import UNKNOWN, When


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: that something (``id``) has a property with a value, from when to when, and who says so.

    ``language`` is the tag of a text, empty for what is no text of a language.
    """

    id: str
    property: str
    value: str
    language: str = ""
    start: When = UNKNOWN
    end: When = UNKNOWN
    source: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A fact and where it stands: the name of the file, and the line counted from 1."""

    fact: Fact
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file, in a sentence; ``line`` is 0 where it is wrong as a whole."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """``people.csv:12: ...``"""
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a file: its rows, and what is wrong with it."""

    rows: tuple[Row, ...] = field(repr=False)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """That a person held an office. Both ends are as exact as the sources make them.

    Between ``surely`` and ``perhaps`` lies what the sources leave open: an end that nobody verified proves nothing.
    """

    person: str
    office: str
    start: When
    end: When
    source: str

    @property
    def sure(self) -> tuple[date, date] | None:
        """The first and the last day on which the person held the office for sure; None where no day is sure."""
        # Without the other end, a day is sure only if it is known exactly: who began in 2019 may have gone in 2019.
        first = self.start.latest or (self.end.earliest if self.end.earliest == self.end.latest else None)
        last = self.end.earliest or (self.start.latest if self.start.earliest == self.start.latest else None)
        return (first, last) if first is not None and last is not None and first <= last else None

    def surely(self, on: date) -> bool:
        """Whether the sources show that the person held the office on a day."""
        return self.sure is not None and self.sure[0] <= on <= self.sure[1]

    def perhaps(self, on: date) -> bool:
        """Whether the sources leave it open that the person held the office on a day."""
        begun = self.start.earliest is None or self.start.earliest <= on
        return begun and (self.end.latest is None or on <= self.end.latest)


def kind_of(identifier: str) -> str:
    """What kind of thing an id names: ``person`` for ``person/sergey-lavrov``."""
    return identifier.partition("/")[0]


def term_of(fact: Fact) -> Term:
    """The term that a fact with the property ``holds`` tells."""
    return Term(fact.id, fact.value, fact.start, fact.end, fact.source)
