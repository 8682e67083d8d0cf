"""Reads ``--param`` of ``kg query``: values for SPARQL as terms, for Cypher as plain values."""

import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

import click
from kg_ontology import PREFIXES

from kg.model import Literal
from kg.projection.base import Parameter
from kg.store.base import Term

_GIVEN = re.compile(r"(\w+)(:?=)(.*)", re.DOTALL)
_IRI = re.compile(r"<([^<>]*)>")
_TYPED = re.compile(r"(.*)\^\^(?:<([^<>]+)>|(\w+):(\w+))", re.DOTALL)
_TAGGED = re.compile(r'"(.*)"@([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)', re.DOTALL)
_XSD = PREFIXES["xsd"]


def plain_values(given: Iterable[str]) -> Mapping[str, Parameter]:
    """The parameters of a Cypher query.

    Raises:
        click.UsageError: one has no name, is named twice, or isn't JSON where that is told.
    """
    return {name: _json(name, value) if told == ":=" else value for name, told, value in _split(given)}


def terms(given: Iterable[str]) -> Mapping[str, Term]:
    """The parameters of a SPARQL query; raises like ``plain_values``, and for JSON that is no term."""
    return {name: _of_json(name, value) if told == ":=" else _term(value) for name, told, value in _split(given)}


def _split(given: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    seen: set[str] = set()
    for each in given:
        found = _GIVEN.fullmatch(each)
        if found is None:
            raise click.UsageError(f"--param '{each}' is no parameter: write name=value, or name:=5 for JSON.")
        if found[1] in seen:
            raise click.UsageError(f"the parameter '{found[1]}' is given twice.")
        seen.add(found[1])
        # A byte of a command line that is no text arrives as half a surrogate pair, which no query can hold.
        yield found[1], found[2], found[3].encode("utf-8", "replace").decode()


def _term(value: str) -> Term:
    if found := _IRI.fullmatch(value):
        prefix, colon, local = found[1].partition(":")
        return PREFIXES[prefix] + local if colon and prefix in PREFIXES else found[1]
    if found := _TAGGED.fullmatch(value):
        return Literal(found[1], None, found[2])
    if (found := _TYPED.fullmatch(value)) and (found[2] or found[3] in PREFIXES):
        return Literal(found[1].strip('"'), found[2] or PREFIXES[found[3]] + found[4])
    return Literal(value)


def _of_json(name: str, value: str) -> Term:
    told = _json(name, value)
    if isinstance(told, bool):
        return Literal("true" if told else "false", _XSD + "boolean")
    if isinstance(told, int):
        return Literal(str(told), _XSD + "integer")
    if isinstance(told, float):
        return Literal(repr(told), _XSD + ("double" if "e" in repr(told) else "decimal"))
    if isinstance(told, str):
        return Literal(told)
    raise click.UsageError(f"--param {name}: SPARQL has no lists and no null: give a number, true, false or a text.")


def _json(name: str, value: str) -> Any:
    try:
        return json.loads(value, parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise click.UsageError(f"--param {name}:={value[:60]} is not JSON: {error}.") from error


def _finite(told: str) -> float:
    return float(told) if math.isfinite(float(told)) else _no_number(told)


def _no_number(told: str) -> NoReturn:
    # Python's reader takes NaN and Infinity, which JSON and the engines don't know.
    raise ValueError(f"{told} is no number there")
