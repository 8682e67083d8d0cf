"""Publication dates out of lines and fields that hold a date and nothing else; an ambiguous one is no date."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kg_loaders.folding import folded
from kg_loaders.lexicon import Calendar, calendar

_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:٫٬.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z\b|[+-]\d{2}:?\d{2}(?!\d))?(?!\d|[./-]\d)")
_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?![\d/-])")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_FIRST, _LAST = 1900, 2100
_SOLAR_YEARS = range(1300, 1500)


@dataclass(frozen=True, slots=True)
class LineDate:
    """What a date line tells: ``day`` is None where it can't be known; ``updated`` marks the date of a later change."""

    day: date | None
    words: str
    updated: bool = False


def read_date_line(words: str) -> LineDate | None:
    """Read a line that holds a date (or a clock time) and nothing else, or return None."""
    if len(words) > 120 or not _DIGIT.search(words):
        return None
    rest, days = _take_numeric(words)
    clocks = len(_CLOCK.findall(rest))
    rest = _CLOCK.sub(" ", rest)
    pieces = _PIECE.findall(folded(rest))
    named = _named_dates(pieces, calendar())
    if named is None or not (days or named or clocks):
        return None
    days += named
    known = {day for day in days if day is not None}
    day = known.pop() if len(known) == 1 else None
    return LineDate(day, words, not calendar().updated.isdisjoint(pieces))


def read_date_field(value: str) -> date | None:
    """Read the date of a metadata field: a date or a date with a time, as written there (no change of time zone)."""
    found = read_date_line(value.strip())
    return found.day if found else None


def _take_numeric(words: str) -> tuple[str, list[date | None]]:
    days: list[date | None] = []

    def iso(match: re.Match[str]) -> str:
        days.append(_day(int(match[1]), int(match[2]), int(match[3])))
        return " "

    def numeric(match: re.Match[str]) -> str:
        parts = int(match[1]), int(match[3]), int(match[4])
        persian = parts[0] in _SOLAR_YEARS and "۰" <= match[1][0] <= "۹"
        days.append(_solar_day(*parts) if persian else _numeric_day(*parts, match[2], len(match[1])))
        return " "

    return _NUMERIC.sub(numeric, _ISO.sub(iso, words)), days


def _numeric_day(first: int, second: int, third: int, mark: str, width: int) -> date | None:
    """A date in digits. Day and month are told apart by their size or by the full stops of continental dates."""
    if width == 4:
        return _day(first, second, third)
    if first <= 12 and second <= 12 and first != second and mark != ".":
        return None
    return _day(third, first, second) if second > 12 else _day(third, second, first)


def _named_dates(pieces: list[str], known: Calendar) -> list[date | None] | None:
    """The dates of words and numbers, or None if some word is not a date's."""
    numbers: list[int] = []
    months: list[tuple[int, bool]] = []
    at = 0
    while at < len(pieces):
        if pieces[at].isdecimal():
            numbers.append(_number(pieces[at]))
            at += 1
            continue
        taken = _month_at(pieces, at, known)
        if taken:
            months.append(taken[0])
        elif pieces[at] not in known.beside:
            return None
        at += taken[1] if taken else 1
    return _combine(numbers, months)


def _month_at(pieces: list[str], at: int, known: Calendar) -> tuple[tuple[int, bool], int] | None:
    for width in (2, 1):
        name = " ".join(pieces[at : at + width])
        if name in known.gregorian:
            return (known.gregorian[name], False), width
        if name in known.solar:
            return (known.solar[name], True), width
    return None


def _combine(numbers: list[int], months: list[tuple[int, bool]]) -> list[date | None] | None:
    if not months:
        return None if numbers else []
    years = [n for n in numbers if n > 31]
    days = [n for n in numbers if 1 <= n <= 31]
    if not years or not days or len(numbers) > 6:
        return None
    if len(set(months)) == 1 and len(years) == len(days) == 1:
        month, solar = months[0]
        return [_solar_day(years[0], month, days[0]) if solar else _day(years[0], month, days[0])]
    return [None]


def _number(digits: str) -> int:
    return int(digits[:6])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST <= year <= _LAST else None
    except ValueError:
        return None


def _solar_day(year: int, month: int, day: int) -> date | None:
    """A day of Iran's solar calendar (Farvardin is month 1) by the 33-year leap cycle, right for 1800 to 2100."""
    longest = 31 if month <= 6 else 30
    if year not in _SOLAR_YEARS or not 1 <= day <= longest:
        return None
    since = year - 1300
    leaps = sum((y % 33) in {1, 5, 9, 13, 17, 22, 26, 30} for y in range(1300, year))
    before = (month - 1) * 31 - max(0, month - 7)
    return date(1921, 3, 21) + timedelta(days=365 * since + leaps + before + day - 1)
