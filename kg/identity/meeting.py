"""Finds people who are one because they were at one event: on one side, in one office, under names that are nearly alike."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from kg.identity.events import Witnesses
from kg.identity.parties import Party, near
from kg.identity.people import SURE
from kg.identity.records import Likeness, Pair
from kg.model import Iri, Naming

_LIKENESS = Likeness(SURE, ("the names are nearly alike", "both are told to have been at one event, on one side"))
_MOST = 60
"""Of so many people of one event, at most, the names are compared: a summit of hundreds tells little of one."""


def met_as_one(groups: Iterable[tuple[Iri, ...]], witnesses: Witnesses) -> tuple[Pair, ...]:
    """The pairs of people whom different accounts of one event tell under different names; whoever is told beside the other by any
    account of the store is somebody else."""
    beside = _beside(witnesses)
    found = {}
    for members in groups:
        if len(members) < 2:
            continue
        named = {party.iri: party for iri in members for party in witnesses[iri].parties if _in_full(party)}
        for one, other in combinations(sorted(named)[:_MOST], 2):
            if other not in beside[one] and near(named[one], named[other]):
                found[one, other] = Pair(one, other, _LIKENESS)
    return tuple(found[pair] for pair in sorted(found))


def _beside(witnesses: Witnesses) -> Mapping[Iri, set[Iri]]:
    """For each person those whom one account tells together with him."""
    found: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for witness in witnesses.values():
        company = {party.iri for party in witness.parties if _in_full(party)}
        for iri in company:
            found[iri] |= company - {iri}
    return found


def _in_full(party: Party) -> bool:
    return party.part.kind == "Person" and party.part.naming is Naming.WHOLE
