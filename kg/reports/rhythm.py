"""How regularly a pair meets: its usual gap, the spread of its gaps, and how unusual a gap is beside these."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

TOGETHER = timedelta(days=7)
"""Meetings at most so far apart are one encounter: a visit, a conference. Nobody's rhythm is measured inside one."""
_TO_DEVIATION = 1.4826
"""What the median distance from the median is multiplied by to be comparable with a standard deviation (Rousseeuw and Croux 1993)."""
_LEAST_SPREAD = 0.25
"""The share of the usual gap below which no spread is believed: three gaps that happen to be equal are no clock."""


@dataclass(frozen=True, slots=True)
class Encounter:
    """One or more meetings within days of each other: the first and the last day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The gaps between the encounters of a pair, in days; there is at least one.

    ``usual`` is their median, ``spread`` the median distance from it as a standard deviation, at least a quarter of the
    usual gap and one day.
    """

    gaps: tuple[int, ...]

    @property
    def usual(self) -> float:
        """The median gap, in days."""
        return float(median(self.gaps))

    @property
    def spread(self) -> float:
        """How far gaps commonly are from the usual one, in days."""
        usual = self.usual
        distance = median(abs(gap - usual) for gap in self.gaps)
        return max(_TO_DEVIATION * distance, _LEAST_SPREAD * usual, 1.0)

    def unusual(self, gap: int) -> float:
        """How many spreads a gap is longer than the usual one."""
        return (gap - self.usual) / self.spread


def encounters(days: Iterable[date]) -> tuple[Encounter, ...]:
    """The encounters that the days of meetings make, in order."""
    found: list[Encounter] = []
    for day in sorted(days):
        if found and day - found[-1].last <= TOGETHER:
            found[-1] = Encounter(found[-1].first, day)
        else:
            found.append(Encounter(day, day))
    return tuple(found)


def rhythm(met: Iterable[Encounter]) -> Rhythm:
    """The rhythm of at least two encounters, given in order."""
    return Rhythm(tuple((later.first - earlier.last).days for earlier, later in pairwise(met)))
