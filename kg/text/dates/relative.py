"""Reads what is told from the day of publication: yesterday, on Wednesday, last week, the 23rd of this month, two days ago."""

from datetime import date, timedelta

from kg.text.dates.absolute import checked
from kg.text.dates.calendars import Days, day_of, month_in, month_of, step, year_of
from kg.text.dates.context import (
    CURRENT,
    FUTURE,
    PAST,
    Context,
    Reading,
    certain,
    either,
    modifier,
    part_of,
    told_part,
    value,
)
from kg.text.dates.units import Unit

_DAY = timedelta(days=1)
_WEEK = 7
_WEEK_THIRDS = (3, 4)
# A page dated Tuesday that tells of Wednesday: rather tomorrow's, which the page's date lags behind, than last week's.
_TOMORROW_SHARE = 0.6


def read_relative(units: list[Unit], context: Context) -> Reading:
    """A day counted from today, or two of them in a row."""
    if context.published is None:
        return Reading((), "relative")
    days = sorted(_moved(context.published, unit.value) for unit in units if unit.kind == "r")
    span = days[0], days[-1]
    weekday = value(units, "d")
    if weekday is None or span[0].weekday() == weekday.value:
        return certain(span, "relative")
    away = (weekday.value - span[0].weekday() + 3) % _WEEK - 3
    other = _moved(span[0], away)
    return either((other, other), span, _TOMORROW_SHARE, "relative")


def read_weekday(units: list[Unit], context: Context) -> Reading:
    """A weekday: the page's own day, else the last one, unless the page is dated on the eve of it."""
    told, named = modifier(units), value(units, "d")
    published = context.published
    if published is None or named is None:
        return Reading((), "weekday")
    if told is not None and told.unit == "k":
        start = _moved(week_of(published, context)[0], _WEEK * told.direction)
        return _certain_day(_moved(start, (named.value - start.weekday()) % _WEEK))
    ahead = (named.value - published.weekday()) % _WEEK
    if told is not None:
        return _certain_day(_moved(published, _steps(ahead, told.direction)))
    if ahead == 0 or context.future:
        return _certain_day(_moved(published, ahead))
    last, following = _moved(published, ahead - _WEEK), _moved(published, ahead)
    if ahead == 1:
        return either((following, following), (last, last), _TOMORROW_SHARE, "weekday")
    return _certain_day(last)


def read_weekdays(units: list[Unit], context: Context) -> Reading:
    """A stretch from one weekday to another."""
    first, last = (unit for unit in units if unit.kind == "d")
    length = (last.value - first.value) % _WEEK
    end = read_weekday([unit for unit in units if unit is not first], context)
    start = read_weekday([unit for unit in units if unit is not last], context)
    if not end.candidates or not start.candidates:
        return Reading((), "weekday")
    if start.candidates[0].earliest == context.published or context.future:
        begin = start.candidates[0].earliest
    else:
        begin = _moved(end.candidates[0].earliest, -length)
    return certain((begin, _moved(begin, length)), "weekday")


def read_unit(units: list[Unit], context: Context) -> Reading:
    """A week, month or year seen from today, or a part of it."""
    unit, told = value(units, "kMY"), modifier(units)
    rule = {"k": "week", "M": "month", "Y": "year"}[unit.kind] if unit is not None else "relative"
    if unit is None or context.published is None:
        return Reading((), rule)
    steps = told.direction if told is not None else CURRENT
    return certain(_stretch(unit.kind, steps, told_part(units), context.published, context), rule)


def read_ago(units: list[Unit], context: Context) -> Reading | None:
    """So many days, weeks, months or years ago; None where the count isn't told."""
    number, unit = value(units, "nN"), value(units, "ikMYSu")
    count = number.value if number is not None else unit.value[1] if unit is not None else 0
    if unit is None or not count:
        return None
    if context.published is None:
        return Reading((), "ago")
    name = unit.value[0]
    if name == "day":
        day = _moved(context.published, -count)
        return certain((day, day), "ago")
    kind = {"week": "k", "month": "M", "year": "Y"}[name]
    return certain(_stretch(kind, -count, None, context.published, context), "ago")


def read_day_of(units: list[Unit], context: Context) -> Reading:
    """Days of the last, this or the next month."""
    told = modifier(units)
    calendar = context.options.calendar
    here = month_in(calendar, context.published) if context.published is not None else None
    if here is None or told is None:
        return Reading((), "day-month")
    year, month = step(*here, told.direction)
    days = [day_of(calendar, year, month, unit.value) for unit in units if unit.kind == "n"]
    first, last = days[0], days[-1]
    if first is None or last is None or first > last:
        return Reading((), "day-month")
    return checked((first, last), units, context, "day-month")


def week_of(day: date, context: Context) -> Days:
    """The week that holds a day, as the language's calendars print it."""
    start = _moved(day, -((day.weekday() - context.options.week_starts) % _WEEK))
    return start, _moved(start, _WEEK - 1)


def _stretch(kind: str, steps: int, part: str | None, published: date, context: Context) -> Days | None:
    """The week, month or year so many steps from the one that holds the day of publication, or a part of it."""
    if kind == "k":
        return part_of(week_of(_moved(published, _WEEK * steps), context), part, _WEEK_THIRDS)
    calendar = context.options.calendar
    here = month_in(calendar, published)
    if here is None:
        return None
    if kind == "M":
        return part_of(month_of(calendar, *step(*here, steps)), part)
    return year_of(calendar, here[0] + steps, part)


def _steps(ahead: int, direction: int) -> int:
    if direction == PAST:
        return ahead - _WEEK
    return ahead or (_WEEK if direction == FUTURE else 0)


def _moved(day: date, days: int) -> date:
    try:
        return day + days * _DAY
    except OverflowError:
        return day


def _certain_day(day: date) -> Reading:
    return certain((day, day), "weekday")
