"""Projects the globe onto the plane (Equal Earth), and cuts out the part that a map shows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

Point = tuple[float, float]

# Equal Earth (Šavrič, Patterson & Jenny 2018), https://doi.org/10.1080/13658816.2018.1504949
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
_ROOM = 0.16
_NARROWEST = 0.42
"""A map is at least so wide, in radians on the equator: some 24 degrees."""
_WHOLE = 2.2


def projected(longitude: float, latitude: float, middle: float) -> Point:
    """A point of the globe in the plane, in radians; ``middle`` is the longitude of the map's middle."""
    theta = asin(_M * sin(radians(latitude)))
    squared = theta * theta
    sixth = squared**3
    across = radians(longitude - middle) * cos(theta)
    x = across / (_M * (_A1 + 3 * _A2 * squared + sixth * (7 * _A3 + 9 * _A4 * squared)))
    return x, theta * (_A1 + _A2 * squared + sixth * (_A3 + _A4 * squared))


def nearest(longitude: float, middle: float) -> float:
    """The same longitude at most half a turn from the middle."""
    return (longitude - middle + 180) % 360 - 180 + middle


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the plane that a map of ``width`` by ``height`` pixels shows."""

    middle: float
    left: float
    top: float
    scale: float
    width: float
    height: float

    @classmethod
    def around(cls, spots: Sequence[tuple[float, float]], width: float, height: float) -> "Window":
        """A window that holds some longitudes and latitudes with room beside them; most of the world where they lie far apart."""
        middle = _middle([longitude for longitude, _ in spots])
        points = [projected(nearest(longitude, middle), latitude, middle) for longitude, latitude in spots]
        left, right = _span([x for x, _ in points], _NARROWEST)
        bottom, top = _span([y for _, y in points], _NARROWEST * height / width)
        if right - left > _WHOLE:
            middle, left, right, bottom, top = 11.0, -2.75, 2.75, -1.05, 1.32
        wide = max(right - left, (top - bottom) * width / height)
        tall = wide * height / width
        return cls(middle, (left + right - wide) / 2, (top + bottom + tall) / 2, width / wide, width, height)

    def place(self, longitude: float, latitude: float) -> Point:
        """Where a point of the globe is on the map, in pixels from its upper left corner."""
        return self._pixel(projected(nearest(longitude, self.middle), latitude, self.middle))

    def ring(self, ring: Iterable[Point]) -> list[Point] | None:
        """An outline on the map, to half a pixel; None where it lies outside of the window. It never runs round the back of the globe."""
        points = list(ring)
        shift = nearest(sum(x for x, _ in points) / len(points), self.middle) - sum(x for x, _ in points) / len(points)
        drawn = [self._pixel(projected(x + shift, y, self.middle)) for x, y in points]
        xs, ys = [x for x, _ in drawn], [y for _, y in drawn]
        if min(xs) > self.width or max(xs) < 0 or min(ys) > self.height or max(ys) < 0:
            return None
        return list(_thinned(drawn))

    def _pixel(self, point: Point) -> Point:
        return (point[0] - self.left) * self.scale, (self.top - point[1]) * self.scale


def _thinned(points: Iterable[Point]) -> Iterator[Point]:
    before: Point | None = None
    for x, y in points:
        if before is None or abs(x - before[0]) + abs(y - before[1]) >= 0.6:
            before = (x, y)
            yield before


def _middle(longitudes: Sequence[float]) -> float:
    """The longitude opposite to the widest gap between some longitudes, so that a map of the Pacific isn't torn."""
    ordered = sorted(nearest(each, 0) for each in longitudes)
    gaps = [(b - a, a) for a, b in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    wide, start = max(gaps)
    return nearest(start + wide / 2 + 180, 0)


def _span(values: Sequence[float], narrowest: float) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = max(_ROOM * (high - low), 0.05)
    more = max(0.0, narrowest - (high - low) - 2 * room) / 2
    return low - room - more, high + room + more
