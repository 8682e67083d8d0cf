"""kglite is written to in few statements, and what the graph holds already isn't written again."""

import re

import pytest
from graphs import article_graphs
from kg_ontology import PREFIXES
from projection_tools import held

from kg.projection.kglite import KgliteEngine
from kg.projection.model import Node, Relationship, Slice
from kg.projection.reading import around
from kg.projection.statements import clearing, looking
from kg.projection.updating import up_to_date
from kg.store.base import Mark
from kg.store.memory import MemoryStore

IRI = PREFIXES["kgid"] + "event/a"
MARK = Mark("here", 1)


class Listening(KgliteEngine):
    """One that remembers the statements that change something."""

    def __init__(self):
        super().__init__()
        self.told = []

    def _run(self, text, rows):
        if re.search(r"\b(?:MERGE|CREATE|SET|REMOVE|DELETE)\b", text):
            self.told.append(text)
        return super()._run(text, rows)


@pytest.fixture
def engine():
    made = Listening()
    yield made
    made.close()


def event(kind="Meeting", **properties):
    return Slice((Node(IRI, "Event", (kind,), {"iri": IRI} | properties),), ())


def read(engine):
    (((node),),) = engine.cypher("MATCH (n:Event) RETURN n").rows
    return node


def test_what_is_held_already_is_not_written_again(engine):
    change = event(name="A meeting", confidence=0.5, aliases=("a", "b"))
    engine.apply(change, MARK)
    first = len(engine.told)
    engine.apply(change, MARK)
    assert first == 2
    assert len(engine.told) == first


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"value": 1}, {"value": 1.0}),
        ({"value": 1}, {"value": True}),
        ({"value": "1"}, {"value": 1}),
        ({"value": ("a", "b")}, {"value": ("b", "a")}),
        ({"value": "a", "more": "b"}, {"value": "a"}),
        ({"value": "a"}, {"value": "a", "more": "b"}),
        ({"name": "a"}, {"value": "a"}),
    ],
)
def test_any_other_value_is_written(engine, before, after):
    engine.apply(event(**before), MARK)
    engine.apply(event(**after), MARK)
    kept = {name: value for name, value in read(engine).properties.items() if name != "iri" and value is not None}
    assert {name: repr(value) for name, value in kept.items()} == {name: repr(value) for name, value in after.items()}


def test_another_label_replaces_the_one_before(engine):
    engine.apply(event("Meeting"), MARK)
    engine.apply(event("Call"), MARK)
    assert read(engine).labels == ("Call", "Event")


def test_relationships_of_all_types_are_written_though_one_finds_no_end(engine):
    place, topic = (PREFIXES["kgid"] + kind for kind in ("place/a", "topic/a"))
    nodes = (*event().nodes, Node(place, "Place", (), {"iri": place}), Node(topic, "Topic", (), {"iri": topic}))
    lost = PREFIXES["kgid"] + "evidence/a"
    ends = [("EVIDENCED_BY", "Evidence", lost), ("HELD_IN", "Place", place), ("ON_TOPIC", "Topic", topic)]
    engine.apply(
        Slice(nodes, tuple(Relationship(type, IRI, "Event", end, label, {}) for type, label, end in ends)), MARK
    )
    assert engine.cypher("MATCH (:Event)-[r]->() RETURN type(r) AS type ORDER BY type").rows == (
        ("HELD_IN",),
        ("ON_TOPIC",),
    )


def test_a_graph_that_is_brought_up_to_date_again_stays_as_it_is_and_no_node_is_written(engine):
    store = MemoryStore()
    for graph in article_graphs():
        store.put(graph)
    up_to_date(store, engine)
    before = held(engine)
    engine.told.clear()
    engine.apply(around(store, {fact.subject for fact in store.triples()}), MARK)
    assert held(engine) == before
    assert not [text for text in engine.told if "MERGE" in text or "SET n" in text]


def test_what_takes_out_is_looked_for_first():
    texts = [text for text, _ in clearing(Slice(event().nodes, (), ((IRI + "b", "Event"),)))]
    assert all(re.fullmatch(r".* RETURN [nr] LIMIT 1", looking(text)) for text in texts)
    assert not [text for text in texts if "DELETE" in looking(text)]
