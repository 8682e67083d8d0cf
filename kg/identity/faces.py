"""Gathers what the accounts of a store say of each person that they name in full: names, sides, offices and when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.identity.knowledge import Knowledge
from kg.identity.offices import Held
from kg.identity.records import Labels, Part, Sighting
from kg.model import Iri, Naming
from kg.resolve.iris import minted


@dataclass(frozen=True, slots=True)
class Face:
    """A person as some accounts name him: one IRI of article graphs, on one side.

    ``iri`` is what the view calls him when he is joined with nobody, ``named`` the node of the article graphs. ``offices``
    are those that he is told in, each with the first day of the quarter of the telling.
    """

    iri: Iri
    named: Iri
    side: Iri | None
    names: tuple[str, ...]
    offices: frozenset[Held] = frozenset()


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A person whom one article doesn't name in full, with the article's key, or its IRI where it has none. Nobody but an analyst,
    or the days of an office, says who that is."""

    face: Face
    article: str
    naming: Naming


Key = tuple[Iri, Iri | None]


@dataclass(frozen=True, slots=True)
class Faces:
    """All faces, which of them a part of an account is, and the glimpses of others by their nodes."""

    faces: tuple[Face, ...]
    by_key: Mapping[Key, Face]
    glimpses: Mapping[Iri, Glimpse] = field(default_factory=dict)

    def of(self, part: Part) -> Face | None:
        """The face of a person who is named in full; None for anything else."""
        if part.kind != "Person" or part.naming is not Naming.WHOLE:
            return None
        return self.by_key[part.entity, part.side]


def gather(sightings: Iterable[Sighting], labels: Mapping[Iri, Labels], knowledge: Knowledge) -> Faces:
    """The faces of all people who are seen under whole names.

    A name alone makes nobody the same: whoever is put on several sides is as many faces, unless the authority knows a person by
    the node who may speak for them. A sighting that leaves the side out belongs to the one side that others tell, if it is one.
    """
    sightings = tuple(sightings)
    held: defaultdict[Iri, defaultdict[Iri | None, set[Held]]] = defaultdict(lambda: defaultdict(set))
    for seen in sightings:
        part = seen.part
        if part.kind == "Person" and part.naming is Naming.WHOLE:
            offices = held[part.entity][part.side]
            if part.office is not None and seen.day is not None:
                offices.add((part.office, _quarter(seen.day)))
    made: dict[Key, Face] = {}
    for iri, sides in sorted(held.items()):
        names = tuple(text for text, _ in labels.get(iri, ()))
        apart = {
            side: held for side, held in sides.items() if not knowledge.knows(iri) or knowledge.contradicts(iri, side)
        }
        one = {side: held for side, held in sides.items() if side not in apart}
        if one:
            made.update(_of_one_name(iri, names, one, one=True))
        made.update(_of_one_name(iri, names, apart, one=False, taken=knowledge.knows(iri)))
    return Faces(tuple(sorted(set(made.values()), key=lambda face: face.iri)), made, _glimpses(sightings, labels))


def _glimpses(sightings: Iterable[Sighting], labels: Mapping[Iri, Labels]) -> Mapping[Iri, Glimpse]:
    """Those who aren't named in full; each article has nodes of its own for them."""
    found: dict[Iri, Glimpse] = {}
    for seen in sightings:
        part = seen.part
        if part.kind != "Person" or part.naming is Naming.WHOLE:
            continue
        names = tuple(text for text, _ in labels.get(part.entity, ()))
        known = found.get(part.entity)
        sides = sorted(filter(None, {part.side, known.face.side if known else None}))
        office = {(part.office, _quarter(seen.day))} if part.office is not None and seen.day is not None else set()
        offices = frozenset(office | (known.face.offices if known else set()))
        face = Face(part.entity, part.entity, next(iter(sides), None), names, offices)
        found[part.entity] = Glimpse(face, seen.source.key or seen.source.article, part.naming)
    return found


def _quarter(day: date) -> date:
    """The first day of a quarter: whoever is told of every day in one office for years has few of them."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def _of_one_name(
    iri: Iri, names: tuple[str, ...], sides: Mapping[Iri | None, set[Held]], *, one: bool, taken: bool = False
) -> Mapping[Key, Face]:
    """The faces of one name: one of all sides, or one for each; where the node itself is ``taken``, each gets a node of its own."""
    told = sorted(side for side in sides if side is not None)
    if one or (len(told) < 2 and not taken):
        side = told[0] if len(told) == 1 else None
        face = Face(iri, iri, side, names, frozenset(held for each in sides.values() for held in each))
        return {(iri, each): face for each in sides}
    apart: dict[Key, Face] = {}
    for each, offices in sides.items():
        # Who is told without a side can't be told from those who have one: he stays on his own.
        own = iri if each is None else minted("person", iri, each)
        apart[iri, each] = Face(own, iri, each, names, frozenset(offices))
    return apart
