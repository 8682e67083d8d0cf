"""Writes a slice into a property graph by Cypher, and keeps the counts of who was in contact with whom right."""

from collections.abc import Callable, Sequence
from typing import Any

from kg.projection.model import Slice
from kg.projection.statements import Row, Rows, clearing, writing

Run = Callable[[str, Rows], Sequence[Sequence[Any]]]
"""Runs a statement with its rows as ``$rows`` in the transaction at hand, and gives the rows of its answer."""

_CONTACTS = "MET|SPOKE_WITH"
_PAIRS = (
    "UNWIND $rows AS row MATCH (e:Event {iri: row.iri}) MATCH (e)<-[:PARTICIPATED_IN]-(a:Person) "
    f"MATCH (a)-[r:{_CONTACTS}]->(b:Person) WHERE r.event = row.iri RETURN DISTINCT a.iri AS start, b.iri AS finish"
)
_FORGET = (
    "UNWIND $rows AS row MATCH (a:Person {iri: row.start}) MATCH (b:Person {iri: row.finish}) "
    "MATCH (a)-[c:CONTACT]->(b) DELETE c"
)
_COUNTED = (
    " WITH a, b, count(r) AS n, min(r.date) AS first, max(r.latest) AS last "
    "CREATE (a)-[c:CONTACT]->(b) SET c.count = n, c.first = first, c.last = last"
)
_COUNT = (
    "UNWIND $rows AS row MATCH (a:Person {iri: row.start}) MATCH (b:Person {iri: row.finish}) "
    f"MATCH (a)-[r:{_CONTACTS}]->(b)" + _COUNTED
)
COUNT_ALL = f"MATCH (a:Person)-[r:{_CONTACTS}]->(b:Person)" + _COUNTED
"""Makes the counted edges of a whole graph that has none."""


def write(run: Run, change: Slice) -> None:
    """Write the nodes and the relationships of a slice; nothing is taken out."""
    for text, rows in writing(change):
        run(text, rows)


def erase(run: Run, text: str, rows: Sequence[Row]) -> None:
    """Run a statement that only takes out."""
    run(text, rows)


def apply(
    run: Run,
    change: Slice,
    write: Callable[[Run, Slice], None] = write,
    erase: Callable[[Run, str, Sequence[Row]], None] = erase,
) -> None:
    """Replace what the nodes of a slice own; doing it again changes nothing.

    Args:
        run: runs a statement.
        change: the slice.
        write: writes its nodes and relationships.
        erase: runs a statement that only takes out.
    """
    events: list[Row] = [{"iri": node.iri} for node in change.nodes if node.label == "Event"]
    events += [{"iri": iri} for iri, label in change.gone if label == "Event"]
    met = {(start, finish) for start, finish in run(_PAIRS, events)} if events else set()
    for text, rows in clearing(change):
        erase(run, text, rows)
    write(run, change)
    met |= {(each.start, each.end) for each in change.relationships if each.type in _CONTACTS.split("|")}
    pairs: list[Row] = [{"start": start, "finish": finish} for start, finish in sorted(met)]
    if pairs:
        erase(run, _FORGET, pairs)
        run(_COUNT, pairs)
