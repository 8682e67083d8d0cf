"""Lays a graph out in the plane before it is written, so that the browser only has to draw it."""

from collections.abc import Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Size = tuple[float, float]
Array = NDArray[np.float64]

EDGE = 135.0
GAP = 60.0
_SEED = 7
_STEPS = 120
_SWEEPS = 80


def place(sizes: Sequence[Size], edges: Sequence[tuple[int, int]]) -> list[Point]:
    """Find a place for each node: near what it is tied to, clear of the others. Cubic in the number of nodes: for a thousand, seconds.

    Args:
        sizes: width and height in pixels that node 0, 1, … takes with its label.
        edges: pairs of node numbers.

    Returns:
        The middle of each node in pixels; the same input always gives the same places.
    """
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(sizes)))
    graph.add_edges_from(edges)
    boxes = np.array(sizes, dtype=float).reshape(-1, 2)
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part[0]))
    drawn = [_clear(_unfold(_distances(graph.subgraph(part), part)) * EDGE, boxes[part]) for part in parts]
    places: dict[int, Point] = {}
    for part, middles in zip(parts, _pack(drawn, [boxes[part] for part in parts]), strict=True):
        places.update(
            (node, (round(float(x), 1), round(float(y), 1))) for node, (x, y) in zip(part, middles, strict=True)
        )
    return [places[node] for node in range(len(sizes))]


def _distances(graph: "nx.Graph[int]", part: list[int]) -> Array:
    """Steps between every two nodes of a connected part."""
    row = {node: number for number, node in enumerate(part)}
    steps = np.zeros((len(part), len(part)))
    for node, reached in nx.all_pairs_shortest_path_length(graph):
        for other, distance in reached.items():
            steps[row[node], row[other]] = distance
    return steps


def _unfold(steps: Array) -> Array:
    """Places whose distances come as close as they can to the steps (stress majorisation, near pairs weighing most)."""
    count = len(steps)
    if count < 3:
        return np.column_stack([np.arange(count, dtype=float), np.zeros(count)])
    with np.errstate(divide="ignore"):
        weights = np.where(steps > 0, 1.0 / steps**2, 0.0)
    pull = np.linalg.inv(np.diag(weights.sum(1)) - weights + 1.0 / count)
    xy = _project(steps)
    for _ in range(_STEPS):
        apart = np.sqrt(((xy[:, None] - xy[None]) ** 2).sum(2))
        ratio = -weights * steps / np.maximum(apart, 1e-9)
        np.fill_diagonal(ratio, 0.0)
        np.fill_diagonal(ratio, -ratio.sum(1))
        xy = pull @ (ratio @ xy)
    return _lie_down(xy)


def _project(steps: Array) -> Array:
    """A first guess: the two widest directions of the distances, wider than high, with a little noise to part twins."""
    squares = steps**2
    centred = -0.5 * (squares - squares.mean(0) - squares.mean(1)[:, None] + squares.mean())
    values, vectors = np.linalg.eigh(centred)
    signs = np.sign(vectors[np.abs(vectors).argmax(0), np.arange(len(steps))])
    axes = (vectors * signs * np.sqrt(np.maximum(values, 0.0)))[:, [-1, -2]]
    return np.asarray(axes + np.random.default_rng(_SEED).normal(0, 0.05, axes.shape))


def _lie_down(xy: Array) -> Array:
    """Turn a drawing so that it is wider than high, as labels and screens are, and stretch it a little that way."""
    centred = xy - xy.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1] * np.where(axes[:, ::-1].sum(0) < 0, -1.0, 1.0)
    return np.asarray(centred @ axes * (1.2, 1.0))


def _clear(xy: Array, boxes: Array) -> Array:
    """Push boxes that overlap apart, each pair along the shorter way, until none do (or it no longer pays)."""
    reach = (boxes[:, None] + boxes[None]) / 2
    for _ in range(_SWEEPS):
        delta = xy[:, None] - xy[None]
        over = reach - np.abs(delta)
        hit = np.all(over > 0.5, axis=2)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        sideways = over[..., 0] < over[..., 1]
        push = np.where(hit[..., None], over, 0.0) * np.where(delta < 0, -1.0, 1.0) * 0.3
        push *= np.stack([sideways, ~sideways], 2)
        xy = xy + np.clip(push.sum(1), -EDGE, EDGE)
    return xy


def _pack(parts: list[Array], boxes: list[Array]) -> list[Array]:
    """Set the parts of a graph side by side in rows, the largest first, in a field half as wide again as high."""
    corners = [((xy - size / 2).min(0), (xy + size / 2).max(0)) for xy, size in zip(parts, boxes, strict=True)]
    spans = [high - low + GAP for low, high in corners]
    field = max([(1.6 * sum(float(w * h) for w, h in spans)) ** 0.5, *(float(span[0]) for span in spans)], default=0.0)
    packed, x, y, row = [], 0.0, 0.0, 0.0
    for xy, (low, _), (width, height) in zip(parts, corners, spans, strict=True):
        if x and x + width > field:
            x, y, row = 0.0, y + row, 0.0
        packed.append(xy - low + (x, y))
        x, row = x + float(width), max(row, float(height))
    return packed
