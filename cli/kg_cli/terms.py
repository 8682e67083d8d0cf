"""Turns the terms of the graph into plain values to print."""

import contextlib

from kg_ontology import PREFIXES

from kg.model import Literal
from kg.store.base import Table, Term
from kg_cli.output import Answer, Cell

XSD = PREFIXES["xsd"]
_NUMBERS = {XSD + "integer": int, XSD + "decimal": float, XSD + "double": float, XSD + "float": float}


def answer_of(table: Table, form: str) -> Answer:
    """The answer to a query; IRIs are shortened by the known prefixes in tables for people."""
    rows = [tuple(value(term, short=form == "table") for term in row) for row in table.rows]
    return Answer(table.columns, rows)


def value(term: Term | None, *, short: bool) -> Cell:
    """A term as a plain value: numbers and booleans as such, the rest as text."""
    if term is None:
        return None
    if isinstance(term, str):
        return abbreviate(term) if short else term
    return _literal(term)


def abbreviate(iri: str) -> str:
    """``kgid:event/1f2e…`` for a full IRI, where a prefix fits."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _literal(term: Literal) -> Cell:
    if term.datatype == XSD + "boolean":
        return term.value in ("true", "1")
    number = _NUMBERS.get(term.datatype or "")
    if number is not None:
        # A store may hold "twelve"^^xsd:integer: it is printed as it stands.
        with contextlib.suppress(ValueError):
            return number(term.value)
    return term.value
