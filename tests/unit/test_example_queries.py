"""The example queries run as they are in more than one engine, on the graph that one article gives."""

import re
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from sample_article import extraction, lavrentiev, welcome

from kg.facts import article_graph
from kg.model import Literal, Triple
from kg.resolve.entities import resolve

FOLDER = Path(__file__).parents[2] / "examples" / "queries"
QUERIES = sorted(FOLDER.glob("*.rq"))
each = pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)


def node(term: str | Literal) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    if isinstance(term, str):
        return pyoxigraph.NamedNode(term)
    datatype = pyoxigraph.NamedNode(term.datatype) if term.datatype else None
    return pyoxigraph.Literal(term.value, datatype=datatype, language=term.language)


def quad(triple: Triple) -> pyoxigraph.Triple:
    return pyoxigraph.Triple(node(triple.subject), node(triple.predicate), node(triple.object))


@pytest.fixture(scope="module")
def turtle() -> bytes:
    statements = (welcome, replace(welcome, speaker=lavrentiev()))
    told = resolve(replace(extraction, statements=statements))
    triples = (quad(triple) for triple in article_graph(told))
    return bytes(pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES) or b"")


def test_there_are_six() -> None:
    assert len(QUERIES) == 6


@each
def test_it_opens_with_a_question_and_declares_its_prefixes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ") and "?" in text.splitlines()[0]
    body = re.sub(r'#.*|<[^>]*>|"[^"]*"', "", text)
    used = set(re.findall(r"\b([a-z]+):\w", body))
    assert used == set(re.findall(r"PREFIX (\w+):", text))


@each
def test_two_engines_give_the_same_answers(path: Path, turtle: bytes) -> None:
    text = path.read_text(encoding="utf-8")
    store = pyoxigraph.Store()
    store.load(turtle, format=pyoxigraph.RdfFormat.N_TRIPLES)
    ours = store.query(text)
    assert isinstance(ours, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in ours.variables]
    rows = sorted([str(value.value) if (value := row[name]) is not None else "" for name in names] for row in ours)
    graph = rdflib.Graph().parse(data=turtle, format="nt")
    theirs = sorted([str(value) if value is not None else "" for value in row] for row in graph.query(text))
    assert rows
    assert rows == theirs
