"""What Neo4j answers as our own types."""

from collections.abc import Mapping, Sequence
from typing import Any

from neo4j.graph import Node, Path, Relationship

from kg.projection.base import Cell, NodeCell, PathCell, RelationshipCell


def cell(value: Any) -> Cell:
    """One value of an answer."""
    if isinstance(value, Node):
        return _node(value)
    if isinstance(value, Relationship):
        return _relationship(value)
    if isinstance(value, Path):
        return PathCell(tuple(map(_node, value.nodes)), tuple(map(_relationship, value.relationships)))
    if isinstance(value, Mapping):
        return {name: cell(each) for name, each in value.items()}
    if hasattr(value, "iso_format"):
        # A duration is a sequence as well.
        return str(value.iso_format())
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return tuple(map(cell, value))
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


def _node(value: Node) -> NodeCell:
    return NodeCell(tuple(sorted(value.labels)), {name: cell(each) for name, each in value.items()})


def _relationship(value: Relationship) -> RelationshipCell:
    return RelationshipCell(value.type, {name: cell(each) for name, each in value.items()})
