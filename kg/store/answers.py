"""What Oxigraph answers as our own types, and why it doesn't, in one sentence."""

from collections.abc import Iterable, Iterator
from itertools import islice
from types import TracebackType

import pyoxigraph as ox

from kg.errors import QueryError
from kg.model import Literal, Triple
from kg.store import tsv
from kg.store.base import Table, Term
from kg.store.sparql import malformed
from kg.store.terms import BOOLEAN, Engine, read, read_triple

_FEW = 500
"""So many rows are handed over term by term: to write long texts out and read them again costs more than it saves on few rows."""

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def any_of(answer: Answer, limit: int | None) -> Table | tuple[Triple, ...]:
    """What a query of any form answers, the first ``limit`` rows of it."""
    return triples_of(answer, limit) if isinstance(answer, ox.QueryTriples) else table_of(answer, limit)


def table_of(answer: Answer, limit: int | None = None) -> Table:
    """What SELECT or ASK answers, the first ``limit`` rows of it."""
    if isinstance(answer, ox.QueryBoolean):
        return Table(("ask",), ((Literal("true" if answer else "false", BOOLEAN),),))
    if isinstance(answer, ox.QueryTriples):
        raise QueryError("this query gives a graph, not a table: use SELECT or ASK")
    columns = tuple(variable.value for variable in answer.variables)
    first = tuple(tuple(map(_term, row)) for row in islice(answer, _FEW if limit is None else limit))
    if limit is not None or len(first) < _FEW:
        return Table(columns, first)
    written = answer.serialize(format=ox.QueryResultsFormat.TSV) or b""
    return Table(columns, first + tuple(tsv.rows(written.decode(), len(columns))))


def _term(value: Engine | None) -> Term | None:
    return None if value is None else read(value)


def triples_of(answer: Answer, limit: int | None = None) -> tuple[Triple, ...]:
    """What CONSTRUCT or DESCRIBE answers, each triple once, the first ``limit`` of them."""
    if not isinstance(answer, ox.QueryTriples):
        raise QueryError("this query gives a table, not a graph: use CONSTRUCT or DESCRIBE")
    return tuple(islice(_once(map(read_triple, answer)), limit))


def _once(triples: Iterable[Triple]) -> Iterator[Triple]:
    seen: set[Triple] = set()
    for triple in triples:
        if triple not in seen:
            seen.add(triple)
            yield triple


class Telling:
    """Say in one sentence why a query was not answered; the error keeps nothing of a half-read answer."""

    def __init__(self, query: str) -> None:
        """Take the text of the query."""
        self._query = query

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: TracebackType | None) -> None:
        if error is None:
            return
        # An answer of the engine must end in the thread that asked, an error may live on in any.
        from traceback import clear_frames

        clear_frames(trace)
        if isinstance(error, SyntaxError):
            raise malformed(str(error), self._query) from error
        if isinstance(error, (OSError, ValueError, RuntimeError)):
            raise QueryError(f"the query can't be answered: {error}") from error
