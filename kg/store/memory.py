"""A store in memory, on rdflib: for small graphs, tests, and a look at an article that is not to be kept."""

from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Self

import rdflib
from kg_ontology import NAMESPACE, PREFIXES
from pyparsing.exceptions import ParseBaseException
from rdflib.namespace import RDF
from rdflib.query import Result
from rdflib.term import BNode, Identifier, Node, URIRef

from kg.errors import QueryError
from kg.model import ArticleGraph, Iri, Literal, Triple
from kg.store import terms
from kg.store.base import Known, Table, Term
from kg.store.sparql import malformed, refuse

_KEY = URIRef(NAMESPACE + "key")
_ARTICLE = URIRef(NAMESPACE + "Article")
_PREFIXES = {prefix: rdflib.Namespace(iri) for prefix, iri in PREFIXES.items()}


class MemoryStore:
    """A store that lives as long as the process."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._data = rdflib.Dataset(default_union=True)

    def put(self, graph: ArticleGraph, replaces: Iterable[Iri] = ()) -> None:
        """Write an article's graph and drop the graphs it replaces, together."""
        # All facts are checked before the first is written, so that a bad one leaves nothing behind.
        facts = [_checked(fact) for fact in graph]
        stale = [URIRef(terms.named(name).value) for name in (*replaces, graph.name)]
        for name in stale:
            self._data.remove_graph(name)
        target = self._data.graph(URIRef(graph.name))
        for fact in facts:
            target.add(fact)

    def drop(self, name: Iri) -> bool:
        """Remove a named graph; False if there was none."""
        held = name in self.graphs()
        self._data.remove_graph(URIRef(name))
        return held

    def known(self, article: Iri, key: str | None) -> tuple[Known, ...]:
        """The graphs held for this article IRI, or for an article with this key."""
        found = list(self._data.quads((URIRef(article), RDF.type, _ARTICLE, None)))
        if key is not None:
            found += self._data.quads((None, _KEY, rdflib.Literal(key), None))
        return tuple(Known(graph, iri) for graph, iri in sorted({(str(quad[3]), str(quad[0])) for quad in found}))

    def graphs(self) -> tuple[Iri, ...]:
        """Names of all article graphs, sorted."""
        named = (graph.identifier for graph in self._data.graphs() if len(graph))
        return tuple(sorted(str(name) for name in named if name != self._data.default_graph.identifier))

    def triples(self, graph: Iri | None = None) -> Iterator[Triple]:
        """The triples of one named graph, or of the union of all without repetition."""
        source = self._data if graph is None else self._data.get_context(URIRef(graph))
        for subject, predicate, target in source.triples((None, None, None)):
            yield Triple(str(_read(subject)), str(predicate), _read(target))

    def select(self, query: str, bindings: Mapping[str, Term] | None = None) -> Table:
        """Answer a SELECT or ASK over the union of all graphs."""
        answer = self._ask(query, {name: _term(value) for name, value in (bindings or {}).items()})
        if answer.type == "ASK":
            return Table(("ask",), ((Literal("true" if answer.askAnswer else "false", terms.BOOLEAN),),))
        if answer.type != "SELECT":
            raise QueryError("this query gives a graph, not a table: use SELECT or ASK")
        columns = answer.vars or []
        rows = (
            tuple(_read(row[name]) if row.get(name) is not None else None for name in columns)
            for row in answer.bindings
        )
        return Table(tuple(str(name) for name in columns), tuple(rows))

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Answer a CONSTRUCT or DESCRIBE over the union of all graphs."""
        answer = self._ask(query, {})
        if answer.graph is None:
            raise QueryError("this query gives a table, not a graph: use CONSTRUCT or DESCRIBE")
        return tuple(
            Triple(str(_read(subject)), str(predicate), _read(target)) for subject, predicate, target in answer.graph
        )

    def __len__(self) -> int:
        """Number of quads."""
        return sum(len(self._data.get_context(URIRef(name))) for name in self.graphs())

    def close(self) -> None:
        """Forget everything."""
        self._data = rdflib.Dataset(default_union=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, query: str, given: Mapping[str, Identifier]) -> Result:
        refuse(query, dataset=True)
        try:
            answer = self._data.query(query, initNs=_PREFIXES, initBindings=given)
            if answer.type == "SELECT":
                answer.bindings  # noqa: B018 - rdflib evaluates when the rows are asked for
            return answer
        except ParseBaseException as error:
            raise malformed(error.msg, error.lineno, error.column) from error
        except Exception as error:  # rdflib raises bare exceptions for what a query does wrong
            raise QueryError(f"the query can't be answered: {error}") from error


def _checked(fact: Triple) -> tuple[URIRef, URIRef, Node]:
    terms.named(fact.subject), terms.named(fact.predicate)
    return URIRef(fact.subject), URIRef(fact.predicate), _term(fact.object)


def _term(value: Term) -> Identifier:
    checked = terms.term(value)
    if isinstance(value, str):
        return URIRef(checked.value)
    plain = terms.canonical(value)
    return rdflib.Literal(plain.value, plain.language, plain.datatype, normalize=False)


def _read(node: Node) -> Term:
    if isinstance(node, rdflib.Literal):
        kind = None if node.datatype is None else str(node.datatype)
        return terms.canonical(Literal(str(node), None if node.language else kind, node.language))
    return f"_:{node}" if isinstance(node, BNode) else str(node)
