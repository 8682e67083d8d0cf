"""Compares who takes part in two accounts: the same person, an office that he holds, a part of his name, or his state alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product

from kg.identity.nearness import nearly_alike
from kg.identity.offices import compatible, same_office
from kg.identity.records import Part
from kg.model import Iri, Naming
from kg.resolve.matching import same_name

StandIn = Callable[[Part, date | None, date | None], Iri]
SAME, ALIKE, SIDE = 1.0, 0.9, 0.6
"""How much a match of two participants weighs: one node; by office or part of a name; only for whom they act."""


@dataclass(frozen=True, slots=True)
class Party:
    """A participant with the node that stands for him after people were joined, and his names.

    ``known`` says that the authority knows him, so that nobody else whom it knows is he; ``apart`` are the nodes that, as was
    judged, are somebody else.
    """

    part: Part
    iri: Iri
    names: tuple[str, ...] = ()
    known: bool = False
    apart: frozenset[Iri] = frozenset()


@dataclass(frozen=True, slots=True)
class Meeting:
    """How the participants of two accounts fit: the matches with their weights, and what contradicts."""

    weights: tuple[float, ...]
    left: int
    clash: bool = False

    @property
    def strong(self) -> int:
        """How many are matched by more than their side."""
        return sum(weight >= ALIKE for weight in self.weights)


def match(one: Iterable[Party], other: Iterable[Party]) -> Meeting:
    """Match participants one to one, the best first; ``left`` counts those of the smaller company that nobody fits."""
    ones, others = list(one), list(other)
    same = _one_node(ones, others)
    offers = sorted(
        ((weigh(a, b), i, j) for (i, a), (j, b) in product(enumerate(ones), enumerate(others))),
        key=lambda offer: (-offer[0], offer[1], offer[2]),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    weights = [SAME] * same
    for weight, i, j in offers:
        if weight > 0 and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            weights.append(weight)
    rest = [a for i, a in enumerate(ones) if i not in taken[0]], [b for j, b in enumerate(others) if j not in taken[1]]
    return Meeting(tuple(weights), min(map(len, rest)), _rivals(*rest))


def _one_node(ones: list[Party], others: list[Party]) -> int:
    """Take out who is one node on both sides, and count them: nobody fits better, and large companies are mostly such."""
    by_node = {party.iri: at for at, party in reversed(list(enumerate(others)))}
    left, gone = [], set()
    for party in ones:
        at = by_node.pop(party.iri, None)
        if at is None:
            left.append(party)
        else:
            gone.add(at)
    ones[:], others[:] = left, [party for at, party in enumerate(others) if at not in gone]
    return len(gone)


def weigh(one: Party, other: Party) -> float:
    """How well two participants fit: 0 if they can't be the same."""
    if one.iri == other.iri:
        return SAME
    if one.part.kind == other.part.kind == "Person":
        return _two_people(one, other)
    same_side = one.part.side is not None and one.part.side == other.part.side
    return SIDE if same_side else 0.0


def _two_people(one: Party, other: Party) -> float:
    if other.iri in one.apart or one.iri in other.apart:
        return 0.0
    ways = {one.part.naming, other.part.naming}
    if ways == {Naming.WHOLE}:
        return ALIKE if near(one, other) else 0.0
    if not _one_side(one.part, other.part):
        return 0.0
    if Naming.OFFICE in ways:
        return _by_office(one.part, other.part)
    short, long = sorted((one, other), key=lambda each: each.part.naming is Naming.WHOLE)
    fits = _may_hold_both(one.part, other.part) and _named_in_part(short.names, long.names)
    return ALIKE if fits else 0.0


@lru_cache(maxsize=100_000)
def _named_in_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(same_name(a, b) for a in short for b in long)


def near(one: Party, other: Party) -> bool:
    """Whether two people who are named in full may be one for all that is known, so that an occasion they share makes them one:
    names that are nearly alike, one side, and one office as far as each is told in one."""
    if (one.known and other.known) or other.iri in one.apart or one.iri in other.apart:
        return False
    sides = {one.part.side, other.part.side} - {None}
    return len(sides) == 1 and _may_hold_both(one.part, other.part) and nearly_alike(one.names, other.names)


def _may_hold_both(one: Part, other: Part) -> bool:
    return one.office is None or other.office is None or compatible(one.office, other.office)


def _one_side(one: Part, other: Part) -> bool:
    """Whether two parts may act for one side; where a name in part is all there is, a side that isn't told contradicts none."""
    if one.side is None or other.side is None:
        return Naming.OFFICE not in (one.naming, other.naming)
    return one.side == other.side


def _by_office(one: Part, other: Part) -> float:
    if one.office is None or other.office is None:
        return SIDE
    return ALIKE if same_office(one.office, other.office) else 0.0


def _rivals(some: Iterable[Party], others: Iterable[Party]) -> bool:
    """Whether both companies are left with somebody named in full for one side whom the other doesn't have."""
    named = [
        {each.part.side for each in rest if each.part.naming is Naming.WHOLE and each.part.kind == "Person"}
        for rest in (some, others)
    ]
    return bool((named[0] & named[1]) - {None})
