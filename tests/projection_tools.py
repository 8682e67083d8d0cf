"""A property graph in plain sets, for tests of what the projection reads."""

from collections.abc import Iterable

from curation_tools import ANNA, LaterReader, told
from hypothesis import strategies as st

from kg.identity.curating import assert_value, merge, retract
from kg.identity.desk import Desk
from kg.identity.resolve import resolve_store
from kg.pipeline import ingest
from kg.projection.base import Engine, NodeCell, Records, RelationshipCell
from kg.projection.model import Node, Relationship, Slice
from kg.projection.statements import CAUSED
from kg.store.base import Mark
from kg.store.memory import MemoryStore


class SetEngine:
    """Does with sets what the engines' Cypher does."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.relationships: list[Relationship] = []
        self._mark: Mark | None = None

    def mark(self) -> Mark | None:
        return self._mark

    def rebuild(self, slices: Iterable[Slice], mark: Mark) -> None:
        self.nodes, self.relationships = {}, []
        for piece in slices:
            self._write(piece)
        self._mark = mark

    def apply(self, change: Slice, mark: Mark) -> None:
        owners = {node.iri for node in change.nodes} | {iri for iri, _ in change.gone}
        self.relationships = [each for each in self.relationships if not owned(each, owners)]
        for iri, _ in change.gone:
            self.nodes.pop(iri, None)
        self._write(change)
        self.relationships = [each for each in self.relationships if {each.start, each.end} <= self.nodes.keys()]
        self._mark = mark

    def cypher(self, *arguments: object, **options: object) -> Records:
        raise NotImplementedError("nothing is asked of sets")

    def close(self) -> None:
        pass

    def _write(self, change: Slice) -> None:
        self.nodes |= {node.iri: node for node in change.nodes}
        self.relationships += [each for each in change.relationships if {each.start, each.end} <= self.nodes.keys()]

    def state(self) -> tuple[object, object]:
        """Everything, in an order that doesn't depend on how it came about."""
        return sorted(map(str, self.nodes.values())), sorted(map(str, self.relationships))


def owned(relationship: Relationship, owners: set[str]) -> bool:
    if relationship.type in CAUSED:
        return relationship.properties["event"] in owners
    if relationship.type == "PARTICIPATED_IN":
        return relationship.end in owners
    return relationship.start in owners


STEPS = st.tuples(
    st.sampled_from(["", "", "later", "unclear", "drop", "merge", "retract", "assert"]),
    st.integers(min_value=0, max_value=3),
)
"""What may happen to a store, for ``change``."""


def change(store: MemoryStore, step: tuple[str, int]) -> None:
    """Ingest an edition of an article, drop one, or let an analyst decide something."""
    what, number = step
    if what == "drop":
        graphs = store.graphs()
        if graphs:
            store.drop(graphs[number % len(graphs)])
        resolve_store(store)
        return
    if what in {"", "later", "unclear"}:
        for _ in ingest([told(number, what)], store, LaterReader(version="1")):
            pass
        return
    desk = Desk(store)
    events = sorted(str(event) for (event,) in store.select("SELECT ?e WHERE { ?e a diplo:Event } ORDER BY ?e").rows)
    if not events:
        return
    one, other = events[number % len(events)], events[-1]
    if what == "merge" and one != other:
        merge(desk, desk.target(one), desk.target(other), ANNA)
    elif what == "retract":
        retract(desk, desk.target(one), (), ANNA)
    elif what == "assert":
        assert_value(desk, desk.target(one), "status", "cancelled", ANNA)


def held(engine: Engine) -> tuple[list[str], list[str]]:
    """All that an engine holds, in an order that doesn't depend on how it came about; without the counted edges."""
    rows = engine.cypher("MATCH (n) WHERE NOT n:KgMark RETURN n").rows
    nodes = [node for (node,) in rows if isinstance(node, NodeCell)]
    joined = engine.cypher("MATCH (a)-[r]->(b) RETURN a.iri, r, b.iri").rows
    kept = [(a, r, b) for a, r, b in joined if isinstance(r, RelationshipCell) and r.type != "CONTACT"]
    return (
        sorted(f"{sorted(node.labels)} {sorted(node.properties.items())}" for node in nodes),
        sorted(f"{a} {r.type} {sorted(r.properties.items())} {b}" for a, r, b in kept),
    )


def meant(engine: SetEngine) -> tuple[list[str], list[str]]:
    """What an engine that holds the same as these sets gives as ``held``."""
    return (
        sorted(f"{sorted((n.label, *n.more))} {sorted(n.properties.items())}" for n in engine.nodes.values()),
        sorted(f"{r.start} {r.type} {sorted(r.properties.items())} {r.end}" for r in engine.relationships),
    )


def contacts(engine: Engine) -> list[tuple[object, ...]]:
    """The counted edges."""
    return sorted(
        engine.cypher("MATCH (a)-[c:CONTACT]->(b) RETURN a.iri, b.iri, c.count, c.first, c.last").rows, key=str
    )
