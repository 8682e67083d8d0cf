"""Graphs for the tests of the ontology and its questions: the fixture as the product holds it, and as rdflib does."""

from functools import cache
from pathlib import Path

from rdflib import Dataset, Graph
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from kg.model import ArticleGraph, Literal, Quad, Triple
from kg.store.base import Store
from kg.store.memory import MemoryStore

FIXTURE = Path(__file__).parent / "questions" / "fixture.trig"
ARTICLE = "https://w3id.org/diplo-kg/ontology#Article"


def prefixes() -> str:
    """The prefix lines of the fixture."""
    return "\n".join(line for line in FIXTURE.read_text(encoding="utf-8").splitlines() if line.startswith("@prefix"))


def article_graphs() -> tuple[ArticleGraph, ...]:
    """The fixture's named graphs, by name."""
    return tuple(_article_graph(str(graph.identifier), graph) for graph in _named())


def fixture_store(store: Store) -> Store:
    """A store that is filled with the fixture: its article graphs, and what only the view tells."""
    for graph in article_graphs():
        store.put(graph)
    store.revise((), (Quad(fact, None) for fact in triples(_data().default_graph)))
    return store


@cache
def questions_store() -> MemoryStore:
    """The fixture in memory, once for all tests that only read it."""
    store = MemoryStore()
    fixture_store(store)
    return store


def rdf(name: str) -> Graph:
    """A copy of one named graph of the fixture, such as ``tehran``."""
    copy = Graph()
    for triple in next(graph for graph in _named() if str(graph.identifier).endswith("/" + name)):
        copy.add(triple)
    return copy


def triples(graph: Graph) -> tuple[Triple, ...]:
    """The triples of an rdflib graph, in the product's own terms."""
    return tuple(Triple(str(s), str(p), _term(o)) for s, p, o in graph)


@cache
def _data() -> Dataset:
    data = Dataset()
    data.parse(FIXTURE, format="trig")
    return data


@cache
def _named() -> tuple[Graph, ...]:
    named = (graph for graph in _data().graphs() if len(graph) and graph.identifier != _data().default_graph.identifier)
    return tuple(sorted(named, key=lambda graph: str(graph.identifier)))


def _article_graph(name: str, graph: Graph) -> ArticleGraph:
    facts = triples(graph)
    article = next(fact.subject for fact in facts if fact.object == ARTICLE)
    return ArticleGraph(name, article, None, facts)


def _term(node: Node) -> str | Literal:
    if not isinstance(node, RdfLiteral):
        return str(node)
    kind = None if node.language or node.datatype is None else str(node.datatype)
    return Literal(str(node), kind, node.language)
