"""Decides who is who in all articles: which faces are one person, whom the authority calls by one node, who held an office."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from kg.identity import events, people
from kg.identity.events import Rulings, Witnesses
from kg.identity.faces import Face, Faces
from kg.identity.groups import Groups
from kg.identity.knowledge import Knowledge
from kg.identity.occasions import witness
from kg.identity.parties import Party
from kg.identity.records import Account, Labels, Likeness, Pair, Part, Records
from kg.model import Iri, Naming
from kg.resolve.iris import known


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who: for each face the node that stands for it, all names of such a node, those judged not to be it, and the pairs that
    are left open."""

    faces: Faces
    knowledge: Knowledge
    labels: Mapping[Iri, Labels]
    stand_ins: Mapping[Iri, Iri]
    names: Mapping[Iri, tuple[str, ...]]
    apart: Mapping[Iri, frozenset[Iri]]
    unsure: tuple[Pair, ...]

    def stand_in(self, part: Part, first: date | None, last: date | None) -> Iri:
        """The node of the view that stands for a participant: one who is told by an office alone is who held it on these days."""
        face = self.faces.of(part)
        if face is not None:
            return self.stand_ins[face.iri]
        asked = part.naming is Naming.OFFICE and first is not None
        held = self.knowledge.holder(part, first, last) if asked and first is not None else None
        return known(held.person) if held is not None else part.entity

    def witnesses(self, accounts: Iterable[Account]) -> Witnesses:
        """Accounts made ready for comparing."""
        return {account.iri: witness(account, self._parties(account)) for account in accounts}

    def _parties(self, account: Account) -> tuple[Party, ...]:
        first, last = account.earliest or account.source.published, account.latest
        return tuple(self._party(part, self.stand_in(part, first, last)) for part in account.parts)

    def _party(self, part: Part, iri: Iri) -> Party:
        names = self.names.get(iri) or tuple(text for text, _ in self.labels.get(part.entity, ()))
        return Party(part, iri, names, self.knowledge.knows(iri), self.apart.get(iri, frozenset()))


def cast(records: Records, faces: Faces, pairs: Sequence[Pair], rulings: Rulings, knowledge: Knowledge) -> Cast:
    """Make faces one by the pairs of them that are sure, by the authority and by what was judged."""
    by_iri = {face.iri: face for face in faces.faces}
    nodes = {iri: _known(face, knowledge) for iri, face in by_iri.items()}
    groups = Groups(by_iri, rulings.different)
    for one, other in sorted(rulings.same):
        if one in by_iri and other in by_iri:
            groups.join(one, other)

    @cache
    def apart(one: Iri, other: Iri) -> bool:
        if nodes[one] and nodes[other]:
            return nodes[one] != nodes[other]
        return people.apart(by_iri[one], by_iri[other])

    same = [Pair(one, other, Likeness(1.0)) for one, other in _of_one(nodes)]
    groups.join_all((*same, *(pair for pair in pairs if pair.likeness.score >= people.SURE)), apart)
    stand_ins = {iri: min(filter(None, map(nodes.get, group)), default=group[0]) for group in groups for iri in group}
    open_pairs = events.undecided(pairs, groups)
    names, judged = _names(faces, stand_ins), _judged(rulings, stand_ins)
    return Cast(faces, knowledge, records.labels, stand_ins, names, judged, open_pairs)


def _names(faces: Faces, stand_ins: Mapping[Iri, Iri]) -> Mapping[Iri, tuple[str, ...]]:
    found: defaultdict[Iri, set[str]] = defaultdict(set)
    for face in faces.faces:
        found[stand_ins[face.iri]].update(face.names)
    return {iri: tuple(sorted(names)) for iri, names in found.items()}


def _judged(rulings: Rulings, stand_ins: Mapping[Iri, Iri]) -> Mapping[Iri, frozenset[Iri]]:
    found: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for pair in rulings.different:
        one, other = (stand_ins.get(iri, iri) for iri in pair)
        found[one].add(other)
    return {iri: frozenset(others) for iri, others in found.items()}


def _known(face: Face, knowledge: Knowledge) -> Iri | None:
    """The node by which the authority calls the person whom a face shows."""
    if face.iri == face.named and knowledge.knows(face.iri):
        return knowledge.kept(face.iri)
    return knowledge.named(face.names, face.side)


def _of_one(nodes: Mapping[Iri, Iri | None]) -> Iterable[tuple[Iri, Iri]]:
    """Pairs of faces that the authority calls by one node."""
    first: dict[Iri, Iri] = {}
    for iri, node in sorted(nodes.items()):
        if node is not None and first.setdefault(node, iri) != iri:
            yield first[node], iri
