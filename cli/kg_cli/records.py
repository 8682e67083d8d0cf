"""Turns the answers of Cypher into plain values to print."""

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from types import NoneType
from typing import cast

from kg.projection.base import Cell as Told
from kg.projection.base import NodeCell, PathCell, Records, RelationshipCell
from kg_cli.output import Answer, Cell
from kg_cli.terms import abbreviate

_PLAIN = {str, int, float, bool, NoneType}


def answer_of_records(records: Records, form: str) -> Answer:
    """The answer to a Cypher query; IRIs are shortened by the known prefixes in tables for people."""
    if form != "table" and set(map(type, chain.from_iterable(records.rows))) <= _PLAIN:
        return Answer(records.columns, cast(Sequence[tuple[Cell, ...]], records.rows))
    return Answer(records.columns, [tuple(_value(cell, form) for cell in row) for row in records.rows])


def _value(cell: Told, form: str) -> Cell:
    """Numbers and truth values as such, texts as they are; nodes, lists and maps by name in tables, else as JSON."""
    if isinstance(cell, str):
        return abbreviate(cell) if form == "table" else cell
    if cell is None or isinstance(cell, (bool, int, float)):
        return cell
    if form == "table":
        return _shown(cell)
    return _plain(cell) if form == "json" else json.dumps(_plain(cell), ensure_ascii=False)


def _shown(cell: Told) -> str:
    if isinstance(cell, NodeCell):
        return str(cell.properties.get("name") or abbreviate(str(cell.properties.get("iri", "?"))))
    if isinstance(cell, RelationshipCell):
        return f"[{cell.type}]"
    if isinstance(cell, PathCell):
        steps = [_shown(cell.nodes[0])]
        for relationship, node in zip(cell.relationships, cell.nodes[1:], strict=True):
            steps += [_shown(relationship), _shown(node)]
        return " – ".join(steps)
    if isinstance(cell, Mapping):
        return ", ".join(f"{name}: {_shown(each)}" for name, each in cell.items())
    if isinstance(cell, Sequence) and not isinstance(cell, str):
        return ", ".join(map(_shown, cell))
    return "" if cell is None else abbreviate(str(cell))


def _plain(cell: Told) -> Cell:
    if isinstance(cell, NodeCell):
        return {"labels": list(cell.labels), "properties": _plain(cell.properties)}
    if isinstance(cell, RelationshipCell):
        return {"type": cell.type, "properties": _plain(cell.properties)}
    if isinstance(cell, PathCell):
        return {
            "nodes": [_plain(node) for node in cell.nodes],
            "relationships": [_plain(r) for r in cell.relationships],
        }
    if isinstance(cell, Mapping):
        return {name: _plain(each) for name, each in cell.items()}
    if cell is None or isinstance(cell, (str, bool, int, float)):
        return cell
    return [_plain(each) for each in cell]
