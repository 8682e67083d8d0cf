"""Whatever is judged and undone in whatever order, the view is what the judgements that count make of the articles."""

import random

import pytest
from curation_tools import ANNA, add, desk, meetings, store_with, told, view

from kg.errors import JudgementError
from kg.identity.curating import assert_value, merge, retract, split
from kg.identity.desk import Desk
from kg.identity.judgementledgers import read_judgements, record, undo
from kg.identity.resolve import resolve_store
from kg.identity.sharing import lines, read_lines
from kg.store.memory import MemoryStore

ARTICLES = (told(1), told(2), told(3, "later"), told(4, "unclear"))
VALUES = (
    ("status", "cancelled"),
    ("status", "planned"),
    ("date", "2020-10-25"),
    ("place", "Vienna"),
    ("place", "Tehran"),
    ("topic", "Idlib"),
    ("process", "Geneva process"),
    ("participant", "Geir Pedersen"),
    ("participant", "Turkey"),
)


def judge(work: Desk, chance: random.Random) -> None:
    """One decision of any kind about any meetings or people; what can't be decided is left."""
    events = [work.target(iri) for iri in meetings(work.store)]
    if not events:
        return
    one, other = chance.choice(events), chance.choice(events)
    try:
        match chance.choice(("merge", "split", "retract", "assert", "assert", "people")):
            case "merge":
                merge(work, one, other, ANNA)
            case "split":
                split(work, one, [work.target(chance.choice(one.members))], ANNA)
            case "retract":
                retract(work, one, [work.target(chance.choice(one.members))], ANNA)
            case "assert":
                assert_value(work, one, *chance.choice(VALUES), ANNA)
            case _:
                merge(work, work.target("Ali Asghar Khaji"), work.target("Geir Pedersen"), ANNA)
    except JudgementError:
        return


def shared(store: MemoryStore, order: random.Random) -> MemoryStore:
    """A new store with the same articles in another order, and with the judgements of a file."""
    articles = list(ARTICLES)
    order.shuffle(articles)
    new = store_with(*articles)
    judgements = list(read_lines("".join(lines(read_judgements(store))), "file"))
    order.shuffle(judgements)
    record(new, judgements)
    resolve_store(new)
    return new


@pytest.mark.parametrize("seed", range(8))
def test_judgements_undone_leave_the_view_as_it_was(seed: int) -> None:
    chance = random.Random(seed)
    store = store_with(*ARTICLES)
    before = view(store)
    for _ in range(5):
        judge(desk(store), chance)
        if chance.random() < 0.7:
            resolve_store(store)
    if seed % 2:
        add(store, *[each for each in ARTICLES if chance.random() < 0.5])
    resolve_store(store)
    assert view(shared(store, chance)) == view(store)
    made = [each for each in read_judgements(store) if each.undone is None]
    chance.shuffle(made)
    for each in made:
        undo(store, each, "Boris")
        if chance.random() < 0.5:
            resolve_store(store)
    resolve_store(store)
    assert view(store) == before
    assert len(read_judgements(store)) == len(made)


@pytest.mark.parametrize("seed", range(4))
def test_the_view_is_that_of_a_new_store_when_articles_change_under_judgements(seed: int) -> None:
    chance = random.Random(seed)
    store = store_with(*ARTICLES)
    for _ in range(4):
        judge(desk(store), chance)
        resolve_store(store)
    add(store, told(1, "corrected"), told(3))
    new = store_with(told(3), told(1, "corrected"), told(2), told(4, "unclear"))
    record(new, read_judgements(store))
    resolve_store(new)
    assert view(store) == view(new)
    add(store, *ARTICLES)
    assert view(store) == view(shared(store, chance))
