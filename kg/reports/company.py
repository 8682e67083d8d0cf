"""Who met whom on which days: the pairs of people, or of states, that took part in an event together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from kg.model import EventType, Iri
from kg.reports.events import class_of
from kg.reports.nodes import plain, values
from kg.store.base import Store

MEETINGS = (EventType.MEETING, EventType.SUMMIT, EventType.NEGOTIATION_ROUND, EventType.VISIT)
"""The types of events at which people meet in person."""

_VAGUE = timedelta(days=31)
"""An event whose day is known no better than this is left out."""

_PARTS = """SELECT DISTINCT ?event ?who ?side WHERE { ?event diplo:participation ?part .
    ?part diplo:participant ?who OPTIONAL { ?part diplo:onBehalfOf ?side } }"""


class Between(StrEnum):
    """What a pair is made of."""

    PERSON = "person"
    STATE = "state"


Pair = tuple[Iri, Iri]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A day on which a pair met, and the event; of a longer time the middle."""

    day: date
    event: Iri


@dataclass(slots=True)
class _Attendance:
    """Who takes part in an event, each with the sides for which that is."""

    day: date
    sides: defaultdict[Iri, set[Iri]] = field(default_factory=lambda: defaultdict(set))


def company(store: Store, between: Between, until: date, *, calls: bool = False) -> Mapping[Pair, list[Meeting]]:
    """For each pair the days on which it met up to a day, as far as held events with known days tell.

    Two people who act for the same side don't meet: they travel together. ``calls`` counts calls as meetings.
    """
    attended = _attended(store, (*MEETINGS, EventType.CALL) if calls else MEETINGS, until)
    wanted = _instances(store, "Person" if between is Between.PERSON else "State")
    found: defaultdict[Pair, list[Meeting]] = defaultdict(list)
    for event, attendance in sorted(attended.items()):
        pairs = _people(attendance, wanted) if between is Between.PERSON else _states(attendance, wanted)
        for pair in pairs:
            found[pair].append(Meeting(attendance.day, event))
    return found


def _people(attendance: _Attendance, people: frozenset[Iri]) -> Iterator[Pair]:
    present = sorted(who for who in attendance.sides if who in people)
    for one, other in combinations(present, 2):
        if not attendance.sides[one] & attendance.sides[other]:
            yield one, other


def _states(attendance: _Attendance, states: frozenset[Iri]) -> Iterable[Pair]:
    present = {side for who, sides in attendance.sides.items() for side in (who, *sides)}
    return combinations(sorted(present & states), 2)


def _attended(store: Store, types: Iterable[EventType], until: date) -> Mapping[Iri, _Attendance]:
    """Who takes part in the held events whose days are known. Two plain queries take half the time of a joined one."""
    held = f"""SELECT ?event ?first ?last WHERE {{ {values("type", map(class_of, types))}
        ?event a ?type ; diplo:status diplo:held ; diplo:earliest ?first ; diplo:latest ?last }}"""
    found: dict[Iri, _Attendance] = {}
    for event, first, last in store.select(held).rows:
        if event and first and last:
            day = _middle(date.fromisoformat(plain(first)), date.fromisoformat(plain(last)))
            if day is not None and day <= until:
                found[plain(event)] = _Attendance(day)
    for event, who, side in store.select(_PARTS).rows:
        if event and who and plain(event) in found:
            found[plain(event)].sides[plain(who)].update({plain(side)} if side else ())
    return found


def _middle(first: date, last: date) -> date | None:
    return first + (last - first) / 2 if last - first <= _VAGUE else None


def _instances(store: Store, kind: str) -> frozenset[Iri]:
    rows = store.select(f"SELECT DISTINCT ?node WHERE {{ ?node a diplo:{kind} }}").rows
    return frozenset(plain(node) for (node,) in rows if node)
