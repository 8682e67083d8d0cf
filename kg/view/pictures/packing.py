"""Sets things of some width into rows so that none covers another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

GAP = 3.0


@dataclass(frozen=True, slots=True)
class Span:
    """The room that a thing takes along its row, from ``left`` to ``right``."""

    left: float
    right: float

    def meets(self, other: "Span") -> bool:
        """Whether two are nearer to each other than the gap."""
        return self.left < other.right + GAP and other.left < self.right + GAP


@dataclass(frozen=True, slots=True)
class Packed:
    """The row of each thing by its place in the order given, how many rows there are, and how many found no room."""

    rows: Mapping[int, int]
    height: int
    left_out: int


def pack(spans: Sequence[Span], most: int) -> Packed:
    """Give each thing, the first ones first, the first row in which it is free; those that would need more rows than ``most`` have none."""
    taken: list[list[Span]] = []
    rows: dict[int, int] = {}
    for key, span in enumerate(spans):
        row = next((at for at, others in enumerate(taken) if not any(map(span.meets, others))), len(taken))
        if row == most:
            continue
        if row == len(taken):
            taken.append([])
        taken[row].append(span)
        rows[key] = row
    return Packed(rows, len(taken), len(spans) - len(rows))
