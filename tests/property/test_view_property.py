"""Whatever comes into a store and goes again, in whatever order: its view is that of a new store with the same articles."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from made_articles import SampleExtractor, made
from sample_article import article

from kg.facts import article_graph
from kg.identity.applying import unfold
from kg.identity.resolve import resolve_store
from kg.model import ArticleGraph, Extraction, Triple
from kg.resolve.entities import resolve
from kg.store.base import Store
from kg.store.memory import MemoryStore


def graphs() -> list[ArticleGraph]:
    """Articles of which some tell the same events, one tells fewer, and one tells them of other days."""
    reader = SampleExtractor()
    told = [replace(reader.extract(made(number)), version="1") for number in range(4)]
    told.append(replace(told[0], article=made(5), events=told[0].events[:2], statements=()))
    told.append(_later(replace(told[0], article=made(6))))
    return [article_graph(resolve(each)) for each in told]


def _later(told: Extraction) -> Extraction:
    """The same events, a month later."""
    assert article.published is not None
    month = timedelta(days=30)
    events = tuple(
        replace(
            event,
            date=replace(
                event.date,
                candidates=tuple(
                    replace(each, earliest=each.earliest + month, latest=each.latest + month)
                    for each in event.date.candidates
                ),
            ),
        )
        if event.date is not None
        else event
        for event in told.events
    )
    return replace(told, events=events)


GRAPHS = graphs()


def view(store: Store) -> set[Triple]:
    resolve_store(store)
    facts = list(store.triples())
    assert len(facts) == len(set(facts))
    return set(facts)


def new(parts: Sequence[ArticleGraph]) -> set[Triple]:
    store = MemoryStore()
    for graph in parts:
        store.put(graph)
    return view(store)


def test_events_of_several_accounts_are_one() -> None:
    store = MemoryStore()
    for graph in GRAPHS:
        store.put(graph)
    before = store.select("SELECT (COUNT(?e) AS ?n) WHERE { ?e a diplo:Event }").rows
    resolve_store(store)
    after = store.select("SELECT (COUNT(?e) AS ?n) WHERE { ?e a diplo:Event }").rows
    assert int(after[0][0].value) < int(before[0][0].value)  # type: ignore[union-attr]
    table = store.select("SELECT ?e ?n WHERE { ?e diplo:independentSources ?n ; diplo:account ?a }")
    assert table.rows
    for event, _ in table.rows:
        assert len(store.select("SELECT ?s WHERE { ?event diplo:status ?s }", {"event": event}).rows) == 1  # type: ignore[dict-item]


@pytest.mark.parametrize("seed", range(12))
def test_any_history_gives_the_view_of_a_new_store(seed: int) -> None:
    chance = random.Random(seed)
    store = MemoryStore()
    held: dict[str, ArticleGraph] = {}
    for _ in range(12):
        graph = chance.choice(GRAPHS)
        step = chance.choice(("put", "put", "drop", "resolve"))
        if step == "put":
            store.put(graph) if graph.name not in held else None
            held[graph.name] = graph
        elif step == "drop":
            unfold(store, [graph.name])
            store.drop(graph.name)
            held.pop(graph.name, None)
        else:
            resolve_store(store)
    assert view(store) == new(list(held.values()))
    assert set(store.graphs()) == set(held)
