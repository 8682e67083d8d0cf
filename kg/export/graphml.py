"""Writes the property graph as GraphML, for yEd, Cytoscape, igraph, networkx, Gephi and Neo4j."""

from collections.abc import Iterable
from typing import IO

from kg.export.choice import Choice
from kg.export.drafts import Columns, Drafts
from kg.export.slices import slices
from kg.export.texts import shown, xml
from kg.projection.model import Node, Relationship, Value
from kg.store.base import Store

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def graphml(store: Store, stream: IO[bytes], choice: Choice) -> None:
    """Write what was chosen: nodes by IRI with ``labels`` and all properties, edges with their type as ``label``.

    ``label`` of a node is what it is called, in the chosen language where it can be; ``labels`` are those of the property
    graph as ``:Event:Meeting``. Lists are texts with ``|`` between their members.
    """
    nodes, edges = Columns("n"), Columns("e")
    with Drafts() as drafts:
        for piece in slices(store, choice):
            for node in piece.nodes:
                drafts.node(_node(node, choice.language, nodes))
            for edge in piece.relationships:
                drafts.edge(_edge(edge, edges))
        stream.write((_HEAD + _keys(nodes, "node") + _keys(edges, "edge")).encode())
        stream.write(b'<graph id="diplo-kg" edgedefault="directed">\n')
        drafts.copy(stream)
    stream.write(b"</graph>\n</graphml>\n")


def _node(node: Node, language: str, columns: Columns) -> str:
    labels = f":{':'.join((node.label, *node.more))}"
    told: dict[str, Value] = {"label": shown(node, language), "labels": labels}
    told |= {name: value for name, value in node.properties.items() if name != "iri"}
    # Neo4j's apoc.import.graphml looks for labels and types in attributes of elements, others in data.
    return f'<node id="{xml(node.iri)}" labels="{xml(labels)}">{_data(told.items(), columns)}</node>\n'


def _edge(edge: Relationship, columns: Columns) -> str:
    told = _data((("label", edge.type), *edge.properties.items()), columns)
    return f'<edge source="{xml(edge.start)}" target="{xml(edge.end)}" label="{xml(edge.type)}">{told}</edge>\n'


def _data(told: Iterable[tuple[str, Value]], columns: Columns) -> str:
    taken = (columns.take(name, value) for name, value in told)
    return "".join(f'<data key="{key}">{value}</data>' for key, value in taken)


def _keys(columns: Columns, of: str) -> str:
    return "".join(
        f'<key id="{key}" for="{of}" attr.name="{xml(name)}" attr.type="{kind}"/>\n' for key, name, kind in columns
    )
