"""Remembers in the store which nodes of which article graphs are shown as others, so that the view can be revised later."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.identity.resolution import Beside, Folds
from kg.identity.terms import FOLDED_INTO, RETRACTED
from kg.model import Iri, Quad, Triple
from kg.store.base import Store, identity_ledger


def read_shown(store: Store) -> tuple[Folds, Beside]:
    """What the view was made with, by article graph: the nodes that stand for others (``RETRACTED`` for what the view leaves out),
    and what is told beside."""
    graphs = {identity_ledger(graph): graph for graph in store.graphs()}
    folds: defaultdict[Iri, dict[Iri, Iri]] = defaultdict(dict)
    beside: defaultdict[Iri, set[Triple]] = defaultdict(set)
    for ledger in store.ledgers():
        graph = graphs.get(ledger)
        for fact in store.triples(ledger) if graph is not None else ():
            if fact.predicate == FOLDED_INTO and isinstance(fact.object, str):
                folds[graph or ""][fact.subject] = fact.object
            else:
                beside[graph or ""].add(fact)
    sorted_folds = {graph: dict(sorted(own.items())) for graph, own in sorted(folds.items())}
    return sorted_folds, {graph: frozenset(facts) for graph, facts in beside.items()}


def written(graph: Iri, folds: Mapping[Iri, Iri], beside: Iterable[Triple]) -> Iterator[Quad]:
    """What the ledger says of one article graph."""
    folded = (Triple(node, FOLDED_INTO, into) for node, into in folds.items())
    return (Quad(fact, identity_ledger(graph)) for fact in (*folded, *beside))


def shared(folds: Folds) -> Mapping[Iri, frozenset[Iri]]:
    """The events of several accounts, by the node of the view, with the accounts whose nodes stand for it."""
    found: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for own in folds.values():
        for node, into in own.items():
            if into != RETRACTED and "/event/" in into:
                found[into].update((node, into))
    return {iri: frozenset(members) for iri, members in found.items()}
