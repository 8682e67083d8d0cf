"""What the tests of exports share: a store with every sort of node, its property graph, and the readers of other programs."""

import csv
import io
import json
from collections.abc import Iterator
from functools import cache

import networkx
from followthemoney import model
from followthemoney.proxy import EntityProxy
from graphs import fixture_store

from kg.export.choice import EVERYTHING, Choice
from kg.export.formats import write
from kg.projection.model import Node, Relationship
from kg.projection.reading import whole
from kg.store.base import Store
from kg.store.memory import MemoryStore

ID = "https://w3id.org/diplo-kg/id/"
XML_READERS = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}


@cache
def fixture() -> Store:
    """A store in memory; the tests leave it as it is."""
    return fixture_store(MemoryStore())


def property_graph(store: Store) -> tuple[dict[str, Node], list[Relationship]]:
    """All nodes by IRI, and the relationships both of whose nodes are there."""
    pieces = list(whole(store))
    nodes = {node.iri: node for piece in pieces for node in piece.nodes}
    found = [edge for piece in pieces for edge in piece.relationships]
    return nodes, [edge for edge in found if edge.start in nodes and edge.end in nodes]


def written(store: Store, format: str, choice: Choice = EVERYTHING) -> bytes:
    """A format as bytes."""
    stream = io.BytesIO()
    write(store, format, stream, choice)
    return stream.getvalue()


def network(store: Store, format: str, choice: Choice = EVERYTHING) -> "networkx.MultiDiGraph[str]":
    """What networkx reads."""
    graph = XML_READERS[format](io.BytesIO(written(store, format, choice)))
    return networkx.MultiDiGraph(graph)


def rows(data: bytes) -> list[dict[str, str]]:
    """What Python's reader of CSV reads."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def entities(data: bytes) -> Iterator[EntityProxy]:
    """What FollowTheMoney's own library reads, and finds valid: schemata, properties, and each value by its type."""
    for line in data.decode().splitlines():
        told = json.loads(line)
        proxy = model.get_proxy(told)
        assert set(proxy.properties) == set(told["properties"]), f"unknown property in {line}"
        proxy.schema.validate(told)
        for prop, value in proxy.itervalues():
            assert prop.type.validate(value), f"{proxy.schema.name}.{prop.name} can't be {value!r}"
        yield proxy
