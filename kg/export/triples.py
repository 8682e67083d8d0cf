"""Writes some triples, such as the answer to a CONSTRUCT, as Turtle."""

from collections.abc import Iterable
from typing import IO

import pyoxigraph as ox
from kg_ontology import PREFIXES

from kg.model import Iri, Triple
from kg.store.base import Term
from kg.store.terms import literal, named

_BLANK = "_:"


def write_triples(facts: Iterable[Triple], stream: IO[bytes]) -> None:
    """Write triples as Turtle with the prefixes of the ontology.

    Raises:
        StoreError: a term is neither an IRI, a blank node nor a literal that can be written.
    """
    written = (ox.Triple(_node(fact.subject), named(fact.predicate), _term(fact.object)) for fact in facts)
    ox.serialize(written, stream, ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES))


def _node(iri: Iri) -> ox.NamedNode | ox.BlankNode:
    """An IRI, or the blank node that a query made and a store calls ``_:name``."""
    return ox.BlankNode(iri.removeprefix(_BLANK)) if iri.startswith(_BLANK) else named(iri)


def _term(term: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    return _node(term) if isinstance(term, str) else literal(term)
