"""Finds the article graphs that may give the view a fact, as their nodes are shown now."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.facts.vocabulary import LABEL, TYPE, diplo
from kg.identity.resolution import Beside, Folds
from kg.identity.terms import ALT_LABEL
from kg.model import Iri, Literal, Triple
from kg.store.base import LEDGERS, Store

_Told = Mapping[Iri, list[tuple[Iri | Literal, Iri]]]
"""What article graphs tell of a node: for each property its values, each with the graph."""


class Tellers:
    """The article graphs by what they tell. They don't change meanwhile, so what was asked once is kept until ``forget``."""

    def __init__(self, store: Store, folds: Folds, beside: Beside) -> None:
        """Ask a store that is shown with these folds and these facts beside."""
        self._store, self._folds = store, folds
        self._standing: defaultdict[Iri, set[Iri]] = defaultdict(set)
        for own in folds.values():
            for node, into in own.items():
                self._standing[into].add(node)
        self._beside: defaultdict[Triple, set[Iri]] = defaultdict(set)
        for graph, facts in beside.items():
            for fact in facts:
                self._beside[fact].add(graph)
        self._told: dict[Iri, _Told] = {}

    def forget(self) -> None:
        """Let go of what was kept: a whole store of it would not fit into memory."""
        self._told.clear()

    def of_account(self, account: Iri) -> set[Iri]:
        """The graphs that tell of an account."""
        told = self._of_node(account).get(TYPE, ())
        return {graph for value, graph in told if value == diplo("Event")}

    def of_fact(self, fact: Triple) -> set[Iri]:
        """The graphs that hold a fact of which this one is made, and those beside which it is told."""
        return {*self._holding(fact), *self._beside.get(fact, ())}

    def _holding(self, fact: Triple) -> Iterator[Iri]:
        predicate = LABEL if fact.predicate == ALT_LABEL else fact.predicate
        for subject in (fact.subject, *self._standing.get(fact.subject, ())):
            for value, graph in self._of_node(subject).get(predicate, ()):
                own = self._folds.get(graph, {})
                into = own.get(value, value) if isinstance(value, str) else value
                if into == fact.object and own.get(subject, subject) == fact.subject:
                    yield graph

    def _of_node(self, node: Iri) -> _Told:
        if node not in self._told:
            found: defaultdict[Iri, list[tuple[Iri | Literal, Iri]]] = defaultdict(list)
            for quad in self._store.about(node):
                if quad.graph is not None and not quad.graph.startswith(LEDGERS):
                    found[quad.triple.predicate].append((quad.triple.object, quad.graph))
            self._told[node] = found
        return self._told[node]
