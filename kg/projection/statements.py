"""The Cypher that writes a property graph: the same texts for Neo4j and for embedded engines.

Labels and types can't be parameters in Cypher, so there is one text per label or type; they come from ``mapping.toml`` and the
ontology alone, never from an article.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kg.model import Iri
from kg.projection.mapping import plan
from kg.projection.model import Node, Relationship, Slice, Value

_ACTORS = {"Person", "Organization", "State", "Delegation"}
Row = Mapping[str, Value | Mapping[str, Value] | Sequence[str]]
Rows = Sequence[Row] | Sequence[Sequence[Row]]
"""What stands for ``$rows`` in a statement: rows, or a list of them for each of the statements that it was put together of."""
Statement = tuple[str, list[Row]]

CAUSED = ("MET", "SPOKE_WITH", "VISITED", "WROTE_TO", "REPRESENTS", "HELD_OFFICE")
"""Types of relationships between others that carry the event that caused them."""

_MERGE = "UNWIND $rows AS row MERGE (n:{label} {{iri: row.iri}}) SET n = row.properties{labels}"
_NEW = "UNWIND $rows AS row CREATE (n:{labels}) SET n = row.properties"
_CREATE = (
    "UNWIND $rows AS row MATCH (a:{start} {{iri: row.start}}) MATCH (b:{end} {{iri: row.finish}}) "
    "CREATE (a)-[r:{type}]->(b) SET r = row.properties"
)
_CAUSED = (
    "UNWIND $rows AS row MATCH (e:Event {iri: row.iri}) MATCH (e)<-[:PARTICIPATED_IN]-(a) MATCH (a)-[r:"
    + "|".join(CAUSED)
    + "]-() "
    "WHERE r.event = row.iri DELETE r"
)
_TAKEN_PART = "UNWIND $rows AS row MATCH (e:Event {iri: row.iri}) MATCH (e)<-[r:PARTICIPATED_IN]-() DELETE r"
_BEGINS = "UNWIND $rows AS row MATCH (n:{label} {{iri: row.iri}}) MATCH (n)-[r{own}]->() DELETE r"
_OUT = re.compile(r" (?:DETACH )?DELETE (\w)$")
_GONE = "UNWIND $rows AS row MATCH (n:{label} {{iri: row.iri}}) DETACH DELETE n"


def writing(change: Slice) -> Iterator[Statement]:
    """What writes the nodes and then the relationships of a slice; nothing is taken out."""
    yield from _merging(change.nodes)
    yield from _creating(change.relationships)


def filling(change: Slice) -> Iterator[Statement]:
    """What writes a slice into a graph that holds none of its nodes, which is faster than looking for each."""
    for (label, more), each in groupby(sorted(change.nodes, key=kind), key=kind):
        rows: list[Row] = [{"properties": node.properties} for node in each]
        yield _NEW.format(labels=":".join((label, *more))), rows
    yield from _creating(change.relationships)


def clearing(change: Slice) -> Iterator[Statement]:
    """What takes out of a copy all that the nodes of a slice own, and the nodes that are gone."""
    owners = [(node.iri, node.label) for node in change.nodes] + list(change.gone)
    events: list[Row] = [{"iri": iri} for iri, label in owners if label == "Event"]
    if events:
        yield _CAUSED, events
        yield _TAKEN_PART, events
    for label, rows in _by_label(owners):
        # What begins at an actor was caused by events, which own it.
        own = ":" + "|".join(sorted(set(plan().relationships.values()))) if label in _ACTORS else ""
        yield _BEGINS.format(label=label, own=own), rows
    for label, rows in _by_label(change.gone):
        yield _GONE.format(label=label), rows


def looking(text: str) -> str:
    """The question whether a statement that only takes out would find anything: its answer has a row then."""
    return _OUT.sub(r" RETURN \1 LIMIT 1", text)


def labelling(label: str, more: Sequence[str]) -> str:
    """The clauses that give a node ``n`` its further labels, and take away those of others of its kind."""
    others = [name for name in plan().varying.get(label, ()) if name not in more]
    # All at once: kglite makes ready for each clause anew.
    return "".join(f" {clause} n:{':'.join(names)}" for clause, names in (("SET", more), ("REMOVE", others)) if names)


def _merging(nodes: Iterable[Node]) -> Iterator[Statement]:
    for (label, more), each in groupby(sorted(nodes, key=kind), key=kind):
        rows: list[Row] = [{"iri": node.iri, "properties": node.properties} for node in each]
        yield _MERGE.format(label=label, labels=labelling(label, more)), rows


def _creating(relationships: Iterable[Relationship]) -> Iterator[Statement]:
    for (type, start, end), each in groupby(sorted(relationships, key=_ends), key=_ends):
        rows: list[Row] = [{"start": r.start, "finish": r.end, "properties": r.properties} for r in each]
        yield _CREATE.format(type=type, start=start, end=end), rows


def _by_label(owners: Iterable[tuple[Iri, str]]) -> Iterator[tuple[str, list[Row]]]:
    for label, each in groupby(sorted(owners, key=lambda owner: owner[1]), key=lambda owner: owner[1]):
        yield label, [{"iri": iri} for iri, _ in each]


def kind(node: Node) -> tuple[str, tuple[str, ...]]:
    """By what nodes are put together in one statement."""
    return node.label, node.more


def _ends(relationship: Relationship) -> tuple[str, str, str]:
    return relationship.type, relationship.start_label, relationship.end_label
