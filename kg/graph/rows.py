"""Answers as Python values: rows by name and by position, IRIs told apart from texts, days as days."""

import math
from calendar import monthrange
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from importlib import import_module
from typing import Any

from kg_ontology import PREFIXES

from kg.errors import QueryError
from kg.model import Literal
from kg.store.base import Term

_XSD = PREFIXES["xsd"]
_REALS = {_XSD + "decimal", _XSD + "double", _XSD + "float"}


class Node(str):
    """The IRI of a node; as a parameter it is that node, where a plain ``str`` is a text."""

    __slots__ = ()

    def __repr__(self) -> str:
        """With a known prefix, as ``node`` takes it."""
        for prefix, namespace in PREFIXES.items():
            if self.startswith(namespace):
                return f"node({prefix + ':' + self[len(namespace) :]!r})"
        return f"node({str(self)!r})"


def node(name: str) -> Node:
    """The node of an IRI, or of a name with a known prefix such as ``diplo:Meeting``."""
    prefix, colon, local = name.partition(":")
    return Node(PREFIXES[prefix] + local if colon and prefix in PREFIXES else name)


class Row(tuple[Any, ...]):
    """One row of an answer: ``row.name``, ``row["name"]`` and ``row[0]`` are the same."""

    columns: tuple[str, ...]

    def __new__(cls, columns: tuple[str, ...], values: Iterable[Any]) -> "Row":
        """Give the values the names of the columns."""
        row = super().__new__(cls, values)
        row.columns = columns
        return row

    def __getattr__(self, name: str) -> Any:
        """The value of a column; raises AttributeError with the columns that there are."""
        if not name.startswith("__") and name in self.columns:
            return tuple.__getitem__(self, self.columns.index(name))
        raise AttributeError(f"no column is called {name!r}; there are {', '.join(self.__dict__.get('columns', ()))}")

    def __getitem__(self, key: Any) -> Any:
        """By name or by position."""
        return getattr(self, key) if isinstance(key, str) else super().__getitem__(key)

    def asdict(self) -> dict[str, Any]:
        """The values by their names."""
        return dict(zip(self.columns, self, strict=True))

    def __repr__(self) -> str:
        """``Row(name='…', day=…)``."""
        return f"Row({', '.join(f'{name}={value!r}' for name, value in self.asdict().items())})"

    def __reduce__(self) -> Any:
        """Pickled with the columns."""
        return Row, (self.columns, tuple(self))


class Rows(list[Row]):
    """The rows of an answer; ``cut`` says that there were more than asked for, ``notes`` what else is to be known, in sentences."""

    def __init__(
        self,
        columns: tuple[str, ...],
        rows: Iterable[Iterable[Any]],
        *,
        cut: bool = False,
        notes: tuple[str, ...] = (),
    ) -> None:
        """Name the values of each row."""
        super().__init__(Row(columns, row) for row in rows)
        self.columns, self.cut, self.notes = columns, cut, notes

    def to_dataframe(self) -> Any:
        """A data frame of pandas.

        Raises:
            QueryError: pandas isn't installed.
        """
        try:
            pandas = import_module("pandas")
        except ImportError as error:
            raise QueryError("a data frame needs pandas: pip install 'diplo-kg[dataframe]'") from error
        return pandas.DataFrame([tuple(row) for row in self], columns=list(self.columns))


def value(term: Term | None) -> Any:
    """A term as a Python value: IRIs as ``Node``, numbers, truth values and days as such, other literals as texts."""
    if term is None or isinstance(term, str):
        return None if term is None else Node(term)
    if term.datatype == _XSD + "boolean":
        return term.value in ("true", "1")
    # A store may hold "twelve"^^xsd:integer: it is given as it stands.
    with suppress(ValueError):
        if term.datatype == _XSD + "integer":
            return int(term.value)
        if term.datatype in _REALS and math.isfinite(float(term.value)):
            return float(term.value)
        if term.datatype == _XSD + "date":
            return date.fromisoformat(term.value)
    return term.value


def days(told: str) -> tuple[date, date]:
    """The first and the last day of ``2020-10-21``, ``2020-10`` or ``2020``; raises ValueError where it is none of these."""
    first = date.fromisoformat(told + "-01" * (2 - told.count("-")))
    if told.count("-") == 0:
        return first, first.replace(month=12, day=31)
    return first, first if told.count("-") == 2 else first.replace(day=monthrange(first.year, first.month)[1])


def terms(parameters: Mapping[str, Any]) -> dict[str, Term]:
    """Python values as terms.

    Raises:
        QueryError: there is no term for a value.
    """
    return {name: _term(name, each) for name, each in parameters.items()}


def _term(name: str, given: Any) -> Term:
    if isinstance(given, Literal):
        return given
    if isinstance(given, str):
        return str(given) if isinstance(given, Node) else Literal(given)
    if isinstance(given, bool):
        return Literal("true" if given else "false", _XSD + "boolean")
    if isinstance(given, int):
        return Literal(str(given), _XSD + "integer")
    if isinstance(given, float):
        return Literal(repr(given), _XSD + "double")
    if type(given) is date:
        return Literal(given.isoformat(), _XSD + "date")
    raise QueryError(f"the parameter {name} is a {type(given).__name__}: give a text, a number, a day or kg.node(…)")
