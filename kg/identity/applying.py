"""Brings a store's view up to date with a resolution: only what changed is written, some graphs at a time, each time in one transaction."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from kg.facts.vocabulary import diplo
from kg.identity.alternatives import Occasion
from kg.identity.consensus import consensus
from kg.identity.copies import Text, origins
from kg.identity.folding import Plan, Shown, shown
from kg.identity.ledger import read_shown, shared, written
from kg.identity.records import Account
from kg.identity.resolution import Beside, Folds, Resolution
from kg.identity.tellers import Tellers
from kg.identity.terms import ALTERNATIVE, ASSERTED_IN, BY_CONSENSUS, STALE, STALE_LEDGER
from kg.model import Iri, Literal, Quad, Triple
from kg.store.base import Store, identity_ledger

Value = TypeVar("Value")
_BATCH = 200
Making = tuple[Folds, Beside]
"""What a view is made with: the folds of article graphs, and what is told beside them."""


def apply(store: Store, resolution: Resolution) -> int:
    """Make the view show what was worked out; returns how many article graphs had to be shown anew.

    A run that is killed leaves a view in which some graphs are shown as before; the next run finishes.
    """
    change = _Change(store, read_shown(store), (resolution.folds, resolution.beside), resolution)
    graphs = change.graphs()
    for at in range(0, len(graphs), _BATCH):
        change.write(graphs[at : at + _BATCH])
    change.write_events()
    return len(graphs)


def unfold(store: Store, graphs: Iterable[Iri]) -> bool:
    """Show some article graphs as they are, so that they can be dropped or replaced; the next resolution mends the rest.

    Returns whether any of them was shown otherwise.
    """
    folded = [graph for graph in sorted(set(graphs)) if any(store.triples(identity_ledger(graph)))]
    if folded:
        _unfold(store, folded)
    return bool(folded)


def _unfold(store: Store, leaving: Sequence[Iri]) -> None:
    folds, beside = read_shown(store)
    gone = frozenset(leaving)
    kept = {graph: own for graph, own in folds.items() if graph not in gone}
    told = {graph: facts for graph, facts in beside.items() if graph not in gone}
    change = _Change(store, (folds, beside), (kept, told))
    for at in range(0, len(leaving), _BATCH):
        change.write(leaving[at : at + _BATCH])


class _Change:
    """What was shown before, and what shall be shown now."""

    def __init__(self, store: Store, old: Making, new: Making, resolution: Resolution | None = None) -> None:
        self.store = store
        self.asserted = resolution.asserted if resolution else {}
        self.accounts = {iri: each.account for iri, each in resolution.witnesses.items()} if resolution else {}
        self.old, self.old_beside = old
        self.new, self.new_beside = new
        self.was, self.now = shared(self.old), shared(self.new)
        self.shared_before, self.shared_now = frozenset(self.was), frozenset(self.now)
        self.shared_ever = self.shared_before | self.shared_now
        self.tellers = Tellers(store, self.new, self.new_beside)
        self._seen: dict[Iri, Shown] = {}
        self._of_events: dict[Iri, frozenset[Triple]] = {}

    def graphs(self) -> list[Iri]:
        """The graphs to show anew: those with nodes that are folded otherwise, and those of events that are told anew."""
        found = _differing(self.old, self.new) | _differing(self.old_beside, self.new_beside)
        for iri in self.was.keys() ^ self.now.keys():
            if iri in self.accounts:
                found.add(self.accounts[iri].source.graph)
        return sorted(found)

    def write(self, graphs: Iterable[Iri]) -> None:
        """Show some graphs anew, in one transaction, but for what events say by consensus."""
        gone: dict[Triple, Iri | None] = {}
        come: set[Triple] = set()
        ledger: tuple[list[Quad], list[Quad]] = ([], [])
        stale: set[str] = set()
        self._forget()
        for graph in graphs:
            facts = list(self.store.triples(graph))
            old_beside, new_beside = (told.get(graph, frozenset()) for told in (self.old_beside, self.new_beside))
            before = shown(facts, Plan(self.old.get(graph, {}), self.shared_before, old_beside))
            self._seen[graph] = after = shown(facts, Plan(self.new.get(graph, {}), self.shared_now, new_beside))
            gone.update((fact, before.event_of(fact)) for fact in before.facts - after.facts)
            come |= after.facts - before.facts
            old = set(written(graph, self.old.get(graph, {}), old_beside))
            new = set(written(graph, self.new.get(graph, {}), new_beside))
            ledger[0].extend(old - new)
            ledger[1].extend(new - old)
            stale |= {str(quad.triple.object) for quad in old ^ new} & self.shared_ever
        leaving = [fact for fact, event in gone.items() if fact not in come and not self._told(fact, event)]
        noted = [Quad(Triple(iri, STALE, iri), STALE_LEDGER) for iri in sorted(stale)]
        self.store.revise([*map(Quad, leaving), *ledger[0]], [*map(Quad, come), *ledger[1], *noted])

    def write_events(self) -> None:
        """Write anew what events say by consensus, where their accounts or what is asserted of them changed."""
        notes = {quad.triple.subject: quad for quad in self.store.quads(STALE) if quad.graph == STALE_LEDGER}
        for iri in sorted(notes.keys() | self._asserted_otherwise()):
            before = set(self._by_consensus(iri))
            after = set(self._consensus(iri)) if iri in self.now else before & self._alone(iri)
            gone = [*filter(None, [notes.get(iri)]), *map(Quad, before - after)]
            self.store.revise(gone, list(map(Quad, after - before)))

    def _asserted_otherwise(self) -> set[Iri]:
        """The events of which the view shows other assertions than those that stand."""
        shown: defaultdict[Iri, set[Iri]] = defaultdict(set)
        for iri, judgement in self.store.select(f"SELECT ?e ?j WHERE {{ ?e <{ASSERTED_IN}> ?j ; a diplo:Event }}").rows:
            shown[str(iri)].add(str(judgement))
        stand = {iri: {each.judgement for each in own} for iri, own in self.asserted.items()}
        return {iri for iri in shown.keys() | stand.keys() if shown.get(iri) != stand.get(iri)}

    def _consensus(self, iri: Iri) -> Iterator[Triple]:
        accounts = tuple(self.accounts[each] for each in sorted(self.now[iri]))
        texts = {account.source.article: self._text(account) for account in accounts}
        return consensus(Occasion(iri, accounts, origins(texts), self.asserted.get(iri, ())), self._own)

    def _text(self, account: Account) -> Text:
        article = account.source.article
        found = (each for each in self.store.facts(article, account.source.graph) if each.predicate == diplo("text"))
        words = next((each.object.value for each in found if isinstance(each.object, Literal)), "")
        return Text(words, account.source.published)

    def _own(self, account: Account) -> tuple[Triple, ...]:
        return self.store.facts(account.iri, account.source.graph)

    def _alone(self, iri: Iri) -> set[Triple]:
        """What an event that has one account only says for itself."""
        account = self.accounts.get(iri)
        if account is None:
            return set()
        return set(self._after(account.source.graph).facts)

    def _after(self, graph: Iri) -> Shown:
        """What a graph gives to the view from now on; kept while a batch is written."""
        if graph not in self._seen:
            plan = Plan(self.new.get(graph, {}), self.shared_now, self.new_beside.get(graph, frozenset()))
            self._seen[graph] = shown(self.store.triples(graph), plan)
        return self._seen[graph]

    def _by_consensus(self, iri: Iri) -> Iterator[Triple]:
        """What the view says of an event by consensus now."""
        for fact in self.store.facts(iri):
            if fact.predicate in BY_CONSENSUS:
                yield fact
                if fact.predicate == ALTERNATIVE and isinstance(fact.object, str):
                    yield from self.store.facts(fact.object)

    def _told(self, fact: Triple, event: Iri | None) -> bool:
        """Whether an article graph gives the view this fact, now that its nodes stand for others."""
        if event is not None and fact in self._of_event(event):
            return True
        return any(fact in self._after(graph).facts for graph in sorted(self.tellers.of_fact(fact)))

    def _of_event(self, event: Iri) -> frozenset[Triple]:
        """All that the graphs of an event's accounts give to the view from now on."""
        if event not in self._of_events:
            graphs = {graph for each in self.now.get(event, ()) for graph in self.tellers.of_account(each)}
            self._of_events[event] = frozenset().union(*(self._after(graph).facts for graph in sorted(graphs)))
        return self._of_events[event]

    def _forget(self) -> None:
        """Let go of what was kept for a batch."""
        self._seen, self._of_events = {}, {}
        self.tellers.forget()


def _differing(old: Mapping[Iri, Value], new: Mapping[Iri, Value]) -> set[Iri]:
    return {graph for graph in old.keys() | new.keys() if old.get(graph) != new.get(graph)}
