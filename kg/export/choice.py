"""What of a graph is written: all of it or what tells of some events, which kinds of nodes, with names in which language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from kg_ontology import DATA, NAMESPACE

from kg.errors import ExportError
from kg.model import Iri, Triple
from kg.projection.events import TIE_PARTS
from kg.projection.mapping import plan
from kg.projection.reading import facts_about, ties_of
from kg.store.base import Store
from kg.store.terms import named

BATCH = 500
_ASKED = 5_000
_RUN = NAMESPACE + "run"
# What leads from chosen events to others, which weren't chosen.
_ROOTS = (DATA + "event/", DATA + "statement/")
_SAID = "SELECT DISTINCT ?statement WHERE {{ VALUES ?event {{ {iris} }} ?statement diplo:occasion ?event }}"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is written.

    Args:
        language: of the names that are shown, where a node has one in it.
        events: tell of these events alone, and of what they lead to; None tells everything.
        kinds: write only nodes with these labels of kind, and what joins them; None writes all.
    """

    language: str = "en"
    events: tuple[Iri, ...] | None = None
    kinds: frozenset[str] | None = None


EVERYTHING = Choice()


class Readable(Protocol):
    """What exporters read: a view and the article graphs behind it, whole or in part."""

    def triples(self, graph: Iri | None = None) -> Iterator[Triple]:
        """The triples of one named graph, or of the view; those of one subject come one after another."""
        ...

    def graphs(self) -> tuple[Iri, ...]:
        """Names of the article graphs, sorted."""
        ...


def readable(store: Store, choice: Choice) -> Readable:
    """The store itself, or the part of it that was chosen."""
    return store if choice.events is None else Part(store, choice.events)


def kinds_called(names: Iterable[str]) -> frozenset[str]:
    """The labels of kind that are meant by names of them, in any case; ``Actor`` means all who can take part.

    Raises:
        ExportError: there is no such kind.
    """
    actors = frozenset(label for label, more in plan().more.items() if "Actor" in more)
    known = {kind.lower(): frozenset((kind,)) for kind in plan().kinds} | {"actor": actors}
    unknown = [name for name in names if name.lower() not in known]
    if unknown:
        raise ExportError(f"unknown kind {unknown[0]!r}: use some of Actor, {', '.join(plan().kinds)}")
    return frozenset(chain.from_iterable(known[name.lower()] for name in names))


class Part:
    """The part of a view that tells of some events and statements: who took part, what was said there, on what words it rests.

    Other events to which these lead are only mentioned, and of the direct edges between people it has those that these
    events caused.
    """

    def __init__(self, store: Store, roots: Iterable[Iri]) -> None:
        """Look at a store; ``roots`` are IRIs of events and of statements."""
        self._store, self._roots = store, tuple(roots)

    def triples(self, graph: Iri | None = None) -> Iterator[Triple]:
        """The triples of an article graph as it is, or those of this part of the view."""
        return self._store.triples(graph) if graph is not None else self._told()

    def graphs(self) -> tuple[Iri, ...]:
        """The article graphs on which this part of the view rests."""
        runs = {str(fact.object) for fact in self._told() if fact.predicate == _RUN}
        return tuple(sorted(runs.intersection(self._store.graphs())))

    def _told(self) -> Iterator[Triple]:
        seen, edges = set[Iri](self._roots), set[Triple]()
        for start in range(0, len(self._roots), BATCH):
            roots = self._roots[start : start + BATCH]
            yield from self._ties(roots, edges)
            wanted = [*roots, *self._said(roots, seen)]
            while wanted:
                found = [fact for facts in self._facts(wanted) for fact in facts]
                yield from found
                wanted = sorted(_leads(found) - seen)
                seen.update(wanted)

    def _facts(self, iris: list[Iri]) -> Iterator[list[Triple]]:
        for start in range(0, len(iris), _ASKED):
            yield from facts_about(self._store, iris[start : start + _ASKED]).values()

    def _ties(self, roots: tuple[Iri, ...], edges: set[Triple]) -> Iterator[Triple]:
        for facts in ties_of(self._store, roots).values():
            yield from facts
            parts = {fact.predicate: str(fact.object) for fact in facts}
            edge = Triple(*(parts.get(part, "") for part in TIE_PARTS))
            if all((edge.subject, edge.predicate, edge.object)) and edge not in edges:
                edges.add(edge)
                yield edge

    def _said(self, roots: tuple[Iri, ...], seen: set[Iri]) -> list[Iri]:
        """The statements that were made at some events."""
        rows = self._store.select(_SAID.format(iris=" ".join(str(named(iri)) for iri in roots))).rows
        new = sorted({row[0] for row in rows if isinstance(row[0], str)} - seen)
        seen.update(new)
        return new


def _leads(facts: Iterable[Triple]) -> set[Iri]:
    """The nodes that facts mention, but for events and statements."""
    ends = (fact.object for fact in facts if isinstance(fact.object, str))
    return {end for end in ends if end.startswith(DATA) and not end.startswith(_ROOTS)}
