"""Tells of each event what the filters of the page ask: status, days, confidence, topics, processes, countries; and of ties their events.

The page gets columns, one list per attribute with an entry per event, in which values stand as numbers; it reads them only through
the functions of ``filters.js`` and ``data.js``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from kg.model import Iri
from kg.view.facts import Teller
from kg.view.graph import EventFacets, Facets, Pair, ViewEdge
from kg.view.records import Record

KINDS = ("topic", "process", "country")
"""What an event can have several values of, in this order."""

_EPOCH = date(1970, 1, 1).toordinal()


def facets_of(teller: Teller, nodes: Iterable[Iri], pairs: Iterable[Pair]) -> Facets:
    """What is known of the events among ``nodes`` and of those behind the lines between ``pairs``."""
    drawn = frozenset(nodes)
    ties = _ties(teller, frozenset(pairs))
    wanted = drawn.union(*ties.values())
    countries = frozenset(record.iri for record in teller.records.of("State"))
    events = tuple(_event(teller, each, countries) for each in teller.records.of("Event") if each.iri in wanted)
    used = {value for event in events for values in event.values for value in values}
    return Facets(events, ties, {iri: teller.label(iri) for iri in sorted(used)})


def pair_of(edge: ViewEdge) -> Pair:
    """The two nodes that a line ties, whichever way it runs."""
    return min(edge.source, edge.target), max(edge.source, edge.target)


def columns(facets: Facets, nodes: Mapping[Iri, int], edges: Mapping[Pair, int]) -> dict[str, Any]:
    """The facets as the page reads them, nodes and lines by their numbers."""
    number = {event.iri: place for place, event in enumerate(facets.events)}
    values = [sorted({iri for event in facets.events for iri in event.values[kind]}) for kind in range(len(KINDS))]
    places = [{iri: place for place, iri in enumerate(each)} for each in values]
    of_values = {
        name: [[places[kind][iri] for iri in event.values[kind]] for event in facets.events]
        for kind, name in enumerate(KINDS)
    }
    return {
        "node": [nodes.get(event.iri, -1) for event in facets.events],
        "status": [event.status for event in facets.events],
        "from": [event.earliest for event in facets.events],
        "to": [event.latest for event in facets.events],
        "confidence": [event.confidence for event in facets.events],
        **of_values,
        "values": {
            name: [{"iri": iri, "label": facets.labels[iri], "node": nodes.get(iri, -1)} for iri in values[kind]]
            for kind, name in enumerate(KINDS)
        },
        "ties": [[edges[pair], [number[iri] for iri in events]] for pair, events in facets.ties.items()],
    }


def _ties(teller: Teller, pairs: frozenset[Pair]) -> dict[Pair, tuple[Iri, ...]]:
    found: defaultdict[Pair, set[Iri]] = defaultdict(set)
    for one, other, events in _joined(teller):
        pair = min(one, other), max(one, other)
        if pair in pairs:
            found[pair].update(event for event in events if teller.records.get(event))
    return {pair: tuple(sorted(found[pair])) for pair in sorted(found) if found[pair]}


def _joined(teller: Teller) -> Iterator[tuple[Iri, Iri, tuple[Iri, ...]]]:
    """Two nodes that are no events, with the events that tie them: what a tie was made of, and where something was said."""
    for tie in teller.records.of("Tie"):
        one, other = tie.iri_of("rdf:subject"), tie.iri_of("rdf:object")
        if one and other:
            yield one, other, tie.iris("diplo:fromEvent")
    for statement in teller.records.of("Statement"):
        for speaker in statement.iris("diplo:speaker"):
            for thing in statement.iris("diplo:topic") + statement.iris("diplo:addressee"):
                yield speaker, thing, statement.iris("diplo:occasion")


def _event(teller: Teller, event: Record, countries: frozenset[Iri]) -> EventFacets:
    confidence = event.number("diplo:confidence")
    earliest, latest = _day(event.text("diplo:earliest")), _day(event.text("diplo:latest"))
    parts = [part for part in map(teller.records.get, event.iris("diplo:participation")) if part]
    sides = {iri for part in parts for name in ("participant", "onBehalfOf") for iri in part.iris(f"diplo:{name}")}
    return EventFacets(
        event.iri,
        event.value("diplo:status"),
        latest if earliest is None else earliest,
        earliest if latest is None else latest,
        None if confidence is None else round(100 * confidence),
        (
            event.iris("diplo:topic"),
            event.iris("diplo:process"),
            tuple(sorted(countries & sides.union(event.iris("diplo:place")))),
        ),
    )


def _day(text: str) -> int | None:
    try:
        return date.fromisoformat(text).toordinal() - _EPOCH
    except ValueError:
        return None
