"""The whole property graph as a graph of networkx."""

import networkx

from kg.projection.reading import whole
from kg.store.base import Store


def network(store: Store) -> "networkx.MultiDiGraph[str]":
    """Nodes by IRI, with ``label`` (of kind), ``labels`` and their properties; edges with their type as key, and as ``type``.

    Several edges of one type between two nodes have keys of their own: the IRI of the event or participation is behind the type.
    """
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for piece in whole(store):
        for node in piece.nodes:
            graph.add_node(node.iri, **node.properties, label=node.label, labels=(node.label, *node.more))
        for edge in piece.relationships:
            cause = edge.properties.get("event") or edge.properties.get("iri")
            key = f"{edge.type} {cause}" if cause else edge.type
            graph.add_edge(edge.start, edge.end, key=key, **edge.properties, type=edge.type)
    return graph
