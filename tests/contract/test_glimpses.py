"""In every store an analyst can say who it is that an article tells by a surname or an office alone, and who it isn't."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cli_help import kg
from curation_tools import ANNA, desk, view
from made_story import LAVROV, SAFADI, ZARIF, Told, Who, fill

from kg.errors import JudgementError
from kg.facts.vocabulary import diplo
from kg.identity.curating import assert_label, merge, split
from kg.identity.desk import Desk
from kg.identity.judgementledgers import read_judgements, record, undo
from kg.identity.resolve import resolve_store
from kg.identity.sharing import lines, read_lines
from kg.identity.whys import why
from kg.model import OfficeParts
from kg.store.base import Store
from kg.store.memory import MemoryStore
from kg.store.opening import open_store

MINISTER = OfficeParts("Minister", "foreign affairs", "Ministry of Foreign Affairs", "Russia")
SURNAME = Who("Lavrov", "Lavrov", None, "Russia", "state/RU")
OFFICE = Who("Russian envoy", None, None, "Russia", "state/RU")
HOLDER = Who("Russian foreign minister", None, None, "Russia", "state/RU", MINISTER)
WHOLE = Told(1, "one.example", "en", date(2020, 3, 2), (LAVROV, ZARIF), date(2020, 3, 1))
PART = Told(2, "two.example", "en", date(2020, 6, 2), (SURNAME, SAFADI), date(2020, 6, 1))
ENVOY = Told(3, "three.example", "en", date(2020, 9, 2), (OFFICE, SAFADI), date(2020, 9, 1))
BY_OFFICE = Told(4, "four.example", "en", date(2020, 11, 2), (HOLDER, SAFADI), date(2020, 11, 1))
STORY = (WHOLE, PART, ENVOY, BY_OFFICE)
PERSON = "https://w3id.org/diplo-kg/id/person/"


@pytest.fixture(params=["memory", "oxigraph"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with MemoryStore() if request.param == "memory" else open_store(tmp_path / "store", create=True) as made:
        yield fill(made, STORY)


def glimpse(work: Desk, name: str) -> str:
    """The node of whoever an article calls so."""
    found = work.resolution.faces.glimpses
    return next(iri for iri, each in found.items() if name in each.face.names)


def met(store: Store) -> set[str]:
    """Whom Lavrov met."""
    rows = store.select(f"SELECT ?o {{ <{PERSON}sergey-lavrov> diplo:met ?o }}").rows
    return {str(other).rsplit("/", 1)[-1] for (other,) in rows}


def event(store: Store, told: Told) -> str:
    assert told.day is not None
    (row,) = store.select(f'SELECT ?e {{ ?e diplo:earliest "{told.day.isoformat()}"^^xsd:date ; a diplo:Event }}').rows
    return str(row[0])


def undo_all(store: Store) -> None:
    for each in read_judgements(store):
        undo(store, each, "Anna")
    resolve_store(store)


@pytest.mark.parametrize(("name", "label"), [("Lavrov", True), ("Russian envoy", False)])
def test_an_analyst_says_who_a_surname_or_an_office_is(store: Store, name: str, label: bool) -> None:
    before = view(store)
    work = desk(store)
    node = glimpse(work, name)
    merge(work, work.target(node.replace(PERSON, "kgid:person/")), work.target("Sergey Lavrov"), ANNA)
    work.update()
    assert "ayman-safadi" in met(store)
    assert not any(node in (fact.subject, fact.object) for fact in view(store))
    named = {str(getattr(f.object, "value", "")) for f in store.facts(PERSON + "sergey-lavrov")}
    assert (name in named) is label
    assert not [f for f in store.facts(PERSON + "sergey-lavrov") if f.predicate == diplo("naming")]
    undo_all(store)
    assert view(store) == before


def test_the_machine_joins_nobody_by_a_surname(store: Store) -> None:
    work = desk(store)
    assert work.resolution.folds.get("", {}) == {}
    node = glimpse(work, "Lavrov")
    assert work.target(node).iri == node
    told = why(work, work.target(node), work.target("Sergey Lavrov"))
    assert (told.one, told.likeness.score) == (False, 0.0)
    assert "an analyst must say" in told.likeness.reasons[0]


def test_two_glimpses_are_one_without_anybody_who_is_named_in_full(store: Store) -> None:
    work = desk(store)
    one, other = work.target(glimpse(work, "Lavrov")), work.target("Russian envoy")
    merge(work, one, other, ANNA)
    work.update()
    work.refresh()
    both = work.target(one.iri)
    assert len(both.members) == 2
    assert_label(work, both, "S. Lavrov", None, ANNA)
    work.update()
    rows = store.select('SELECT ?e { ?e diplo:participation/diplo:participant ?who . ?who rdfs:label "S. Lavrov"@en }')
    assert len(rows.rows) == 2
    merge(work, both, work.target("Sergey Lavrov"), ANNA)
    work.update()
    work.refresh()
    assert work.target("Sergey Lavrov").iri == PERSON + "sergey-lavrov"
    split(work, work.target("Sergey Lavrov"), [work.target(one.iri)], ANNA)
    settled = work.update().settled
    assert settled.overruled
    work.refresh()
    assert work.target(one.iri).iri != PERSON + "sergey-lavrov"


def test_who_was_taken_for_the_holder_of_an_office_is_split_from_him(store: Store) -> None:
    before = view(store)
    held = event(store, BY_OFFICE)
    assert "ayman-safadi" in met(store)
    work = desk(store)
    split(work, work.target("Sergey Lavrov"), [work.target(held)], ANNA)
    work.update()
    assert "ayman-safadi" not in met(store)
    work.refresh()
    node = glimpse(work, "Russian foreign minister")
    assert work.target(node).iri == node
    undo_all(store)
    assert view(store) == before


def test_who_is_told_in_full_by_another_account_of_the_event_is_split_from_him(store: Store) -> None:
    fill(store, [replace(WHOLE, number=11, site="eleven.example", people=(SURNAME, ZARIF))])
    work = desk(store)
    held = event(store, WHOLE)
    split(work, work.target("Sergey Lavrov"), [work.target(held)], ANNA)
    work.update()
    work.refresh()
    (_, second) = [iri for iri, each in work.resolution.faces.glimpses.items() if "Lavrov" in each.face.names]
    assert second not in {node for own in work.resolution.folds.values() for node in own}


def test_a_person_whom_only_the_authority_names_is_joined_and_split(store: Store) -> None:
    work = desk(store)
    known = "kgid:person/sergey-shoigu"
    merge(work, work.target(glimpse(work, "Russian envoy")), work.target(known), ANNA)
    work.update()
    rows = store.select(f"SELECT ?l {{ <{PERSON}sergey-shoigu> rdfs:label ?l FILTER(LANG(?l) = 'en') }}").rows
    assert [getattr(label, "value", None) for (label,) in rows] == ["Sergey Shoigu"]


def test_the_judgement_outlives_an_edit_and_travels(store: Store) -> None:
    work = desk(store)
    merge(work, work.target(glimpse(work, "Lavrov")), work.target("Sergey Lavrov"), ANNA)
    work.update()
    text = "".join(lines(read_judgements(store)))
    other = fill(MemoryStore(), reversed(STORY))
    record(other, read_lines(text, "people.jsonl"))
    resolve_store(other)
    assert view(other) == view(store)
    assert "".join(lines(read_judgements(other))) == text
    edited = replace(PART, words="an edited text of many other words " * 5)
    new = fill(MemoryStore(), (WHOLE, edited, ENVOY, BY_OFFICE))
    record(new, read_lines(text, "people.jsonl"))
    settled = resolve_store(new).settled
    assert not settled.idle
    assert "ayman-safadi" in met(new)
    gone = fill(MemoryStore(), (WHOLE, replace(PART, number=99), ENVOY))
    record(gone, read_lines(text, "people.jsonl"))
    assert len(resolve_store(gone).settled.idle) == 1


def test_somebody_who_is_one_with_whom_he_met_has_not_met_himself(store: Store) -> None:
    work = desk(store)
    merge(work, work.target("Sergey Lavrov"), work.target("Mohammad Javad Zarif"), ANNA)
    work.update()
    assert not store.select("SELECT ?a { ?a diplo:met ?a }").rows
    assert not store.select("SELECT ?t { ?t rdf:subject ?a ; rdf:object ?a }").rows


def test_what_can_not_be_split_is_told_in_a_sentence(store: Store) -> None:
    work = desk(store)
    lavrov = work.target("Sergey Lavrov")
    for parts, words in (
        ([work.target(event(store, WHOLE))], "tells of nobody by a part of the name"),
        ([work.target("Ayman Safadi")], "is no part of"),
        ([work.target(glimpse(work, "Lavrov"))], "is no part of"),
        ([lavrov], "one name on one side"),
    ):
        with pytest.raises(JudgementError, match=words):
            split(work, lavrov, parts, ANNA)
    fill(store, [replace(ENVOY, number=6, day=date(2021, 1, 1))])
    with pytest.raises(JudgementError, match="names 2 people: give one of"):
        desk(store).target("Russian envoy")


def test_the_commands_tell_the_id_and_take_it(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    with open_store(path, create=True) as graph:
        held = event(fill(graph, STORY), PART)
    (line,) = [line for line in kg("show", held, "--store", path).stdout.splitlines() if "told by a part of" in line]
    id = line.rsplit(" ", 1)[-1]
    assert kg("merge", id, "Sergey Lavrov", "--store", path, "--by", "Anna").exit_code == 0
    assert "told by a part" not in kg("show", held, "--store", path).stdout
    again = kg("merge", id, "Sergey Lavrov", "--store", path)
    assert again.exit_code == 2 and "are one already" in again.stderr
    assert kg("split", "Sergey Lavrov", id, "--store", path, "--by", "Anna").exit_code == 0
    assert "told by a part of" in kg("show", held, "--store", path).stdout
