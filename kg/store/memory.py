"""A store in memory, on rdflib: for small graphs, tests, and a look at an article that is not to be kept."""

from collections.abc import Iterable
from types import TracebackType
from typing import Self

import rdflib
from rdflib.term import URIRef

from kg.model import ArticleGraph, Iri, Quad
from kg.store import terms
from kg.store.base import Changes, Mark
from kg.store.journal import Journal, touched
from kg.store.memoryreading import KNOWN_PREFIXES, MemoryReading
from kg.store.memoryterms import checked, triple
from kg.store.notes import notes


class MemoryStore(MemoryReading):
    """A store that lives as long as the process."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._data = rdflib.Dataset()
        self._journal = Journal()

    def put(self, graph: ArticleGraph, replaces: Iterable[Iri] = ()) -> None:
        """Write an article's graph and drop the graphs it replaces, together."""
        # All facts are checked before the first is written, so that a bad one leaves nothing behind.
        facts = [checked(fact) for fact in graph]
        stale = [URIRef(terms.named(name).value) for name in (*replaces, graph.name)]
        self._journal.note(touched(graph))
        for name in stale:
            self._retract(name)
        target, view = self._data.graph(URIRef(graph.name)), self._data.default_graph
        for fact in facts:
            target.add(fact)
            view.add(fact)

    def revise(self, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        """Take facts out of the view and of ledgers and put others in, together."""
        changes = [(quad.graph, checked(quad.triple), False) for quad in terms.checked(gone)]
        changes += [(quad.graph, checked(quad.triple), True) for quad in terms.checked(come)]
        self._journal.note(touched(triple(fact) for place, fact, _ in changes if place is None))
        for place, fact, stays in changes:
            target = self._data.default_graph if place is None else self._data.graph(URIRef(place))
            target.add(fact) if stays else target.remove(fact)

    def fill(self, quads: Iterable[Quad]) -> None:
        """Write facts as they are into an empty store."""
        for quad in quads:
            place = self._data.default_graph if quad.graph is None else self._data.graph(URIRef(quad.graph))
            place.add(checked(quad.triple))
            self._journal.note([quad.triple.subject])

    def annotate(self, update: str) -> tuple[Iri, ...]:
        """Run a SPARQL update that writes to graphs of notes alone."""
        names = notes(update)
        self._journal.note(names)
        self._data.update(update, initNs=KNOWN_PREFIXES)
        return names

    def drop(self, name: Iri) -> bool:
        """Remove a named graph; False if there was none."""
        held = name in self.graphs()
        self._retract(URIRef(name))
        return held

    def _retract(self, name: URIRef) -> None:
        """Remove an article graph, and from the view what no other tells."""
        self._journal.note(touched(self.triples(str(name))))
        leaving = list(self._data.get_context(name))
        self._data.remove_graph(name)
        others = [self._data.get_context(URIRef(each)) for each in self.graphs()]
        for fact in leaving:
            if not any(fact in other for other in others):
                self._data.default_graph.remove(fact)

    def changes(self, since: Mark | None = None) -> Changes:
        """Which nodes of the view were touched since a mark."""
        return self._journal.changes(since)

    def close(self) -> None:
        """Forget everything."""
        self._data = rdflib.Dataset()
        self._journal = Journal()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
