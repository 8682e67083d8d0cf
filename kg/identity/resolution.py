"""Works out who is one person and what is one event in all that a store's articles tell: the same for any order of the articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.identity import events, people
from kg.identity.alternatives import Interval
from kg.identity.asserting import assigned, beside, dated, shown_as
from kg.identity.casting import cast
from kg.identity.edging import edgings
from kg.identity.events import Asserted, Rulings, Witnesses
from kg.identity.faces import Faces, gather
from kg.identity.knowledge import Knowledge
from kg.identity.meeting import met_as_one
from kg.identity.naming import labels
from kg.identity.parties import ALIKE, Party, StandIn, weigh
from kg.identity.people import name_likeness
from kg.identity.records import Account, Pair, Part, Records
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
    ``stand_ins`` tells by which node of the view each face is shown; ``asserted`` what analysts told of an event, by its first account;
    ``beside`` is what the view tells beside the folded graph of an article: names that the authority knows, offices that somebody else
    held; ``unsure_people`` and ``unsure_events`` the pairs that only an analyst can decide.
    """

    folds: Folds
    groups: tuple[tuple[Iri, ...], ...]
    witnesses: Witnesses
    faces: Faces
    stand_ins: Mapping[Iri, Iri] = field(default_factory=dict)
    asserted: Mapping[Iri, tuple[Asserted, ...]] = field(default_factory=dict)
    beside: Beside = field(default_factory=dict)
    unsure_people: tuple[Pair, ...] = field(default=(), repr=False)
    unsure_events: tuple[Pair, ...] = field(default=(), repr=False)


def work_out(
    records: Records, rulings: Rulings, knowledge: Knowledge, similar: people.Similar = name_likeness
) -> Resolution:
    """Decide on everything. No two people whom the authority knows are one person; who is told by an office alone is who held it.

    People are joined by what is told of each; what they then share makes events one; and who is nearly alike at one event is one
    person, which may make further events one.
    """
    faces = gather(records.sightings(), records.labels, knowledge)
    pairs = people.pairs(faces.faces, similar)
    accounts = [account for account in records.accounts if account.iri not in rulings.retracted]
    who = cast(records, faces, pairs, rulings, knowledge)
    witnesses = who.witnesses(accounts)
    found = events.group(witnesses, rulings)
    met = met_as_one(found.groups, witnesses)
    if met:
        who = cast(records, faces, (*pairs, *met), rulings, knowledge)
        witnesses = who.witnesses(accounts)
        found = events.group(witnesses, rulings)
    made = _folds(records, who.stand_in, found.groups, witnesses)
    asserted = assigned(found.groups, shown_as(rulings.asserted, who.stand_ins))
    told = _told_beside(records, made, knowledge, dated(found.groups, asserted))
    _assert(found.groups, asserted, witnesses, made, told)
    _name(records, labels(rulings.asserted, who.stand_ins), made, told)
    for account in records.accounts:
        if account.iri in rulings.retracted:
            made[account.source.graph][account.iri] = RETRACTED
    folds = {graph: dict(sorted(own.items())) for graph, own in sorted(made.items())}
    besides = {graph: frozenset(facts) for graph, facts in told.items()}
    return Resolution(folds, found.groups, witnesses, faces, who.stand_ins, asserted, besides, who.unsure, found.unsure)


def _assert(
    groups: Iterable[tuple[Iri, ...]],
    asserted: Mapping[Iri, tuple[Asserted, ...]],
    witnesses: Witnesses,
    made: defaultdict[Iri, dict[Iri, Iri]],
    told: defaultdict[Iri, set[Triple]],
) -> None:
    """Make the view tell what is asserted of events, and of their direct edges those that follow from it."""
    for members in groups:
        iri, values = members[0], asserted.get(members[0], ())
        if not values:
            continue
        graph = witnesses[iri].account.source.graph
        for each in edgings(iri, (witnesses[member].account for member in members), values, made):
            made[each.account.source.graph].update(dict.fromkeys(each.gone, RETRACTED))
            told[each.account.source.graph].update(each.come)
        # An event of one account stands for itself then, so that it is written by consensus like those of several.
        made[graph][iri] = iri
        told[graph].update(beside(iri, values))


def _name(
    records: Records, names: Mapping[Iri, frozenset[Triple]], folds: Folds, told: defaultdict[Iri, set[Triple]]
) -> None:
    """Make each article graph that tells of somebody tell the names that analysts gave him."""
    for seen in records.sightings() if names else ():
        graph, entity = seen.source.graph, seen.part.entity
        node = folds.get(graph, {}).get(entity, entity)
        if node in names:
            told[graph].update(names[node])


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


def _told_beside(
    records: Records, folds: Folds, knowledge: Knowledge, days: Mapping[Iri, Interval]
) -> defaultdict[Iri, set[Triple]]:
    """For each article graph what the authority adds to it: names of whom only it names, and who else held an office; ``days`` are
    those that analysts asserted, by account."""
    found: defaultdict[Iri, set[Triple]] = defaultdict(set)
    named = records.labels.keys()
    for graph, own in folds.items():
        for node in own.values():
            if node not in named and knowledge.knows(node):
                found[graph].update(knowledge.described(node))
    for account in records.accounts:
        for part in account.parts:
            held = _conflict(account, part, records, folds, knowledge, days.get(account.iri))
            if held is not None:
                found[account.source.graph].add(held)
    return found


def _conflict(
    account: Account, part: Part, records: Records, folds: Folds, knowledge: Knowledge, days: Interval | None
) -> Triple | None:
    first, last = days or (account.earliest, account.latest)
    if first is None or part.office is None or part.naming is not Naming.WHOLE or part.kind != "Person":
        return None
    own = folds.get(account.source.graph, {})
    node = own.get(part.entity, part.entity)
    names = [text for text, _ in records.labels.get(part.entity, ())]
    held = knowledge.conflict(part, node, names, first, last)
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
