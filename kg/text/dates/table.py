"""A pack's table of dates as entries of the grammar: what each word or phrase is, and how the language counts and orders."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from kg.text.dates.calendars import Calendar

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# The one-letter kinds that the grammar is written in.
_WORD_KINDS = {
    "from_or_of": "q",
    "to": "z",
    "between": "v",
    "and": "a",
    "in": "p",
    "ago_before": "g",
    "ago_after": "G",
    "time_of_day": "o",
    "skip": "",
    "some": "V",
    "common_era": "C",
    "lunar_era": "H",
    "solar_era": "I",
}
# Hardly any date does without one of these.
ANCHORS = frozenset("mwWdDrTlfty")
_MODIFIER_KINDS = {"past": "l", "current": "t", "future": "f", "this": "j"}
_UNIT_KINDS = {"day": "i", "week": "k", "month": "M", "year": "Y"}


class Entry(NamedTuple):
    """What a word or phrase is: its kind in the grammar and its value (a weekday, a number, a month of a calendar...)."""

    kind: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class Options:
    """How a language counts and orders: see the head of a ``dates.toml``."""

    calendar: Calendar
    hijri: Calendar
    week_starts: int
    numeric: str
    modifiers_after: bool
    month_first: bool
    capitals: bool
    day_word: bool

    @classmethod
    def of(cls, table: Any) -> "Options":
        """Read the head of a table; what is left out is as in most languages."""
        return cls(
            table.get("calendar", "gregorian"),
            table.get("hijri", "lunar"),
            WEEKDAYS.index(table.get("week_starts", "monday")),
            table.get("numeric", "dmy"),
            table.get("modifier_order", "before") == "after",
            table.get("month_first", False),
            table.get("capitals", False),
            table.get("day_word", False),
        )


def entries(table: Any) -> Iterator[tuple[str, Entry]]:
    """All words and phrases of a table with what they are; where one is told twice, the first counts."""
    caution = table.get("caution", {})
    doubts = dict.fromkeys(caution.get("ambiguous", []), "w") | dict.fromkeys(caution.get("strict", []), "W")
    yield from ((phrase, Entry("X")) for key in ("not_dates", "names_before") for phrase in caution.get(key, []))
    for calendar, months in table.get("months", {}).items():
        for number, names in months.items():
            yield from ((name, Entry(doubts.get(name, "m"), (calendar, int(number)))) for name in names)
    for name, words in table.get("weekdays", {}).items():
        yield from ((word, Entry("D" if word in doubts else "d", WEEKDAYS.index(name))) for word in words)
    for offset, words in table.get("relative", {}).items():
        yield from ((word, Entry("r", int(offset))) for word in words)
    for number, words in table.get("numbers", {}).items():
        yield from ((word, Entry("n", int(number))) for word in words)
    yield from _kinds(table.get("modifiers", {}), _MODIFIER_KINDS)
    yield from _kinds(table.get("words", {}), _WORD_KINDS)
    for part, words in table.get("parts", {}).items():
        yield from ((word, Entry("e", part)) for word in words)
    for key, count in (("units", 1), ("two", 2), ("several", 0)):
        for unit, words in table.get(key, {}).items():
            yield from (
                (word, Entry(_UNIT_KINDS[unit] if count == 1 else "u" if count else "S", (unit, count)))
                for word in words
            )


def _kinds(table: Any, kinds: dict[str, str]) -> Iterator[tuple[str, Entry]]:
    for key, words in table.items():
        yield from ((word, Entry(kinds[key])) for word in words)
