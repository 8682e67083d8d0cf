"""Tells the events of a person, a process or a pair in order of time, each plan on one line with what became of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.errors import KgError
from kg.model import Iri
from kg.questions.catalogue import Sort
from kg.questions.find import find, parties
from kg.reports.events import EventFilter, EventRow, chosen, outcomes, rows
from kg.reports.nodes import plain, values
from kg.store.base import Store


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what a timeline is of: a person, a process, or a pair of persons, states or organizations.

    All are names in any script, or IRIs; with more than one, only what fits all is told.
    """

    person: str | None = None
    process: str | None = None
    pair: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a timeline.

    ``plans`` are the announcements of it that the store holds as events of their own; ``outcome`` is what became of a
    plan where that is not on the timeline itself.
    """

    event: EventRow
    plans: tuple[EventRow, ...] = ()
    outcome: EventRow | None = None


def timeline(
    store: Store, subject: Subject, since: date | None = None, until: date | None = None, language: str = "en"
) -> tuple[Entry, ...]:
    """The events of a subject by date, those without one last; a plan stands on the line of what became of it.

    ``since`` and ``until`` keep the events whose time may lie between them, both days included; an event without a date
    is left out then.

    Raises:
        KgError: the name of a person, a process, a state or an organization fits nothing in the store.
    """
    order = _order(store, subject, since, until)
    became = outcomes(store)
    listed, ends = set(order), set(became)
    settled = {became[iri] for iri in listed & ends}
    announced = _announced(became, listed)
    known = {row.iri: row for row in rows(store, sorted(listed | settled | announced), language)}
    return tuple(
        Entry(
            known[iri],
            tuple(known[plan] for plan in sorted(announced) if became[plan] == iri),
            known[became[iri]] if iri in became else None,
        )
        for iri in order
        if iri not in announced
    )


def subject_events(store: Store, subject: Subject, since: date | None = None, until: date | None = None) -> list[Iri]:
    """The events that stand on lines of their own in a timeline, in its order; raises like ``timeline``."""
    order = _order(store, subject, since, until)
    announced = _announced(outcomes(store), set(order))
    return [iri for iri in order if iri not in announced]


def _order(store: Store, subject: Subject, since: date | None, until: date | None) -> list[Iri]:
    """The events of a subject by date."""
    wanted = EventFilter(person=subject.person, process=subject.process, since=since, until=until)
    _check(store, wanted)
    order = chosen(store, wanted)
    if subject.pair is None:
        return order
    both = _of_pair(store, *subject.pair)
    return [iri for iri in order if iri in both]


def _announced(became: Mapping[Iri, Iri], listed: Collection[Iri]) -> frozenset[Iri]:
    """The plans of what is listed."""
    return frozenset(plan for plan, end in became.items() if end in listed)


def _check(store: Store, wanted: EventFilter) -> None:
    """Raise KgError for a name that fits nothing: an empty timeline would look as if nothing had happened."""
    for kind, name in ((Sort.PERSON, wanted.person), (Sort.PROCESS, wanted.process)):
        if name is not None and not find(store, kind, name):
            raise _unknown(kind.value, name)


def _unknown(kind: str, name: str) -> KgError:
    return KgError(f"no {kind} in the store is called '{name}'; `kg events` shows the names that it holds")


def _of_pair(store: Store, one: str, other: str) -> frozenset[Iri]:
    """The events in which both take part, as two: a minister alone doesn't meet his own state."""
    sides = []
    for name in (one, other):
        found = parties(store, name)
        if not found:
            raise _unknown("person, state or organization", name)
        sides.append(_taking_part(store, found))
    first, second = sides
    return frozenset(event for event in first.keys() & second.keys() if len(first[event] | second[event]) > 1)


def _taking_part(store: Store, sides: Iterable[Iri]) -> Mapping[Iri, frozenset[Iri]]:
    """The events in which one of these takes part or is acted for, with those who take part for it."""
    query = f"""SELECT DISTINCT ?event ?who WHERE {{ {values("side", sides)}
        ?part diplo:participant|diplo:onBehalfOf ?side ; diplo:participant ?who .
        ?event diplo:participation ?part ; a diplo:Event }}"""
    found: dict[Iri, frozenset[Iri]] = {}
    for event, who in store.select(query).rows:
        if event and who:
            found[plain(event)] = found.get(plain(event), frozenset()) | {plain(who)}
    return found
