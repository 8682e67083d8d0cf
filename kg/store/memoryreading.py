"""What is read from the store in memory."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import rdflib
from kg_ontology import NAMESPACE, PREFIXES
from pyparsing.exceptions import ParseBaseException
from rdflib.namespace import RDF
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Identifier, URIRef

from kg.errors import QueryError
from kg.model import Iri, Literal, Quad, Triple
from kg.store.base import LEDGERS, Known, Table, Term
from kg.store.memoryterms import checked, read, term, triple
from kg.store.sparql import malformed, refuse, unknown_prefix
from kg.store.terms import BOOLEAN

_KEY = URIRef(NAMESPACE + "key")
_ARTICLE = URIRef(NAMESPACE + "Article")
KNOWN_PREFIXES = {prefix: rdflib.Namespace(iri) for prefix, iri in PREFIXES.items()}
"""The prefixes of the ontology, as rdflib takes them."""


class MemoryReading:
    """The reading half of a store in memory."""

    _data: rdflib.Dataset

    def known(self, article: Iri, key: str | None) -> tuple[Known, ...]:
        """The graphs held for this article IRI, or for an article with this key."""
        found = list(self._data.quads((URIRef(article), RDF.type, _ARTICLE, None)))
        if key is not None:
            found += self._data.quads((None, _KEY, rdflib.Literal(key), None))
        told = {(str(quad[3]), str(quad[0])) for quad in found if quad[3] != self._data.default_graph.identifier}
        return tuple(Known(graph, iri) for graph, iri in sorted(told))

    def graphs(self) -> tuple[Iri, ...]:
        """Names of all article graphs, sorted."""
        return tuple(name for name in self._names() if not name.startswith(LEDGERS))

    def ledgers(self) -> tuple[Iri, ...]:
        """Names of all ledgers, sorted."""
        return tuple(name for name in self._names() if name.startswith(LEDGERS))

    def quads(self, predicate: Iri, target: Iri | None = None) -> Iterator[Quad]:
        """All facts of the named graphs that have this predicate (and this object, if one is given), in no order."""
        return self._told(None, URIRef(predicate), None if target is None else URIRef(target))

    def triples(self, graph: Iri | None = None) -> Iterator[Triple]:
        """The triples of one named graph, or of the view."""
        source = self._data.default_graph if graph is None else self._data.get_context(URIRef(graph))
        for subject in dict.fromkeys(source.subjects()):
            yield from map(triple, source.triples((subject, None, None)))

    def facts(self, subject: Iri, graph: Iri | None = None) -> tuple[Triple, ...]:
        """The facts of a named graph, or of the view, about one node, in no order."""
        source = self._data.default_graph if graph is None else self._data.get_context(URIRef(graph))
        return tuple(map(triple, source.triples((URIRef(subject), None, None))))

    def about(self, subject: Iri) -> Iterator[Quad]:
        """All facts of the named graphs about one node, in no order."""
        return self._told(URIRef(subject), None, None)

    def tellers(self, fact: Triple) -> tuple[Iri, ...]:
        """The named graphs that hold a fact, sorted."""
        names = {quad[3] for quad in self._data.quads((*checked(fact), None))}
        return tuple(sorted(str(name) for name in names - {self._data.default_graph.identifier}))

    def select(self, query: str, bindings: Mapping[str, Term] | None = None) -> Table:
        """Answer a SELECT or ASK over the view."""
        answer = self._ask(query, {name: term(value) for name, value in (bindings or {}).items()})
        if answer.type == "ASK":
            return Table(("ask",), ((Literal("true" if answer.askAnswer else "false", BOOLEAN),),))
        if answer.type != "SELECT":
            raise QueryError("this query gives a graph, not a table: use SELECT or ASK")
        columns = answer.vars or []
        rows = (
            tuple(read(row[name]) if row.get(name) is not None else None for name in columns) for row in answer.bindings
        )
        return Table(tuple(str(name) for name in columns), tuple(rows))

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Answer a CONSTRUCT or DESCRIBE over the view."""
        answer = self._ask(query, {})
        if answer.graph is None:
            raise QueryError("this query gives a table, not a graph: use CONSTRUCT or DESCRIBE")
        return tuple(map(triple, answer.graph))

    def __len__(self) -> int:
        """Number of facts in the article graphs."""
        return sum(len(self._data.get_context(URIRef(name))) for name in self.graphs())

    def _told(self, subject: URIRef | None, predicate: URIRef | None, target: URIRef | None) -> Iterator[Quad]:
        for *fact, name in self._data.quads((subject, predicate, target, None)):
            if name != self._data.default_graph.identifier:
                yield Quad(triple((fact[0], fact[1], fact[2])), str(name))

    def _names(self) -> list[Iri]:
        named = (graph.identifier for graph in self._data.graphs() if len(graph))
        return sorted(str(name) for name in named if name != self._data.default_graph.identifier)

    def _ask(self, query: str, given: Mapping[str, Identifier]) -> Result:
        refuse(query, dataset=True)
        try:
            answer = self._data.query(_parsed(query), initBindings=given)
            if answer.type == "SELECT":
                answer.bindings  # noqa: B018 - rdflib evaluates when the rows are asked for
            return answer
        except ParseBaseException as error:
            raise malformed(error.msg, query, error.lineno, error.column) from error
        except Exception as error:  # rdflib raises bare exceptions for what a query does wrong
            raise unknown_prefix(query) or QueryError(f"the query can't be answered: {error}") from error


@lru_cache(maxsize=256)
def _parsed(query: str) -> Query:
    """A query as rdflib evaluates it: to parse one takes it longer than to answer most."""
    return prepareQuery(query, initNs=KNOWN_PREFIXES)
