"""What the tests of Cypher share: one filled graph, parameters, and when two answers are the same."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import isclose
from pathlib import Path

import pytest
from curation_tools import LaterReader, told
from graphs import article_graphs
from kg_ontology import PREFIXES
from servers.neo4j_server import Neo4jServer, clear

from kg.errors import QueryError
from kg.pipeline import ingest
from kg.projection.base import Engine, Records
from kg.projection.neo4j import Neo4jEngine
from kg.projection.updating import up_to_date
from kg.store.memory import MemoryStore

PARAMETERS = {
    "from": "2020-10-01",
    "to": "2020-12-31",
    "name": "Ali Asghar Khaji",
    "other": "Sergei Lavrov",
    "names": ["Sergei Lavrov", "Geir Pedersen"],
    "event": PREFIXES["kgid"] + "event/geneva-meeting",
    "big": 2_000_000_000,
    "none": None,
    "at": 0,
    "n": 3,
    "x": 2.5,
    "yes": True,
    "own": "title",
}
_ORDER = re.compile(r"\bORDER\s+BY\b", re.IGNORECASE)


def fill(engine: Engine) -> None:
    """Have an engine hold the graph of all tests of Cypher."""
    store = MemoryStore()
    for graph in article_graphs():
        store.put(graph)
    for _ in ingest([told(1), told(2, "later")], store, LaterReader(version="1")):
        pass
    up_to_date(store, engine)


@contextmanager
def filled_neo4j(server: Neo4jServer) -> Iterator[Neo4jEngine]:
    """A server that holds that graph alone."""
    clear(server)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in server.environment.items():
            patch.setenv(name, value)
        engine = Neo4jEngine(server.uri)
    fill(engine)
    try:
        yield engine
    finally:
        engine.close()


def paragraphs(path: Path) -> list[str]:
    """The queries of a file, one per paragraph."""
    pieces = (paragraph.strip() for paragraph in path.read_text(encoding="utf-8").split("\n\n"))
    return [piece for piece in pieces if piece and not piece.startswith("//")]


def answered(engine: Engine, query: str) -> Records | str:
    """An answer, or the message where there is none."""
    try:
        return engine.cypher(query, PARAMETERS)
    except QueryError as error:
        return str(error)


def alike(one: Records, other: Records, query: str) -> bool:
    """Whether two answers have the same columns, kinds of values and rows, in order where the query lays one down."""
    return one.columns == other.columns and equal(ordered(one.rows, query), ordered(other.rows, query))


def ordered(rows: Sequence[tuple[object, ...]], query: str) -> list[object]:
    """Rows in their order, where the query lays one down; what ``collect`` gathers has no order of its own."""
    shown = [tuple(map(_settled, row)) for row in rows]
    return list(shown) if _ORDER.search(query) else sorted(shown, key=str)


def equal(one: object, other: object) -> bool:
    """Whether two values are the same and of one kind; the last digits of a mean no engine promises."""
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(equal, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=1e-12)
    return type(one) is type(other) and one == other


def _settled(cell: object) -> object:
    return tuple(sorted(map(_settled, cell), key=str)) if isinstance(cell, tuple) else cell
