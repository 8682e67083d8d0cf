"""What is read from a SPARQL 1.1 server: answers to questions, and whole graphs by the graph store protocol."""

import re
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from kg_ontology import PREFIXES

from kg.errors import QueryError
from kg.model import Iri, Literal, Quad, Triple
from kg.store.answers import table_of
from kg.store.base import LEDGERS, Changes, Known, Mark, Table, Term
from kg.store.endpoint import Endpoint, NoAnswer
from kg.store.sparql import is_graph_query, refuse
from kg.store.terms import named, parts, read_triple, term

_JSON, _TRIPLES = "application/sparql-results+json", "application/n-triples"
_PREFIX = re.compile(r"([A-Za-z]\w*):")


class RemoteReading:
    """The reading half of a store on a server."""

    _server: Endpoint

    def known(self, article: Iri, key: str | None) -> tuple[Known, ...]:
        """The graphs held for this article IRI, or for an article with this key."""
        asked = f"{{ GRAPH ?g {{ {named(article)} a diplo:Article }} BIND({named(article)} AS ?a) }}"
        if key is not None:
            asked += f" UNION {{ GRAPH ?g {{ ?a diplo:key {ox.Literal(key)} }} }}"
        rows = self.select(f"SELECT DISTINCT ?g ?a WHERE {{ {asked} }}").rows
        return tuple(Known(str(graph), str(iri)) for graph, iri in sorted(rows, key=str))

    def graphs(self) -> tuple[Iri, ...]:
        """Names of all article graphs, sorted."""
        return tuple(name for name in self._names() if not name.startswith(LEDGERS))

    def ledgers(self) -> tuple[Iri, ...]:
        """Names of all ledgers, sorted."""
        return tuple(name for name in self._names() if name.startswith(LEDGERS))

    def triples(self, graph: Iri | None = None) -> Iterator[Triple]:
        """The triples of one named graph, or of the view; those of one subject come one after another."""
        if graph is not None:
            yield from sorted(self._facts(self._server.graph(graph)), key=lambda fact: fact.subject)
            return
        for subject, predicate, target in self.select("SELECT ?s ?p ?o WHERE { ?s ?p ?o } ORDER BY ?s").rows:
            yield _triple(subject, predicate, target)

    def quads(self, predicate: Iri, target: Iri | None = None) -> Iterator[Quad]:
        """All facts of the named graphs that have this predicate (and this object, if one is given), in no order."""
        wanted = "" if target is None else f"FILTER(?o = {named(target)}) "
        asked = f"SELECT ?s ?o ?g WHERE {{ GRAPH ?g {{ ?s {named(predicate)} ?o {wanted}}} }}"
        for subject, found, graph in self.select(asked).rows:
            yield Quad(_triple(subject, predicate, found), str(graph))

    def facts(self, subject: Iri, graph: Iri | None = None) -> tuple[Triple, ...]:
        """The facts of a named graph, or of the view, about one node, in no order."""
        pattern = f"{named(subject)} ?p ?o"
        inside = pattern if graph is None else f"GRAPH {named(graph)} {{ {pattern} }}"
        rows = self.select(f"SELECT ?p ?o WHERE {{ {inside} }}").rows
        return tuple(_triple(subject, predicate, target) for predicate, target in rows)

    def about(self, subject: Iri) -> Iterator[Quad]:
        """All facts of the named graphs about one node, in no order."""
        asked = f"SELECT ?p ?o ?g WHERE {{ GRAPH ?g {{ {named(subject)} ?p ?o }} }}"
        for predicate, found, graph in self.select(asked).rows:
            yield Quad(_triple(subject, predicate, found), str(graph))

    def tellers(self, fact: Triple) -> tuple[Iri, ...]:
        """The named graphs that hold a fact, sorted."""
        ((subject, predicate, target),) = parts([fact])
        rows = self.select(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ {subject} {predicate} {target} }} }}").rows
        return tuple(sorted(str(graph) for (graph,) in rows))

    def changes(self, since: Mark | None = None) -> Changes:
        """Everything: others may change the data set, and a server doesn't tell what."""
        return Changes(Mark(self._server.at.lineage, 0), None)

    def select(self, query: str, bindings: Mapping[str, Term] | None = None) -> Table:
        """Answer a SELECT or ASK over the view."""
        refuse(query, dataset=True)
        asked = _prefixed(query)
        if bindings:
            names = " ".join(f"?{name}" for name in bindings)
            asked += f"\nVALUES ({names}) {{ ({' '.join(str(term(value)) for value in bindings.values())}) }}"
        return self._table(query, self._server.query(asked, _JSON))

    def within(self, query: str, seconds: float | None, limit: int | None) -> Table | tuple[Triple, ...]:
        """Answer a query of any form, the first ``limit`` rows, when the server does so in time."""
        refuse(query, dataset=True)
        if is_graph_query(query):
            return self._facts(self._server.query(_prefixed(query), _TRIPLES, seconds))[:limit]
        return self._table(query, self._server.query(_prefixed(query), _JSON, seconds), limit)

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Answer a CONSTRUCT or DESCRIBE over the view."""
        refuse(query, dataset=True)
        try:
            return self._facts(self._server.query(_prefixed(query), _TRIPLES))
        except NoAnswer as error:
            if is_graph_query(query):
                raise
            raise QueryError("this query gives a table, not a graph: use CONSTRUCT or DESCRIBE") from error

    def __len__(self) -> int:
        """Number of facts in the article graphs."""
        kept = " && ".join(f'!STRSTARTS(STR(?g), "{kind}")' for kind in LEDGERS)
        counted = self.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({kept}) }}").rows[0][0]
        return int(counted.value) if isinstance(counted, Literal) else 0

    def close(self) -> None:
        """Let go of the connections."""
        self._server.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _table(self, query: str, answer: bytes, limit: int | None = None) -> Table:
        try:
            return table_of(ox.parse_query_results(answer, format=ox.QueryResultsFormat.JSON), limit)
        except (SyntaxError, ValueError) as error:
            if is_graph_query(query):
                raise QueryError("this query gives a graph, not a table: use SELECT or ASK") from error
            raise NoAnswer(self._server.place, answer) from error

    def _facts(self, answer: bytes) -> tuple[Triple, ...]:
        try:
            return tuple(map(read_triple, ox.parse(answer, format=ox.RdfFormat.N_TRIPLES)))
        except (SyntaxError, ValueError) as error:
            raise NoAnswer(self._server.place, answer) from error

    def _names(self) -> list[Iri]:
        return sorted(str(name) for (name,) in self.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }").rows)


def _prefixed(query: str) -> str:
    """The query with the prefixes of the ontology that it uses and doesn't declare, before its first line."""
    used = set(_PREFIX.findall(query))
    told = {name for name in used if re.search(rf"PREFIX\s+{name}:", query, re.IGNORECASE)}
    lines = [f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if name in used - told]
    return "\n".join([" ".join(lines), query])


def _triple(subject: object, predicate: object, target: Term | None) -> Triple:
    assert target is not None
    return Triple(str(subject), str(predicate), target)
