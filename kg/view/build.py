"""Builds the picture's graph out of a store: which nodes there are, what ties them, what is known of each, most central first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from urllib.parse import urlsplit

from kg.model import Iri
from kg.store.base import Store
from kg.view.central import drawn, most_central
from kg.view.columns import FAMILIES
from kg.view.facets import facets_of, pair_of
from kg.view.facts import Teller, kind_of
from kg.view.graph import Pair, ViewArticle, ViewEdge, ViewEvidence, ViewFact, ViewGraph, ViewNode
from kg.view.links import Link, links, own_facts
from kg.view.records import Record, Records
from kg.view.selection import EVENT_KINDS, Selection, narrowed
from kg.view.words import Words, clean

# What a reader wants to know of a node first. The names are keys of the interface strings.
_ORDER = (
    *("status", "date", "candidates", "dateText", "place", "participants", "offices", "represents"),
    *("events", "statementsMade", "topics", "processes", "during", "representedBy", "met", "spokeWith"),
    *("wroteTo", "letterFrom", "visited", "visitedBy", "statements", "salience", "confidence"),
)


def build_graph(store: Store, words: Words, selection: Selection | None = None, most: int | None = None) -> ViewGraph:
    """Read a store, or what a selection leaves of it, as a picture in one language; of more than ``most`` nodes the most central."""
    all_nodes = drawn(store) if most and selection is None else {}
    total = len(all_nodes)
    central = most_central(store, all_nodes, most) if most and total > most else None
    teller = Teller(Records(store, central), words)
    kinds, tied = _found(teller, central)
    if selection is not None:
        kinds, tied = narrowed(selection, teller.records, kinds, tied)
        total = len(kinds)
        kinds, tied = _cut(kinds, tied, most or total)
    return _graph(teller, kinds, tied, max(0, total - len(kinds)))


def graph_around(store: Store, words: Words, events: frozenset[Iri]) -> ViewGraph:
    """Some events with who took part and what they were about; nothing else of the store is read."""
    teller = Teller(Records(store, events), words)
    kinds, tied = narrowed(Selection(events), teller.records, *_found(teller, None))
    return _graph(teller, kinds, tied, 0)


def _found(teller: Teller, among: frozenset[Iri] | None) -> tuple[dict[Iri, str], list[Link]]:
    """The nodes that are drawn, with their kinds, and what ties them."""
    records = teller.records.of_all()
    kinds = {
        record.iri: kind for record in records if (among is None or record.iri in among) and (kind := kind_of(record))
    }
    tied = [
        link for link in links(teller) if link.source != link.target and link.source in kinds and link.target in kinds
    ]
    return kinds, tied


def _graph(teller: Teller, kinds: dict[Iri, str], tied: list[Link], left_out: int) -> ViewGraph:
    records = teller.records
    edges = _edges(tied)
    facts = _facts(teller, kinds, tied)
    nodes = [_node(teller, iri, kind, facts[iri]) for iri, kind in _ranked(kinds, map(pair_of, edges))]
    evidence = {record.iri: _evidence(record, records) for record in records.of("Evidence")}
    facets = facets_of(teller, kinds, map(pair_of, edges))
    return ViewGraph(tuple(nodes), edges, evidence, facets, left_out)


def safe_link(url: str) -> str | None:
    """The address if a browser may follow it (http or https, with a host), else None."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.hostname else None


def _edges(tied: Iterable[Link]) -> tuple[ViewEdge, ...]:
    pairs: defaultdict[tuple[Iri, Iri], list[Link]] = defaultdict(list)
    for link in tied:
        pairs[min(link.source, link.target), max(link.source, link.target)].append(link)
    return tuple(
        ViewEdge(
            group[0].source,
            group[0].target,
            tuple(family for family in FAMILIES if any(link.family == family for link in group)),
            _merged(link.fact for link in group),
        )
        for _, group in sorted(pairs.items())
    )


def _facts(teller: Teller, kinds: dict[Iri, str], tied: list[Link]) -> defaultdict[Iri, list[ViewFact]]:
    facts: defaultdict[Iri, list[ViewFact]] = defaultdict(list)
    for event in teller.records.of("Event"):
        facts[event.iri].extend(teller.event(event))
    for iri, fact in chain(_linked(tied), own_facts(teller)):
        facts[iri].append(fact)
    order = {teller.fact(name): place for place, name in enumerate(_ORDER)}
    for iri in kinds:
        facts[iri] = sorted(_merged(facts[iri]), key=lambda fact: order.get(fact.name, len(order)))
    return facts


def _linked(tied: Iterable[Link]) -> Iterator[tuple[Iri, ViewFact]]:
    for link in tied:
        if link.at_source:
            yield link.source, link.at_source
        if link.at_target:
            yield link.target, link.at_target


def _merged(facts: Iterable[ViewFact]) -> tuple[ViewFact, ...]:
    """Tell the same thing once, with all its evidence."""
    told: dict[tuple[object, ...], list[ViewFact]] = {}
    for fact in facts:
        told.setdefault((fact.name, fact.text, fact.target, fact.notes, fact.detail), []).append(fact)
    return tuple(same[0] if len(same) == 1 else _with_all_evidence(same) for same in told.values())


def _with_all_evidence(same: list[ViewFact]) -> ViewFact:
    return replace(same[0], evidence=tuple(dict.fromkeys(iri for fact in same for iri in fact.evidence)))


def _cut(kinds: dict[Iri, str], tied: list[Link], most: int) -> tuple[dict[Iri, str], list[Link]]:
    """The most central nodes, and the links between them."""
    if len(kinds) <= most:
        return kinds, tied
    kept = dict(_ranked(kinds, _pairs(tied))[:most])
    return kept, [link for link in tied if link.source in kept and link.target in kept]


def _pairs(tied: Iterable[Link]) -> set[Pair]:
    return {(min(link.source, link.target), max(link.source, link.target)) for link in tied}


def _ranked(kinds: dict[Iri, str], pairs: Iterable[Pair]) -> list[tuple[Iri, str]]:
    degree: defaultdict[Iri, int] = defaultdict(int)
    for pair in pairs:
        for iri in pair:
            degree[iri] += 1
    return sorted(kinds.items(), key=lambda item: (-degree[item[0]], item[0]))


def _node(teller: Teller, iri: Iri, kind: str, facts: list[ViewFact]) -> ViewNode:
    record = teller.records.get(iri) or Record(iri)
    is_event = kind in EVENT_KINDS
    uncertain = is_event and record.value("diplo:status") not in ("", "held")
    day = teller.day(record) if is_event else ""
    return ViewNode(
        iri, kind, teller.label(iri), teller.names(record), tuple(facts), record.iris("diplo:evidence"), uncertain, day
    )


def _evidence(record: Record, records: Records) -> ViewEvidence:
    quote = next(iter(record.literals("diplo:quote")), None)
    article = records.get(record.iri_of("diplo:article"))
    return ViewEvidence(
        quote.value if quote else "",
        int(record.number("diplo:start") or 0),
        int(record.number("diplo:end") or 0),
        quote.language if quote else None,
        _article(article) if article else None,
        record.iri_of("diplo:quotedFrom") is not None,
        record.number("diplo:confidence"),
    )


def _article(record: Record) -> ViewArticle:
    title = next(iter(record.literals("dcterms:title")), None)
    return ViewArticle(
        clean(title.value) if title else "",
        clean(record.text("diplo:site")),
        record.text("diplo:published"),
        safe_link(record.text("schema:url")),
        title.language if title else None,
    )
