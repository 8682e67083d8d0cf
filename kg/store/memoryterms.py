"""Carries what a store holds to the terms of rdflib and back."""

import rdflib
from rdflib.term import BNode, Identifier, Node, URIRef

from kg.model import Literal, Triple
from kg.store import terms
from kg.store.base import Term


def checked(fact: Triple) -> tuple[URIRef, URIRef, Node]:
    """A fact in terms of rdflib; raises StoreError where it can't be stored."""
    terms.named(fact.subject), terms.named(fact.predicate)
    return URIRef(fact.subject), URIRef(fact.predicate), term(fact.object)


def triple(fact: tuple[Node, Node, Node]) -> Triple:
    """What rdflib holds as a fact of ours."""
    subject, predicate, target = fact
    return Triple(str(read(subject)), str(predicate), read(target))


def term(value: Term) -> Identifier:
    """A term of ours in that of rdflib; raises StoreError where it can't be stored."""
    plain = terms.term(value)
    if isinstance(value, str):
        return URIRef(plain.value)
    told = terms.canonical(value)
    return rdflib.Literal(told.value, told.language, told.datatype, normalize=False)


def read(node: Node) -> Term:
    """A term of rdflib as ours."""
    if isinstance(node, rdflib.Literal):
        kind = None if node.datatype is None else str(node.datatype)
        return terms.canonical(Literal(str(node), None if node.language else kind, node.language))
    return f"_:{node}" if isinstance(node, BNode) else str(node)
