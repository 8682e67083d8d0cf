"""A graph ready for the page: what is drawn at first, for pyvis, and everything else in compact blocks."""

from dataclasses import dataclass
from typing import Any

from kg.view.choice import most_central, strongest
from kg.view.columns import Columns
from kg.view.graph import ViewGraph, ViewNode
from kg.view.layout import Size, place
from kg.view.words import Words, wrap

MOST_DRAWN = 1000
_LETTER, _LINE = 6.8, 16.0
_SMALLEST, _LARGEST = 9.0, 24.0

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Picture:
    """A graph ready for the page.

    ``nodes`` and ``edges`` are drawn at first, by pyvis, each node at its place; ``blocks`` hold the whole graph, ``total`` nodes.
    """

    nodes: list[Json]
    edges: list[Json]
    blocks: Json
    total: int
    beyond: int

    @classmethod
    def of(cls, graph: ViewGraph, words: Words, limit: int) -> "Picture":
        """Lay out the ``limit`` most central nodes and number everything."""
        columns = Columns(graph)
        pairs = columns.pairs()
        sizes = _radii(len(graph.nodes), pairs)
        drawn = most_central(len(graph.nodes), pairs, limit)
        lines = strongest([len(edge.facts) for edge in graph.edges], pairs, frozenset(drawn))
        row = {node: place for place, node in enumerate(drawn)}
        spots = place(
            [_box(graph.nodes[n], words, sizes[n]) for n in drawn],
            [(row[one], row[other]) for one, other in (pairs[line] for line in lines)],
        )
        nodes = [{"id": n, "x": x, "y": y} for n, (x, y) in zip(drawn, spots, strict=True)]
        edges = [{"id": line, "from": pairs[line][0], "to": pairs[line][1]} for line in lines]
        return cls(nodes, edges, columns.blocks(), len(graph.nodes), graph.left_out)


def _radii(count: int, pairs: list[tuple[int, int]]) -> list[float]:
    degree = [0] * count
    for pair in pairs:
        for node in pair:
            degree[node] += 1
    return [round(min(_SMALLEST + 2.6 * touches**0.5, _LARGEST), 1) for touches in degree]


def _box(node: ViewNode, words: Words, radius: float) -> Size:
    """The room that a node takes with its label below it (an event: its kind and day)."""
    lines = (words.say(f"kind.{node.kind}"), node.day) if node.day else wrap(node.label)
    widest = max(map(len, lines), default=0)
    return max(2 * radius, widest * _LETTER) + 14, 2 * (radius + len(lines) * _LINE) + 8
