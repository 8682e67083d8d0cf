"""What is read from Oxigraph: the same for the store that is written to and for the states that it publishes."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from kg_ontology import NAMESPACE, PREFIXES

from kg.errors import StoreError
from kg.model import Iri, Literal, Quad, Triple
from kg.store.answers import Answer, Telling, any_of, table_of, triples_of
from kg.store.base import COUNTS, LEDGERS, Known, Table, Term
from kg.store.sparql import refuse
from kg.store.terms import named, parts, read, read_triple, term

_VIEW = ox.DefaultGraph()
_KEY = ox.NamedNode(NAMESPACE + "key")
_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_ARTICLE = ox.NamedNode(NAMESPACE + "Article")

Given = dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]


class OxigraphReading:
    """The reading half of a store in a folder."""

    path: Path
    _store: ox.Store | None

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
        return tuple(name for name in self._names() if not name.startswith((*LEDGERS, COUNTS)))

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
        return self._told((None, named(predicate), None if target is None else named(target)))

    def facts(self, subject: Iri, graph: Iri | None = None) -> tuple[Triple, ...]:
        """The facts of a named graph, or of the view, about one node, in no order."""
        place = _VIEW if graph is None else named(graph)
        return tuple(map(read_triple, self._open.quads_for_pattern(named(subject), None, None, place)))

    def about(self, subject: Iri) -> Iterator[Quad]:
        """All facts of the named graphs about one node, in no order."""
        return self._told((named(subject), None, None))

    def tellers(self, fact: Triple) -> tuple[Iri, ...]:
        """The named graphs that hold a fact, sorted."""
        (given,) = parts([fact])
        places = (quad.graph_name for quad in self._open.quads_for_pattern(*given, None))
        return tuple(sorted(place.value for place in places if isinstance(place, ox.NamedNode)))

    def select(self, query: str, bindings: Mapping[str, Term] | None = None) -> Table:
        """Answer a SELECT or ASK over the view."""
        given: Given = {ox.Variable(name): term(value) for name, value in (bindings or {}).items()}
        with Telling(query):
            return table_of(self._ask(query, given))

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Answer a CONSTRUCT or DESCRIBE over the view."""
        with Telling(query):
            return triples_of(self._ask(query, {}))

    def within(self, query: str, seconds: float | None, limit: int | None) -> Table | tuple[Triple, ...]:
        """Answer a query of any form, the first ``limit`` rows; a writer's own store heeds no time-out."""
        with Telling(query):
            return any_of(self._ask(query, {}), limit)

    def __len__(self) -> int:
        """Number of facts in the article graphs."""
        kept = " && ".join(f'!STRSTARTS(STR(?g), "{kind}")' for kind in (*LEDGERS, COUNTS))
        counted = self.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({kept}) }}").rows[0][0]
        return int(counted.value) if isinstance(counted, Literal) else 0

    def close(self) -> None:
        """Let go of the folder."""
        self._store = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def engine(self) -> ox.Store:
        """The engine itself, for other libraries that read from it."""
        return self._open

    @property
    def _open(self) -> ox.Store:
        if self._store is None:
            raise StoreError(f"the store {self.path} is closed")
        return self._store

    def _told(self, pattern: tuple[ox.NamedNode | None, ox.NamedNode | None, ox.NamedNode | None]) -> Iterator[Quad]:
        for quad in self._open.quads_for_pattern(*pattern, None):
            if isinstance(quad.graph_name, ox.NamedNode) and not quad.graph_name.value.startswith(COUNTS):
                yield Quad(read_triple(quad), quad.graph_name.value)

    def _names(self) -> list[Iri]:
        return sorted(graph.value for graph in self._open.named_graphs() if isinstance(graph, ox.NamedNode))

    def _ask(self, query: str, given: Given) -> Answer:
        refuse(query)
        return self._open.query(query, prefixes=PREFIXES, substitutions=given)
