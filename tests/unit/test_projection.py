"""The view as a property graph: what nodes and relationships it has, and that following changes gives what a rebuild gives."""

import re
from pathlib import Path

from graphs import article_graphs
from hypothesis import given, settings
from hypothesis import strategies as st
from kg_ontology import PREFIXES
from projection_tools import STEPS, SetEngine, change

from kg.model import Literal, Triple
from kg.projection.applying import apply
from kg.projection.kept import Kept
from kg.projection.model import Slice
from kg.projection.reading import around, whole
from kg.projection.updating import up_to_date
from kg.store.base import Store
from kg.store.journal import Journal
from kg.store.memory import MemoryStore

ID = PREFIXES["kgid"]


def projected(store: Store) -> SetEngine:
    engine = SetEngine()
    up_to_date(store, engine)
    return engine


def fixture() -> MemoryStore:
    store = MemoryStore()
    for graph in article_graphs():
        store.put(graph)
    return store


def test_an_event_has_its_labels_its_days_and_plain_values():
    event = projected(fixture()).nodes[ID + "event/geneva-meeting"]
    assert (event.label, event.more) == ("Event", ("Meeting",))
    told = {name: event.properties[name] for name in ("eventType", "status", "earliest", "latest")}
    assert told == {"eventType": "Meeting", "status": "held", "earliest": "2020-11-24", "latest": "2020-11-24"}
    assert isinstance(event.properties["confidence"], float)


def test_names_are_told_in_every_language():
    person = next(
        node for node in projected(fixture()).nodes.values() if node.properties.get("name") == "Sergei Lavrov"
    )
    assert person.more == ("Actor",)
    assert person.properties["name_ru"] == "Сергей Лавров"


def test_who_took_part_who_met_and_the_evidence():
    engine = projected(fixture())
    kinds = {(each.start_label, each.type, each.end_label) for each in engine.relationships}
    assert kinds >= {
        ("Person", "PARTICIPATED_IN", "Event"),
        ("Person", "MET", "Person"),
        ("Event", "EVIDENCED_BY", "Evidence"),
        ("Evidence", "IN", "Article"),
        ("Statement", "MADE_BY", "Person"),
    }
    functions = {each.properties["function"] for each in engine.relationships if each.type == "PARTICIPATED_IN"}
    assert {"participant", "host", "visitor"} <= functions
    assert functions <= {"participant", "host", "visitor", "mediator", "sender", "recipient"}


def test_a_symmetric_tie_is_one_relationship():
    met = [each for each in projected(fixture()).relationships if each.type in {"MET", "SPOKE_WITH"}]
    assert met and all(each.start < each.end for each in met)
    assert len({(each.start, each.end, each.properties["event"]) for each in met}) == len(met)


def test_batches_hold_what_the_whole_holds():
    few, many = list(whole(fixture(), batch=3)), list(whole(fixture()))
    assert len(few) > len(many)
    assert {node.iri for piece in few for node in piece.nodes} == {node.iri for piece in many for node in piece.nodes}
    assert max(len(piece.nodes) for piece in few) <= 3


def test_a_whole_copy_reads_the_triples_once():
    store, read = fixture(), []
    told, ask = list(store.triples()), store.facts
    store.triples = lambda graph=None: read.append("triples") or iter(told)  # type: ignore[method-assign, assignment, func-returns-value]
    store.facts = lambda *given: read.append("facts") or ask(*given)  # type: ignore[method-assign, assignment, func-returns-value]
    assert sum(len(piece.relationships) for piece in whole(store)) > 10
    assert read == ["triples"]


_WORDS = st.text(max_size=3)
_VALUES = _WORDS | st.builds(Literal, _WORDS, st.none() | _WORDS, st.none() | _WORDS)


@given(st.lists(st.tuples(_WORDS, st.lists(st.tuples(_WORDS, _VALUES), min_size=1, max_size=3)), max_size=9))
def test_kept_facts_come_back_as_they_were_in_their_order(told):
    subjects = [(subject, [Triple(subject, *fact) for fact in facts]) for subject, facts in told]
    kept = Kept(chunk=2)
    for subject, facts in subjects:
        kept.put(subject, facts)
    kept.put("nothing", [])
    assert list(kept) == subjects == list(kept)


@settings(max_examples=15, deadline=None)
@given(st.lists(STEPS, min_size=1, max_size=5))
def test_following_changes_gives_what_a_rebuild_gives(steps):
    store, engine = MemoryStore(), SetEngine()
    up_to_date(store, engine)
    for step in steps:
        change(store, step)
        assert not up_to_date(store, engine).anew
        assert engine.state() == projected(store).state()


def test_nothing_is_looked_at_where_nothing_changed():
    store, engine = fixture(), SetEngine()
    assert up_to_date(store, engine).anew
    assert up_to_date(store, engine).nodes == 0


def test_a_journal_that_forgets_asks_for_a_whole_copy():
    journal = Journal(kept=4)
    start = journal.changes(None).mark
    for number in range(8):
        journal.note([f"{ID}person/{number}"])
    assert journal.changes(start).nodes is None
    late = journal.changes(None).mark
    journal.note([f"{ID}person/9"])
    assert journal.changes(late).nodes == (f"{ID}person/9",)


def test_a_journal_counts_each_node_once_and_after_it_was_closed_too(tmp_path: Path):
    journal = Journal(tmp_path / "journal", kept=4)
    start = journal.changes(None).mark
    for _ in range(5):
        journal.note([f"{ID}person/{number}" for number in range(3)])
    assert journal.changes(start).nodes == tuple(f"{ID}person/{number}" for number in range(3))
    journal.close()
    again = Journal(tmp_path / "journal", kept=4)
    again.note([f"{ID}person/2", f"{ID}person/3"])
    assert again.changes(start).nodes is not None
    again.note([f"{ID}person/4"])
    assert again.changes(start).nodes is None
    again.close()


def test_what_changed_is_found_without_going_through_all_nodes():
    journal, asked = Journal(), []
    journal.note([f"{ID}person/1"])
    journal._data.set_trace_callback(asked.append)
    journal.changes(journal.changes(None).mark)
    plan = [step for *_, step in journal._data.execute(f"EXPLAIN QUERY PLAN {asked[-1]}")]
    assert "touched_at" in plan[0]


def test_a_mark_of_another_store_asks_for_a_whole_copy():
    assert Journal().changes(Journal().changes(None).mark).nodes is None


def test_what_is_brought_up_to_date_finds_nodes_by_their_keys_alone():
    store, texts = fixture(), []
    told = around(store, [fact.subject for fact in store.triples()])
    apply(
        lambda text, rows: texts.append(text) or [], Slice(told.nodes, told.relationships, ((ID + "event/a", "Event"),))
    )
    assert len(texts) > 20
    # A pattern of two nodes makes engines plan where to begin, for which kglite counts all nodes of the label again and again.
    assert not [text for text in texts if re.search(r"\{iri: row\.\w+\}\)<?-", text)]
