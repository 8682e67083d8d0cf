"""Reads ``mapping.toml``: which labels, types and names of properties the graph has in its property form."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg_ontology import DATA, PREFIXES

from kg.cypher.schema import Schema
from kg.model import Iri

_ROUND = "/round-"


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole mapping; properties of RDF are full IRIs, ``ties`` gives a type and whether it is symmetric."""

    labels: Mapping[str, str]
    more: Mapping[str, tuple[str, ...]]
    varying: Mapping[str, tuple[str, ...]]
    relationships: Mapping[Iri, str]
    ties: Mapping[Iri, tuple[str, bool]]
    properties: Mapping[Iri, str]
    left_out: frozenset[Iri]
    kinds_of_properties: Mapping[str, Mapping[str, str]]

    def label(self, iri: Iri) -> str | None:
        """The label that tells the kind of a node; None for what is no node of the property graph."""
        if not iri.startswith(DATA):
            return None
        kind, _, rest = iri.removeprefix(DATA).partition("/")
        return "ProcessRound" if kind == "process" and _ROUND in rest else self.labels.get(kind)

    @property
    def kinds(self) -> tuple[str, ...]:
        """All labels of kind."""
        return (*sorted(set(self.labels.values())), "ProcessRound")

    @property
    def every_label(self) -> tuple[str, ...]:
        """All labels that a node can have: those of kind, then the further ones."""
        further = (label for more in (*self.more.values(), *self.varying.values()) for label in more)
        return tuple(dict.fromkeys((*self.kinds, *sorted(further))))

    def property(self, predicate: Iri) -> str:
        """The name of a property: its own, or the local name of the RDF property."""
        return self.properties.get(predicate) or predicate.replace("#", "/").rsplit("/", 1)[-1]


@cache
def plan() -> Plan:
    """The mapping that ships with the package."""
    told = tomllib.loads(files("kg.projection").joinpath("mapping.toml").read_text(encoding="utf-8"))
    return Plan(
        labels=told["labels"],
        more={label: tuple(more) for label, more in told["more"].items()},
        varying={label: tuple(more) for label, more in told["varying"].items()},
        relationships={full(name): kind for name, kind in told["relationships"].items()},
        ties={full(name): (tie["type"], tie.get("symmetric", False)) for name, tie in told["ties"].items()},
        properties={full(name): shown for name, shown in told["properties"].items()},
        left_out=frozenset(map(full, told["left_out"]["properties"])),
        kinds_of_properties=told["kinds"],
    )


def carriers(label: str) -> frozenset[str]:
    """The labels of kind of the nodes that may have a label."""
    further = {kind: (*plan().more.get(kind, ()), *plan().varying.get(kind, ())) for kind in plan().kinds}
    return frozenset(kind for kind, more in further.items() if label == kind or label in more)


@cache
def schema() -> Schema:
    """The form of the graph, as the checks of a query must know it."""
    labels = plan().every_label
    return Schema(labels, {label: carriers(label) for label in labels}, plan().kinds_of_properties)


def full(name: str) -> Iri:
    """The IRI that a name such as ``diplo:topic`` stands for."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local
