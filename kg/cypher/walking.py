"""Goes through the parts of a value."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from kg.cypher.tree import Call, Expression, Inner, Part, There

AGGREGATES = frozenset(
    {"count", "collect", "sum", "avg", "min", "max", "stdev", "stdevp", "percentilecont", "percentiledisc"}
)
_PLACES = ("start", "end")


def parts(part: Part) -> Iterator[Part]:
    """A part and all that it is made of."""
    yield part
    for field in fields(part):
        yield from _parts(getattr(part, field.name))


def _parts(value: Any) -> Iterator[Part]:
    if isinstance(value, Part):
        yield from parts(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _parts(each)


def gathers(value: Expression) -> bool:
    """Whether a value is, or holds, an aggregate of its own rows."""
    return next(aggregates(value), None) is not None


def aggregates(value: Expression) -> Iterator[Call]:
    """The aggregates in a value, but for those of queries inside it."""
    if isinstance(value, Call) and value.name.lower() in AGGREGATES:
        yield value
        return
    if isinstance(value, Inner | There):
        return
    for child in children(value):
        yield from aggregates(child)


def children(value: Part) -> Iterator[Any]:
    """The values that a value is directly made of."""
    for field in fields(value):
        yield from _children(getattr(value, field.name))


def _children(value: Any) -> Iterator[Any]:
    if isinstance(value, Part):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _children(each)


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same, wherever they stand."""
    if isinstance(one, tuple):
        return isinstance(other, tuple) and len(one) == len(other) and all(map(same, one, other))
    if not isinstance(one, Part) or not isinstance(other, Part):
        return type(one) is type(other) and bool(one == other)
    if type(one) is not type(other):
        return False
    names = [field.name for field in fields(one) if field.name not in _PLACES]
    return all(same(getattr(one, name), getattr(other, name)) for name in names)
