"""The default store: Oxigraph in a folder, one transaction per article, no server.

Every article's graph is kept twice: under its own name, and merged into the default graph, which is the view. The view
has each triple once, however many articles tell it, so that counting is right and joins stay cheap.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from kg_ontology import NAMESPACE, PREFIXES

from kg.errors import StoreError
from kg.model import ArticleGraph, Iri, Literal, Quad, Triple
from kg.store import folder
from kg.store.answers import Answer, table_of, telling, triples_of
from kg.store.base import LEDGERS, Changes, Known, Mark, Table, Term
from kg.store.journal import FILE, Journal, touched
from kg.store.sparql import refuse
from kg.store.terms import named, parts, placed, read, read_quad, read_triple, term
from kg.store.updating import data, insert, retract

_VIEW = ox.DefaultGraph()
_KEY = ox.NamedNode(NAMESPACE + "key")
_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_ARTICLE = ox.NamedNode(NAMESPACE + "Article")
_FLUSH_SECONDS = 2.0

Given = dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]


class OxigraphStore:
    """A store in a folder.

    A transaction is in the write-ahead log when ``put`` or ``drop`` returns, so a killed process loses nothing; it is
    forced to the disk every two seconds of writing and on closing, which is what a power cut could cost.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open a store, or make one.

        Raises:
            NotAStore: the path holds something else.
            StoreLocked: another process has the store open.
            StoreError: there is no store (and ``create`` is not set), or it can't be read.
        """
        self.path = path
        self._store: ox.Store | None = folder.opened(path, create=create)
        self._journal = Journal(path / FILE)
        self._flushed = time.monotonic()

    def put(self, graph: ArticleGraph, replaces: Iterable[Iri] = ()) -> None:
        """Write an article's graph and drop the graphs it replaces, in one transaction."""
        store, name = self._open, named(graph.name)
        stale = [each for each in dict.fromkeys([*map(named, replaces), name]) if store.contains_named_graph(each)]
        facts = list(parts(graph))
        self._journal.note([*touched(graph), *self._touched(stale)])
        if stale:
            text = " ".join(f"{subject} {predicate} {value} ." for subject, predicate, value in facts)
            steps = [*map(retract, stale), insert(name, text)]
            self._write(lambda: store.update(";\n".join(steps)))
        else:
            # Much faster than an update that has to be parsed, and a transaction as well.
            self._write(lambda: store.extend(list(_twice(facts, name))))

    def revise(self, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        """Take facts out of the view and of ledgers and put others in, in one transaction."""
        gone, come, store = list(gone), list(come), self._open
        leaving, coming = list(placed(gone)), list(placed(come))
        self._journal.note(touched(quad.triple for quad in (*gone, *come) if quad.graph is None))
        if leaving:
            steps = [f"DELETE DATA {{ {data(leaving)} }}"] + [f"INSERT DATA {{ {data(coming)} }}"] * bool(coming)
            self._write(lambda: store.update(";\n".join(steps)))
        elif coming:
            self._write(lambda: store.extend(coming))

    def drop(self, name: Iri) -> bool:
        """Remove a named graph; False if there was none."""
        store, graph = self._open, named(name)
        if not store.contains_named_graph(graph):
            return False
        self._journal.note(self._touched([graph]))
        self._write(lambda: store.update(retract(graph)))
        return True

    def known(self, article: Iri, key: str | None) -> tuple[Known, ...]:
        """The graphs held for this article IRI, or for an article with this key."""
        store = self._open
        found = list(store.quads_for_pattern(named(article), _TYPE, _ARTICLE, None))
        if key is not None:
            found += store.quads_for_pattern(None, _KEY, ox.Literal(key), None)
        told = {
            (quad.graph_name.value, str(read(quad.subject)))
            for quad in found
            if isinstance(quad.graph_name, ox.NamedNode)
        }
        return tuple(Known(graph, iri) for graph, iri in sorted(told))

    def graphs(self) -> tuple[Iri, ...]:
        """Names of all article graphs, sorted."""
        return tuple(name for name in self._names() if not name.startswith(LEDGERS))

    def ledgers(self) -> tuple[Iri, ...]:
        """Names of all ledgers, sorted."""
        # The engine remembers the names of graphs that have become empty.
        return tuple(name for name in self._names() if name.startswith(LEDGERS) and any(self.triples(name)))

    def triples(self, graph: Iri | None = None) -> Iterator[Triple]:
        """The triples of one named graph, or of the view."""
        for quad in self._open.quads_for_pattern(None, None, None, _VIEW if graph is None else named(graph)):
            yield read_triple(quad)

    def quads(self, predicate: Iri, target: Iri | None = None) -> Iterator[Quad]:
        """All facts of the named graphs that have this predicate (and this object, if one is given), in no order."""
        wanted = None if target is None else named(target)
        for quad in self._open.quads_for_pattern(None, named(predicate), wanted, None):
            if quad.graph_name != _VIEW:
                yield read_quad(quad)

    def facts(self, subject: Iri, graph: Iri | None = None) -> tuple[Triple, ...]:
        """The facts of a named graph, or of the view, about one node, in no order."""
        place = _VIEW if graph is None else named(graph)
        return tuple(map(read_triple, self._open.quads_for_pattern(named(subject), None, None, place)))

    def tellers(self, fact: Triple) -> tuple[Iri, ...]:
        """The named graphs that hold a fact, sorted."""
        (given,) = parts([fact])
        places = (quad.graph_name for quad in self._open.quads_for_pattern(*given, None))
        return tuple(sorted(place.value for place in places if isinstance(place, ox.NamedNode)))

    def changes(self, since: Mark | None = None) -> Changes:
        """Which nodes of the view were touched since a mark."""
        return self._journal.changes(since)

    def select(self, query: str, bindings: Mapping[str, Term] | None = None) -> Table:
        """Answer a SELECT or ASK over the view."""
        given: Given = {ox.Variable(name): term(value) for name, value in (bindings or {}).items()}
        with telling():
            return table_of(self._ask(query, given))

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Answer a CONSTRUCT or DESCRIBE over the view."""
        with telling():
            return triples_of(self._ask(query, {}))

    def __len__(self) -> int:
        """Number of facts in the article graphs."""
        kept = " && ".join(f'!STRSTARTS(STR(?g), "{kind}")' for kind in LEDGERS)
        counted = self.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({kept}) }}").rows[0][0]
        return int(counted.value) if isinstance(counted, Literal) else 0

    def close(self) -> None:
        """Force everything to the disk and let go of the folder."""
        if self._store is not None:
            self._write(self._store.flush)
            self._store = None
            self._journal.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _open(self) -> ox.Store:
        if self._store is None:
            raise StoreError(f"the store {self.path} is closed")
        return self._store

    def _touched(self, graphs: list[ox.NamedNode]) -> Iterator[Iri]:
        return touched(fact for graph in graphs for fact in self.triples(graph.value))

    def _names(self) -> list[Iri]:
        return sorted(graph.value for graph in self._open.named_graphs() if isinstance(graph, ox.NamedNode))

    def _ask(self, query: str, given: Given) -> Answer:
        refuse(query)
        return self._open.query(query, prefixes=dict(PREFIXES), substitutions=given)

    def _write(self, change: Callable[[], None]) -> None:
        try:
            change()
            if time.monotonic() - self._flushed > _FLUSH_SECONDS:
                self._open.flush()
                self._flushed = time.monotonic()
        except (OSError, RuntimeError) as error:
            raise StoreError(f"can't write to the store {self.path}: {error}") from error


def _twice(
    facts: Iterable[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]], name: ox.NamedNode
) -> Iterator[ox.Quad]:
    for fact in facts:
        yield ox.Quad(*fact, name)
        yield ox.Quad(*fact)
