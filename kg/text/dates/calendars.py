"""Years, months and days of the Gregorian, solar Hijri and lunar Hijri calendars as Gregorian days."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import Literal

from hijridate import Gregorian, Hijri

Calendar = Literal["gregorian", "solar", "lunar"]
Days = tuple[date, date]

MONTHS = 12
_PARTS_OF_YEAR = {None: (1, 12), "early": (1, 4), "mid": (5, 8), "late": (9, 12)}
# The 33-year rule of leap years agrees with the equinox in Tehran for these years (K. M. Borkowski, "The Persian calendar for 3000 years", 1996).
_SOLAR_YEARS = range(1244, 1473)
_SOLAR_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_SOLAR_EPOCH = 1375, date(1996, 3, 20)
# What the printed Umm al-Qura calendar covers.
_LUNAR_YEARS = range(1343, 1501)


def day_of(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a calendar's day, or None where that calendar has no such day or its years aren't known."""
    span = month_of(calendar, year, month)
    if span is None or day < 1:
        return None
    found = span[0] + timedelta(days=day - 1)
    return found if found <= span[1] else None


@lru_cache(maxsize=2000)
def month_of(calendar: Calendar, year: int, month: int) -> Days | None:
    """First and last day of a month, or None where the calendar has no such month or its years aren't known."""
    first, after = _month_start(calendar, year, month), _month_start(calendar, *step(year, month, 1))
    return None if first is None or after is None else (first, after - timedelta(days=1))


def year_of(calendar: Calendar, year: int, part: str | None = None) -> Days | None:
    """First and last day of a year or of its early, middle or late four months; None where the year isn't known."""
    first, last = (month_of(calendar, year, month) for month in _PARTS_OF_YEAR[part])
    return None if first is None or last is None else (first[0], last[1])


@lru_cache(maxsize=2000)
def month_in(calendar: Calendar, day: date) -> tuple[int, int] | None:
    """Year and month of a calendar that hold a Gregorian day, or None outside the years that are known."""
    if calendar == "gregorian":
        return day.year, day.month
    if calendar == "lunar":
        try:
            hijri = Gregorian.fromdate(day).to_hijri()
        except OverflowError:
            return None
        return hijri.year, hijri.month
    year = day.year - 621
    spans = ((y, m, month_of("solar", y, m)) for y in (year - 1, year) for m in range(1, MONTHS + 1))
    return next(((y, m) for y, m, span in spans if span is not None and span[0] <= day <= span[1]), None)


def step(year: int, month: int, months: int) -> tuple[int, int]:
    """The month that lies so many months later (or earlier)."""
    years, rest = divmod(month - 1 + months, MONTHS)
    return year + years, rest + 1


def _month_start(calendar: Calendar, year: int, month: int) -> date | None:
    if not 1 <= month <= MONTHS:
        return None
    if calendar == "gregorian":
        return date(year, month, 1) if MINYEAR <= year <= MAXYEAR else None
    if calendar == "lunar":
        return Hijri(year, month, 1).to_gregorian() if year in _LUNAR_YEARS else None
    if year not in _SOLAR_YEARS:
        return None
    return _new_year(year) + timedelta(days=31 * (month - 1) - max(0, month - 7))


def _new_year(year: int) -> date:
    known, day = _SOLAR_EPOCH
    sign = 1 if year >= known else -1
    between = range(min(year, known), max(year, known))
    return day + sign * timedelta(days=sum(366 if y % 33 in _SOLAR_LEAPS else 365 for y in between))
