"""diplo-kg: turns news about diplomacy into a knowledge graph in which every fact keeps the words it was read from."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph import Graph, Node

__version__ = "0.1.0"


def open(place: "str | Path" = "kg-store") -> "Graph":
    """Open a graph for reading: the newest state of the store in a folder, or at an address (``https://…``, ``neo4j://…``).

    Raises:
        StoreError: there is no store at this place, or it can't be read.
    """
    # The engines are large: who only imports the package doesn't load them.
    from kg.graph import Graph

    return Graph(place)


def node(name: str) -> "Node":
    """The node of an IRI, or of a name with a known prefix such as ``diplo:Meeting``, as a value for a query."""
    from kg.graph import node

    return node(name)
