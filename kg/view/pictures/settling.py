"""Moves discs that would cover each other to the nearest free room."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin

_STEPS = 60
_TURN = pi * (3 - 5**0.5)
"""The golden angle: steps along a spiral that come from every side."""


@dataclass(frozen=True, slots=True)
class Disc:
    """A disc on a map, in pixels."""

    x: float
    y: float
    radius: float

    def covers(self, other: "Disc") -> bool:
        """Whether it hides much of another one: more than a quarter of the smaller one's width."""
        near = hypot(self.x - other.x, self.y - other.y)
        return near < self.radius + other.radius - min(self.radius, other.radius) / 2


def settled(discs: Iterable[Disc]) -> list[Disc]:
    """The discs, the first ones where they are, each later one as near to its place as there is room; where there is none at its place."""
    found: list[Disc] = []
    for disc in discs:
        free = (place for place in _around(disc) if not any(place.covers(other) for other in found))
        found.append(next(free, disc))
    return found


def _around(disc: Disc) -> Iterator[Disc]:
    yield disc
    for step in range(1, _STEPS):
        far = disc.radius * 0.55 * step**0.5
        yield replace(disc, x=disc.x + far * cos(step * _TURN), y=disc.y + far * sin(step * _TURN))
