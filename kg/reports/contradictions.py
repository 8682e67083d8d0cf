"""Where the accounts of events contradict each other, and since when that is known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kg.model import Iri
from kg.reports.nodes import Node, expand, fetch, local, plain
from kg.store.base import Store

_ALTERNATIVES = "SELECT ?event ?node WHERE { ?event diplo:alternative ?node }"
_DAY = expand("diplo:earliest")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A day or a place of an event that is told in more than one way: ``kind`` is ``day`` or ``place``.

    ``values`` are the ways it is told, ``articles`` those that tell them; ``since`` is the day on which the second way was published.
    """

    event: Iri
    kind: str
    values: tuple[str, ...]
    articles: frozenset[Iri]
    since: date


def contradictions(store: Store, days: Mapping[Iri, date], language: str) -> Iterator[Contradiction]:
    """All contradictions of a store that its dated articles tell; ``days`` are the days on which the articles were published."""
    told: defaultdict[Iri, list[Iri]] = defaultdict(list)
    for event, node in store.select(_ALTERNATIVES).rows:
        if event and node:
            told[plain(event)].append(plain(node))
    nodes = fetch(store, (iri for own in told.values() for iri in own))
    places = fetch(store, (place for node in nodes.values() for place in node.all("rdf:object")))
    for event, own in sorted(told.items()):
        for kind in ("day", "place"):
            ways = [nodes[iri] for iri in sorted(own) if (_DAY in nodes[iri].all("rdf:predicate")) == (kind == "day")]
            since = _since(ways, days)
            if since is not None:
                values = tuple(sorted(_value(way, places, language) for way in ways))
                articles = frozenset(article for way in ways for article in way.all("diplo:toldIn"))
                yield Contradiction(event, kind, values, articles, since)


def _since(ways: Iterable[Node], days: Mapping[Iri, date]) -> date | None:
    """The first day on which two ways of telling were published that can't both be true."""
    first = {}
    for way in ways:
        published = [days[article] for article in way.all("diplo:toldIn") if article in days]
        if published:
            first[way.iri] = (way, min(published))
    pairs = combinations(first.values(), 2)
    return min((max(day, later) for (one, day), (other, later) in pairs if _apart(one, other)), default=None)


def _apart(one: Node, other: Node) -> bool:
    """Whether two ways exclude each other: places always do, intervals of days where they don't meet."""
    spans = [
        (min(way.days("diplo:earliest")), max(way.days("diplo:latest")))
        for way in (one, other)
        if way.all("diplo:latest")
    ]
    if len(spans) < 2:
        return True
    (first, last), (start, end) = spans
    return last < start or end < first


def _value(way: Node, places: Mapping[Iri, Node], language: str) -> str:
    days = sorted({day.isoformat() for name in ("diplo:earliest", "diplo:latest") for day in way.days(name)})
    if days:
        return " – ".join(days)
    place = way.one("rdf:object") or ""
    return places[place].label(language) if place in places else local(place)
