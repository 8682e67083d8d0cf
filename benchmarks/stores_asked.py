"""The six questions that every store is asked, in the languages that they are asked in, and how what they take is measured."""

import resource
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from time import perf_counter
from typing import TypeVar

from kg.projection.base import Engine

NAMES = {
    "meetings of a week": "meetings-between",
    "most contacts, 20": "most-contacts",
    "topics by month": "topics-by-month",
    "chain of 4": "shortest-chain",
    "evidence of an event": "evidence-of",
    "label prefix": "who-is-called",
}
"""What is asked, and the named question of the project that asks it."""

SQL = {
    "meetings of a week": "SELECT e.iri, e.earliest, e.type, p.actor, l.name FROM event e JOIN part p ON p.event = e.iri JOIN person l ON l.iri = p.actor "
    "WHERE e.latest >= $from AND e.earliest <= $to AND e.type IN ('Meeting', 'Summit', 'NegotiationRound') ORDER BY ALL",
    "most contacts, 20": "SELECT a, b, count(*) AS n, min(date), max(latest) FROM contact GROUP BY a, b ORDER BY n DESC, a, b LIMIT 20",
    "topics by month": "SELECT substr(e.earliest, 1, 7) AS month, t.topic, count(*) FROM event e JOIN topic t ON t.event = e.iri GROUP BY ALL ORDER BY ALL",
    "chain of 4": "WITH RECURSIVE edge AS (SELECT a AS x, b AS y FROM contact UNION SELECT b, a FROM contact), "
    "way(node, steps) AS (SELECT $person, 0 UNION SELECT y, steps + 1 FROM way JOIN edge ON x = node WHERE steps < 4) "
    "SELECT min(steps) FROM way WHERE node = $with",
    "evidence of an event": "SELECT quote, article FROM evidence WHERE event = $event ORDER BY ALL",
    "label prefix": "SELECT iri, name FROM person WHERE starts_with(lower(name), lower($name)) ORDER BY ALL",
}
"""The same over flat tables: a chain is told by its length alone, and a prefix is one of whole names."""

TABLES = {
    "event": "MATCH (e:Event) RETURN e.iri AS iri, e.eventType AS type, e.earliest AS earliest, e.latest AS latest",
    "part": "MATCH (a:Person)-[:PARTICIPATED_IN]->(e:Event) RETURN a.iri AS actor, e.iri AS event",
    "person": "MATCH (p:Person) RETURN p.iri AS iri, p.name AS name",
    "topic": "MATCH (e:Event)-[:ON_TOPIC]->(t:Topic) RETURN e.iri AS event, t.iri AS topic",
    "contact": "MATCH (a:Person)-[r:MET|SPOKE_WITH]->(b:Person) RETURN a.iri AS a, b.iri AS b, r.date AS date, r.latest AS latest",
    "evidence": "MATCH (e:Event)-[:EVIDENCED_BY]->(v:Evidence)-[:IN]->(a:Article) RETURN e.iri AS event, v.quote AS quote, a.iri AS article",
}
"""The flat tables, by the queries that fill them."""
T = TypeVar("T")
ENOUGH = 20.0
"""After so many seconds nothing is repeated."""


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock, and of processor time, which means more on a busy machine."""

    clock: float
    processor: float

    def __sub__(self, other: "Took") -> "Took":
        return Took(self.clock - other.clock, self.processor - other.processor)

    def __add__(self, other: "Took") -> "Took":
        return Took(self.clock + other.clock, self.processor + other.processor)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one way to ask: by question (None: too slow), and MiB of memory at the most and on disk."""

    name: str
    took: dict[str, Took | None]
    memory: float | None
    load: Took | None = None
    size: float | None = None


class Waiting(Iterator[T]):
    """Hands items on, and measures what it takes to get them."""

    def __init__(self, items: Iterator[T]) -> None:
        self._items, self.took = items, Took(0, 0)

    def __next__(self) -> T:
        begin = now()
        try:
            return next(self._items)
        finally:
            self.took += now() - begin


def parameters(engine: Engine) -> dict[str, dict[str, str]]:
    """What to ask with: a day, two people of middling contacts, an event, the beginning of a name; always the same of a graph."""
    ((event, day),) = engine.cypher(
        "MATCH (e:Event) WHERE e.earliest IS NOT NULL RETURN e.iri AS iri, e.earliest ORDER BY iri LIMIT 1"
    ).rows
    people = engine.cypher(
        "MATCH (a:Person)-[c:CONTACT]-() RETURN a.iri AS iri, a.name, count(c) AS n ORDER BY n, iri"
    ).rows
    one, other = people[len(people) // 3], people[len(people) // 2]
    week = date.fromisoformat(str(day)) + timedelta(days=6)
    return {
        "meetings of a week": {"from": str(day), "to": week.isoformat()},
        "most contacts, 20": {},
        "topics by month": {},
        "chain of 4": {"person": str(one[0]), "with": str(other[0])},
        "evidence of an event": {"event": str(event)},
        "label prefix": {"name": str(one[1])[:6]},
    }


def timed(ways: Sequence[Callable[[], object]], times: int) -> list[Took]:
    """The medians of some ways to do one thing, done by turns so that noise meets all of them."""
    took: list[list[Took]] = [[] for _ in ways]
    begin = perf_counter()
    for _ in range(times):
        for way, found in zip(ways, took, strict=True):
            found.append(once(way))
        if perf_counter() - begin > ENOUGH:
            break
    return [Took(median(each.clock for each in all_), median(each.processor for each in all_)) for all_ in took]


def once(way: Callable[[], object]) -> Took:
    """What it takes to do something."""
    begin = now()
    way()
    return now() - begin


def now() -> Took:
    """Two clocks: the second tells what this process and those that it has waited for have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return Took(perf_counter(), sum(each.ru_utime + each.ru_stime for each in used))


def memory(who: int = resource.RUSAGE_SELF) -> float:
    """MiB that a process held at the most."""
    return resource.getrusage(who).ru_maxrss / 1024
