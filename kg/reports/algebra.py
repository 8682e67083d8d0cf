"""Shows the algebra of a SPARQL query, the steps that every engine takes in some order of its own, as indented lines."""

from collections.abc import Iterator, Mapping
from typing import Any

from kg_ontology import PREFIXES
from pyparsing.exceptions import ParseBaseException
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Identifier, Variable

from kg.errors import QueryError
from kg.store.sparql import malformed, refuse, unknown_prefix

_INDENT = "  "
_BELOW = ("p", "p1", "p2")
_OWN = ("PV", "A", "var", "expr", "term", "res", "start", "length")


def algebra(query: str) -> tuple[str, ...]:
    """The steps, outermost first: each works on what the lines below it, indented deeper, give.

    Raises:
        QueryError: the query is malformed or is an update.
    """
    refuse(query)
    try:
        prepared = prepareQuery(query, initNs=dict(PREFIXES))
    except ParseBaseException as error:
        raise malformed(error.msg, query, error.lineno, error.column) from error
    except Exception as error:  # rdflib raises bare exceptions for what a query does wrong
        raise unknown_prefix(query) or QueryError(f"the query is malformed: {error}") from error
    return tuple(_lines(prepared.algebra, 0))


def _lines(step: CompValue, depth: int) -> Iterator[str]:
    yield f"{_INDENT * depth}{step.name}{_own(step)}"
    for fact in step["triples"] if step.name == "BGP" else ():
        yield f"{_INDENT * (depth + 1)}{_shown(fact)}"
    for name in _BELOW:
        if name in step and isinstance(step[name], CompValue):
            yield from _lines(step[name], depth + 1)


def _own(step: CompValue) -> str:
    """What a step says of itself: its variables, its condition, what it counts."""
    told = [_shown(step[name]) for name in _OWN if name in step and step[name] is not None]
    return "".join(f" {each}" for each in told if each)


def _shown(value: Any) -> str:
    if isinstance(value, CompValue):
        inner = [_shown(value[name]) for name in value if name != "_vars"]
        return f"{value.name.strip('_')}({', '.join(each for each in inner if each)})"
    if isinstance(value, Mapping):
        return " ".join(f"{_shown(name)}={_shown(each)}" for name, each in value.items())
    if isinstance(value, (list, tuple)):
        return " ".join(map(_shown, value))
    if isinstance(value, Variable):
        return f"?{value}"
    return _short(value) if isinstance(value, Identifier) else _shortened(str(value))


def _short(value: Identifier) -> str:
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace):
            return f"{prefix}:{value[len(namespace) :]}"
    return value.n3()


def _shortened(path: str) -> str:
    for prefix, namespace in PREFIXES.items():
        path = path.replace(namespace, f"{prefix}:")
    return path
