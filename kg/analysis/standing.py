"""Measures the nodes of a network: partners, what they share, how far they stand between others, and their community."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx

from kg.model import Iri

EXACT, PIVOTS = 400, 100
"""Up to how many nodes betweenness is exact, and from how many of them shortest paths are followed in larger networks."""
_SEED = 20


@dataclass(frozen=True, slots=True)
class Standing:
    """How a node stands in a network.

    ``partners`` is its degree; ``shared`` the sum of what it shares with each of them; ``betweenness`` the share (0 to 1) of
    shortest paths between two others that lead through it (Freeman 1977); ``community`` a number, 1 for the largest.
    """

    node: Iri
    partners: int
    shared: int
    betweenness: float
    community: int


def standings(graph: "networkx.Graph[Iri]") -> tuple[Standing, ...]:
    """All nodes, in order of their IRIs; the same for the same network on every run and machine."""
    nodes = sorted(graph)
    # Numbers for IRIs: sets of texts have another order in every process.
    plain: networkx.Graph[Any] = networkx.relabel_nodes(graph, {iri: number for number, iri in enumerate(nodes)})
    betweenness = networkx.betweenness_centrality(plain, k=PIVOTS if len(nodes) > EXACT else None, seed=_SEED)
    community = _communities(plain)
    shared = dict(plain.degree(weight="weight"))
    return tuple(
        Standing(iri, plain.degree(number), int(shared[number]), betweenness[number], community[number])
        for number, iri in enumerate(nodes)
    )


def _communities(graph: "networkx.Graph[int]") -> Mapping[int, int]:
    """Communities by modularity (the method of Louvain, Blondel et al. 2008), numbered by size, then by their first node."""
    found = networkx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ordered = sorted(found, key=lambda each: (-len(each), min(each)))
    return {node: number for number, each in enumerate(ordered, 1) for node in each}
