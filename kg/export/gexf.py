"""Writes the property graph as GEXF 1.3 for Gephi, with the days of events for its timeline."""

from collections.abc import Iterable
from itertools import count
from typing import IO

from kg.export.choice import Choice
from kg.export.drafts import Columns, Drafts
from kg.export.slices import slices
from kg.export.texts import shown, xml
from kg.projection.model import Node, Relationship, Value
from kg.store.base import Store

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta><creator>diplo-kg</creator></meta>
<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval" idtype="string">
"""
# Where the words of evidence begin and end: a node's own "start" and "end" are days.
_RENAMED = {"start": "quoteStart", "end": "quoteEnd"}


def gexf(store: Store, stream: IO[bytes], choice: Choice) -> None:
    """Write what was chosen: nodes by IRI and edges with ``kind``, the label or type, and all properties.

    Events, and edges that an event caused, have ``start`` and ``end``, the days between which it was, where they are known;
    what has none is always there. The ``start`` and ``end`` of evidence are called ``quoteStart`` and ``quoteEnd``.
    """
    nodes, edges, numbers = Columns("n"), Columns("e"), count()
    with Drafts() as drafts:
        for piece in slices(store, choice):
            for node in piece.nodes:
                drafts.node(_node(node, choice.language, nodes))
            for edge in piece.relationships:
                drafts.edge(_edge(edge, next(numbers), edges))
        stream.write((_HEAD + _attributes(nodes, "node") + _attributes(edges, "edge") + "<nodes>\n").encode())
        drafts.copy(stream, "</nodes>\n<edges>\n")
    stream.write(b"</edges>\n</graph>\n</gexf>\n")


def _node(node: Node, language: str, columns: Columns) -> str:
    told: dict[str, Value] = {"kind": node.label, "labels": node.more}
    told |= {_RENAMED.get(name, name): value for name, value in node.properties.items() if name != "iri"}
    days = _days(node.properties.get("earliest"), node.properties.get("latest")) if node.label == "Event" else ""
    values = _values(told.items(), columns)
    return f'<node id="{xml(node.iri)}" label="{xml(shown(node, language))}"{days}>{values}</node>\n'


def _edge(edge: Relationship, number: int, columns: Columns) -> str:
    days = _days(edge.properties.get("date"), edge.properties.get("latest"))
    # Gephi keeps parallel edges apart by their kind alone, and melts those of one kind into one that is heavier.
    ends = f'id="{number}" source="{xml(edge.start)}" target="{xml(edge.end)}" kind="{edge.type}" label="{edge.type}"'
    return f"<edge {ends}{days}>{_values(edge.properties.items(), columns)}</edge>\n"


def _days(first: Value | None, last: Value | None) -> str:
    told = {"start": first, "end": last or first}
    return "".join(f' {name}="{xml(str(day))}"' for name, day in told.items() if day)


def _values(told: Iterable[tuple[str, Value]], columns: Columns) -> str:
    taken = (columns.take(name, value) for name, value in told if value != ())
    values = "".join(f'<attvalue for="{key}" value="{value}"/>' for key, value in taken)
    return f"<attvalues>{values}</attvalues>"


def _attributes(columns: Columns, of: str) -> str:
    told = "".join(f'<attribute id="{key}" title="{xml(name)}" type="{kind}"/>\n' for key, name, kind in columns)
    return f'<attributes class="{of}">\n{told}</attributes>\n'
