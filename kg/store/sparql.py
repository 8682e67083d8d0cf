"""What every engine refuses in a query, and how it says that a query is malformed."""

import re

from kg.errors import QueryError

_GAP = r"(?:\s|\#[^\r\n]*[\r\n])*"
_IRI_FOLLOWS = r"(?:<|[?$]\w|[\w.-]*:)"
# The shape of the clause, wherever it stands: a SERVICE hidden by clever quoting is refused, at the price of refusing a
# string that spells one out.
_SERVICE = re.compile(rf"(?<![\w?$:])SERVICE{_GAP}(?:SILENT{_GAP})?{_IRI_FOLLOWS}", re.IGNORECASE)
_FROM = re.compile(rf"(?<![\w?$:])FROM{_GAP}(?:NAMED{_GAP})?{_IRI_FOLLOWS}", re.IGNORECASE)
_PROLOGUE = re.compile(rf"{_GAP}(?:(?:PREFIX{_GAP}[\w.-]*:|BASE){_GAP}<[^>]*>{_GAP})*", re.IGNORECASE)
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U00([0-9A-Fa-f]{6})")
_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)


def refuse(query: str, *, dataset: bool = False) -> None:
    """Refuse what would change the store or reach out of it.

    Args:
        query: the text of a query.
        dataset: whether FROM would read files or the network, so that it is refused as well.

    Raises:
        QueryError: the query is an update, or asks another server.
    """
    prologue = _PROLOGUE.match(query)
    verb = re.match(r"\w*", query[prologue.end() :] if prologue else query)
    if verb and verb.group().upper() in _UPDATES:
        raise QueryError(
            f"{verb.group().upper()} would change the store: queries only read; use SELECT, ASK or CONSTRUCT"
        )
    for text in (query, _ESCAPE.sub(_unescaped, query)):
        if _SERVICE.search(text):
            raise QueryError("SERVICE would ask another server: queries stay inside the store; leave that part out")
        if dataset and _FROM.search(text):
            raise QueryError("FROM can't be used with the store in memory: name a graph with GRAPH <...> { ... }")


def malformed(message: str, line: int | None = None, column: int | None = None) -> QueryError:
    """The error for a query that can't be parsed, with line and column where the engine tells them."""
    place = _PLACE.match(message)
    if place and line is None:
        line, column, message = int(place[1]), int(place[2]), _expected(place[3])
    where = f" at line {line}, column {column}" if line is not None else ""
    return QueryError(f"the query is malformed{where}: {message}")


def _expected(told: str) -> str:
    if "Prefix not found" in told:
        return "this prefix is not declared"
    words = [word for word in re.split(r",\s+|\s+or\s+", told) if re.fullmatch(r"[\w ]+", word)]
    return "expected " + " or ".join(words) if words else "something else is expected here"


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code < 0x110000 else ""
