"""The SPARQL updates that write a store, the same for every engine that takes them."""

from collections.abc import Iterable

import pyoxigraph as ox

_VIEW = ox.DefaultGraph()


def retract(graph: ox.NamedNode) -> str:
    """Drop a named graph, and from the view what no other graph tells."""
    return (
        f"DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} "
        f"FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != {graph}) }} }};\nDROP GRAPH {graph}"
    )


def insert(graph: ox.NamedNode, facts: str) -> str:
    """Add facts, written as in SPARQL, to a named graph and to the view."""
    return f"INSERT DATA {{ GRAPH {graph} {{ {facts} }} {facts} }}"


def data(quads: Iterable[ox.Quad]) -> str:
    """Quads as the data of an update."""
    shown = []
    for quad in quads:
        fact = f"{quad.subject} {quad.predicate} {quad.object} ."
        shown.append(fact if quad.graph_name == _VIEW else f"GRAPH {quad.graph_name} {{ {fact} }}")
    return "\n".join(shown)
