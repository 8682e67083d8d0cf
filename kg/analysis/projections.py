"""Networks of one kind of node, joined by what two of them share: people by events, sides by events, processes by people."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import combinations

import networkx

from kg.analysis.occasions import Occasion
from kg.model import Iri


class Of(StrEnum):
    """Which network: people or sides by the events that they share, processes by the people."""

    PEOPLE = "people"
    SIDES = "sides"
    PROCESSES = "processes"


def projection(occasions: Iterable[Occasion], of: Of) -> "networkx.Graph[Iri]":
    """The network, nodes in order of their IRIs; ``weight`` of an edge is how much the two share.

    This is the projection of a bipartite graph onto one side, counted group by group: a summit of twenty joins 190 pairs.
    """
    graph: networkx.Graph[Iri] = networkx.Graph()
    groups = _groups(occasions, of)
    graph.add_nodes_from(sorted({each for group in groups for each in group}))
    shared = Counter(pair for group in groups for pair in combinations(sorted(group), 2))
    # In order: what is computed of a network may depend on the order in which it was told.
    graph.add_weighted_edges_from((*pair, count) for pair, count in sorted(shared.items()))
    return graph


def _groups(occasions: Iterable[Occasion], of: Of) -> list[set[Iri]]:
    """The sets whose members share something with each other."""
    if of is Of.PEOPLE:
        return [each.people for each in occasions]
    if of is Of.SIDES:
        return [each.sides for each in occasions]
    return [processes for _, processes in sorted(_processes(occasions).items())]


def _processes(occasions: Iterable[Occasion]) -> Mapping[Iri, set[Iri]]:
    """The processes in whose events each person took part."""
    joined: dict[Iri, set[Iri]] = {}
    for occasion in occasions:
        for person in occasion.people if occasion.processes else ():
            joined.setdefault(person, set()).update(occasion.processes)
    return joined
