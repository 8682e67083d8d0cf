"""What analysts decide: it takes effect, it can be undone, and articles stay as they are."""

from collections.abc import Iterator

import pytest
from curation_tools import ANNA, add, desk, meetings, one, store_with, told, view

from kg.errors import JudgementError
from kg.identity.curating import apart, assert_value, merge, retract, split
from kg.identity.judgementledgers import last_of, named_judgement, read_judgements, undo
from kg.identity.judgements import Verdict
from kg.identity.resolve import resolve_store
from kg.identity.whys import why
from kg.model import Triple
from kg.store.base import Store
from kg.store.memory import MemoryStore


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    """Two articles that tell one meeting of October, a third that tells one of November."""
    yield store_with(told(1), told(2), told(3, "later"))


def articles(store: Store) -> dict[str, set[Triple]]:
    return {name: set(store.triples(name)) for name in store.graphs()}


def undo_last(store: Store) -> None:
    undo(store, last_of(store, "Anna"), "Boris")
    resolve_store(store)


def test_a_merge_makes_two_events_one_until_it_is_undone(store: MemoryStore) -> None:
    october, november = meetings(store)
    before, own = view(store), articles(store)
    work = desk(store)
    made = merge(work, work.target(october), work.target(november), ANNA)
    work.update()
    assert meetings(store) == [min(october, november)]
    assert len(one(store, min(october, november), "account")) == 3
    assert (made.by, made.why, made.verdict) == ("Anna", "seen on the photograph", Verdict.SAME)
    assert articles(store) == own
    undo_last(store)
    assert view(store) == before


def test_a_split_takes_an_account_out_and_what_comes_later_joins_one_side(store: MemoryStore) -> None:
    october, _ = meetings(store)
    before = view(store)
    accounts = sorted(one(store, october, "account"))
    work = desk(store)
    split(work, work.target(october), [work.target(accounts[1])], ANNA)
    work.update()
    assert len(meetings(store)) == 3
    add(store, told(4), told(5), told(6))
    groups = [one(store, event, "account") or {event} for event in meetings(store)]
    assert len(groups) == 3
    assert not any(set(accounts) <= group for group in groups)
    assert sorted(map(len, groups)) == [1, 1, 4]
    for_undo = store_with(told(1), told(2), told(3, "later"))
    assert view(for_undo) == before


def test_the_first_account_can_be_named_by_the_id_that_the_event_has(store: MemoryStore) -> None:
    october, _ = meetings(store)
    work = desk(store)
    made = split(work, work.target(october), [work.target(october)], ANNA)
    assert made.nodes == (october,)
    assert len(made.against) == 1


def test_a_retracted_event_leaves_the_view_with_what_hangs_on_it(store: MemoryStore) -> None:
    october, november = meetings(store)
    before, own = view(store), articles(store)
    parts = one(store, october, "participation")
    assert store.select(f"ASK {{ ?statement diplo:occasion <{october}> }}").rows[0][0].value == "true"  # type: ignore[union-attr]
    work = desk(store)
    retract(work, work.target(october), [], ANNA)
    work.update()
    assert meetings(store) == [november]
    gone = {october, *parts}
    assert not any(fact.subject in gone or fact.object in gone for fact in view(store))
    assert articles(store) == own
    undo_last(store)
    assert view(store) == before


def test_one_account_alone_is_retracted(store: MemoryStore) -> None:
    october, _ = meetings(store)
    first, second = sorted(one(store, october, "account"))
    work = desk(store)
    retract(work, work.target(october), [work.target(second)], ANNA)
    work.update()
    assert first in meetings(store)
    assert not one(store, first, "account")


@pytest.mark.parametrize(
    ("name", "value", "predicate", "shown"),
    [
        ("status", "postponed", "status", "#postponed"),
        ("date", "2020-10-23", "latest", "2020-10-23"),
        ("date", "2020-10-23/2020-10-24", "earliest", "2020-10-23"),
        ("place", "Geneva", "place", "/place/geneva"),
        ("place", "جنيف", "place", "/place/geneva"),
        ("topic", "Idlib", "topic", "idlib"),
        ("process", "Geneva process", "process", "/process/geneva-syria"),
    ],
)
def test_an_asserted_value_goes_before_what_is_told(
    store: MemoryStore, name: str, value: str, predicate: str, shown: str
) -> None:
    before = view(store)
    for event in meetings(store):
        was = one(store, event, predicate)
        work = desk(store)
        made = assert_value(work, work.target(event), name, value, ANNA)
        work.update()
        found = one(store, event, predicate)
        assert any(each.endswith(shown) for each in found)
        assert one(store, event, "assertedIn") == {made.ledger}
        if name in ("topic", "process"):
            assert was < found or was == found
        else:
            assert len(found) == 1
            assert one(store, event, "alternative")
        undo_last(store)
        assert view(store) == before


def test_a_place_that_no_article_tells_is_shown_with_its_names(store: MemoryStore) -> None:
    work = desk(store)
    assert_value(work, work.target(meetings(store)[0]), "place", "Vienna", ANNA)
    work.update()
    rows = store.select('SELECT ?p { ?e diplo:place ?p . ?p a diplo:Place ; rdfs:label "Вена"@ru }').rows
    assert [str(place).rsplit("/", 1)[-1] for (place,) in rows] == ["vienna"]


def test_the_label_follows_an_asserted_day(store: MemoryStore) -> None:
    october = meetings(store)[0]
    work = desk(store)
    assert_value(work, work.target(october), "date", "2020-10-23", ANNA)
    work.update()
    rows = store.select(f"SELECT ?l {{ <{october}> rdfs:label ?l FILTER(LANG(?l) = 'en') }}").rows
    assert [label.value for (label,) in rows if not isinstance(label, str) and label] == [
        "Meeting: Ali Asghar Khaji – Alexander Lavrentiev (2020-10-23)"
    ]


def test_of_two_assertions_the_later_one_counts(store: MemoryStore) -> None:
    october = meetings(store)[0]
    work = desk(store)
    for value in ("2020-10-23", "2020-10-25"):
        assert_value(work, work.target(october), "date", value, ANNA)
    settled = work.update().settled
    assert one(store, october, "earliest") == {"2020-10-25"}
    first, second = read_judgements(store)
    assert [(each.judgement, each.by) for each in settled.overruled] == [(first, (second,))]
    undo_last(store)
    assert one(store, october, "earliest") == {"2020-10-23"}


def test_what_can_not_be_decided_is_told_in_a_sentence(store: MemoryStore) -> None:
    october, november = meetings(store)
    work = desk(store)
    whole, other = work.target(october), work.target(november)
    khaji = work.target("Ali Asghar Khaji")
    for wrong, words in (
        (lambda: work.target("feedfeed"), "no event or person is known as 'feedfeed'"),
        (lambda: work.target(""), "fits 8 events|no event or person|give more letters"),
        (lambda: merge(work, whole, whole, ANNA), "are one already"),
        (lambda: merge(work, whole, khaji, ANNA), "of one kind"),
        (lambda: split(work, other, [other], ANNA), "has only one account"),
        (lambda: split(work, whole, [other], ANNA), "is no part of"),
        (lambda: split(work, whole, [work.target(each) for each in whole.members], ANNA), "nothing would be left"),
        (lambda: split(work, khaji, [khaji], ANNA), "one name on one side"),
        (lambda: apart(work, whole, whole, ANNA), "use kg split"),
        (lambda: retract(work, khaji, [], ANNA), "is a person"),
        (lambda: retract(work, whole, [other], ANNA), "is no account of"),
        (lambda: assert_value(work, whole, "status", "maybe", ANNA), "is no status"),
        (lambda: assert_value(work, whole, "date", "2020-10-24/2020-10-23", ANNA), "is no day"),
        (lambda: assert_value(work, whole, "place", "Nowhereville", ANNA), "no place is known"),
        (lambda: assert_value(work, whole, "weather", "rain", ANNA), "can't be asserted"),
        (lambda: why(work, whole, work.target(october)), "both are the same"),
        (lambda: why(work, whole, khaji), "of one kind"),
        (lambda: named_judgement(store, "feed"), "no judgement has the id"),
        (lambda: last_of(store, "Nobody"), "no judgement of Nobody"),
    ):
        with pytest.raises(JudgementError, match=words):
            wrong()
    assert not read_judgements(store)


def test_what_is_undone_can_not_be_undone_again(store: MemoryStore) -> None:
    work = desk(store)
    made = retract(work, work.target(meetings(store)[0]), [], ANNA)
    undo(store, made, "Boris")
    (again,) = read_judgements(store)
    assert again.undone is not None and again.undone[0] == "Boris"
    with pytest.raises(JudgementError, match="undone already by Boris"):
        undo(store, again, "Anna")


def test_a_store_that_can_not_be_written_to_keeps_what_it_has(
    store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.errors import StoreError

    work = desk(store)

    def refuse(gone: object, come: object) -> None:
        raise StoreError("can't write to the store: it is read-only")

    before = view(store)
    monkeypatch.setattr(store, "revise", refuse)
    with pytest.raises(StoreError, match="read-only"):
        retract(work, work.target(meetings(store)[0]), [], ANNA)
    assert view(store) == before
