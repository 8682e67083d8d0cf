"""What a date phrase is read against: the day of publication, the habits of the language, and which way the sentence looks."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from kg.model import DateCandidate
from kg.text.dates.calendars import Days
from kg.text.dates.table import Options
from kg.text.dates.units import Unit

PAST, CURRENT, FUTURE = -1, 0, 1
_DIRECTIONS = {"l": PAST, "t": CURRENT, "j": CURRENT, "f": FUTURE}
_UNITS = "kMY"
# Days 1-10, 11-20 and 21-end of a month.
MONTH_THIRDS = (10, 20)


@dataclass(frozen=True, slots=True)
class Context:
    """``future`` says that the sentence tells of what is to come: then a bare weekday or day lies ahead."""

    published: date | None
    options: Options
    future: bool = False


class Reading(NamedTuple):
    """What a phrase means: the candidates (best first), whether it disagrees with itself or with the page, and the rule's name.

    ``partial`` is what is known of a date whose year nothing tells.
    """

    candidates: tuple[DateCandidate, ...]
    rule: str
    conflict: bool = False
    partial: str | None = None


class Modifier(NamedTuple):
    """A modifier (last, this, next) as a direction, and the unit word that it belongs to (``k M Y``, or none)."""

    direction: int
    unit: str


def modifier(units: list[Unit]) -> Modifier | None:
    """The first modifier of a phrase, with the unit word beside it."""
    for at, unit in enumerate(units):
        if unit.kind in _DIRECTIONS:
            beside = [units[n].kind for n in (at - 1, at + 1) if 0 <= n < len(units)]
            return Modifier(_DIRECTIONS[unit.kind], next((kind for kind in beside if kind in _UNITS), ""))
    return None


def value(units: list[Unit], kinds: str) -> Unit | None:
    """The first unit of one of these kinds."""
    return next((unit for unit in units if unit.kind in kinds), None)


def told_part(units: list[Unit]) -> str | None:
    """``early``, ``mid``, ``late``, or None where the phrase means the whole."""
    unit = value(units, "e")
    return None if unit is None else str(unit.value)


def certain(days: Days | None, rule: str) -> Reading:
    """A single reading, or an unresolved phrase."""
    return Reading((DateCandidate(*days),) if days is not None else (), rule)


def either(best: Days, other: Days, share: float, rule: str) -> Reading:
    """Two readings that disagree; ``share`` is that of the better one."""
    return Reading((DateCandidate(*best, share), DateCandidate(*other, round(1 - share, 3))), rule, conflict=True)


def nearest(days: list[date], context: Context, direction: int | None) -> date | None:
    """Of the same day in several years, the one meant: the nearest on the side that is told, else the nearest, the past first."""
    published = context.published
    if published is None:
        return None
    if direction == PAST:
        days = [day for day in days if day < published]
    elif direction == FUTURE:
        days = [day for day in days if day > published]
    elif direction is None and context.future:
        days = [day for day in days if day >= published]
    return min(days, key=lambda day: (abs(day - published), day), default=None)


def part_of(days: Days | None, part: str | None, thirds: tuple[int, int] = MONTH_THIRDS) -> Days | None:
    """The early, middle or late part of a stretch; ``thirds`` are the days, counted from 0, where the middle and the end begin."""
    if days is None:
        return None
    first, last = days
    middle, end = (first + timedelta(days=count) for count in thirds)
    if part == "early":
        return first, middle - timedelta(days=1)
    if part == "mid":
        return middle, end - timedelta(days=1)
    return (end, last) if part == "late" else days
