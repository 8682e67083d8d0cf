"""Asks a store what an analyst wrote: with parameters, a time-out and a limit of rows, alike on every engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol, runtime_checkable

from kg.errors import QueryError
from kg.model import Triple
from kg.store.base import Store, Table, Term
from kg.store.parameters import bound
from kg.store.sparql import is_graph_query


@dataclass(frozen=True, slots=True)
class Asked:
    """A query; ``parameters`` give terms for its variables, ``seconds`` and ``limit`` are None where nothing bounds them, the latter 0 as well."""

    text: str
    parameters: Mapping[str, Term] = field(default_factory=dict, hash=False)
    seconds: float | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A table for SELECT and ASK, triples for CONSTRUCT and DESCRIBE; ``cut`` says that there was more than the limit."""

    found: Table | tuple[Triple, ...]
    cut: bool = False


@runtime_checkable
class Patient(Protocol):
    """A store that can give up a query when its time is over."""

    def within(self, query: str, seconds: float | None, limit: int | None) -> Table | tuple[Triple, ...]:
        """Answer a query of any form, with at most ``limit`` rows; raises QueryError when its time is over."""
        ...


def answer(store: Store, asked: Asked) -> Answered:
    """Answer a query over the view.

    Raises:
        QueryError: it is malformed, would change the store, takes too long, or lacks what a parameter is for; or the limit is none.
    """
    limit = at_most(asked.limit)
    text = bound(asked.text, asked.parameters)
    more = None if limit is None else limit + 1
    found: Table | tuple[Triple, ...]
    if isinstance(store, Patient):
        found = store.within(text, asked.seconds, more)
    else:
        found = store.construct(text) if is_graph_query(text) else store.select(text)
    return _cut(found, limit)


def at_most(limit: int | None) -> int | None:
    """How many rows a limit lets through, None where it is 0 or None: all.

    Raises:
        QueryError: it is below 0, or no number.
    """
    if limit is not None and (not isinstance(limit, int) or limit < 0):
        raise QueryError(f"the limit is {limit!r}: give how many rows at most, 0 for all")
    return limit or None


def _cut(found: Table | tuple[Triple, ...], limit: int | None) -> Answered:
    if isinstance(found, Table):
        return Answered(Table(found.columns, found.rows[:limit]), limit is not None and len(found.rows) > limit)
    return Answered(tuple(islice(found, limit)), limit is not None and len(found) > limit)
