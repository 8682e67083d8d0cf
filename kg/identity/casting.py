"""Decides who is who in all articles: which faces are one person, whom the authority calls by one node, who held an office."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from kg_ontology import DATA

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
        if part.entity in self.stand_ins:
            return self.stand_ins[part.entity]
        asked = part.naming is Naming.OFFICE and first is not None
        held = self.knowledge.holder(part, first, last) if asked and first is not None else None
        apart = self.apart.get(part.entity, frozenset())
        return known(held.person) if held is not None and known(held.person) not in apart else part.entity

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
    named = {face.iri: face for face in faces.faces}
    nodes = {iri: _known(face, knowledge) for iri, face in named.items()}
    by_iri = {**named, **_judged_alone(faces, rulings, knowledge)}
    nodes |= {iri: knowledge.kept(iri) if knowledge.knows(iri) else None for iri in by_iri.keys() - named.keys()}
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
    stand_ins = {}
    for group in groups:
        # Who is told without a whole name stands for nobody who has one, and for himself only where an analyst joined him to others.
        whole = [iri for iri in group if iri in named]
        node = min(filter(None, map(nodes.get, group)), default=min(whole, default=group[0]))
        stand_ins.update(dict.fromkeys(group if len(group) > 1 else whole, node))
    open_pairs = events.undecided(pairs, groups)
    names, judged = _names(faces, stand_ins), _judged(rulings, stand_ins)
    return Cast(faces, knowledge, records.labels, stand_ins, names, judged, open_pairs)


def _judged_alone(faces: Faces, rulings: Rulings, knowledge: Knowledge) -> Mapping[Iri, Face]:
    """Those on whom an analyst decided though no article names them in full: glimpses, and people whom only the authority names."""
    judged = {iri for pair in (*rulings.same, *rulings.different) for iri in pair}
    known_alone = {iri: Face(iri, iri, None, ()) for iri in judged if _is_person(iri) and knowledge.knows(iri)}
    return {
        iri: faces.glimpses[iri].face if iri in faces.glimpses else known_alone[iri]
        for iri in sorted(judged - {face.iri for face in faces.faces})
        if iri in faces.glimpses or iri in known_alone
    }


def _is_person(iri: Iri) -> bool:
    return iri.startswith(DATA + "person/")


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
