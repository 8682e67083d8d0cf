"""Works out who is one person and what is one event in all that a store's articles tell: the same for any order of the articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.identity import events, people
from kg.identity.events import Rulings, Witnesses
from kg.identity.faces import Faces, gather
from kg.identity.groups import Groups
from kg.identity.occasions import witness
from kg.identity.parties import ALIKE, Party, parties, weigh
from kg.identity.people import name_likeness
from kg.identity.records import Pair, Part, Records
from kg.identity.terms import RETRACTED
from kg.model import Iri, Naming

Folds = Mapping[Iri, Mapping[Iri, Iri]]
"""For the name of each article graph: which of its nodes stand for which node of the view. Nodes that stand for themselves are left out."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who and what is one.

    ``groups`` are the accounts of each event, also where it is only one; ``witnesses`` the accounts as they were compared;
    ``unsure_people`` and ``unsure_events`` the pairs that only an analyst can decide.
    """

    folds: Folds
    groups: tuple[tuple[Iri, ...], ...]
    witnesses: Witnesses
    faces: Faces
    unsure_people: tuple[Pair, ...] = field(default=(), repr=False)
    unsure_events: tuple[Pair, ...] = field(default=(), repr=False)


def work_out(
    records: Records, rulings: Rulings, known: frozenset[Iri], similar: people.Similar = name_likeness
) -> Resolution:
    """Decide on everything. ``known`` are the nodes of people whom the authority knows: no two of them are one person."""
    faces = gather(records.sightings(), records.labels, known)
    stand_ins, unsure = _one_person(faces, rulings, known, similar)

    def stand_in(part: Part) -> Iri:
        face = faces.of(part)
        return stand_ins[face.iri] if face is not None else part.entity

    witnesses = {
        account.iri: witness(account, parties(account, stand_in, records.labels))
        for account in records.accounts
        if account.iri not in rulings.retracted
    }
    found = events.group(witnesses, rulings)
    made = _folds(records, stand_in, found.groups, witnesses)
    for account in records.accounts:
        if account.iri in rulings.retracted:
            made[account.source.graph][account.iri] = RETRACTED
    folds = {graph: dict(sorted(own.items())) for graph, own in sorted(made.items())}
    return Resolution(folds, found.groups, witnesses, faces, unsure, found.unsure)


def _one_person(
    faces: Faces, rulings: Rulings, known: frozenset[Iri], similar: people.Similar
) -> tuple[Mapping[Iri, Iri], tuple[Pair, ...]]:
    """For each face the node that stands for it, and the pairs that are left open."""
    by_iri = {face.iri: face for face in faces.faces}
    groups = Groups(by_iri)
    for one, other in sorted(rulings.same):
        if one in by_iri and other in by_iri:
            groups.join(one, other)

    def apart(one: Iri, other: Iri) -> bool:
        if rulings.apart(one, other) or (one in known and other in known):
            return True
        return people.likeness(by_iri[one], by_iri[other], similar).veto

    pairs = people.pairs(faces.faces, similar)
    groups.join_all((pair for pair in pairs if pair.likeness.score >= people.SURE), apart)
    stand_ins = {iri: people.canonical(group, known) for group in groups for iri in group}
    return stand_ins, events.undecided(pairs, groups, rulings)


def _folds(
    records: Records, stand_in: people.StandIn, groups: Iterable[tuple[Iri, ...]], witnesses: Witnesses
) -> defaultdict[Iri, dict[Iri, Iri]]:
    folds: defaultdict[Iri, dict[Iri, Iri]] = defaultdict(dict)
    for seen in records.sightings():
        node = stand_in(seen.part)
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
