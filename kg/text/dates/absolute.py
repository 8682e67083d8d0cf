"""Reads days, months and years that are told by name or number, with or without a year."""

from datetime import date, timedelta
from typing import NamedTuple

from kg.model import DateCandidate
from kg.text.dates.calendars import Calendar, Days, day_of, month_in, month_of, step, year_of
from kg.text.dates.context import (
    CURRENT,
    FUTURE,
    PAST,
    Context,
    Reading,
    certain,
    either,
    modifier,
    nearest,
    part_of,
    told_part,
    value,
)
from kg.text.dates.numeric import FIRST_GREGORIAN, calendar_of, full_year, numeric_days
from kg.text.dates.units import Unit
from kg.text.dates.yearless import yearless

_FIRST_LONE_YEAR = 1900
_ERAS: dict[str, Calendar] = {"H": "lunar", "I": "solar"}
# So far from the publication may a weekday choose the year of its day; beyond, it is rather a slip.
_WEEKDAY_REACH = timedelta(days=300)
_TOLD_DAY_SHARE = 0.8
_WEEKDAY_SHARE = 0.4
_HOUSE_ORDER_SHARE = 0.7


class Partial(NamedTuple):
    """A day of a month, perhaps without its year; ``own`` is set where the year stands beside it."""

    calendar: Calendar
    month: int
    day: int
    year: int | None = None
    own: bool = False

    def on(self, year: int) -> date | None:
        """This day in a year."""
        return day_of(self.calendar, year, self.month, self.day)


def read_day(units: list[Unit], context: Context) -> Reading | None:
    """A day or a stretch of days in named or numbered months."""
    numeric = value(units, "T")
    if numeric is not None:
        return _numeric(units, numeric, context)
    partials = _partials(units, context)
    rule = "absolute" if partials[0].year else "day-month"
    first = _settle(partials[0], units, context)
    last = _last(partials[-1], first, units, context)
    if first is not None and last is not None and first > last and not partials[0].own:
        first = partials[0].on((partials[0].year or 0) - 1) if partials[0].year else None
    if first is None or last is None or first > last:
        return Reading((), rule, partial=_known(partials) if context.published is None else None)
    return checked((first, last), units, context, rule)


def _known(partials: list[Partial]) -> str | None:
    """What a phrase tells of its days where nothing tells their year."""
    first, last = partials[0], partials[-1]
    if first.year is not None or last.calendar != first.calendar:
        return None
    return yearless(first.calendar, (first.month, first.day), (last.month, last.day))


def checked(days: Days, units: list[Unit], context: Context, rule: str) -> Reading:
    """The days as read, or with their rival where the phrase's weekday or "today" disagrees with them."""
    weekday, relative = value(units, "dD"), value(units, "r")
    if weekday is not None and days[0].weekday() != weekday.value:
        away = (weekday.value - days[0].weekday() + 3) % 7 - 3
        shifted = timedelta(days=away)
        return either(days, (days[0] + shifted, days[1] + shifted), 1 - _WEEKDAY_SHARE, rule)
    if relative is not None and context.published is not None:
        told = context.published + timedelta(days=relative.value)
        if not days[0] <= told <= days[1]:
            return either(days, (told, told), _TOLD_DAY_SHARE, rule)
    return certain(days, rule)


def _partials(units: list[Unit], context: Context) -> list[Partial]:
    """The days that a phrase tells, each with its month, and with its year if the phrase has one."""
    names = [unit.kind for unit in units if unit.kind in "nmwW"]
    month_first = names[0] != "n"
    month: tuple[Calendar, int] | None = None
    waiting: list[int] = []
    found: list[Partial] = []
    for unit in units:
        if unit.kind == "n" and month_first and month is not None:
            found.append(Partial(*month, unit.value))
        elif unit.kind == "n":
            waiting.append(unit.value)
        elif unit.kind in "mwW":
            month = unit.value
            found += [Partial(unit.value[0], unit.value[1], day) for day in waiting]
            waiting = []
        elif unit.kind in "yN":
            year = unit.value if unit.kind == "y" else full_year(unit.value, "solar")
            open_ = [n for n, partial in enumerate(found) if partial.year is None]
            last_month = found[-1].month
            for n in open_:
                found[n] = found[n]._replace(year=year, own=found[n].month == last_month)
    return found


def _settle(partial: Partial, units: list[Unit], context: Context) -> date | None:
    if partial.year is not None:
        return partial.on(partial.year)
    here = month_in(partial.calendar, context.published) if context.published is not None else None
    if here is None:
        return None
    told = modifier(units)
    if told is not None and told.unit == "Y":
        return partial.on(here[0] + told.direction)
    days = [day for year in (here[0] - 1, here[0], here[0] + 1) if (day := partial.on(year)) is not None]
    weekday = value(units, "dD")
    fitting = [day for day in days if weekday is not None and day.weekday() == weekday.value and _near(day, context)]
    direction = told.direction if told is not None else None
    return nearest(fitting, context, direction) or nearest(days, context, direction)


def _near(day: date, context: Context) -> bool:
    return context.published is not None and abs(day - context.published) <= _WEEKDAY_REACH


def _last(partial: Partial, first: date | None, units: list[Unit], context: Context) -> date | None:
    """The last day of a stretch; without a year of its own it is the next such day after the first."""
    if partial.year is not None or first is None:
        return _settle(partial, [unit for unit in units if unit.kind not in "dD"], context)
    here = month_in(partial.calendar, first)
    years = (here[0], here[0] + 1) if here is not None else ()
    return next((day for year in years if (day := partial.on(year)) is not None and day >= first), None)


def _numeric(units: list[Unit], numeric: Unit, context: Context) -> Reading | None:
    found = numeric_days(numeric.value, context)
    if not found:
        return None
    if len(found) == 1:
        return checked((found[0], found[0]), units, context, "numeric")
    shares = (_HOUSE_ORDER_SHARE, round(1 - _HOUSE_ORDER_SHARE, 3))
    return Reading(tuple(DateCandidate(day, day, share) for day, share in zip(found, shares, strict=True)), "numeric")


def read_month(units: list[Unit], context: Context) -> Reading:
    """A month, or a part of it, perhaps without its year."""
    named, part, year = value(units, "mwW"), told_part(units), value(units, "yN")
    rule = "month-part" if part is not None else "month"
    if named is None:
        return Reading((), rule)
    calendar, month = named.value
    if year is not None:
        days = _month_in_year(calendar, year.value if year.kind == "y" else full_year(year.value, "solar"), month)
    else:
        days = _yearless_month(calendar, month, units, context)
    if days is None and year is None and context.published is None:
        return Reading((), rule, partial=yearless(calendar, (month, None)))
    return certain(part_of(days, part), rule)


def _month_in_year(calendar: Calendar, year: int, month: int) -> Days | None:
    """A month of a year; a Hijri month told with a Gregorian year is the first that begins in it."""
    if calendar == "gregorian" or year < FIRST_GREGORIAN:
        return month_of(calendar, year, month)
    here = month_in(calendar, date(year, 1, 1))
    spans = [month_of(calendar, here[0] + later, month) for later in (0, 1)] if here is not None else []
    return next((span for span in spans if span is not None and span[0].year == year), None)


def _yearless_month(calendar: Calendar, month: int, units: list[Unit], context: Context) -> Days | None:
    here = month_in(calendar, context.published) if context.published is not None else None
    if here is None:
        return None
    told = modifier(units)
    if told is not None and told.unit == "Y":
        return month_of(calendar, here[0] + told.direction, month)
    ahead = (month - here[1]) % 12
    direction = told.direction if told is not None else (FUTURE if context.future else CURRENT)
    if direction == PAST or (direction == CURRENT and ahead >= 6):
        ahead -= 12
    elif direction == FUTURE and ahead == 0 and told is not None:
        ahead = 12
    return month_of(calendar, *step(*here, ahead))


def read_year(units: list[Unit], context: Context) -> Reading | None:
    """A year, a part of it, or a stretch of years; None for a lone number that may as well count something (in 2000 cases)."""
    if len(units) == 1 and (units[0].value < _FIRST_LONE_YEAR or units[0].value % 100 == 0):
        return None
    era = value(units, "HI")
    hijri = _ERAS[era.kind] if era is not None else context.options.hijri
    told = [unit.value if unit.kind == "y" else full_year(unit.value, "solar") for unit in units if unit.kind in "yN"]
    first, *_, last = [year_of(calendar_of(year, hijri), year, told_part(units)) for year in (told[0], *told)]
    if first is None or last is None or first > last:
        return Reading((), "year")
    return certain((first[0], last[1]), "year")
