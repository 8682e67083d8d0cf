"""What ArcadeDB would answer and Neo4j 5 wouldn't, or otherwise, is refused; its complaints become one sentence."""

import re
from collections.abc import Mapping
from typing import Any

from kg.errors import QueryError
from kg.projection.base import Parameter
from kg.projection.dialect import bare, malformed
from kg.store.sparql import too_long

# What the engine itself knows of a node or relationship is read under such names, as if it were a property.
_OWN = re.compile(r"`@|[\[{,]\s*(['\"])@\w+\1")
_OWN_NAMES = ("@in", "@out", "@rid", "@type", "@cat")
_FOREIGN = (
    (re.compile(r"\bapoc\s*\.", re.IGNORECASE), "apoc is no part of the dialect: say it in plain Cypher"),
    (
        re.compile(r"(?<![\w.])id\s*\(", re.IGNORECASE),
        "the embedded engine has no ids of nodes: use iri, as in n.iri",
    ),
    (
        re.compile(r"\bCALL\s+[A-Za-z_]", re.IGNORECASE),
        "the embedded engine has no procedures of Neo4j: ask for nodes and relationships",
    ),
    (
        re.compile(r"^\s*(SHOW|PROFILE|USE)\b", re.IGNORECASE),
        "the embedded engine only answers what is asked of the graph itself",
    ),
    (
        re.compile(r"\bRETURN\s+(DISTINCT\s+)?\*", re.IGNORECASE),
        "the embedded engine can't name the columns of RETURN *: name them",
    ),
)
_PLACE = re.compile(r"(?:at line (\d+):(\d+) - |at line (\d+), column (\d+))")


def refuse_foreign(query: str, parameters: Mapping[str, Parameter]) -> None:
    """Refuse what ArcadeDB has beyond the dialect, or answers otherwise.

    Raises:
        QueryError: the query asks for such a thing.
    """
    words = bare(query)
    for found, why in _FOREIGN:
        if found.search(words):
            raise QueryError(why)
    if _OWN.search(query) or any(value in _OWN_NAMES for value in parameters.values()):
        raise QueryError(
            "no node or relationship has a property whose name begins with '@': those are the engine's own"
        )


def complaint(error: Any, query: str, seconds: float | None) -> QueryError:
    """What a failure of ArcadeDB says to who asked."""
    kind, message = type(error).__name__.rpartition(".")[2], str(error.getMessage())
    if kind == "TimeoutException":
        return too_long(seconds)
    told = message.partition("\n")[0]
    if place := _PLACE.search(told):
        line, column = place[1] or place[3], place[2] or place[4]
        # Columns are counted from 0 there.
        return malformed(_PLACE.sub("", told).replace("Syntax error ", "").strip(), query, int(line), int(column) + 1)
    return QueryError(f"the query can't be answered: {told}")
