"""Reads nodes of the graph with all their properties, so that a report is a few look-ups in plain Python."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg_ontology import PREFIXES

from kg.model import Iri, Literal, Triple
from kg.store.base import Store, Term

BATCH = 200


def expand(name: str) -> Iri:
    """The full IRI of a prefixed name such as ``diplo:status``; a full IRI stays as it is."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name


def local(iri: Iri) -> str:
    """What stands after the last ``/``, ``#`` or ``:``, such as ``held`` of ``https://…/ontology#held``."""
    return re.split(r"[/#:]", iri)[-1]


def values(variable: str, iris: Iterable[Iri]) -> str:
    """A VALUES clause that binds a variable to each of the IRIs."""
    return f"VALUES ?{variable} {{ {' '.join(f'<{iri}>' for iri in iris)} }}"


@dataclass(frozen=True, slots=True)
class Node:
    """A node and its properties: a mapping from predicate IRI to the terms, in a stable order."""

    iri: Iri
    properties: Mapping[Iri, tuple[Term, ...]] = field(default_factory=dict)

    def all(self, name: str) -> tuple[str, ...]:
        """The values of a property such as ``diplo:topic``, as text."""
        return tuple(plain(term) for term in self.properties.get(expand(name), ()))

    def one(self, name: str) -> str | None:
        """The first value of a property, or None."""
        return next(iter(self.all(name)), None)

    def days(self, name: str) -> tuple[date, ...]:
        """The values of a property of type xsd:date."""
        return tuple(date.fromisoformat(value) for value in self.all(name))

    def number(self, name: str) -> float | None:
        """The first value of a numeric property, or None."""
        value = self.one(name)
        return None if value is None else float(value)

    def flag(self, name: str) -> bool:
        """Whether a boolean property is true."""
        return self.one(name) in ("true", "1")

    def text(self, name: str, language: str = "en") -> str | None:
        """The value of a property in a language, else in English, else the first there is."""
        terms = [term for term in self.properties.get(expand(name), ()) if isinstance(term, Literal)]
        told = {term.language: term.value for term in reversed(terms)}
        return told.get(language) or told.get("en") or (terms[0].value if terms else None)

    def labels_in(self, languages: frozenset[str]) -> tuple[str, ...]:
        """The labels in some languages."""
        terms = self.properties.get(expand("rdfs:label"), ())
        return tuple(term.value for term in terms if isinstance(term, Literal) and term.language in languages)

    @property
    def languages(self) -> frozenset[str]:
        """The languages of its labels."""
        terms = self.properties.get(expand("rdfs:label"), ())
        return frozenset(term.language for term in terms if isinstance(term, Literal) and term.language)

    def label(self, language: str = "en") -> str:
        """The label in a language, else in English, else the first there is, else the end of the IRI."""
        return self.text("rdfs:label", language) or local(self.iri)


def plain(term: Term) -> str:
    """A term as text: the IRI itself, or the value of a literal."""
    return term.value if isinstance(term, Literal) else term


def fetch(store: Store, iris: Iterable[Iri]) -> dict[Iri, Node]:
    """The nodes with these IRIs, each with all its properties but the text of articles; unknown ones are empty nodes."""
    wanted = sorted(set(iris))
    found: dict[Iri, dict[Iri, set[Term]]] = {iri: defaultdict(set) for iri in wanted}
    for at in range(0, len(wanted), BATCH):
        clause = values("node", wanted[at : at + BATCH])
        query = (
            f"SELECT ?node ?property ?value WHERE {{ {clause} ?node ?property ?value FILTER(?property != diplo:text) }}"
        )
        for node, name, value in store.select(query).rows:
            if node is not None and name is not None and value is not None:
                found[plain(node)][plain(name)].add(value)
    return {iri: Node(iri, {name: _ordered(terms) for name, terms in known.items()}) for iri, known in found.items()}


def node_of(iri: Iri, facts: Iterable[Triple]) -> Node:
    """A node with the properties that some facts about it tell."""
    known: defaultdict[Iri, set[Term]] = defaultdict(set)
    for fact in facts:
        known[fact.predicate].add(fact.object)
    return Node(iri, {name: _ordered(terms) for name, terms in known.items()})


def _ordered(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms in an order that doesn't depend on the engine."""
    return tuple(sorted(terms, key=lambda term: (plain(term), getattr(term, "language", None) or "")))
