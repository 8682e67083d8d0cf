"""What the authority says of the people whom articles tell of: who bears a name, who held an office on a day, for whom somebody speaks."""

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import unquote

from kg_ontology import DATA

from kg.authority.authority import Authority
from kg.authority.model import kind_of
from kg.facts.vocabulary import LABEL, TYPE, diplo
from kg.identity.records import Part
from kg.model import Iri, Literal, Triple
from kg.resolve.holders import Held, Post, conflict, holder
from kg.resolve.iris import known


class Knowledge:
    """An authority, asked by the nodes of the graph."""

    def __init__(self, authority: Authority) -> None:
        """Ask this authority."""
        self._authority = authority
        self._sides: dict[Iri, frozenset[Iri]] = {}

    def knows(self, iri: Iri) -> bool:
        """Whether the authority tells of a node."""
        return _id(iri) in self._authority

    def contradicts(self, iri: Iri, side: Iri | None) -> bool:
        """Whether a person whom the authority knows speaks for other states than the one that an article tells."""
        sides = self.sides(iri)
        return bool(side and sides) and side not in sides and all(_is_state(each) for each in (side, *sides) if each)

    def sides(self, iri: Iri) -> frozenset[Iri]:
        """For whom a person speaks or spoke, by the authority."""
        if iri not in self._sides:
            person = self._authority.kept(_id(iri))
            told = {known(value) for value in self._authority.values(person, "speaks_for")}
            offices = (term.office for term in self._authority.terms_of(person))
            told |= {known(of) for office in offices for of in self._authority.values(office, "of")}
            self._sides[iri] = frozenset(told)
        return self._sides[iri]

    def kept(self, iri: Iri) -> Iri:
        """The node by which the authority calls a person."""
        person = self._authority.kept(_id(iri))
        return known(person) if person in self._authority else iri

    def named(self, names: Iterable[str], side: Iri | None) -> Iri | None:
        """The one person of a side who bears one of these whole names, letter for letter; None if there are several or none."""
        ids = {
            self._authority.kept(each) for name in names if len(name.split()) > 1 for each in self._authority.find(name)
        }
        fits = {known(each) for each in ids if kind_of(each) == "person"}
        fits = {iri for iri in fits if side is not None and side in self.sides(iri)}
        return fits.pop() if len(fits) == 1 else None

    def holder(self, part: Part, first: date, last: date | None = None) -> Held | None:
        """Who held the office in which somebody is told, on these days for sure."""
        post = _post(part)
        return holder(self._authority, post, first, last) if post else None

    def conflict(
        self, part: Part, iri: Iri, names: Iterable[str], first: date, last: date | None = None
    ) -> Held | None:
        """Who else held the office in which somebody is told on these days."""
        post = _post(part)
        return conflict(self._authority, post, _id(iri), names, first, last) if post else None

    def described(self, iri: Iri) -> Iterator[Triple]:
        """What the view says of a person whom only the authority names."""
        yield Triple(iri, TYPE, diplo("Person"))
        seen = set()
        for text, language in self._authority.names(_id(iri)):
            if language not in seen:
                seen.add(language)
                yield Triple(iri, LABEL, Literal(text, language=language or None))


def _post(part: Part) -> Post | None:
    if part.office is None or part.side is None:
        return None
    return Post(part.office.rank, part.office.portfolio, _id(part.side))


def _id(iri: Iri) -> str:
    return unquote(iri.removeprefix(DATA))


def _is_state(iri: Iri) -> bool:
    return iri.startswith(DATA + "state/")
