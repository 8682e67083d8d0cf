"""Reads from the view what analyses need of each event that was held: its day, and who took part, for whom, within what."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kg_ontology import DATA

from kg.model import Iri, Literal
from kg.store.base import Store, Term

_PARTS = """SELECT ?event ?day ?who ?behalf {
  ?event diplo:status diplo:held ; diplo:participation ?part . ?part diplo:participant ?who
  OPTIONAL { ?event diplo:earliest ?day } OPTIONAL { ?part diplo:onBehalfOf ?behalf }
}"""
_PROCESSES = "SELECT ?event ?process { ?event diplo:status diplo:held ; diplo:process ?process }"
_PERSON, _SIDES = DATA + "person/", (DATA + "state/", DATA + "organization/")


@dataclass(slots=True)
class Occasion:
    """An event that was held; ``day`` is the first on which it may have been, None where that isn't known.

    ``sides`` are the states and organizations that took part, or on whose behalf somebody did.
    """

    day: date | None = None
    people: set[Iri] = field(default_factory=set)
    sides: set[Iri] = field(default_factory=set)
    processes: set[Iri] = field(default_factory=set)


def occasions(store: Store) -> tuple[Occasion, ...]:
    """All events of the view that were held, by IRI."""
    found: dict[str, Occasion] = {}
    for event, day, who, behalf in store.select(_PARTS).rows:
        occasion = found.setdefault(str(event), Occasion())
        told = _day(day)
        occasion.day = min(told, occasion.day or told) if told else occasion.day
        _take(occasion, who, behalf)
    for event, process in store.select(_PROCESSES).rows:
        if str(event) in found:
            found[str(event)].processes.add(str(process))
    return tuple(occasion for _, occasion in sorted(found.items()))


def within(told: Iterable[Occasion], since: date | None, until: date | None) -> tuple[Occasion, ...]:
    """Those of which the day is known and lies between two, both included; without any bounds all."""
    if since is None and until is None:
        return tuple(told)
    first, last = since or date.min, until or date.max
    return tuple(each for each in told if each.day is not None and first <= each.day <= last)


def _take(occasion: Occasion, who: Term | None, behalf: Term | None) -> None:
    if isinstance(who, str) and who.startswith(_PERSON):
        occasion.people.add(who)
    for side in (who, behalf):
        if isinstance(side, str) and side.startswith(_SIDES):
            occasion.sides.add(side)


def _day(value: Term | None) -> date | None:
    if not isinstance(value, Literal):
        return None
    try:
        return date.fromisoformat(value.value)
    except ValueError:
        return None
