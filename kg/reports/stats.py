"""How much a store holds, and of what."""

from dataclasses import dataclass
from datetime import date

from kg.reports.nodes import local, plain
from kg.store.base import Store

KINDS = (
    "Article",
    "Event",
    "Statement",
    "Evidence",
    "Person",
    "Organization",
    "State",
    "Delegation",
    "Place",
    "Topic",
    "Process",
)

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of a store: ``nodes`` per class, events per type and status, articles per language; the largest first.

    ``first`` and ``last`` bound the dates of the events; ``quads`` is the size of the store.
    """

    nodes: Counts
    events_by_type: Counts
    events_by_status: Counts
    articles_by_language: Counts
    articles_without_events: int
    first: date | None
    last: date | None
    quads: int


def stats(store: Store) -> Stats:
    """Count what a store holds."""
    nodes = dict(_counts(store, "?node a ?key"))
    days = sorted(_values(store, "?event a diplo:Event ; diplo:earliest|diplo:latest ?value"))
    told = _values(store, "?event a diplo:Event ; diplo:evidence/diplo:article ?value")
    return Stats(
        nodes=tuple((kind, nodes.get(kind, 0)) for kind in KINDS),
        events_by_type=_counts(store, "?node a diplo:Event, ?key FILTER(?key != diplo:Event)"),
        events_by_status=_counts(store, "?node a diplo:Event ; diplo:status ?key"),
        articles_by_language=_counts(store, "?node a diplo:Article ; dcterms:language ?key"),
        articles_without_events=nodes.get("Article", 0) - len(told),
        first=date.fromisoformat(days[0]) if days else None,
        last=date.fromisoformat(days[-1]) if days else None,
        quads=len(store),
    )


def _counts(store: Store, pattern: str) -> Counts:
    """How many different ``?node`` there are per ``?key`` of a pattern."""
    table = store.select(f"SELECT ?key (COUNT(DISTINCT ?node) AS ?count) WHERE {{ {pattern} }} GROUP BY ?key")
    found = [(local(plain(key)), int(plain(count))) for key, count in table.rows if key and count]
    return tuple(sorted(found, key=lambda entry: (-entry[1], entry[0])))


def _values(store: Store, pattern: str) -> list[str]:
    """The different ``?value`` of a pattern."""
    return [plain(row[0]) for row in store.select(f"SELECT DISTINCT ?value WHERE {{ {pattern} }}").rows if row[0]]
