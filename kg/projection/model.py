"""What a property graph is made of: nodes and relationships with labels, types and plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model import Iri

Value = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: ``label`` is the one that tells its kind and under which its ``iri`` is unique, ``more`` the others."""

    iri: Iri
    label: str
    more: tuple[str, ...]
    properties: Mapping[str, Value] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A directed relationship; ``start_label`` and ``end_label`` are the labels of kind of the nodes at its ends."""

    type: str
    start: Iri
    start_label: str
    end: Iri
    end_label: str
    properties: Mapping[str, Value] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Slice:
    """A piece of a property graph: nodes, the relationships that they own, and which nodes are gone.

    A node owns the relationships that begin at it; an event owns those that it caused between others as well (who took
    part in it, who met through it). To bring a copy up to date, what the nodes and ``gone`` own is taken out first.
    """

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]
    gone: tuple[tuple[Iri, str], ...] = ()
