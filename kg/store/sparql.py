"""What every engine refuses in a query, and how it says that a query is malformed."""

import re

from kg_ontology import PREFIXES

from kg.errors import QueryError

_GAP = r"(?:\s|\#[^\r\n]*[\r\n])*"
_IRI_FOLLOWS = r"(?:<|[?$]\w|[\w.-]*:)"
# The shape of the clause, wherever it stands: a SERVICE hidden by clever quoting is refused, at the price of refusing a
# string that spells one out.
_SERVICE = re.compile(rf"(?<![\w?$:])SERVICE{_GAP}(?:SILENT{_GAP})?{_IRI_FOLLOWS}", re.IGNORECASE)
_FROM = re.compile(rf"(?<![\w?$:])FROM{_GAP}(?:NAMED{_GAP})?{_IRI_FOLLOWS}", re.IGNORECASE)
_VERB = re.compile(rf"{_GAP}(?:(?:PREFIX{_GAP}[\w.-]*:|BASE){_GAP}<[^>]*>{_GAP})*(\w*)", re.IGNORECASE)
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U00([0-9A-Fa-f]{6})")
_DECLARED = re.compile(r"PREFIX\s+([\w.-]*):", re.IGNORECASE)
# What may stand before the word that tells the form: comments, and IRIs and names of the prologue.
_SKIPPED = re.compile(r"#[^\n]*|<[^>]*>|\"[^\"\n]*\"|'[^'\n]*'|[\w-]*:[\w-]*")
_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)

_NOTHING = "[_]"
"""What the engine expects behind a query that is whole, but breaks a rule that it doesn't name."""


def refuse(query: str, *, dataset: bool = False) -> None:
    """Refuse what would change the store or reach out of it.

    Args:
        query: the text of a query.
        dataset: whether FROM would read files or the network, so that it is refused as well.

    Raises:
        QueryError: the query is an update, or asks another server.
    """
    if (verb := _verb(query)) in _UPDATES:
        raise QueryError(
            f"{verb} would change the store: queries only read; "
            "kg ingest, merge, split, retract and assert change the graph, and --write adds notes of your own"
        )
    refuse_service(query)
    if dataset and any(map(_FROM.search, _readings(query))):
        raise QueryError("FROM can't be used with the store in memory: name a graph with GRAPH <...> { ... }")


def refuse_reading(update: str) -> None:
    """Refuse a query where an update is wanted; raises QueryError."""
    if (verb := _verb(update)) in _FORMS:
        raise QueryError(f"{verb} only reads: leave --write out, which is for updates")


def refuse_service(query: str) -> None:
    """Refuse what asks another server; raises QueryError."""
    # Looking for the word alone costs a long list of nodes next to nothing.
    if any("service" in text.casefold() and _SERVICE.search(text) for text in _readings(query)):
        raise QueryError("SERVICE would ask another server: queries stay inside the store; leave that part out")


def malformed(message: str, query: str, line: int | None = None, column: int | None = None) -> QueryError:
    """The error for a query that can't be parsed: what is wrong, where, and that line with a caret under the place."""
    if lost := _unended(query) or (unknown_prefix(query) if "refix" in message else None):
        return lost
    place = _PLACE.match(message)
    if place and line is None:
        line, column = int(place[1]), int(place[2])
        message = _expected(place[3]) or _unexpected(query, line, column, place[3])
    if line is None or column is None:
        return QueryError(f"the query is malformed: {message}")
    return QueryError(f"the query is malformed at line {line}, column {column}: {message}{caret(query, line, column)}")


def too_long(seconds: float | None) -> QueryError:
    """The error for a query, in either language, that took longer than it may."""
    return QueryError(f"the query took longer than {seconds or 0:g} seconds: ask for less, or allow more")


def unknown_prefix(query: str) -> QueryError | None:
    """The error for the first prefix that is neither declared nor known; None where there is none."""
    from kg.store.parameters import prefixes

    used = list(prefixes(query))
    declared = {found[1] for found in _DECLARED.finditer(query)}
    for name, offset in used:
        if name not in declared and name not in PREFIXES:
            known = ", ".join(f"{each}:" for each in sorted(PREFIXES))
            return _wrong(f"the prefix {name}: is not declared; known without that are {known}", query, offset)
    return None


def _unended(query: str) -> QueryError | None:
    """The error for the first text that isn't ended, which engines complain of somewhere behind it; None where there is none."""
    from kg.store.parameters import unended

    if (found := unended(query)) is None:
        return None
    quotes, offset = found
    where = "" if len(quotes) > 1 else " on the same line"
    return _wrong(f"a text begins here that isn't ended: close it with {quotes}{where}", query, offset)


def _wrong(what: str, query: str, offset: int) -> QueryError:
    line, column = query.count("\n", 0, offset) + 1, offset - query.rfind("\n", 0, offset)
    return QueryError(f"the query is malformed at line {line}, column {column}: {what}{caret(query, line, column)}")


def caret(query: str, line: int, column: int) -> str:
    """The line of a query with a caret under a column, both counted from 1; nothing where there is no such line."""
    lines = query.splitlines()
    if not 1 <= line <= len(lines):
        return ""
    shown = lines[line - 1].replace("\t", " ")
    return f"\n  {shown}\n  {' ' * (min(column, len(shown) + 1) - 1)}^"


def form(query: str) -> str | None:
    """``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``; None where the query has no such word."""
    words = _SKIPPED.sub(lambda match: "" if match[0].startswith("#") else " ", query)
    found = re.search(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", words, re.IGNORECASE)
    return found[1].upper() if found else None


def is_graph_query(query: str) -> bool:
    """Whether a query answers with triples."""
    return form(query) in ("CONSTRUCT", "DESCRIBE")


def _expected(told: str) -> str | None:
    words = [
        word for word in re.split(r",\s+", told.removeprefix("one of ")) if re.fullmatch(r"[\w *]*\w[\w *]*", word)
    ]
    # Among the words that may follow stands what the engine says in a sentence, where the grammar allows more than the rules do.
    said = next((word for word in words if " " in word), None)
    return said or ("expected " + " or ".join(words) if words else None)


def _unexpected(query: str, line: int, column: int, told: str) -> str:
    if not query.strip():
        return "it is empty"
    lines = query.rstrip().splitlines()
    ended = (line, column) >= (len(lines), len(lines[-1]) + 1)
    if not ended:
        return "something else is expected here"
    words = _SKIPPED.sub("", query)
    if words.count("}") > words.count("{"):
        return "there are more } than {"
    if told == _NOTHING and form(query):
        return "a clause isn't allowed as it stands, such as BIND for a variable that has a value already"
    return "it ends too early"


def _verb(query: str) -> str:
    """The word behind the prologue, in capitals."""
    found = _VERB.match(query)
    return found[1].upper() if found else ""


def _readings(query: str) -> tuple[str, ...]:
    """The query as it is written, and as an engine reads it that takes escaped letters for what they mean."""
    return (query, _ESCAPE.sub(_unescaped, query)) if "\\" in query else (query,)


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code < 0x110000 else ""
