"""Scores how things were put into groups against the groups that a careful reader made: B³ and CEAF, and the pairs that are wrong."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx

Grouping = Mapping[str, str]
"""For each thing the name of its group."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well groups fit: shares of 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 0 if both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(told: Grouping, true: Grouping) -> Agreement:
    """For each thing the share of its group that belongs there, and of its true group that is there; averaged over the things.

    Source: Bagga and Baldwin 1998. Both groupings must be of the same things.
    """
    groups, truths = _members(told), _members(true)
    common = {thing: len(groups[told[thing]] & truths[true[thing]]) for thing in told}
    precision = sum(common[thing] / len(groups[told[thing]]) for thing in told) / max(len(told), 1)
    recall = sum(common[thing] / len(truths[true[thing]]) for thing in told) / max(len(told), 1)
    return Agreement(precision, recall)


def ceaf(told: Grouping, true: Grouping) -> Agreement:
    """How alike groups and true groups are when each is matched with one other at most, in the best way (CEAF-e, phi 4).

    Source: Luo 2005. Both groupings must be of the same things.
    """
    groups, truths = _members(told), _members(true)
    graph: networkx.Graph[tuple[str, str]] = networkx.Graph()
    for thing in told:
        some, others = groups[told[thing]], truths[true[thing]]
        likeness = 2 * len(some & others) / (len(some) + len(others))
        graph.add_edge(("told", told[thing]), ("true", true[thing]), weight=likeness)
    best = networkx.max_weight_matching(graph)
    total = sum(graph.edges[edge]["weight"] for edge in sorted(best))
    return Agreement(total / max(len(groups), 1), total / max(len(truths), 1))


def wrong(told: Grouping, true: Grouping) -> Iterator[tuple[str, str]]:
    """The pairs of things that are in one group, and shouldn't be."""
    return _split(told, true)


def missed(told: Grouping, true: Grouping) -> Iterator[tuple[str, str]]:
    """The pairs of things that should be in one group, and aren't."""
    return _split(true, told)


def _split(together: Grouping, apart: Grouping) -> Iterator[tuple[str, str]]:
    for _, members in sorted(_members(together).items()):
        yield from (pair for pair in combinations(sorted(members), 2) if apart[pair[0]] != apart[pair[1]])


def _members(grouping: Grouping) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for thing, group in grouping.items():
        found[group].add(thing)
    return found
