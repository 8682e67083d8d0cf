"""What the checks must know of a graph: which kinds its properties have, and what a label tells of a node's kind."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.cypher.kinds import TEXT, Kind, joined, kind, listed

KINDS = {"string": TEXT, "integer": kind("integer"), "float": kind("float"), "boolean": kind("boolean")}
KINDS |= {"strings": listed(TEXT)}


@dataclass(frozen=True, slots=True)
class Schema:
    """The form of a property graph.

    Attributes:
        labels: all labels that a node can have, the one that tells its kind first and in the order in which they are told.
        carriers: by label, the labels of kind of the nodes that may have it.
        properties: by name of a property that isn't always a text, its kinds by label of kind or type; ``*`` means all others.
        own_of_nodes: names under which the engine tells of itself, as if they were properties of nodes.
        own_of_relationships: the same of relationships.
    """

    labels: tuple[str, ...]
    carriers: Mapping[str, frozenset[str]]
    properties: Mapping[str, Mapping[str, str]]
    own_of_nodes: frozenset[str] = frozenset()
    own_of_relationships: frozenset[str] = frozenset()

    def property(self, of: Kind, name: str) -> Kind:
        """The kind that a property of a node or relationship has; it may always be missing."""
        told = self.properties.get(name)
        if told is None:
            return TEXT.loose
        every = of.labels or frozenset({*told, "*"})
        return joined(KINDS[told.get(each, told.get("*", "string"))] for each in every).loose
