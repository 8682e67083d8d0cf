"""Finds the date phrases of a stretch of text and reads each against the day of publication."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from kg.model import DateMention, Span
from kg.text.dates.absolute import read_day, read_month, read_year
from kg.text.dates.chunks import Chunks, Letters
from kg.text.dates.context import Context, Reading
from kg.text.dates.lexicon import lexicon
from kg.text.dates.patterns import grammar
from kg.text.dates.relative import read_ago, read_day_of, read_relative, read_unit, read_weekday, read_weekdays
from kg.text.dates.table import Options
from kg.text.dates.units import Line, Unit, read_line

_READERS: dict[str, Callable[[list[Unit], Context], Reading | None]] = {
    "between": read_day,
    "day": read_day,
    "day_of": read_day_of,
    "ago": read_ago,
    "relative": read_relative,
    "weekdays": read_weekdays,
    "weekday": read_weekday,
    "month": read_month,
    "unit": read_unit,
    "year": read_year,
}
# Prepositions, conjunctions and signs at the edge of a phrase are no part of it.
# Letters between other words.
_ISLAND = re.compile(r"[^x]+")
_EDGES = frozenset("vqp1azcbBhsP")


def find_dates(
    text: str, start: int, end: int, language: str, published: date | None, *, future: bool = False
) -> list[DateMention]:
    """The date phrases of ``text[start:end]`` in their order, without overlaps; offsets count characters of ``text``.

    ``published`` is what "yesterday" and days without a year are counted from: without it such phrases have no candidates.
    ``future`` says that the sentence tells of what is to come, so that bare weekdays and days lie ahead. A language that no
    pack knows dates for gives none.

    Raises:
        PackError: the pack's table of dates is malformed.
    """
    reader = _reader(language)
    if reader is None:
        return []
    options, letters = reader
    context = Context(published, options, future)
    return [
        mention
        for first, last in _lines(text, start, end)
        if (line := read_line(text, first, last, letters)) is not None
        for rule, phrase in _phrases(line, options)
        for mention in _mentions(text, rule, phrase, context)
    ]


@lru_cache(maxsize=16)
def _reader(language: str) -> tuple[Options, Letters] | None:
    words = lexicon(language)
    return (words.options, Letters(Chunks(words))) if words is not None else None


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        cut = text.find("\n", start, end)
        last = end if cut < 0 else cut
        yield start, last
        start = last + 1


def _phrases(line: Line, options: Options) -> Iterator[tuple[str, list[Unit]]]:
    """The longest phrases of a line, from left to right, each with its rule."""
    match_at = grammar(options).match
    for island in _ISLAND.finditer(line.kinds):
        # One letter more, so that a rule sees whether another word follows.
        at, last = island.start(), island.end() + 1
        while at < island.end():
            found = match_at(line.kinds, at, last)
            if found is None:
                at += 1
                continue
            yield found.lastgroup or "", line.units(*found.span())
            at = found.end()


def _mentions(text: str, rule: str, phrase: list[Unit], context: Context) -> Iterator[DateMention]:
    phrase = _trimmed(phrase)
    both = [unit for unit in phrase if unit.kind == "d"]
    if rule == "weekdays" and any(unit.kind == "a" for unit in phrase) and (both[1].value - both[0].value) % 7 != 1:
        joint = next(n for n, unit in enumerate(phrase) if unit.kind == "a")
        yield from _mentions(text, "weekday", phrase[:joint], context)
        yield from _mentions(text, "weekday", phrase[joint + 1 :], context)
        return
    reading = _READERS[rule](phrase, context)
    if reading is not None:
        span = Span.of(text, phrase[0].start, phrase[-1].end)
        yield DateMention(span, reading.candidates, reading.conflict, reading.rule, reading.partial)


def _trimmed(phrase: list[Unit]) -> list[Unit]:
    first, last = 0, len(phrase)
    while first < last - 1 and phrase[first].kind in _EDGES:
        first += 1
    while last > first + 1 and phrase[last - 1].kind in _EDGES and not _closes(phrase[first:last]):
        last -= 1
    return phrase[first:last]


def _closes(phrase: list[Unit]) -> bool:
    return phrase[-1].kind == "B" and any(unit.kind == "b" for unit in phrase)
