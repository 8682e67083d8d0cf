"""Works out who is one person and what is one event in all that a store's articles tell: the same for any order of the articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.identity import events, people
from kg.identity.events import Rulings, Witnesses
from kg.identity.faces import Face, Faces, gather
from kg.identity.groups import Groups
from kg.identity.knowledge import Knowledge
from kg.identity.occasions import witness
from kg.identity.parties import ALIKE, Party, StandIn, parties, weigh
from kg.identity.people import name_likeness
from kg.identity.records import Account, Likeness, Pair, Part, Records
from kg.identity.terms import OFFICE_CONFLICT, RETRACTED
from kg.model import Iri, Naming, Triple
from kg.resolve.iris import known, minted

Folds = Mapping[Iri, Mapping[Iri, Iri]]
"""For the name of each article graph: which of its nodes stand for which node of the view. Nodes that stand for themselves are left out."""

Beside = Mapping[Iri, frozenset[Triple]]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who and what is one.

    ``groups`` are the accounts of each event, also where it is only one; ``witnesses`` the accounts as they were compared;
    ``beside`` is what the view tells beside the folded graph of an article: names that the authority knows, offices that somebody else
    held; ``unsure_people`` and ``unsure_events`` the pairs that only an analyst can decide.
    """

    folds: Folds
    groups: tuple[tuple[Iri, ...], ...]
    witnesses: Witnesses
    faces: Faces
    beside: Beside = field(default_factory=dict)
    unsure_people: tuple[Pair, ...] = field(default=(), repr=False)
    unsure_events: tuple[Pair, ...] = field(default=(), repr=False)


def work_out(
    records: Records, rulings: Rulings, knowledge: Knowledge, similar: people.Similar = name_likeness
) -> Resolution:
    """Decide on everything. No two people whom the authority knows are one person; who is told by an office alone is who held it."""
    faces = gather(records.sightings(), records.labels, knowledge)
    stand_ins, unsure = _one_person(faces, rulings, knowledge, similar)

    def stand_in(part: Part, first: date | None, last: date | None) -> Iri:
        face = faces.of(part)
        if face is not None:
            return stand_ins[face.iri]
        held = knowledge.holder(part, first, last) if part.naming is Naming.OFFICE and first is not None else None
        return known(held.person) if held is not None else part.entity

    witnesses = {
        account.iri: witness(account, parties(account, stand_in, records.labels))
        for account in records.accounts
        if account.iri not in rulings.retracted
    }
    found = events.group(witnesses, rulings)
    made = _folds(records, stand_in, found.groups, witnesses)
    told = _told_beside(records, made, knowledge)
    for account in records.accounts:
        if account.iri in rulings.retracted:
            made[account.source.graph][account.iri] = RETRACTED
    folds = {graph: dict(sorted(own.items())) for graph, own in sorted(made.items())}
    return Resolution(folds, found.groups, witnesses, faces, told, unsure, found.unsure)


def _one_person(
    faces: Faces, rulings: Rulings, knowledge: Knowledge, similar: people.Similar
) -> tuple[Mapping[Iri, Iri], tuple[Pair, ...]]:
    """For each face the node that stands for it, and the pairs that are left open."""
    by_iri = {face.iri: face for face in faces.faces}
    nodes = {iri: _known(face, knowledge) for iri, face in by_iri.items()}
    groups = Groups(by_iri)
    for one, other in sorted(rulings.same):
        if one in by_iri and other in by_iri:
            groups.join(one, other)

    def apart(one: Iri, other: Iri) -> bool:
        if rulings.apart(one, other) or (nodes[one] and nodes[other] and nodes[one] != nodes[other]):
            return True
        return people.likeness(by_iri[one], by_iri[other], similar).veto

    pairs = people.pairs(faces.faces, similar)
    same = [Pair(one, other, Likeness(1.0)) for one, other in _of_one(nodes)]
    groups.join_all((*same, *(pair for pair in pairs if pair.likeness.score >= people.SURE)), apart)
    stand_ins = {iri: min(filter(None, map(nodes.get, group)), default=group[0]) for group in groups for iri in group}
    return stand_ins, events.undecided(pairs, groups, rulings)


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


def _folds(
    records: Records, stand_in: StandIn, groups: Iterable[tuple[Iri, ...]], witnesses: Witnesses
) -> defaultdict[Iri, dict[Iri, Iri]]:
    folds: defaultdict[Iri, dict[Iri, Iri]] = defaultdict(dict)
    for seen in records.sightings():
        node = stand_in(seen.part, seen.day, seen.until)
        if node != seen.part.entity:
            own = folds[seen.source.graph]
            own[seen.part.entity] = min(node, own.get(seen.part.entity, node))
    for members in groups:
        if len(members) > 1:
            for iri in members:
                folds[witnesses[iri].account.source.graph][iri] = members[0]
            for party, node, graph in _named_elsewhere(members, witnesses):
                folds[graph].setdefault(party.part.entity, node)
    return folds


def _told_beside(records: Records, folds: Folds, knowledge: Knowledge) -> Beside:
    """For each article graph what the authority adds to it: names of whom only it names, and who else held an office."""
    found: defaultdict[Iri, set[Triple]] = defaultdict(set)
    named = records.labels.keys()
    for graph, own in folds.items():
        for node in own.values():
            if node not in named and knowledge.knows(node):
                found[graph].update(knowledge.described(node))
    for account in records.accounts:
        for part in account.parts:
            held = _conflict(account, part, records, folds, knowledge)
            if held is not None:
                found[account.source.graph].add(held)
    return {graph: frozenset(facts) for graph, facts in found.items()}


def _conflict(account: Account, part: Part, records: Records, folds: Folds, knowledge: Knowledge) -> Triple | None:
    if account.earliest is None or part.office is None or part.naming is not Naming.WHOLE or part.kind != "Person":
        return None
    own = folds.get(account.source.graph, {})
    node = own.get(part.entity, part.entity)
    names = [text for text, _ in records.labels.get(part.entity, ())]
    held = knowledge.conflict(part, node, names, account.earliest, account.latest)
    if held is None:
        return None
    participation = minted("participation", own.get(account.iri, account.iri), node, part.function)
    return Triple(participation, OFFICE_CONFLICT, known(held.person))


def _named_elsewhere(members: Iterable[Iri], witnesses: Witnesses) -> Iterable[tuple[Party, Iri, Iri]]:
    """People whom one account of an event tells by office or by a part of the name, with who it is by another account."""
    company = [(party, witnesses[iri].account.source.graph) for iri in members for party in witnesses[iri].parties]
    named = {party.iri: party for party, _ in company if party.part.naming is Naming.WHOLE}
    for party, graph in company:
        if party.part.kind != "Person" or party.part.naming is Naming.WHOLE:
            continue
        fits = {iri for iri, other in named.items() if other.part.kind == "Person" and weigh(party, other) >= ALIKE}
        if not fits:
            fits = {min(other.iri for other, _ in company if other.iri == party.iri or weigh(party, other) >= ALIKE)}
        if len(fits) == 1 and (node := fits.pop()) != party.part.entity:
            yield party, node, graph
