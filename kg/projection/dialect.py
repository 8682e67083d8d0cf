"""What is refused in a Cypher query before any engine sees it, and how an engine's complaint becomes one sentence."""

import re
from functools import lru_cache

from kg.errors import QueryError
from kg.store.sparql import caret

# Texts, names in backticks and comments, where words mean nothing.
_QUIET = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:``|[^`])*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
_WRITES = re.compile(
    r"(?<![\w.:$])(CREATE|MERGE|DELETE|SET|REMOVE|DROP|FOREACH|ALTER|GRANT)\b(?!\s*[:=,)\]}])", re.IGNORECASE
)
_LOADS = re.compile(r"(?<![\w.:$])LOAD\s+CSV\b", re.IGNORECASE)
_EXPLAINED = re.compile(r"\s*(EXPLAIN)\b", re.IGNORECASE)
_REMEMBERED = 64
"""So many queries that were looked at are remembered: who asks again isn't kept waiting."""
# Made so that nobody writes it by chance: places in the analyst's own text are told by it.
_PLANNING = "EXPLAIN // asked by kg\n"


def planning(query: str) -> str:
    """The query that asks an engine how it would answer another one, of which complaints tell the lines and columns."""
    return _PLANNING + query


@lru_cache(maxsize=_REMEMBERED)
def bare(query: str) -> str:
    """The query with texts, names in backticks and comments blanked out, each place as long as before."""
    return _QUIET.sub(lambda found: " " * len(found[0]), query)


def planned(query: str) -> tuple[str, bool]:
    """The query of which EXPLAIN asks, with all in its place, and whether it does."""
    own = query.removeprefix(_PLANNING)
    found = _EXPLAINED.match(own)
    if found is None:
        return own, own != query
    return own[: found.start(1)] + " " * len(found[1]) + own[found.end(1) :], True


def refuse(query: str) -> None:
    """Refuse what would change the graph or read files; engines refuse it as well, in words of their own.

    Raises:
        QueryError: the query does such a thing, or is no text.
    """
    try:
        query.encode("utf-8")
    except UnicodeEncodeError as error:
        raise QueryError(f"the query holds what is no text{place(query, error.start)}: write it in UTF-8") from error
    words = bare(query)
    if found := _WRITES.search(words):
        raise QueryError(
            f"{found[1].upper()} would change the graph{place(query, found.start())}: queries only read; "
            "the graph follows the store, which kg ingest and kg merge, split, retract and assert change"
        )
    if found := _LOADS.search(words):
        raise QueryError(f"LOAD CSV would read files{place(query, found.start())}: queries stay inside the graph")


def malformed(message: str, query: str, line: int | None, column: int | None) -> QueryError:
    """The error for a query that can't be parsed: what is wrong, where, and the line with a caret under the place."""
    if line is None or column is None:
        return QueryError(f"the query is malformed: {message}")
    if query.startswith(_PLANNING):
        line, query = line - 1, query.removeprefix(_PLANNING)
    return QueryError(f"the query is malformed at line {line}, column {column}: {message}{caret(query, line, column)}")


def position(query: str, offset: int) -> tuple[int, int]:
    """The line and column of a place in a query, counted from 1."""
    before = query[:offset].removeprefix(_PLANNING)
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def place(query: str, offset: int) -> str:
    """The line and column of a place in a query, as a message tells it."""
    line, column = position(query, offset)
    return f" (line {line}, column {column})"


def unanswered(message: str, query: str, offset: int) -> QueryError:
    """The error for a query that an engine doesn't take: why, where, and the line with a caret under the place."""
    line, column = position(query, offset)
    return QueryError(
        f"the query can't be answered at line {line}, column {column}: {message}{caret(query, line, column)}"
    )
