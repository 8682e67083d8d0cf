"""Tells who of two people has left office since they last met, when, and who came after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from kg_ontology import DATA

from kg.authority.authority import Authority
from kg.authority.model import Term
from kg.model import Iri


@dataclass(frozen=True, slots=True)
class Departure:
    """That a person left the office in which the last meeting was: ``until`` is the last day as exactly as it is known, ``successor``
    who held the office next, ``source`` whoever says when it ended."""

    person: Iri
    name: str
    office: str
    until: str
    successor: str | None
    source: str

    def __str__(self) -> str:
        """A sentence: ``Walid al-Muallem: Foreign Minister of Syria until 2020-11-16, then Faisal Mekdad``."""
        then = f", then {self.successor}" if self.successor else ""
        return f"{self.name}: {self.office} until {self.until}{then}"


def departures(authority: Authority, people: Iterable[tuple[Iri, str]], last: date, on: date) -> tuple[Departure, ...]:
    """Who of some people, given with names, held an office on the day of their last meeting and holds none on a later one.

    Only ends that the sources show for sure count: an office of which nobody verified that it ended is still held.
    """
    return tuple(found for iri, name in people for found in _departure(authority, iri, name, last, on))


def _departure(authority: Authority, iri: Iri, name: str, last: date, on: date) -> Iterator[Departure]:
    terms = _exact(authority.terms_of(authority.kept(unquote(iri.removeprefix(DATA)))))
    held = [term for term in terms if term.perhaps(last) and term.end.latest is not None]
    if not held or any(term.perhaps(on) for term in terms):
        return
    term = max(held, key=lambda each: (each.end.latest or date.min, each.office))
    office = authority.name(term.office) or term.office
    yield Departure(iri, name, office, term.end.text, _successor(authority, term), term.source)


def _exact(terms: tuple[Term, ...]) -> list[Term]:
    """The terms but for those that tell less exactly when an office was left than another one does: 2021 beside 2021-08-24."""
    return [term for term in terms if not any(_more_exact(other, term) for other in terms)]


def _more_exact(one: Term, other: Term) -> bool:
    if one.office != other.office or one.end.earliest is None or one.end.latest is None:
        return False
    ends = other.end.earliest or date.min, other.end.latest or date.max
    inside = ends[0] <= one.end.earliest and one.end.latest <= ends[1]
    begun = other.start.earliest is None or other.start.earliest <= one.end.latest
    return inside and begun and ends != (one.end.earliest, one.end.latest)


def _successor(authority: Authority, left: Term) -> str | None:
    """Who held an office next: the first whose term began when this one had ended."""
    person, over = authority.kept(left.person), left.end.earliest or date.max
    for term in authority.terms(left.office):
        begun = term.start.latest
        if begun is not None and begun >= over and authority.kept(term.person) != person:
            return authority.name(authority.kept(term.person)) or term.person
    return None
