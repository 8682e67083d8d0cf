"""Turns the terms of the graph into plain values to print."""

import contextlib
import math

from kg_ontology import PREFIXES

from kg.model import Literal
from kg.store.base import Table, Term
from kg_cli.output import Answer, Cell

XSD = PREFIXES["xsd"]
_REALS = (XSD + "decimal", XSD + "double", XSD + "float")


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
    # A store may hold "twelve"^^xsd:integer: it is printed as it stands.
    with contextlib.suppress(ValueError):
        if term.datatype == XSD + "integer":
            return int(term.value)
        if term.datatype in _REALS and math.isfinite(float(term.value)):
            return float(term.value)
    return term.value
