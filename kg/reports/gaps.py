"""Finds pairs who have not met for unusually long, and pairs who met again after an unusually long time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kg.errors import KgError
from kg.model import Iri
from kg.reports.company import Between, Meeting, Pair, company
from kg.reports.departures import Departure, departures
from kg.reports.nodes import fetch
from kg.reports.publication import publication
from kg.reports.rhythm import Encounter, encounters, rhythm
from kg.store.authorities import believed
from kg.store.base import Store


@dataclass(frozen=True, slots=True)
class GapFilter:
    """Which gaps to tell.

    ``on`` is the day from which to look back (None: the latest day of publication in the store), ``minimum`` how often a
    pair must have met before its rhythm counts (at least 3), ``times`` how many usual gaps make an unusual one; ``calls``
    counts calls as meetings.
    """

    between: Between = Between.PERSON
    on: date | None = None
    minimum: int = 3
    times: float = 2.0
    calls: bool = False


class Silence(StrEnum):
    """Whether a gap is still open; of who left office it is no silence: somebody else meets in their place."""

    OPEN = "not met since"
    ENDED = "met again after"
    LEFT = "left office"


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap between encounters of a pair that is unusually long beside their own rhythm; all times in days.

    ``last`` is the day on which they had met before it, ``until`` the day on which it ended or from which it is looked at,
    ``encounters`` the number of times they had met before it, ``unusual`` how many spreads it is longer than usual.
    ``event`` is the latest meeting: the one before an open gap, the one that ended the other. ``left`` tells who has left office since
    the latest meeting of a pair that hasn't met since.
    """

    silence: Silence
    pair: Pair
    names: tuple[str, str]
    last: date
    until: date
    days: int
    usual: float
    spread: float
    longest: int
    encounters: int
    unusual: float
    event: Iri
    left: tuple[Departure, ...] = ()


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps as seen on a day: the open ones first, those of who left office last, each kind with the most unusual first."""

    on: date
    gaps: tuple[Gap, ...]


def gaps(store: Store, wanted: GapFilter | None = None, language: str = "en") -> Gaps:
    """The unusually long gaps of a store.

    A pair's rhythm is the median of its own gaps and their median distance from it; meetings at most a week apart are one
    encounter. For a gap that has ended only the gaps before it count. Who held an office when a pair last met and has left it
    since, by what the authority shows for sure, isn't missed: such gaps are told apart.

    Raises:
        KgError: no day was given, and no article of the store tells when it was published.
    """
    wanted = wanted or GapFilter()
    on = wanted.on or publication(store).last
    if on is None:
        raise KgError("no article in the store has a day of publication: say by --on DAY from which day to look back")
    met = company(store, wanted.between, on, calls=wanted.calls)
    found = [gap for pair, meetings in met.items() for gap in _unusual(pair, meetings, on, wanted)]
    nodes = fetch(store, {iri for gap in found for iri in gap.pair})
    names = {iri: node.label(language) for iri, node in nodes.items()}
    order = list(Silence)

    def rank(gap: Gap) -> tuple[int, float, tuple[str, str], Pair]:
        return order.index(gap.silence), -gap.unusual, gap.names, gap.pair

    told = _in_office(store, [gap.told(names) for gap in found], wanted)
    return Gaps(on, tuple(sorted(told, key=rank)))


def _in_office(store: Store, found: list[Gap], wanted: GapFilter) -> Iterator[Gap]:
    """The gaps, with those told apart that are open because one of the pair has left office."""
    asked = wanted.between is Between.PERSON and any(gap.silence is Silence.OPEN for gap in found)
    authority = believed(store) if asked else None
    for gap in found:
        if authority is None or gap.silence is not Silence.OPEN:
            yield gap
            continue
        left = departures(authority, zip(gap.pair, gap.names, strict=True), gap.last, gap.until)
        yield replace(gap, silence=Silence.LEFT, left=left) if left else gap


@dataclass(frozen=True, slots=True)
class _Seen:
    """A gap after some encounters: ``until`` is the day on which it ended or from which it is looked at."""

    silence: Silence
    pair: Pair
    before: tuple[Encounter, ...]
    until: date
    event: Iri

    @property
    def days(self) -> int:
        return (self.until - self.before[-1].last).days

    def told(self, names: Mapping[Iri, str]) -> Gap:
        usual = rhythm(self.before)
        return Gap(
            silence=self.silence,
            pair=self.pair,
            names=(names[self.pair[0]], names[self.pair[1]]),
            last=self.before[-1].last,
            until=self.until,
            days=self.days,
            usual=usual.usual,
            spread=usual.spread,
            longest=max(usual.gaps),
            encounters=len(self.before),
            unusual=usual.unusual(self.days),
            event=self.event,
        )


def _unusual(pair: Pair, meetings: Iterable[Meeting], on: date, wanted: GapFilter) -> Iterator[_Seen]:
    """The last two gaps of a pair that are long enough: the one that is open, and the one that ended with the latest encounter."""
    order = sorted(meetings, key=lambda meeting: (meeting.day, meeting.event))
    met = encounters(meeting.day for meeting in order)
    if len(met) < wanted.minimum:
        return
    event = order[-1].event
    ended = next(meeting.event for meeting in order if meeting.day == met[-1].first)
    for seen in (_Seen(Silence.OPEN, pair, met, on, event), _Seen(Silence.ENDED, pair, met[:-1], met[-1].first, ended)):
        if len(seen.before) >= wanted.minimum and seen.days > wanted.times * rhythm(seen.before).usual:
            yield seen
