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
from kg.model import ArticleGraph, Iri, Literal, Quad, Triple
from kg.store import terms
from kg.store.base import LEDGERS, Changes, Known, Mark, Table, Term
from kg.store.journal import Journal, touched
from kg.store.notes import notes
from kg.store.sparql import malformed, refuse, unknown_prefix

_KEY = URIRef(NAMESPACE + "key")
_ARTICLE = URIRef(NAMESPACE + "Article")
_PREFIXES = {prefix: rdflib.Namespace(iri) for prefix, iri in PREFIXES.items()}


class MemoryStore:
    """A store that lives as long as the process."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._data = rdflib.Dataset()
        self._journal = Journal()

    def put(self, graph: ArticleGraph, replaces: Iterable[Iri] = ()) -> None:
        """Write an article's graph and drop the graphs it replaces, together."""
        # All facts are checked before the first is written, so that a bad one leaves nothing behind.
        facts = [_checked(fact) for fact in graph]
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
        changes = [(quad.graph, _checked(quad.triple), False) for quad in terms.checked(gone)]
        changes += [(quad.graph, _checked(quad.triple), True) for quad in terms.checked(come)]
        self._journal.note(touched(_triple(fact) for place, fact, _ in changes if place is None))
        for place, fact, stays in changes:
            target = self._data.default_graph if place is None else self._data.graph(URIRef(place))
            target.add(fact) if stays else target.remove(fact)

    def fill(self, quads: Iterable[Quad]) -> None:
        """Write facts as they are into an empty store."""
        for quad in quads:
            place = self._data.default_graph if quad.graph is None else self._data.graph(URIRef(quad.graph))
            place.add(_checked(quad.triple))
            self._journal.note([quad.triple.subject])

    def annotate(self, update: str) -> tuple[Iri, ...]:
        """Run a SPARQL update that writes to graphs of notes alone."""
        names = notes(update)
        self._journal.note(names)
        self._data.update(update, initNs=_PREFIXES)
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
            yield from map(_triple, source.triples((subject, None, None)))

    def facts(self, subject: Iri, graph: Iri | None = None) -> tuple[Triple, ...]:
        """The facts of a named graph, or of the view, about one node, in no order."""
        source = self._data.default_graph if graph is None else self._data.get_context(URIRef(graph))
        return tuple(map(_triple, source.triples((URIRef(subject), None, None))))

    def about(self, subject: Iri) -> Iterator[Quad]:
        """All facts of the named graphs about one node, in no order."""
        return self._told(URIRef(subject), None, None)

    def tellers(self, fact: Triple) -> tuple[Iri, ...]:
        """The named graphs that hold a fact, sorted."""
        names = {quad[3] for quad in self._data.quads((*_checked(fact), None))}
        return tuple(sorted(str(name) for name in names - {self._data.default_graph.identifier}))

    def changes(self, since: Mark | None = None) -> Changes:
        """Which nodes of the view were touched since a mark."""
        return self._journal.changes(since)

    def select(self, query: str, bindings: Mapping[str, Term] | None = None) -> Table:
        """Answer a SELECT or ASK over the view."""
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
        """Answer a CONSTRUCT or DESCRIBE over the view."""
        answer = self._ask(query, {})
        if answer.graph is None:
            raise QueryError("this query gives a table, not a graph: use CONSTRUCT or DESCRIBE")
        return tuple(map(_triple, answer.graph))

    def __len__(self) -> int:
        """Number of facts in the article graphs."""
        return sum(len(self._data.get_context(URIRef(name))) for name in self.graphs())

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

    def _told(self, subject: URIRef | None, predicate: URIRef | None, target: URIRef | None) -> Iterator[Quad]:
        for *fact, name in self._data.quads((subject, predicate, target, None)):
            if name != self._data.default_graph.identifier:
                yield Quad(_triple((fact[0], fact[1], fact[2])), str(name))

    def _names(self) -> list[Iri]:
        named = (graph.identifier for graph in self._data.graphs() if len(graph))
        return sorted(str(name) for name in named if name != self._data.default_graph.identifier)

    def _ask(self, query: str, given: Mapping[str, Identifier]) -> Result:
        refuse(query, dataset=True)
        try:
            answer = self._data.query(query, initNs=_PREFIXES, initBindings=given)
            if answer.type == "SELECT":
                answer.bindings  # noqa: B018 - rdflib evaluates when the rows are asked for
            return answer
        except ParseBaseException as error:
            raise malformed(error.msg, query, error.lineno, error.column) from error
        except Exception as error:  # rdflib raises bare exceptions for what a query does wrong
            raise unknown_prefix(query) or QueryError(f"the query can't be answered: {error}") from error


def _checked(fact: Triple) -> tuple[URIRef, URIRef, Node]:
    terms.named(fact.subject), terms.named(fact.predicate)
    return URIRef(fact.subject), URIRef(fact.predicate), _term(fact.object)


def _triple(fact: tuple[Node, Node, Node]) -> Triple:
    subject, predicate, target = fact
    return Triple(str(_read(subject)), str(predicate), _read(target))


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
