"""Reads what was chosen of a graph as a property graph in which every relationship has both of its nodes."""

from array import array
from collections.abc import Iterable, Iterator

import numpy

from kg.export.choice import Choice, readable
from kg.model import Iri
from kg.projection.model import Relationship, Slice
from kg.projection.reading import whole
from kg.store.base import Store


def slices(store: Store, choice: Choice) -> Iterator[Slice]:
    """The chosen nodes and relationships in pieces of some thousands, nodes before what joins them."""
    held = _Held()
    for piece in whole(readable(store, choice)):
        nodes = tuple(node for node in piece.nodes if choice.kinds is None or node.label in choice.kinds)
        held.add(node.iri for node in nodes)
        yield Slice(nodes, held.joined(piece.relationships))


class _Held:
    """Which nodes were written: eight bytes for each, as there may be millions."""

    def __init__(self) -> None:
        self._hashes = array("q")
        self._sorted: numpy.ndarray[tuple[int], numpy.dtype[numpy.int64]] | None = None

    def add(self, iris: Iterable[Iri]) -> None:
        """Note some nodes; all of them come before the first relationship."""
        self._hashes.extend(map(hash, iris))

    def joined(self, relationships: tuple[Relationship, ...]) -> tuple[Relationship, ...]:
        """The relationships both of whose nodes were noted."""
        if not relationships:
            return ()
        if self._sorted is None:
            self._sorted = numpy.unique(numpy.frombuffer(self._hashes, dtype=numpy.int64))
        ends = numpy.array([(hash(each.start), hash(each.end)) for each in relationships], dtype=numpy.int64)
        kept = numpy.isin(ends, self._sorted, kind="sort")
        return tuple(each for each, both in zip(relationships, kept, strict=True) if both.all())
