"""Checks the graph against the shapes of the ontology, article by article, and says of each violation where it was read."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from kg_ontology import NAMESPACE, PREFIXES, root

from kg.model import Iri, Literal, Triple
from kg.store.base import Store, Term

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_REPORT = PREFIXES["sh"]
_TITLE = PREFIXES["dcterms"] + "title"


class Severity(StrEnum):
    """How bad a violation is: what is only a warning may be stored."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Violation:
    """A fact that breaks a shape: ``message`` says what is wrong in one sentence.

    ``path`` is the property (with ``^`` before it: against its direction) and ``value`` what it holds, where the shape is
    about one; ``article`` is the title or name of the article and ``quote`` the words that the fact was read from, where
    the graph still tells them.
    """

    graph: Iri
    focus: Iri
    path: str | None
    value: Term | None
    message: str
    severity: Severity
    article: str | None = None
    quote: str | None = None


def validate(store: Store) -> Iterator[Violation]:
    """Check every article graph of a store, one after the other, in the order of their names."""
    for name in store.graphs():
        yield from validate_graph(store.triples(name), name)


def validate_graph(triples: Iterable[Triple], name: Iri = "") -> tuple[Violation, ...]:
    """Check the triples of one article's graph, which the violations call ``name``: sorted, the worst first."""
    import pyshacl
    from rdflib import Graph

    with _quiet():
        graph = _parsing_once()
        for triple in triples:
            graph.add((_node(triple.subject), _node(triple.predicate), _node(triple.object)))
        report = pyshacl.validate(graph, shacl_graph=_shapes(), inplace=True)[1]
    if not isinstance(report, Graph):
        raise RuntimeError(f"the shapes of the ontology can't be run: {report}")
    return tuple(sorted(_read(report, graph, name), key=_order))


def _order(violation: Violation) -> tuple[int, str, str, str]:
    rank = list(Severity).index(violation.severity)
    return rank, violation.focus, violation.message, str(violation.value)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from logging a traceback for each literal that is not of its type: the shapes report those."""
    log = logging.getLogger("rdflib.term")
    before = log.disabled
    log.disabled = True
    try:
        yield
    finally:
        log.disabled = before


@cache
def _shapes() -> "Graph":
    from rdflib import Graph

    shapes = Graph()
    for file in sorted(root().joinpath("shapes").iterdir(), key=lambda each: each.name):
        shapes.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    return shapes


def _parsing_once() -> "Graph":
    """A graph that parses a query once in a process: pyshacl asks the same few again for each article."""
    from rdflib import Graph

    class ParsingOnce(Graph):
        def query(self, query_object: Any, *rest: Any, **named: Any) -> Any:
            return super().query(_prepared(query_object), *rest, **named)

    return ParsingOnce()


@cache
def _prepared(text: str) -> Any:
    from rdflib.plugins.sparql import prepareQuery

    return prepareQuery(text)


def _node(term: Term) -> "Node":
    from rdflib import Literal as RdfLiteral
    from rdflib import URIRef

    if isinstance(term, str):
        return URIRef(term)
    return RdfLiteral(term.value, lang=term.language, datatype=term.datatype, normalize=False)


def _term(node: "Node") -> Term:
    from rdflib import Literal as RdfLiteral

    if isinstance(node, RdfLiteral):
        kind = None if node.language or node.datatype is None else str(node.datatype)
        return Literal(str(node), kind, node.language)
    return str(node)


def _read(report: "Graph", graph: "Graph", name: Iri) -> Iterator[Violation]:
    from rdflib import URIRef

    for result in report.objects(None, URIRef(_REPORT + "result")):
        told = {str(predicate).removeprefix(_REPORT): node for predicate, node in report.predicate_objects(result)}
        focus, value, path = told["focusNode"], told.get("value"), _path(report, told.get("resultPath"))
        if path is None and isinstance(value, URIRef):
            # Asked of the article for the sake of speed; the piece of evidence is what is wrong.
            focus, value = value, None
        article, quote = _source(graph, [node for node in (value, focus) if node is not None])
        yield Violation(
            name,
            str(focus),
            path,
            None if value is None else _term(value),
            str(told["resultMessage"]),
            Severity(str(told["resultSeverity"]).removeprefix(_REPORT).lower()),
            article,
            quote,
        )


def _path(report: "Graph", path: "Node | None") -> str | None:
    from rdflib import URIRef

    if path is None or isinstance(path, URIRef):
        return None if path is None else str(path)
    inverse = report.value(path, URIRef(_REPORT + "inversePath"))
    return None if inverse is None else f"^{inverse}"


def _source(graph: "Graph", nodes: list["Node"]) -> tuple[str | None, str | None]:
    """Title or name of the article, and the words, that are nearest to the nodes of a violation."""
    from rdflib import URIRef

    start, quote = URIRef(NAMESPACE + "start"), URIRef(NAMESPACE + "quote")

    def place(node: "Node") -> tuple[int, str, str]:
        offset = str(graph.value(node, start))
        return len(offset), offset, str(node)

    nearest = min(_evidence(graph, nodes), key=place, default=None)
    words = None if nearest is None else graph.value(nearest, quote)
    article = next(graph.subjects(URIRef(NAMESPACE + "digest")), None)
    names = [graph.value(article, URIRef(name)) for name in (_TITLE, NAMESPACE + "name")] if article else []
    title = next((str(each) for each in names if each is not None), None)
    return title, None if words is None else str(words)


def _evidence(graph: "Graph", nodes: list["Node"]) -> list["Node"]:
    """The pieces of evidence that a node is, has, or shares with what points at it, at most two steps away."""
    from rdflib import URIRef

    has, start, event = (URIRef(NAMESPACE + name) for name in ("evidence", "start", "fromEvent"))
    near = list(nodes)
    for _ in range(3):
        found = [node for node in near if (node, start, None) in graph]
        found += [piece for node in near for piece in graph.objects(node, has)]
        if found:
            return found
        around = [set(graph.subjects(None, node)) | set(graph.objects(node, event)) for node in near]
        near = list(set().union(*around))
    return []
