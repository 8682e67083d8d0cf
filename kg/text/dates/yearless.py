"""What is known of a date whose year nothing tells: its month, and its day, as ISO 8601-2 (EDTF) writes them: ``XXXX-10-20``."""

from datetime import date

from kg.text.dates.calendars import Calendar

_LEAP_YEAR = 2000


def yearless(
    calendar: Calendar, first: tuple[int, int | None], last: tuple[int, int | None] | None = None
) -> str | None:
    """A month and a day without their year; of a stretch of days the month, if it has but one.

    None where the calendar is another than ours, as its days fall on others of ours in another year.
    """
    month, day = first
    if calendar != "gregorian" or (last is not None and last[0] != month):
        return None
    if day is None or (last is not None and last != first):
        return f"XXXX-{month:02}"
    try:
        return f"XXXX-{date(_LEAP_YEAR, month, day):%m-%d}"
    except ValueError:
        return None
