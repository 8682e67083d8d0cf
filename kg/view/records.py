"""Reads what a picture needs out of a store: the nodes of the graph with their properties, as records."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from kg_ontology import PREFIXES

from kg.model import Iri, Literal
from kg.store.base import Store, Term
from kg.view.central import Row, rows_around

_QUERY = "SELECT DISTINCT ?s ?p ?o WHERE {{ ?s a diplo:{name} ; ?p ?o FILTER(?p != diplo:text) }}"
_CLASSES = (
    *("Article", "Event", "DateCandidate", "Participation", "Statement", "Evidence", "Tie"),
    *("Person", "Organization", "State", "Delegation", "Place", "Topic", "Process"),
)


@cache
def _class(iri: Iri) -> str | None:
    """The local name of a class of the ontology, or None."""
    short = shorten(iri)
    return short.removeprefix("diplo:") if short.startswith("diplo:") else None


@cache
def _predicate(iri: Iri) -> str:
    return shorten(iri)


def shorten(iri: Iri) -> str:
    """Write an IRI with its prefix (``diplo:status``), or leave it whole where it has none of ours."""
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri[len(base) :]}"
    return iri


def local(iri: Iri) -> str:
    """The last part of an IRI: ``held`` of ``diplo:held``."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Record:
    """A node of the graph and its properties, keyed by prefixed name, their values sorted."""

    iri: Iri
    properties: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)

    def iris(self, name: str) -> tuple[Iri, ...]:
        """The nodes that a property points to."""
        return tuple(value for value in self.properties.get(name, ()) if isinstance(value, str))

    def literals(self, *names: str) -> tuple[Literal, ...]:
        """The literals of some properties."""
        return tuple(value for name in names for value in self.properties.get(name, ()) if isinstance(value, Literal))

    def iri_of(self, name: str) -> Iri | None:
        """The node that a property points to, the first of several."""
        return next(iter(self.iris(name)), None)

    def text(self, name: str) -> str:
        """The text of a property, the first of several, or nothing."""
        return next((literal.value for literal in self.literals(name)), "")

    def value(self, name: str) -> str:
        """The local name of the individual that a property points to (``held``), or nothing."""
        return local(self.iri_of(name) or "")

    def true(self, name: str) -> bool:
        """Whether a flag is set."""
        return any(literal.value in ("true", "1") for literal in self.literals(name))

    def number(self, name: str) -> float | None:
        """A number, or None where it is absent or isn't one."""
        try:
            return float(self.text(name))
        except ValueError:
            return None

    @property
    def types(self) -> frozenset[str]:
        """Local names of the classes of the ontology that this node is of."""
        return frozenset(name for name in map(_class, self.iris("rdf:type")) if name)


class Records:
    """All records of a store, or of what some ``nodes`` of it need, by IRI and by class."""

    def __init__(self, store: Store, nodes: frozenset[Iri] | None = None) -> None:
        gathered: defaultdict[Iri, dict[str, list[Term]]] = defaultdict(dict)
        for subject, predicate, value in _rows(store) if nodes is None else rows_around(store, nodes):
            if isinstance(subject, str) and isinstance(predicate, str) and value is not None:
                gathered[subject].setdefault(_predicate(predicate), []).append(value)
        self._all = {
            iri: Record(iri, {name: _sorted(values) for name, values in gathered[iri].items()})
            for iri in sorted(gathered)
        }
        self._classes: defaultdict[str, list[Iri]] = defaultdict(list)
        for record in self._all.values():
            for name in record.types:
                self._classes[name].append(record.iri)

    def get(self, iri: Iri | None) -> Record | None:
        """The record of a node, if the store tells anything of it."""
        return self._all.get(iri) if iri else None

    def of_all(self) -> Iterator[Record]:
        """Every record, sorted by IRI."""
        return iter(self._all.values())

    def of(self, *classes: str) -> Iterator[Record]:
        """The records of any of these classes, sorted by IRI."""
        return (self._all[iri] for iri in sorted({iri for name in classes for iri in self._classes.get(name, ())}))


def _rows(store: Store) -> Iterator[Row]:
    for name in _CLASSES:
        yield from store.select(_QUERY.format(name=name)).rows


def _sorted(values: list[Term]) -> tuple[Term, ...]:
    if len(values) == 1:
        return tuple(values)
    return tuple(
        sorted(set(values), key=lambda term: (term, "") if isinstance(term, str) else (term.value, term.language or ""))
    )
