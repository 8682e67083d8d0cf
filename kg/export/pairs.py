"""Writes who met, called or wrote to whom as CSV: one row for each pair, with how often and between which days."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import IO

from kg.export.choice import Choice, kinds_called
from kg.export.slices import slices
from kg.export.tables import table
from kg.export.texts import shown
from kg.model import Iri
from kg.projection.model import Relationship, Slice, Value
from kg.store.base import Store

COLUMNS = (
    *("Source", "Target", "Type", "Weight", "Source name", "Target name", "Source kind", "Target kind"),
    *("First", "Last", "Meetings", "Calls", "Letters"),
)
_COUNTED = ("MET", "SPOKE_WITH", "WROTE_TO")


@dataclass(slots=True)
class _Pair:
    """What two had to do with each other: how often of each type, and the days between which that was."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_COUNTED, 0))
    first: str = ""
    last: str = ""

    def add(self, edge: Relationship) -> None:
        first, last = (str(edge.properties.get(name, "")) for name in ("date", "latest"))
        self.counts[edge.type] += 1
        self.first = min(filter(None, (self.first, first)), default="")
        self.last = max(self.last, last or first)

    @property
    def weight(self) -> int:
        return sum(self.counts.values())


def pairs(store: Store, stream: IO[bytes], choice: Choice) -> None:
    """Write the pairs, those with most between them first; the columns are those of Gephi's tables of edges."""
    names: dict[Iri, tuple[str, str]] = {}
    found: dict[tuple[Iri, Iri], _Pair] = {}
    actors = kinds_called(["Actor"])
    wanted = replace(choice, kinds=actors if choice.kinds is None else actors & choice.kinds)
    for piece in slices(store, wanted):
        names |= {node.iri: (shown(node, choice.language), node.label) for node in piece.nodes}
        _count(piece, found)
    with table(stream, COLUMNS) as rows:
        for ends, pair in sorted(found.items(), key=lambda each: (-each[1].weight, each[0])):
            rows.write(_row(ends, pair, names))


def _count(piece: Slice, found: dict[tuple[Iri, Iri], _Pair]) -> None:
    for edge in piece.relationships:
        if edge.type in _COUNTED:
            ends = min(edge.start, edge.end), max(edge.start, edge.end)
            found.setdefault(ends, _Pair()).add(edge)


def _row(ends: tuple[Iri, Iri], pair: _Pair, names: dict[Iri, tuple[str, str]]) -> Iterator[Value]:
    told = [names[end] for end in ends]
    yield from ends
    yield "Undirected"
    yield pair.weight
    yield from (name for name, _ in told)
    yield from (kind for _, kind in told)
    yield from (pair.first, pair.last)
    yield from pair.counts.values()
