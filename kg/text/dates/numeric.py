"""Years in two or four digits, and days written in digits alone."""

from datetime import date

from kg.text.dates.calendars import Calendar, day_of
from kg.text.dates.context import Context

FIRST_GREGORIAN = 1500
# Two digits up to this are a day; above it they are a year of the solar 1300s.
_YOUNGEST_SHORT_YEAR = 31


def numeric_days(parts: tuple[str, str, str, str], context: Context) -> list[date]:
    """The days that three numbers can mean; two of them only where the language's own order is known to waver."""
    one, two, three, sign = parts
    hijri, order = context.options.hijri, context.options.numeric
    first, middle, last = int(one), int(two), int(three)
    if len(one) == 4 or (hijri == "solar" and first > _YOUNGEST_SHORT_YEAR and len(three) < 3):
        year = first if len(one) == 4 else full_year(first, hijri)
        day = day_of(calendar_of(year, hijri), year, middle, last)
        return [day] if day is not None else []
    if len(three) not in (2, 4) or (len(three) == 2 and sign == "-"):
        return []
    year = last if len(three) == 4 else full_year(last, hijri)
    calendar = calendar_of(year, hijri)
    day_first, month_first = day_of(calendar, year, middle, first), day_of(calendar, year, first, middle)
    if order == "mdy":
        return list(dict.fromkeys(day for day in (month_first, day_first) if day is not None))
    other = month_first if len(three) == 4 else None
    return [day for day in (day_first or other,) if day is not None]


def full_year(year: int, hijri: Calendar) -> int:
    """The year meant by its last two digits."""
    if hijri == "solar":
        return year + (1300 if year > _YOUNGEST_SHORT_YEAR else 1400)
    return year + (1900 if year >= 70 else 2000)


def calendar_of(year: int, hijri: Calendar) -> Calendar:
    """The calendar that a year without a month is counted in."""
    return "gregorian" if year >= FIRST_GREGORIAN else hijri
