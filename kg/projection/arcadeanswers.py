"""What ArcadeDB answers as our own types."""

import re
from typing import Any

from kg.errors import QueryError
from kg.projection.arcadejava import Java
from kg.projection.base import Cell, NodeCell, PathCell, RelationshipCell

_CLOCK = re.compile(r"(\d\d:\d\d)(:\d\d)?(?:\.(\d+))?(?:(Z)|([+-]\d\d:\d\d))?(?:\[.+\])?$")


def cell(java: Java, value: Any) -> Cell:
    """One value of an answer.

    Raises:
        QueryError: it is something of the engine's own, which no Neo4j would answer.
    """
    if value is None:
        return None
    if isinstance(value, java.boolean):
        return bool(value)
    if isinstance(value, java.whole):
        return int(value)
    if isinstance(value, java.broken):
        return float(value)
    return str(value) if isinstance(value, java.string) else _composed(java, value)


def _composed(java: Java, value: Any) -> Cell:
    if isinstance(value, java.vertex):
        return _node(java, value)
    if isinstance(value, java.edge):
        return _relationship(java, value)
    if isinstance(value, java.path):
        nodes = tuple(_node(java, each) for each in value.getVertices())
        return PathCell(nodes, tuple(_relationship(java, each) for each in value.getEdges()))
    if isinstance(value, java.map):
        return _map(java, value)
    if isinstance(value, java.collection):
        return tuple(cell(java, each) for each in value)
    if isinstance(value, java.temporal):
        return _CLOCK.sub(_clock, str(value))
    raise QueryError(
        "the query asks for what this engine alone has: use the labels, types and properties of docs/graph.md"
    )


def _node(java: Java, value: Any) -> NodeCell:
    labels = tuple(sorted(str(label) for label in java.labels.getLabels(value)))
    return NodeCell(labels, _map(java, value.propertiesAsMap()))


def _relationship(java: Java, value: Any) -> RelationshipCell:
    return RelationshipCell(str(value.getTypeName()), _map(java, value.propertiesAsMap()))


def _map(java: Java, value: Any) -> dict[str, Cell]:
    return {str(each.getKey()): cell(java, each.getValue()) for each in value.entrySet()}


def _clock(found: re.Match[str]) -> str:
    """A time of day in full, as Neo4j has it."""
    offset = "+00:00" if found[4] else found[5] or ""
    return f"{found[1]}{found[2] or ':00'}.{found[3] or '':0<9}{offset}"
