"""Writes a slice into a graph of kglite value by value, and labels by themselves.

To set all values of a node at once, or values and labels in one statement, takes time in proportion to all nodes of its label
where the graph is mapped. Each statement that writes takes time in proportion to all that was written since the graph was mapped: what would
change nothing isn't run, as to look for that takes a tenth of it, and many run as one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from kg.model import Iri
from kg.projection.applying import Run
from kg.projection.kgliteanswers import STRUCTURAL
from kg.projection.model import Node, Slice
from kg.projection.statements import Row, Statement, kind, labelling, looking, writing

_THEN = " WITH count(*) AS done "
Held = Mapping[str, Any]
"""A node as the engine tells of it."""

_HELD = "UNWIND $rows AS row MATCH (n:{label} {{iri: row.iri}}) RETURN n"
_MERGE = "UNWIND $rows AS row MERGE (n:{label} {{iri: row.iri}}){values}"
_LABELS = "UNWIND $rows AS row MATCH (n:{label} {{iri: row.iri}}){labels}"


def write(run: Run, change: Slice) -> None:
    """Write the nodes and the relationships of a slice; nothing is taken out but values that its nodes no longer have."""
    values, labels = list[Statement](), list[Statement]()
    for (label, more), each in groupby(sorted(change.nodes, key=kind), key=kind):
        nodes = list(each)
        found = (node for (node,) in run(_HELD.format(label=label), [{"iri": node.iri} for node in nodes]))
        held = {str(node["properties"]["iri"]): node for node in found}
        values += _merging(label, nodes, held)
        labels += _labelling(label, more, nodes, held)
    for statements in (values, labels, list(writing(Slice((), change.relationships)))):
        _together(run, statements)


def erase(run: Run, text: str, rows: Sequence[Row]) -> None:
    """Run a statement that only takes out, where it would find anything."""
    if run(looking(text), rows):
        run(text, rows)


def _together(run: Run, statements: Sequence[Statement]) -> None:
    """Run statements as one, each once, whatever the one before it found."""
    texts = (text.replace("$rows", f"$rows[{place}]", 1) for place, (text, _) in enumerate(statements))
    if statements:
        run(_THEN.join(texts), [rows for _, rows in statements])


def _merging(label: str, nodes: Sequence[Node], held: Mapping[Iri, Held]) -> Iterator[Statement]:
    """What writes the values of those nodes that the graph doesn't hold as they are."""
    if other := [node for node in nodes if not _same(node, held.get(node.iri))]:
        rows: list[Row] = [{"iri": node.iri, "properties": node.properties} for node in other]
        yield _MERGE.format(label=label, values=_values(_names(other, held.values()))), rows


def _labelling(
    label: str, more: tuple[str, ...], nodes: Sequence[Node], held: Mapping[Iri, Held]
) -> Iterator[Statement]:
    """What gives nodes their further labels, where they have others."""
    rows: list[Row] = [{"iri": node.iri} for node in nodes if not _labelled(node, held.get(node.iri))]
    if rows and (labels := labelling(label, more)):
        yield _LABELS.format(label=label, labels=labels), rows


def _same(node: Node, held: Held | None) -> bool:
    """Whether the graph holds a node with these values and no others; 1 and 1.0 are not the same."""
    if held is None:
        return False
    told = {name: value for name, value in held["properties"].items() if name not in STRUCTURAL and value is not None}
    wanted = {name: list(value) if isinstance(value, tuple) else value for name, value in node.properties.items()}
    return {name: repr(value) for name, value in told.items()} == {name: repr(value) for name, value in wanted.items()}


def _labelled(node: Node, held: Held | None) -> bool:
    return held is not None and {*held["labels"]} == {node.label, *node.more}


def _names(nodes: Iterable[Node], held: Iterable[Held]) -> list[str]:
    """All properties that nodes shall have, or have already and may lose; the engine names those that have no name by their IRI."""
    found = {"name", *(name for node in nodes for name in node.properties)}
    found.update(name for node in held for name in node["properties"])
    return sorted(found - STRUCTURAL - {"iri"})


def _values(names: Iterable[str]) -> str:
    told = ", ".join(f"n.`{name}` = row.properties.`{name}`" for name in names)
    return f" SET {told}" if told else ""
