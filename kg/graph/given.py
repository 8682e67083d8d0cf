"""Reads what a program gives a graph: where it is, days, kinds of events and parameters; what is none is refused with what may be given."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import QueryError, StoreError
from kg.graph.rows import days

_Kind = TypeVar("_Kind", bound=StrEnum)


def place(told: object) -> str | Path:
    """An address as it is, of anything else the path.

    Raises:
        StoreError: it is neither.
    """
    if isinstance(told, str) and "://" in told:
        return told
    # An empty path would be the folder that one happens to work in.
    if not isinstance(told, str | Path) or not str(told).strip():
        raise StoreError(f"{told!r} is no place of a store: give a folder, or an address (https://…, neo4j://…)")
    return Path(told)


def kind(name: str, told: str | None, kinds: type[_Kind]) -> _Kind | None:
    """One of some kinds by its value; None where none is told.

    Raises:
        QueryError: there is no such kind.
    """
    try:
        return None if told is None else kinds(told)
    except ValueError as error:
        raise QueryError(f"{name} is {told!r}: give one of {', '.join(kinds)}") from error


def day(name: str, told: str | date | None, end: int) -> date | None:
    """The first (0) or the last (1) day of what is told, such as ``2020-10``; None where nothing is told.

    Raises:
        QueryError: that is no day.
    """
    try:
        if isinstance(told, str):
            return days(told)[end]
    except ValueError as error:
        raise _no_day(name, told) from error
    if told is not None and not isinstance(told, date):
        raise _no_day(name, told)
    return told.date() if isinstance(told, datetime) else told


def plain(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a Cypher query with days as texts, as the property graph has them."""
    return {name: each.isoformat() if isinstance(each, date) else each for name, each in parameters.items()}


def _no_day(name: str, told: object) -> QueryError:
    return QueryError(f"{name} is {told!r}, which is no day: give a date, '2020-10-21', '2020-10' or '2020'")
