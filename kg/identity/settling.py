"""Makes one ruling of all judgements: binds them to what the store holds, and lets the later one win where they contradict each other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product

from kg.identity.asserting import slot
from kg.identity.binding import Binder
from kg.identity.events import Asserted, Rulings
from kg.identity.judgements import Judgement, Verdict
from kg.identity.terms import MANY_VALUED
from kg.model import Iri

_Reasons = dict[Iri, Judgement]


@dataclass(frozen=True, slots=True)
class Bound:
    """A judgement with the nodes of the store that it is about now, and those that are gone."""

    judgement: Judgement
    nodes: tuple[Iri, ...]
    against: tuple[Iri, ...] = ()
    missing: tuple[Iri, ...] = ()

    @property
    def idle(self) -> bool:
        """Whether it is about something that no longer exists: too little is left for it to decide anything."""
        if self.judgement.against:
            return not (self.nodes and self.against)
        return len(self.nodes) < (2 if self.judgement.verdict in (Verdict.SAME, Verdict.DIFFERENT) else 1)

    def pairs(self) -> Iterator[tuple[Iri, Iri]]:
        """The pairs of nodes that it decides on."""
        yield from product(self.nodes, self.against) if self.against else combinations(self.nodes, 2)


@dataclass(frozen=True, slots=True)
class Overruled:
    """A judgement that later ones contradict; ``partly`` if something of it still counts."""

    judgement: Judgement
    by: tuple[Judgement, ...]
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """What judgements come to. ``idle`` are those about something that no longer exists."""

    rulings: Rulings = field(default_factory=Rulings)
    overruled: tuple[Overruled, ...] = ()
    idle: tuple[Judgement, ...] = ()
    bound: tuple[Bound, ...] = ()


def bind(judgements: Iterable[Judgement], binder: Binder) -> tuple[Bound, ...]:
    """Each judgement with the nodes that it is about, the oldest first."""
    return tuple(_bound(each, binder) for each in sorted(judgements, key=lambda one: one.order))


def settle(bound: Iterable[Bound]) -> Settled:
    """Let each judgement that wasn't undone say what no later one contradicts.

    Contradictions are found through chains: of A = B, B = C and A ≠ C the oldest is overruled by the two others.
    """
    bound = tuple(bound)
    standing = [each for each in bound if each.judgement.undone is None]
    acting = sorted((each for each in standing if not each.idle), key=lambda one: one.judgement.order, reverse=True)
    chart = _Chart()
    overruled = [found for each in acting if (found := _said(each, chart)) is not None]
    retracted = {node for each in acting if each.judgement.verdict is Verdict.RETRACT for node in each.nodes}
    asserted, contradicted = _asserted(acting)
    return Settled(
        Rulings(frozenset(chart.same), frozenset(chart.different), frozenset(retracted), asserted),
        tuple(reversed([*overruled, *contradicted])),
        tuple(each.judgement for each in standing if each.idle),
        bound,
    )


def _bound(judgement: Judgement, binder: Binder) -> Bound:
    anchors = {anchor.node: anchor for anchor in judgement.anchors}
    found: dict[Iri, Iri] = {}
    for node in (*judgement.nodes, *judgement.against):
        taken: Collection[Iri] = {*judgement.nodes, *judgement.against, *found.values()} - {node}
        there = binder.find(node, anchors.get(node), taken)
        if there is not None:
            found[node] = there
    nodes = tuple(sorted(found[node] for node in judgement.nodes if node in found))
    against = tuple(sorted(found[node] for node in judgement.against if node in found))
    missing = tuple(node for node in (*judgement.nodes, *judgement.against) if node not in found)
    return Bound(judgement, nodes, against, missing)


def _said(bound: Bound, chart: "_Chart") -> Overruled | None:
    """Put what a judgement says of pairs on the chart; what it is overruled by, if it is."""
    judgement = bound.judgement
    if judgement.verdict not in (Verdict.SAME, Verdict.DIFFERENT):
        return None
    say = chart.join if judgement.verdict is Verdict.SAME else chart.part
    answers = [say(*pair, judgement) for pair in bound.pairs()]
    against = {each.id: each for answer in answers for each in answer if each.id != judgement.id}
    if not against:
        return None
    by = tuple(sorted(against.values(), key=lambda one: one.order))
    return Overruled(judgement, by, partly=not all(answers))


def _asserted(acting: Iterable[Bound]) -> tuple[tuple[Asserted, ...], list[Overruled]]:
    """What is asserted, the oldest first, and the assertions in whose place a later one stands; ``acting`` has the latest first."""
    taken: dict[tuple[str, Iri], Judgement] = {}
    said, overruled = [], []
    for each in acting:
        told = each.judgement.asserted
        if each.judgement.verdict is not Verdict.ASSERT or told is None:
            continue
        keys = [(slot(told.property, told.value), node) for node in each.nodes]
        if told.property not in MANY_VALUED and all(key in taken for key in keys):
            by = {taken[key].id: taken[key] for key in keys}
            overruled.append(Overruled(each.judgement, tuple(sorted(by.values(), key=lambda one: one.order))))
            continue
        for key in keys:
            taken.setdefault(key, each.judgement)
        said.append(Asserted(told.property, told.value, each.nodes, each.judgement.ledger, told.labels))
    return tuple(reversed(said)), overruled


class _Chart:
    """Which nodes are one and which are not, with the judgements that say so."""

    def __init__(self) -> None:
        self.same: set[tuple[Iri, Iri]] = set()
        self.different: set[tuple[Iri, Iri]] = set()
        self._groups: dict[Iri, list[Iri]] = {}
        self._links: defaultdict[Iri, _Reasons] = defaultdict(dict)
        self._apart: defaultdict[Iri, _Reasons] = defaultdict(dict)

    def join(self, one: Iri, other: Iri, judgement: Judgement) -> tuple[Judgement, ...]:
        """Make two nodes one; returns the judgements that forbid it, if some do, and then changes nothing."""
        some, others = self._group(one), self._group(other)
        if some is others:
            return ()
        for a in some:
            for b in self._apart[a].keys() & set(others):
                return (self._apart[a][b], *self._path(one, a), *self._path(other, b))
        joined = some + others
        self._groups.update(dict.fromkeys(joined, joined))
        self._links[one][other] = self._links[other][one] = judgement
        self.same.add((min(one, other), max(one, other)))
        return ()

    def part(self, one: Iri, other: Iri, judgement: Judgement) -> tuple[Judgement, ...]:
        """Keep two nodes apart; returns the judgements that make them one, if some do, and then changes nothing."""
        if self._group(one) is self._group(other):
            return self._path(one, other)
        self._apart[one].setdefault(other, judgement)
        self._apart[other].setdefault(one, judgement)
        self.different.add((min(one, other), max(one, other)))
        return ()

    def _group(self, node: Iri) -> list[Iri]:
        return self._groups.setdefault(node, [node])

    def _path(self, start: Iri, end: Iri) -> tuple[Judgement, ...]:
        """The judgements by whose chain two nodes are one."""
        came: dict[Iri, Iri] = {start: start}
        queue = [start]
        for node in queue:
            for near in sorted(self._links[node].keys() - came.keys()):
                came[near] = node
                queue.append(near)
        found = []
        while end != start:
            found.append(self._links[end][came[end]])
            end = came[end]
        return tuple(found)


def states(settled: Settled) -> Mapping[str, str]:
    """For the id of each judgement that doesn't count in full the reason, as words."""
    found = {}
    for each in settled.bound:
        if each.judgement.undone is not None:
            by, at = each.judgement.undone
            found[each.judgement.id] = f"undone by {by} on {at.date().isoformat()}"
    found |= {each.id: "about something that no longer exists" for each in settled.idle}
    for other in settled.overruled:
        by = " and ".join(each.short for each in other.by)
        found[other.judgement.id] = f"overruled {'in part ' if other.partly else ''}by {by}"
    return found
