"""Where a day stands on an axis of time, and which days the axis names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_DAY, _MONTH, _YEAR = 1.0, 30.44, 365.25
_MOST_TICKS = 10


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from ``first`` (at ``start``, in pixels) to ``last`` (at ``end``); ``end`` is smaller where it runs to the left."""

    first: date
    last: date
    start: float
    end: float

    def __call__(self, day: date) -> float:
        """Where the middle of a day is."""
        share = ((day - self.first).days + 0.5) / ((self.last - self.first).days + 1)
        return self.start + share * (self.end - self.start)

    @classmethod
    def around(cls, first: date, last: date, start: float, end: float) -> "Scale":
        """An axis that holds some days with a little room beside them, and at least a fortnight."""
        room = timedelta(days=max(2, (last - first).days // 40, (13 - (last - first).days) // 2))
        begin = first - room if first - date.min > room else date.min
        return cls(begin, last + room if date.max - last > room else date.max, start, end)


def ticks(scale: Scale) -> Iterator[tuple[date, str]]:
    """The days at which an axis is marked, each with its name as in ISO 8601: ``2020``, ``2020-10`` or ``2020-10-21``; about ten at most."""
    days = (scale.last - scale.first).days + 1
    _, step, stepping, letters = next((unit for unit in _UNITS if days <= unit[0] * unit[1] * _MOST_TICKS), _UNITS[-1])
    for day in stepping(scale.first, step):
        if day > scale.last:
            return
        if day >= scale.first:
            yield day, day.isoformat()[:letters]


def _days(first: date, step: int) -> Iterator[date]:
    day = first.toordinal() + -first.toordinal() % step
    while day <= date.max.toordinal():
        yield date.fromordinal(day)
        day += step


def _months(first: date, step: int) -> Iterator[date]:
    month = first.year * 12 + (first.month - 1) // step * step
    while month < (date.max.year + 1) * 12:
        yield date(month // 12, month % 12 + 1, 1)
        month += step


def _years(first: date, step: int) -> Iterator[date]:
    for year in range(max(1, first.year // step * step), date.max.year + 1, step):
        yield date(year, 1, 1)


Unit = tuple[float, int, Callable[[date, int], Iterator[date]], int]

# How long a unit is in days, how many of them from tick to tick, how to step, and how many letters of the day name it.
_UNITS: tuple[Unit, ...] = (
    *((_DAY, step, _days, 10) for step in (1, 2, 7, 14)),
    *((_MONTH, step, _months, 7) for step in (1, 2, 3, 6)),
    *((_YEAR, step, _years, 4) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)
