"""Measures how the nodes of a picture stand in it: how far between others, and in which community."""

from collections.abc import Sequence

import networkx as nx

from kg.analysis.standing import standings

MEASURED = 2000
"""How many nodes, the most central, are measured; of two thousand with twice as many lines it takes about a second."""


def standing(count: int, pairs: Sequence[tuple[int, int]]) -> dict[str, list[int]]:
    """For each of ``count`` nodes, the most central first: its betweenness in millionths, and the number of its community.

    The communities are numbered from 1, the largest first; 0 is a node without lines. Beyond ``MEASURED`` nodes, a node counts as
    standing between nobody, and belongs to the community of the most central of its neighbours.
    """
    core = [(a, b) for a, b in pairs if max(a, b) < MEASURED]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(((f"{a:09}", f"{b:09}") for a, b in core), weight=1)
    between, community = [0] * count, [0] * count
    for each in standings(graph) if core else ():
        between[int(each.node)] = round(1e6 * each.betweenness)
        community[int(each.node)] = each.community
    for a, b in sorted((min(pair), max(pair)) for pair in pairs):
        if not community[b]:
            community[b] = community[a]
    return {"between": between, "community": community}
