"""Dates as far as they are known: a day, a month, a year, "then or later", "then or earlier", or nothing."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

OPEN = ".."
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class When:
    """A date as written, with the first and the last day that it may mean; None where nothing bounds it.

    Written as ISO 8601 has it, and open ranges as its extension EDTF (Library of Congress, 2019) has them:
    ``2019-10-04``, ``2019-10``, ``2019``; ``2021-03..`` for then or later; ``..2019-10`` for then or earlier; empty for unknown.
    """

    text: str = ""
    earliest: date | None = None
    latest: date | None = None

    def __bool__(self) -> bool:
        """Whether anything is known."""
        return bool(self.text)


UNKNOWN = When()


@lru_cache(maxsize=4096)
def when(text: str) -> When:
    """Read a date.

    Raises:
        ValueError: it is none of the forms, or no day of the calendar.
    """
    if not text:
        return UNKNOWN
    after, before = text.endswith(OPEN), text.startswith(OPEN)
    bare = text.removesuffix(OPEN).removeprefix(OPEN)
    match = _WRITTEN.fullmatch(bare)
    if match is None or (after and before):
        raise ValueError(
            f"'{text}' is no date: write 2019-10-04, 2019-10, 2019, 2019-10.. (then or later) or ..2019-10"
        )
    first, last = _days(bare, *(int(part) if part else None for part in match.groups()))
    return When(text, None if before else first, None if after else last)


def _days(text: str, year: int | None, month: int | None, day: int | None) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day."""
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise ValueError(f"'{text}' is no date: the calendar has no such day") from error
    if day:
        return first, first
    if month:
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    return first, first.replace(month=12, day=31)
