"""What Oxigraph answers as our own types, and why it doesn't, in one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

import pyoxigraph as ox

from kg.errors import QueryError
from kg.model import Literal, Triple
from kg.store.base import Table
from kg.store.sparql import malformed
from kg.store.terms import BOOLEAN, read, read_triple

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def table_of(answer: Answer) -> Table:
    """What SELECT or ASK answers."""
    if isinstance(answer, ox.QueryBoolean):
        return Table(("ask",), ((Literal("true" if answer else "false", BOOLEAN),),))
    if isinstance(answer, ox.QueryTriples):
        raise QueryError("this query gives a graph, not a table: use SELECT or ASK")
    columns = tuple(variable.value for variable in answer.variables)
    return Table(columns, tuple(tuple(None if value is None else read(value) for value in row) for row in answer))


def triples_of(answer: Answer) -> tuple[Triple, ...]:
    """What CONSTRUCT or DESCRIBE answers, each triple once."""
    if not isinstance(answer, ox.QueryTriples):
        raise QueryError("this query gives a table, not a graph: use CONSTRUCT or DESCRIBE")
    return tuple(dict.fromkeys(map(read_triple, answer)))


@contextmanager
def telling() -> Iterator[None]:
    """Say in one sentence why a query was not answered."""
    try:
        yield
    except SyntaxError as error:
        raise malformed(str(error)) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query can't be answered: {error}") from error
