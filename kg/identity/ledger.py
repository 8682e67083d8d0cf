"""Remembers in the store which nodes of which article graphs are shown as others, so that the view can be revised later."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.identity.resolution import Folds
from kg.identity.terms import FOLDED_INTO, RETRACTED, identity_ledger
from kg.model import Iri, Quad, Triple
from kg.store.base import Store


def read_folds(store: Store) -> Folds:
    """What the view was made with, by article graph; an account that the view leaves out stands for ``RETRACTED``."""
    graphs = {identity_ledger(graph): graph for graph in store.graphs()}
    found: defaultdict[Iri, dict[Iri, Iri]] = defaultdict(dict)
    for quad in store.quads(FOLDED_INTO):
        graph = graphs.get(quad.graph or "")
        if graph is not None and isinstance(quad.triple.object, str):
            found[graph][quad.triple.subject] = quad.triple.object
    return {graph: dict(sorted(own.items())) for graph, own in sorted(found.items())}


def written(graph: Iri, folds: Mapping[Iri, Iri]) -> Iterator[Quad]:
    """What the ledger says of one article graph."""
    return (Quad(Triple(node, FOLDED_INTO, into), identity_ledger(graph)) for node, into in folds.items())


def shared(folds: Folds) -> Mapping[Iri, frozenset[Iri]]:
    """The events of several accounts, by the node of the view, with the accounts whose nodes stand for it."""
    found: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for own in folds.values():
        for node, into in own.items():
            if into != RETRACTED and "/event/" in into:
                found[into].update((node, into))
    return {iri: frozenset(members) for iri, members in found.items()}
