"""Says a query in words that kglite answers as Neo4j 5 does; what it would answer otherwise is refused, with the place."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

import kglite

from kg.cypher.asking import Worded, worded
from kg.cypher.schema import Schema
from kg.cypher.unread import Refused, Unread
from kg.errors import QueryError
from kg.projection.base import Parameter
from kg.projection.dialect import malformed, planned, position, unanswered
from kg.projection.mapping import schema
from kg.store.sparql import too_long

_REMEMBERED = 64
"""So many queries are remembered with their words for the engine: who asks again isn't kept waiting."""
_OWN = frozenset({"id", "title", "type", "label", "node_type"})
_OWN_OF_RELATIONSHIPS = _OWN | {"start", "end", "connection_type"}
_EXPLAIN = "EXPLAIN "
_DIVIDED = "division by zero"
# What is made to fail by such a division (kg/cypher/guards.py) can't be told from one that was asked for.
_OUTSIDE = (
    "a number is divided by 0, or a function is given a value of which the engine makes something else (docs/cypher.md)"
)


def asked(query: str, parameters: Mapping[str, Parameter]) -> Worded:
    """The query in words for the engine.

    Raises:
        QueryError: it is malformed, or the engine would answer it otherwise than Neo4j.
    """
    return _asked(_Question(query, repr(sorted(parameters.items())), parameters))


def complaint(error: kglite.KgError, seconds: float | None) -> QueryError:
    """What a failure of the engine says to who asked."""
    if isinstance(error, kglite.CypherTimeoutError):
        return too_long(seconds)
    message = str(error).partition("\n")[0]
    if _DIVIDED in message.lower():
        return QueryError(f"the query can't be answered: {_OUTSIDE}")
    return QueryError(f"the query can't be answered: {message.partition(': ')[2] or message}")


@dataclass(frozen=True, slots=True)
class _Question:
    """A query and its parameters, told apart by kind as well: 1, 1.0 and true are three values."""

    text: str
    values: str
    parameters: Mapping[str, Parameter] = field(compare=False)


@lru_cache(maxsize=_REMEMBERED)
def _asked(question: _Question) -> Worded:
    text, plan = planned(question.text)
    try:
        found = worded(text, _schema(), question.parameters)
    except Unread as error:
        raise malformed(str(error), text, *position(text, error.offset)) from error
    except Refused as error:
        raise unanswered(str(error), text, error.offset) from error
    return Worded(_EXPLAIN + found.text, ()) if plan else found


@cache
def _schema() -> Schema:
    return replace(schema(), own_of_nodes=_OWN, own_of_relationships=_OWN_OF_RELATIONSHIPS)
