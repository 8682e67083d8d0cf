"""In every store the direct edges of the view say what analysts decided, and say again what articles tell when that is undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from curation_tools import ANNA, add, desk, meetings, told, view
from made_story import FIRST, LAVROV, SAFADI, fill

from kg.errors import JudgementError
from kg.facts.vocabulary import OBJECT, PREDICATE, SUBJECT, diplo
from kg.identity.curating import assert_value, merge, retract
from kg.identity.judgementledgers import last_of, undo
from kg.identity.resolve import resolve_store
from kg.model import Status
from kg.reports.show import show
from kg.store.base import Store
from kg.store.memory import MemoryStore
from kg.store.opening import open_store

KHAJI, LAVRENTIEV, PEDERSEN = "ali-asghar-khaji", "alexander-lavrentiev", "geir-pedersen"
MET = {(KHAJI, "met", LAVRENTIEV), (LAVRENTIEV, "met", KHAJI)}
SPOKE = {(KHAJI, "spokeWith", PEDERSEN), (PEDERSEN, "spokeWith", KHAJI)}
VISITED = {(LAVRENTIEV, "visited", "tehran")}


@pytest.fixture(params=["memory", "oxigraph"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Two articles that tell one meeting, one call and one visit."""
    with MemoryStore() if request.param == "memory" else open_store(tmp_path / "store", create=True) as made:
        add(made, told(1), told(2))
        yield made


def edges(store: Store) -> set[tuple[str, str, str]]:
    """The direct edges of the view by the ends of their IRIs; each has a tie, and each tie has its edge."""
    names = {diplo(name): name for name in ("met", "spokeWith", "visited", "wroteTo")}
    facts = view(store)
    plain = {(str(f.subject), f.predicate, str(f.object)) for f in facts if f.predicate in names}
    parts = [{f.subject: str(f.object) for f in facts if f.predicate == part} for part in (SUBJECT, PREDICATE, OBJECT)]
    ties = {f.subject: f.object for f in facts if f.predicate == diplo("fromEvent")}
    assert plain == {edge for tie in ties if (edge := tuple(part[tie] for part in parts))[1] in names}
    assert set(map(str, ties.values())) <= {f.subject for f in facts if f.object == diplo("Event")}
    return {(one.rsplit("/", 1)[-1], names[name], other.rsplit("/", 1)[-1]) for one, name, other in plain}


def event(store: Store, kind: str) -> str:
    ((found,),) = store.select(f"SELECT DISTINCT ?e {{ ?e a diplo:{kind} }} ORDER BY ?e LIMIT 1").rows
    return str(found)


def asserted(store: Store, kind: str, name: str, value: str) -> None:
    work = desk(store)
    assert_value(work, work.target(event(store, kind)), name, value, ANNA)
    work.update()


def undone(store: Store) -> None:
    undo(store, last_of(store, "Anna"), "Anna")
    resolve_store(store)


@pytest.mark.parametrize("status", ["cancelled", "planned", "postponed", "denied"])
def test_what_was_not_held_gives_no_edges_until_that_is_undone(store: Store, status: str) -> None:
    before = view(store)
    assert edges(store) == MET | SPOKE | VISITED
    asserted(store, "Meeting", "status", status)
    assert edges(store) == SPOKE | VISITED
    asserted(store, "Meeting", "status", "held")
    assert edges(store) == MET | SPOKE | VISITED
    undone(store)
    assert edges(store) == SPOKE | VISITED
    undone(store)
    assert view(store) == before


def test_a_visit_is_to_the_asserted_place(store: Store) -> None:
    before = view(store)
    for _ in range(2):
        asserted(store, "Visit", "place", "Vienna")
    assert edges(store) == MET | SPOKE | {(LAVRENTIEV, "visited", "vienna")}
    asserted(store, "Visit", "status", "cancelled")
    assert edges(store) == MET | SPOKE
    for _ in range(3):
        undone(store)
    assert view(store) == before


def test_an_added_participant_met_the_others(store: Store) -> None:
    before = view(store)
    asserted(store, "Meeting", "participant", "Geir Pedersen")
    both = {(KHAJI, "met", PEDERSEN), (PEDERSEN, "met", KHAJI), (LAVRENTIEV, "met", PEDERSEN)}
    both |= {(PEDERSEN, "met", LAVRENTIEV)}
    assert edges(store) == MET | SPOKE | VISITED | both
    asserted(store, "Meeting", "participant", "Turkey")
    asserted(store, "Meeting", "participant", "Белоруссия")
    assert edges(store) == MET | SPOKE | VISITED | both
    told_now = {row.name for row in show(store, event(store, "Meeting")).participants}
    assert told_now == {"Ali Asghar Khaji", "Alexander Lavrentiev", "Geir Pedersen", "Turkey", "Belarus"}
    asserted(store, "Meeting", "status", "cancelled")
    assert edges(store) == SPOKE | VISITED
    with pytest.raises(JudgementError, match=r"taken part in .* already"):
        asserted(store, "Meeting", "participant", "Alexander Lavrentiev")
    with pytest.raises(JudgementError, match="no participant is known"):
        asserted(store, "Meeting", "participant", "kgid:place/tehran")
    with pytest.raises(JudgementError, match="no place is known"):
        asserted(store, "Meeting", "place", "kgid:person/geir-pedersen")
    for _ in range(4):
        undone(store)
    assert view(store) == before


def test_an_added_participant_is_who_he_turns_out_to_be(store: Store) -> None:
    asserted(store, "Meeting", "participant", "Geir Pedersen")
    work = desk(store)
    merge(work, work.target("Geir Pedersen"), work.target("Alexander Lavrentiev"), ANNA)
    work.update()
    assert {edge for edge in edges(store) if edge[1] == "met"} == MET
    assert len(show(store, event(store, "Meeting")).participants) == 2


def test_what_was_taken_back_gives_no_edges(store: Store) -> None:
    before = view(store)
    for kind, left in (("Meeting", SPOKE | VISITED), ("Call", VISITED), ("Visit", set())):
        work = desk(store)
        retract(work, work.target(event(store, kind)), [], ANNA)
        work.update()
        assert edges(store) == left
    for _ in range(3):
        undone(store)
    assert view(store) == before


def test_who_met_twice_has_met_while_one_of_the_meetings_stands(store: Store) -> None:
    add(store, told(3, "later"))
    first, second = meetings(store)
    work = desk(store)
    retract(work, work.target(first), [], ANNA)
    work.update()
    assert edges(store) >= MET
    asserted_on = desk(store)
    assert_value(asserted_on, asserted_on.target(second), "status", "cancelled", ANNA)
    asserted_on.update()
    assert not edges(store) & MET


def test_edges_follow_people_and_edited_articles(store: Store) -> None:
    asserted(store, "Visit", "place", "Vienna")
    asserted(store, "Meeting", "status", "cancelled")
    work = desk(store)
    merge(work, work.target("Geir Pedersen"), work.target("Alexander Lavrentiev"), ANNA)
    work.update()
    assert edges(store) == {
        (KHAJI, "spokeWith", LAVRENTIEV),
        (LAVRENTIEV, "spokeWith", KHAJI),
        (LAVRENTIEV, "visited", "vienna"),
    }
    add(store, told(1, "corrected"), told(4))
    assert {edge for edge in edges(store) if edge[1] != "spokeWith"} == {(LAVRENTIEV, "visited", "vienna")}


def test_a_plan_that_an_analyst_calls_held_gives_edges(store: Store) -> None:
    plan = replace(FIRST, number=71, status=Status.PLANNED, day=date(2021, 3, 1), people=(LAVROV, SAFADI))
    fill(store, [plan, replace(plan, number=72, site="other.example")])
    before = edges(store)
    work = desk(store)
    (planned,) = store.select("SELECT ?e { ?e diplo:status diplo:planned }").rows[0]
    made = assert_value(work, work.target(str(planned)), "status", "held", ANNA)
    work.update()
    assert edges(store) - before == {("sergey-lavrov", "met", "ayman-safadi"), ("ayman-safadi", "met", "sergey-lavrov")}
    undo(store, made, "Anna")
    resolve_store(store)
    assert edges(store) == before
