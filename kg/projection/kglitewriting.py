"""Writes a slice into a graph of kglite value by value, and labels by themselves.

To set all values of a node at once, or values and labels in one statement, takes time in proportion to all nodes of its label
where the graph is mapped.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from kg.projection.applying import Run
from kg.projection.kgliteanswers import STRUCTURAL
from kg.projection.model import Node, Slice
from kg.projection.statements import Row, kind, labelling, writing

_HELD = "UNWIND $rows AS row MATCH (n:{label} {{iri: row.iri}}) RETURN n"
_MERGE = "UNWIND $rows AS row MERGE (n:{label} {{iri: row.iri}}){values}"
_LABELS = "UNWIND $rows AS row MATCH (n:{label} {{iri: row.iri}}){labels}"


def write(run: Run, change: Slice) -> None:
    """Write the nodes and the relationships of a slice; nothing is taken out but values that its nodes no longer have."""
    for (label, more), each in groupby(sorted(change.nodes, key=kind), key=kind):
        nodes = list(each)
        rows: list[Row] = [{"iri": node.iri, "properties": node.properties} for node in nodes]
        names = _names(nodes, run(_HELD.format(label=label), rows))
        run(_MERGE.format(label=label, values=_values(names)), rows)
        if labels := labelling(label, more):
            run(_LABELS.format(label=label, labels=labels), rows)
    for text, rows in writing(Slice((), change.relationships)):
        run(text, rows)


def _names(nodes: Iterable[Node], held: Sequence[Sequence[Mapping[str, Any]]]) -> list[str]:
    """All properties that nodes shall have, or have already and may lose; the engine names those that have no name by their IRI."""
    found = {"name", *(name for node in nodes for name in node.properties)}
    found.update(name for (node,) in held for name in node["properties"])
    return sorted(found - STRUCTURAL - {"iri"})


def _values(names: Iterable[str]) -> str:
    told = ", ".join(f"n.`{name}` = row.properties.`{name}`" for name in names)
    return f" SET {told}" if told else ""
