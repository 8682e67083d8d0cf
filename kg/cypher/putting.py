"""Puts the name of a column in place of what it tells, where that is written again."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from kg.cypher.tree import Expression, Inner, Loop, Part, Paths, Reduction, There, Variable
from kg.cypher.unread import Refused
from kg.cypher.walking import same


def put(value: Expression, named: Sequence[tuple[Expression, str]]) -> Any:
    """The value with names in place of the parts that they stand for.

    Raises:
        Refused: a part binds a name of its own, so that the same words mean something else in it.
    """
    return _put(value, named) if named else value


def _put(value: Any, named: Sequence[tuple[Expression, str]]) -> Any:
    if isinstance(value, tuple):
        return tuple(_put(each, named) for each in value)
    if not isinstance(value, Part):
        return value
    for known, name in named:
        if same(value, known):
            return Variable(value.start, value.end, name)
    _check_bound(value, [known.name for known, _ in named if isinstance(known, Variable)])
    return replace(value, **{field.name: _put(getattr(value, field.name), named) for field in fields(value)})


def _check_bound(value: Part, names: Sequence[str]) -> None:
    bound = {Loop: ("name",), Reduction: ("name", "total")}.get(type(value), ())
    if any(getattr(value, each) in names for each in bound):
        raise Refused("give what goes through the list a name of its own", value.start)
    if isinstance(value, Inner | Paths | There):
        raise Refused("a pattern can't stand beside an aggregate or in its order: give it a column before", value.start)
