"""Geometry of outlines for ``world.py``: lines with fewer points, areas, points well inside."""

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
Ring = list[Point]

TOLERANCE = 0.045
"""How far a simplified line may be from the one it stands for, in degrees."""
SMALL = 0.5
"""Outlines of islands and city states no wider than so many degrees stay as they are."""


def simplified(points: Sequence[Point]) -> Ring:
    """A line with as few points as stay nearer than the tolerance; a closed one is cut at its farthest point first."""
    span = max(_square(points[0], point) for point in points) ** 0.5
    if len(points) < 4 or (points[0] == points[-1] and span < SMALL):
        return list(points)
    if points[0] == points[-1]:
        far = max(range(len(points)), key=lambda at: _square(points[0], points[at]))
        return simplified(points[: far + 1])[:-1] + simplified(points[far:])
    kept = {0, len(points) - 1}
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        inner = range(first + 1, last)
        at = max(inner, key=lambda n: _off(points[n], points[first], points[last]), default=None)
        if at is not None and _off(points[at], points[first], points[last]) > TOLERANCE:
            kept.add(at)
            todo += [(first, at), (at, last)]
    return [points[at] for at in sorted(kept)]


def _square(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _off(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a stretch."""
    length = _square(start, end)
    share = ((point[0] - start[0]) * (end[0] - start[0]) + (point[1] - start[1]) * (end[1] - start[1])) / (length or 1)
    share = min(1.0, max(0.0, share))
    near = (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
    return float(_square(point, near) ** 0.5)


def area(ring: Sequence[Point]) -> float:
    """The area of a ring in square degrees; negative where it runs the other way."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def centre(rings: Sequence[Ring]) -> Point:
    """A point well inside the largest ring: of a grid over it the one that is farthest from the border."""
    ring = rings[0]
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    steps = [(min(v) + (max(v) - min(v)) * (n + 0.5) / 24 for n in range(24)) for v in (xs, ys)]
    across, up = map(list, steps)
    inside = [(x, y) for x in across for y in up if holds(ring, (x, y))] or [(sum(xs) / len(xs), sum(ys) / len(ys))]
    return max(inside, key=lambda point: min(_off(point, a, b) for a, b in pairwise(ring)))


def holds(ring: Sequence[Point], point: Point) -> bool:
    """Whether a point lies in a ring (even-odd rule)."""
    x, y = point
    crossed = 0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed += 1
    return crossed % 2 == 1
