"""What kglite answers as our own types."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from types import NoneType
from typing import Any

from kg.projection.base import Cell, NodeCell, PathCell, RelationshipCell

STRUCTURAL = {"id", "title", "type"}
"""Properties that the engine gives each node of itself."""
_DURATION = {"months", "days", "seconds"}
_PLAIN = {str, int, float, bool, NoneType}


def cells(column: Sequence[Any]) -> Sequence[Cell]:
    """The values of a column of an answer; a long one of plain values is taken as it is."""
    return column if set(map(type, column)) <= _PLAIN else list(map(cell, column))


def cell(value: Any) -> Cell:
    """One value of an answer; the properties that the engine gives each node of itself are left out."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, Mapping):
        return _structure(value)
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return tuple(map(cell, value))
    return str(value)


def _structure(value: Mapping[str, Any]) -> Cell:
    if value.keys() == {"id", "labels", "properties"}:
        return _node(value)
    if value.keys() == {"id", "start", "end", "type", "properties"}:
        return _relationship(value)
    if value.keys() == {"nodes", "relationships"}:
        return PathCell(tuple(map(_node, value["nodes"])), tuple(map(_relationship, value["relationships"])))
    if value.keys() == _DURATION and all(type(each) is int for each in value.values()):
        from neo4j.time import Duration

        return Duration(**value).iso_format()
    return {name: cell(each) for name, each in value.items()}


def _node(value: Mapping[str, Any]) -> NodeCell:
    kept = {name: cell(each) for name, each in value["properties"].items() if name not in STRUCTURAL}
    return NodeCell(tuple(sorted(value["labels"])), kept)


def _relationship(value: Mapping[str, Any]) -> RelationshipCell:
    return RelationshipCell(value["type"], {name: cell(each) for name, each in value["properties"].items()})
