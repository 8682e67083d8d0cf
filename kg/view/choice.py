"""Chooses what of a graph is drawn when the page opens: as many nodes and lines as a reader can tell apart."""

from collections import Counter, defaultdict
from collections.abc import Sequence

Pair = tuple[int, int]

LINES = 4
"""So many lines to a node are drawn at first; the others come with the node that is looked at."""
_KEPT = 2


def most_central(count: int, pairs: Sequence[Pair], limit: int) -> list[int]:
    """Choose ``limit`` of ``count`` nodes, of which the first touch most others.

    Two thirds are the first ones; the rest are those that touch most of these, such as the events at which they met: the places and
    topics of a large graph are tied to nothing but events.
    """
    if count <= limit:
        return list(range(count))
    core = limit - limit // 3
    touched: Counter[int] = Counter()
    for one, other in pairs:
        if (one < core) != (other < core):
            touched[max(one, other)] += 1
    return sorted([*range(core), *sorted(touched, key=lambda node: (-touched[node], node))[: limit - core]])


def strongest(weights: Sequence[int], pairs: Sequence[Pair], nodes: frozenset[int]) -> list[int]:
    """The numbers of the lines between some nodes that weigh most; each node keeps its two strongest."""
    inside = [line for line, (one, other) in enumerate(pairs) if one in nodes and other in nodes]
    if len(inside) <= LINES * len(nodes):
        return inside
    inside.sort(key=lambda line: (-weights[line], sum(pairs[line]), line))
    has: defaultdict[int, int] = defaultdict(int)
    kept: dict[int, None] = {}
    for line in inside:
        if any(has[node] < _KEPT for node in pairs[line]):
            kept[line] = None
            for node in pairs[line]:
                has[node] += 1
    return sorted(list({**kept, **dict.fromkeys(inside)})[: LINES * len(nodes)])
