"""Reads a store's view as a property graph: the whole of it in batches, or the pieces around nodes that were touched."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from kg_ontology import DATA

from kg.model import Iri, Triple
from kg.projection.events import FROM_EVENT, PARTICIPATION, When, participation, tie
from kg.projection.kept import Kept
from kg.projection.mapping import plan
from kg.projection.model import Node, Relationship, Slice
from kg.projection.nodes import links, node
from kg.projection.values import text
from kg.store.base import Store
from kg.store.terms import named

BATCH = 10_000
_EVENT, _PARTICIPATION, _TIE = (DATA + kind for kind in ("event/", "participation/", "tie/"))
_FACTS = "SELECT ?node ?property ?value WHERE {{ VALUES ?node {{ {iris} }} ?node ?property ?value {but} }}"
_TIES = (
    "SELECT ?tie ?property ?value WHERE {{ VALUES ?event {{ {iris} }} ?tie diplo:fromEvent ?event . "
    "?tie ?property ?value }}"
)
_EVENTS = (
    "SELECT DISTINCT ?event WHERE {{ {{ VALUES ?part {{ {iris} }} ?event diplo:participation ?part }} UNION "
    "{{ VALUES ?tie {{ {iris} }} ?tie diplo:fromEvent ?event }} }}"
)


class Facts(Protocol):
    """A view, or a part of one: its triples, those of one subject one after another."""

    def triples(self) -> Iterator[Triple]: ...


def whole(store: Facts, batch: int = BATCH) -> Iterator[Slice]:
    """The whole view; no slice has more than about ``batch`` nodes or relationships, and nodes come before what joins them."""
    # A store's triples are read once: it looks up the words of each term, and that takes most of the time.
    joins = _Joins(Kept(), {}, {})
    yield from _nodes(store, batch, joins)
    yield from _relationships(batch, joins)


def facts_about(store: Store, iris: Iterable[Iri]) -> dict[Iri, list[Triple]]:
    """The facts of the view about some nodes but for the direct edges, which ties tell."""
    return _facts(store, _FACTS, iris)


def ties_of(store: Store, events: Iterable[Iri]) -> dict[Iri, list[Triple]]:
    """The ties that some events caused, with their facts."""
    return _facts(store, _TIES, events)


def around(store: Store, touched: Iterable[Iri]) -> Slice:
    """What the property graph holds now of nodes that were touched, with all that they own."""
    # A few large questions: to ask node by node costs more in the store, and on a server far more.
    wanted = _owners(store, touched)
    facts = facts_about(store, wanted)
    days = {iri: When.of(each) for iri, each in facts.items() if iri.startswith(_EVENT)}
    nodes = [made for iri, each in facts.items() if (made := node(iri, each)) is not None]
    found = [link for iri, each in facts.items() for link in links(iri, each)]
    found += _participations(store, facts, days)
    found += [each for told in ties_of(store, days).values() for each in _tie(told, days)]
    held = {each.iri for each in nodes}
    gone = ((iri, label) for iri in wanted if iri not in held and (label := plan().label(iri)) is not None)
    return Slice(tuple(nodes), tuple(found), tuple(gone))


def nodes_of(store: Store, touched: Iterable[Iri]) -> tuple[Node, ...]:
    """Those of some nodes that the property graph holds now, without what joins them."""
    facts = facts_about(store, (iri for iri in touched if plan().label(iri) is not None))
    return tuple(made for iri, each in facts.items() if (made := node(iri, each)) is not None)


@dataclass(frozen=True, slots=True)
class _Joins:
    """What is told of nodes and joins them: the facts, when each event was, and the events of participations."""

    kept: Kept
    days: dict[Iri, When]
    events: dict[Iri, Iri]

    def take(self, iri: Iri, facts: Sequence[Triple]) -> None:
        """Keep what joins a subject to others."""
        if iri.startswith(_EVENT):
            self.days[iri] = When.of(facts)
            self.events.update((text(fact.object), iri) for fact in facts if fact.predicate == PARTICIPATION)
        if iri.startswith(_PARTICIPATION) or iri.startswith(_TIE):
            self.kept.put(iri, facts)
        else:
            self.kept.put(iri, [fact for fact in facts if fact.predicate in plan().relationships])

    def of(self, iri: Iri, facts: Sequence[Triple]) -> Iterator[Relationship]:
        """The relationships that the kept facts about a subject tell."""
        if iri.startswith(_TIE):
            yield from _tie(facts, self.days)
        elif iri.startswith(_PARTICIPATION):
            if (event := self.events.get(iri)) is not None:
                yield from participation(event, iri, facts, self.days[event])
        else:
            yield from links(iri, facts)


def _nodes(store: Facts, batch: int, joins: _Joins) -> Iterator[Slice]:
    """All nodes; on the way ``joins`` takes what joins them."""
    held: list[Node] = []
    for iri, facts in _grouped(store):
        joins.take(iri, facts)
        if (made := node(iri, facts)) is not None:
            held.append(made)
        if len(held) >= batch:
            yield Slice(tuple(held), ())
            held = []
    yield Slice(tuple(held), ())


def _relationships(batch: int, joins: _Joins) -> Iterator[Slice]:
    held: list[Relationship] = []
    for iri, facts in joins.kept:
        held += joins.of(iri, facts)
        if len(held) >= batch:
            yield Slice((), tuple(held))
            held = []
    yield Slice((), tuple(held))


def _grouped(store: Facts) -> Iterator[tuple[Iri, list[Triple]]]:
    for iri, facts in groupby(store.triples(), key=lambda fact: fact.subject):
        yield iri, list(facts)


def _participations(
    store: Store, facts: Mapping[Iri, Sequence[Triple]], days: Mapping[Iri, When]
) -> Iterator[Relationship]:
    events = {text(fact.object): iri for iri in days for fact in facts[iri] if fact.predicate == PARTICIPATION}
    for part, told in facts_about(store, events).items():
        yield from participation(events[part], part, told, days[events[part]])


def _facts(store: Store, query: str, iris: Iterable[Iri]) -> dict[Iri, list[Triple]]:
    """The facts that a query tells of some nodes, by their subjects."""
    asked, found = " ".join(str(named(iri)) for iri in iris), defaultdict[Iri, list[Triple]](list)
    # Who met thousands has as many direct edges; they are told by ties.
    edges = f"FILTER(?property NOT IN ({', '.join(str(named(iri)) for iri in plan().ties)}))"
    for subject, predicate, value in store.select(query.format(iris=asked, but=edges)).rows if asked else ():
        if isinstance(subject, str) and isinstance(predicate, str) and value is not None:
            found[subject].append(Triple(subject, predicate, value))
    return found


def _tie(facts: Sequence[Triple], days: Mapping[Iri, When]) -> Iterator[Relationship]:
    parts = {fact.predicate: fact.object for fact in facts if isinstance(fact.object, str)}
    event = parts.get(FROM_EVENT)
    if event is not None and event in days:
        yield from tie(parts, event, days[event])


def _owners(store: Store, touched: Iterable[Iri]) -> list[Iri]:
    """The nodes to read anew: for participations and ties their events."""
    asked = dict.fromkeys(touched)
    parts = " ".join(str(named(iri)) for iri in asked if iri.startswith((_PARTICIPATION, _TIE)))
    rows = store.select(_EVENTS.format(iris=parts)).rows if parts else ()
    events = [event for (event,) in rows if isinstance(event, str)]
    return list(dict.fromkeys([*(iri for iri in asked if plan().label(iri) is not None), *events]))
