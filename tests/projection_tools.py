"""A property graph in plain sets, for tests of what the projection reads."""

from collections.abc import Iterable

from kg.projection.base import Records
from kg.projection.model import Node, Relationship, Slice
from kg.projection.statements import CAUSED
from kg.store.base import Mark


class SetEngine:
    """Does with sets what the engines' Cypher does."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.relationships: list[Relationship] = []
        self._mark: Mark | None = None

    def mark(self) -> Mark | None:
        return self._mark

    def rebuild(self, slices: Iterable[Slice], mark: Mark) -> None:
        self.nodes, self.relationships = {}, []
        for piece in slices:
            self._write(piece)
        self._mark = mark

    def apply(self, change: Slice, mark: Mark) -> None:
        owners = {node.iri for node in change.nodes} | {iri for iri, _ in change.gone}
        self.relationships = [each for each in self.relationships if not owned(each, owners)]
        for iri, _ in change.gone:
            self.nodes.pop(iri, None)
        self._write(change)
        self.relationships = [each for each in self.relationships if {each.start, each.end} <= self.nodes.keys()]
        self._mark = mark

    def cypher(self, *arguments: object, **options: object) -> Records:
        raise NotImplementedError("nothing is asked of sets")

    def close(self) -> None:
        pass

    def _write(self, change: Slice) -> None:
        self.nodes |= {node.iri: node for node in change.nodes}
        self.relationships += [each for each in change.relationships if {each.start, each.end} <= self.nodes.keys()]

    def state(self) -> tuple[object, object]:
        """Everything, in an order that doesn't depend on how it came about."""
        return sorted(map(str, self.nodes.values())), sorted(map(str, self.relationships))


def owned(relationship: Relationship, owners: set[str]) -> bool:
    if relationship.type in CAUSED:
        return relationship.properties["event"] in owners
    if relationship.type == "PARTICIPATED_IN":
        return relationship.end in owners
    return relationship.start in owners
