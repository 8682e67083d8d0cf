"""How long a load into Neo4j takes against one written by hand: ``python benchmarks/stores_neo4j.py neo4j://host --events 10000``.

The database is emptied of our graph before each load. Name and password come from NEO4J_USERNAME and NEO4J_PASSWORD.
"""

import argparse
import os
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg_ontology import DATA
from neo4j import Driver, GraphDatabase

from kg.projection.model import Node, Relationship, Slice
from kg.projection.neo4j import Neo4jEngine
from kg.projection.neo4jaddress import PASSWORD, USER, address
from kg.projection.reading import BATCH
from kg.store.base import Mark

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Loads:
    """What was loaded, and the best of some runs: seconds of ours (with marks, constraints and counted contacts) and by hand."""

    nodes: int
    relationships: int
    ours: float
    by_hand: float

    @property
    def ratio(self) -> float:
        """How many times as long ours takes."""
        return self.ours / self.by_hand


def compare(slices: Sequence[Slice], place: str, rounds: int = ROUNDS) -> Loads:
    """Load the same slices in both ways, in turn, so that both meet the same disturbances."""
    at = address(place)
    auth = (os.environ.get(USER, "neo4j"), os.environ.get(PASSWORD, ""))
    taken: dict[str, list[float]] = defaultdict(list)
    with GraphDatabase.driver(at.uri, auth=auth) as driver:
        for number in range(rounds):
            clear(driver)
            taken["by hand"].append(by_hand(driver, slices))
            clear(driver)
            taken["ours"].append(ours(place, slices, Mark("benchmark", number)))
        clear(driver)
    nodes, relationships = (
        sum(map(len, each)) for each in zip(*((s.nodes, s.relationships) for s in slices), strict=True)
    )
    return Loads(nodes, relationships, min(taken["ours"]), min(taken["by hand"]))


def ours(place: str, slices: Iterable[Slice], mark: Mark) -> float:
    """Seconds that the project's own load takes."""
    engine = Neo4jEngine(place)
    start = time.perf_counter()
    engine.rebuild(slices, mark)
    taken = time.perf_counter() - start
    engine.close()
    return taken


def by_hand(driver: Driver, slices: Iterable[Slice]) -> float:
    """Seconds that it takes as one writes it by hand: a constraint per label, UNWIND and CREATE by label and type, 10,000 rows each."""
    start = time.perf_counter()
    with driver.session() as session:
        for label in ("Event", "Person", "Place", "Topic", "Evidence", "Article"):
            session.run(
                f"CREATE CONSTRAINT hand_{label} IF NOT EXISTS FOR (n:{label}) REQUIRE n.iri IS UNIQUE"
            ).consume()
        for text, rows in written(slices):
            for first in range(0, len(rows), BATCH):
                session.run(text, rows=rows[first : first + BATCH]).consume()
    return time.perf_counter() - start


def written(slices: Iterable[Slice]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The statements of a load by hand: all nodes, then all relationships."""
    nodes, relationships = defaultdict(list), defaultdict(list)
    for piece in slices:
        for node in piece.nodes:
            nodes[":".join((node.label, *node.more))].append({"properties": node.properties})
        for each in piece.relationships:
            row = {"start": each.start, "finish": each.end, "properties": each.properties}
            relationships[each.type, each.start_label, each.end_label].append(row)
    for labels, rows in nodes.items():
        yield f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row.properties", rows
    for (type, start, end), rows in relationships.items():
        yield (
            f"UNWIND $rows AS row MATCH (a:{start} {{iri: row.start}}) MATCH (b:{end} {{iri: row.finish}}) "
            f"CREATE (a)-[r:{type}]->(b) SET r = row.properties",
            rows,
        )


def clear(driver: Driver) -> None:
    """Take out what is ours, with its mark and its schema."""
    with driver.session() as session:
        for text in ("MATCH (n) WHERE n.iri STARTS WITH $ours", "MATCH (n:KgMark)"):
            session.run(f"{text} CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 5000 ROWS", ours=DATA).consume()
        for kind, several in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
            shown = f"SHOW {several} YIELD name WHERE name STARTS WITH 'kg_' OR name STARTS WITH 'hand_' RETURN name"
            for (name,) in session.run(shown).values():
                session.run(f"DROP {kind} `{name}` IF EXISTS").consume()


def made(events: int) -> list[Slice]:
    """A graph like ours: meetings of two people out of many, each with place, topic, evidence and article; the same on each run."""
    chance = random.Random(5)
    people, places, topics = max(50, events // 20), 200, 60
    nodes = [Node(iri, kind, more, {"iri": iri, "name": iri}) for iri, kind, more in _others(people, places, topics)]
    relationships: list[Relationship] = []
    for number in range(events):
        own, joined = _meeting(number, chance, people, places, topics)
        nodes += own
        relationships += joined
    return [
        *(Slice(tuple(each), ()) for each in _cut(nodes)),
        *(Slice((), tuple(each)) for each in _cut(relationships)),
    ]


def _others(people: int, places: int, topics: int) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for kind, count, more in (("person", people, ("Actor",)), ("place", places, ()), ("topic", topics, ())):
        for number in range(count):
            yield f"{DATA}{kind}/{number}", kind.capitalize(), more


def _meeting(
    number: int, chance: random.Random, people: int, places: int, topics: int
) -> tuple[list[Node], list[Relationship]]:
    event, evidence, article = (f"{DATA}{kind}/{number}" for kind in ("event", "evidence", "article"))
    day = {"date": f"20{chance.randrange(10, 26)}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}"}
    one, other = sorted(f"{DATA}person/{each}" for each in chance.sample(range(people), 2))
    told = {"iri": event, "name": f"Meeting {number}", "status": "held", "earliest": day["date"], "confidence": 0.9}
    nodes = [
        Node(event, "Event", ("Meeting",), told),
        Node(
            evidence, "Evidence", (), {"iri": evidence, "quote": f"They met for the {number}th time. " * 5, "start": 0}
        ),
        Node(article, "Article", (), {"iri": article, "headline": f"News {number}", "site": "wire.example"}),
    ]
    function = {"function": "participant"}
    return nodes, [
        Relationship("PARTICIPATED_IN", one, "Person", event, "Event", function | day),
        Relationship("PARTICIPATED_IN", other, "Person", event, "Event", function | day),
        Relationship("MET", one, "Person", other, "Person", {"event": event} | day),
        Relationship("HELD_IN", event, "Event", f"{DATA}place/{chance.randrange(places)}", "Place", {}),
        Relationship("ON_TOPIC", event, "Event", f"{DATA}topic/{chance.randrange(topics)}", "Topic", {}),
        Relationship("EVIDENCED_BY", event, "Event", evidence, "Evidence", {}),
        Relationship("IN", evidence, "Evidence", article, "Article", {}),
    ]


def _cut(items: list[Any]) -> Iterator[list[Any]]:
    for first in range(0, len(items), BATCH):
        yield items[first : first + BATCH]


def main() -> None:
    """Compare, and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("place", metavar="ADDRESS")
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    found = compare(made(given.events), given.place, given.rounds)
    print(told(found))


def told(found: Loads) -> str:
    """One line: what was loaded, the seconds of both ways, and their ratio."""
    size = f"{found.nodes:,} nodes and {found.relationships:,} relationships"
    return f"{size}: ours {found.ours:.1f} s, by hand {found.by_hand:.1f} s, ratio {found.ratio:.2f}"


if __name__ == "__main__":
    main()
