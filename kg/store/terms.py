"""Translates between the model's terms and the terms of pyoxigraph."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import pyoxigraph as ox
from kg_ontology import PREFIXES

from kg.errors import StoreError
from kg.model import Iri, Literal, Quad, Triple
from kg.store.base import LEDGERS, Term

_BATCH = 500
STRING = PREFIXES["xsd"] + "string"
BOOLEAN = PREFIXES["xsd"] + "boolean"
_TEXT = ox.NamedNode(STRING)
_INTEGER = PREFIXES["xsd"] + "integer"
_PAIR = re.compile(r"\\\\([uU])|\\.")
_DECIMAL = PREFIXES["xsd"] + "decimal"
_NUMBER = {
    _INTEGER: re.compile(r"[+-]?[0-9]{1,18}"),
    _DECIMAL: re.compile(r"[+-]?([0-9]{1,18}(\.[0-9]{0,18})?|\.[0-9]{1,18})"),
}

Engine = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | ox.DefaultGraph


@lru_cache(maxsize=8192)
def named(iri: Iri) -> ox.NamedNode:
    """An IRI for the engine.

    Raises:
        StoreError: it is not an IRI.
    """
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise StoreError(f"{iri!r} is not an IRI: {error}") from error


def batches(nodes: Iterable[Iri]) -> Iterator[str]:
    """Nodes as a list in a query names them, a few hundred at once.

    Raises:
        StoreError: one of them is not an IRI.
    """
    wanted = [str(named(iri)) for iri in nodes]
    for start in range(0, len(wanted), _BATCH):
        yield " ".join(wanted[start : start + _BATCH])


def literal(value: Literal) -> ox.Literal:
    """A literal for the engine.

    Raises:
        StoreError: its text or its language tag can't be stored.
    """
    try:
        if value.language is not None:
            return ox.Literal(value.value, language=value.language.lower())
        return ox.Literal(value.value, datatype=None if value.datatype is None else ox.NamedNode(value.datatype))
    except (ValueError, TypeError) as error:
        raise StoreError(f"the literal {value.value[:60]!r} can't be stored: {error}") from error


def term(value: Term) -> ox.NamedNode | ox.Literal:
    """Any term of the model for the engine; raises StoreError like ``named`` and ``literal``."""
    return named(value) if isinstance(value, str) else literal(value)


def written(value: Term) -> str:
    """A term as SPARQL writes it, the same to every engine; raises StoreError like ``named`` and ``literal``."""
    # Some read \\u0022 as the escape \u0022: the letter is escaped then, so that nothing is left to mistake.
    return _PAIR.sub(lambda found: rf"\\\U{ord(found[1]):08X}" if found[1] else found[0], str(term(value)))


def parts(facts: Iterable[Triple]) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]:
    """Subject, predicate and object of each fact for the engine; raises StoreError like ``named`` and ``literal``."""
    for fact in facts:
        yield named(fact.subject), named(fact.predicate), term(fact.object)


def triples(facts: Iterable[Triple]) -> Iterator[ox.Triple]:
    """Facts for the engine; raises StoreError like ``named`` and ``literal``."""
    return (ox.Triple(*each) for each in parts(facts))


def checked(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The same facts; raises StoreError where one stands in an article graph, which nothing revises."""
    for quad in quads:
        if quad.graph is not None and not quad.graph.startswith(LEDGERS):
            raise StoreError(f"{quad.graph} is an article graph: what an article says is replaced as a whole")
        yield quad


def whole(quad: Quad) -> ox.Quad:
    """A fact for the engine, wherever it stands; raises StoreError like ``named`` and ``literal``."""
    fact = (named(quad.triple.subject), named(quad.triple.predicate), term(quad.triple.object))
    return ox.Quad(*fact) if quad.graph is None else ox.Quad(*fact, named(quad.graph))


def placed(quads: Iterable[Quad]) -> Iterator[ox.Quad]:
    """Facts of the view and of ledgers for the engine.

    Raises:
        StoreError: one can't be stored, or stands in an article graph, which nothing revises.
    """
    return map(whole, checked(quads))


def read(value: Engine) -> Term:
    """A term of the engine for the model; a blank node, which only a query can make, becomes ``_:name``."""
    if isinstance(value, ox.NamedNode):
        return value.value
    if isinstance(value, ox.Literal):
        if (language := value.language) is not None:
            return Literal(value.value, None, language)
        return Literal(value.value) if (kind := value.datatype) == _TEXT else Literal(value.value, kind.value)
    return str(value)


def read_triple(value: ox.Triple | ox.Quad) -> Triple:
    """A triple or quad of the engine for the model."""
    subject, target = value.subject, value.object
    return Triple(
        subject.value if isinstance(subject, ox.NamedNode) else str(subject),
        value.predicate.value,
        target.value if isinstance(target, ox.NamedNode) else read(target),
    )


def canonical(value: Literal) -> Literal:
    """The literal as every store gives it back: one form for equal numbers and booleans, language tags in lower case."""
    if value.language is not None:
        return Literal(value.value, None, value.language.lower())
    if value.datatype == STRING:
        return Literal(value.value)
    if value.datatype == BOOLEAN:
        return Literal({"1": "true", "0": "false"}.get(value.value, value.value), BOOLEAN)
    pattern = _NUMBER.get(value.datatype or "")
    if pattern is None or not pattern.fullmatch(value.value):
        return value
    # Who only reads compares no numbers.
    from decimal import Decimal

    shown = f"{Decimal(value.value):f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return Literal("0" if shown in ("-0", "") else shown, value.datatype)
