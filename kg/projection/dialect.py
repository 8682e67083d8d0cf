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
_OFFSET = re.compile(r" at position (\d+)$")
_OPENING = re.compile(r"['\"`]")
_EXPRESSION = re.compile(r"=~\s*('(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")", re.DOTALL)
REMEMBERED = 64
"""So many queries that were looked at are remembered: who asks again isn't kept waiting."""
# Made so that nobody writes it by chance: places in the analyst's own text are told by it.
_PLANNING = "EXPLAIN // asked by kg\n"


def planning(query: str) -> str:
    """The query that asks an engine how it would answer another one, of which complaints tell the lines and columns."""
    return _PLANNING + query


@lru_cache(maxsize=REMEMBERED)
def bare(query: str) -> str:
    """The query with texts, names in backticks and comments blanked out, each place as long as before."""
    return _QUIET.sub(lambda found: " " * len(found[0]), query)


def expressions(query: str) -> list[re.Match[str]]:
    """The regular expressions that are written in a query behind ``=~``, each with its quotes as the first group."""
    words = bare(query)
    return [found for found in _EXPRESSION.finditer(query) if words[found.start()] == "="]


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


def misplaced(message: str, query: str) -> QueryError:
    """The error for a query that can't be cut into words: the place is told by an offset, or is where a text is begun and not ended."""
    told = _OFFSET.search(message)
    open_text = _OPENING.search(bare(query)) if message.startswith("Unterminated") else None
    offset = int(told[1]) if told else open_text.start() if open_text else None
    if offset is None:
        return malformed(message, query, None, None)
    line, column = query.count("\n", 0, offset) + 1, offset - query.rfind("\n", 0, offset)
    return malformed(_OFFSET.sub("", message), query, line, column)


def place(query: str, offset: int) -> str:
    """The line and column of a place in a query, as a message tells it."""
    before = query[:offset].removeprefix(_PLANNING)
    return f" (line {before.count(chr(10)) + 1}, column {len(before) - before.rfind(chr(10))})"
