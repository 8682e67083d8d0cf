"""Judgements outlive edits of articles and newer extractors, contradict each other in the open, and travel as files."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from curation_tools import ANNA, LaterReader, add, desk, meetings, one, store_with, told, view
from kg_loaders.article import Article

from kg.errors import JudgementError
from kg.identity.anchors import FaceAnchor, account_anchor, anchor_text, read_anchor
from kg.identity.curating import apart, assert_value, merge, retract, split
from kg.identity.judgementledgers import read_judgements, record, undo
from kg.identity.judgements import Assertion, Judgement, Verdict, judged
from kg.identity.resolve import resolve_store
from kg.identity.settling import Bound, bind, settle, states
from kg.identity.sharing import lines, read_lines
from kg.model import Extraction
from kg.pipeline import ingest

START = datetime(2026, 1, 1, tzinfo=UTC)


def accounts_by_size(store: object) -> list[int]:
    return sorted(len(one(store, event, "account")) or 1 for event in meetings(store))  # type: ignore[arg-type]


def test_a_judgement_finds_its_account_again_in_an_edited_article() -> None:
    store = store_with(told(1), told(2), told(3))
    assert accounts_by_size(store) == [3]
    work = desk(store)
    (event,) = meetings(store)
    third = next(
        iri
        for iri, account in work.accounts.items()
        if account.source.outlet == "site-3.example" and iri in one(store, event, "account")
    )
    split(work, work.target(event), [work.target(third)], ANNA)
    work.update()
    assert accounts_by_size(store) == [1, 2]
    add(store, told(3, "with a correction"), told(1, "corrected as well"))
    assert third not in desk(store).accounts
    assert accounts_by_size(store) == [1, 2]


class MovedReader(LaterReader):
    """A newer version: it finds the same events by other words."""

    def extract(self, article: Article) -> Extraction:
        found = super().extract(article)
        moved = tuple(
            replace(each, trigger=replace(each.trigger, start=each.trigger.start + 1)) for each in found.events
        )
        return replace(found, events=moved)


def test_a_judgement_finds_its_account_again_when_a_newer_extractor_reads_it() -> None:
    store = store_with(told(1), told(2))
    work = desk(store)
    (event,) = meetings(store)
    retract(work, work.target(event), [], ANNA)
    work.update()
    assert not meetings(store)
    before = set(work.accounts)
    for _ in ingest([told(1), told(2)], store, MovedReader(version="2")):
        pass
    assert not before & set(desk(store).accounts)
    assert not meetings(store)


def test_what_is_gone_is_kept_and_counts_again_when_it_is_back() -> None:
    store = store_with(told(1), told(2))
    work = desk(store)
    (event,) = meetings(store)
    made = split(work, work.target(event), [work.target(event)], ANNA)
    work.update()
    add(store, told(1, "later"))
    summary = resolve_store(store)
    assert [each.id for each in summary.settled.idle] == [made.id]
    assert states(summary.settled)[made.id] == "about something that no longer exists"
    add(store, told(1))
    assert not resolve_store(store).settled.idle
    assert accounts_by_size(store) == [1, 1]


def test_an_event_on_another_day_in_another_place_or_twice_is_not_the_one_that_was_meant() -> None:
    work = desk(store_with(told(1)))
    account = next(each for each in work.accounts.values() if each.type == "meeting")
    anchor = account_anchor(account)
    from kg.identity.binding import Binder

    def found(*others: object) -> object:
        return Binder(others, work.resolution.faces).find("gone", replace(anchor, node="gone"))  # type: ignore[arg-type]

    assert account.earliest and account.latest
    month = timedelta(days=31)
    assert found(account) == account.iri
    assert found(replace(account, earliest=account.earliest + month, latest=account.latest + month)) is None
    assert found(replace(account, place="https://example.org/elsewhere")) is None
    assert found(account, replace(account, iri=account.iri + "x")) is None
    assert found(account, replace(account, iri=account.iri + "x", earliest=account.latest)) == account.iri
    assert found(replace(account, source=replace(account.source, key="another"))) is None


def test_a_face_is_known_again_when_its_name_turns_up_on_another_side() -> None:
    from kg.identity.binding import Binder
    from kg.identity.faces import Face, Faces

    def faces(*of: Face) -> Binder:
        return Binder((), Faces(of, {}))

    anchor = FaceAnchor("p/ali", "p/ali", "s/SY", ("Ali Hassan",))
    alone = Face("p/ali", "p/ali", "s/SY", ("Ali Hassan",))
    moved = replace(alone, iri="p/1")
    other = replace(alone, iri="p/2", side="s/IQ")
    assert faces(alone).find("p/ali", anchor) == "p/ali"
    assert faces(moved, other, replace(alone, side=None)).find("p/ali", anchor) == "p/1"
    assert faces(replace(moved, named="p/aly"), other).find("p/ali", anchor) == "p/1"
    assert faces(other).find("p/ali", anchor) is None


def test_an_anchor_is_read_as_it_was_written() -> None:
    anchor = FaceAnchor("a", "b", None, ("علي", "Ali"))
    assert read_anchor(anchor_text(anchor)) == anchor
    for wrong in ("[]", "{}", "nothing", '{"article": 1}'):
        with pytest.raises(ValueError, match=r"\w"):
            read_anchor(wrong)


def said(verdict: Verdict, *nodes: str, minute: int, against: tuple[str, ...] = ()) -> Bound:
    one_said = replace(judged(verdict, *nodes, by="Anna", against=against), at=START + timedelta(minutes=minute))
    return Bound(one_said, one_said.nodes, one_said.against)


def test_of_a_chain_that_contradicts_itself_the_oldest_is_overruled_and_all_three_are_named() -> None:
    ab, bc = said(Verdict.SAME, "a", "b", minute=1), said(Verdict.SAME, "b", "c", minute=2)
    ac = said(Verdict.DIFFERENT, "a", "c", minute=3)
    settled = settle([ab, bc, ac])
    assert settled.rulings.same == {("b", "c")}
    assert settled.rulings.different == {("a", "c")}
    (overruled,) = settled.overruled
    assert (overruled.judgement, overruled.by) == (ab.judgement, (bc.judgement, ac.judgement))
    assert ac.judgement.short in states(settled)[ab.judgement.id]
    later = said(Verdict.SAME, "a", "b", minute=4)
    (overruled,) = settle([bc, ac, later]).overruled
    assert overruled.judgement == bc.judgement


def test_the_later_of_two_that_say_the_opposite_counts_whichever_it_is() -> None:
    same, different = said(Verdict.SAME, "a", "b", minute=1), said(Verdict.DIFFERENT, "a", "b", minute=2)
    assert settle([same, different]).rulings.different == {("a", "b")}
    again = said(Verdict.SAME, "a", "b", minute=3)
    found = settle([same, different, again])
    assert found.rulings.same == {("a", "b")}
    assert not found.rulings.different
    undone = replace(again, judgement=replace(again.judgement, undone=("Anna", START)))
    assert settle([same, different, undone]).rulings.different == {("a", "b")}


def test_a_split_takes_only_its_part_out_of_an_older_merge() -> None:
    merged = said(Verdict.SAME, "a", "b", "c", minute=1)
    found = settle([merged, said(Verdict.DIFFERENT, "a", minute=2, against=("b", "c"))])
    assert found.rulings.same == {("b", "c")}
    assert found.overruled[0].partly


def test_judgements_of_one_moment_are_settled_in_one_way() -> None:
    some = [said(Verdict.SAME, "a", "b", minute=1), said(Verdict.DIFFERENT, "a", "b", minute=1)]
    assert settle(some).rulings == settle(reversed(some)).rulings


def curated() -> tuple[object, list[Judgement]]:
    store = store_with(told(1), told(2), told(3, "later"))
    october, november = meetings(store)
    work = desk(store)
    first = sorted(one(store, october, "account"))[0]
    made = [
        split(work, work.target(october), [work.target(first)], ANNA),
        apart(work, work.target(october), work.target(november), ANNA),
        assert_value(work, work.target(november), "place", "Vienna", ANNA),
        assert_value(work, work.target(november), "date", "2020-11-22/2020-11-23", ANNA),
        retract(work, work.target(november), [], ANNA),
    ]
    undo(store, made[-1], "Boris")
    work.update()
    return store, made


def test_judgements_travel_to_another_store_with_the_same_articles() -> None:
    store, made = curated()
    text = "".join(lines(read_judgements(store)))  # type: ignore[arg-type]
    other = store_with(told(3, "later"), told(2), told(1))
    assert view(other) != view(store)  # type: ignore[arg-type]
    assert len(record(other, read_lines(text, "shared.jsonl"))) == len(made)
    resolve_store(other)
    assert view(other) == view(store)  # type: ignore[arg-type]
    assert "".join(lines(read_judgements(other))) == text
    assert not record(other, read_lines(text, "shared.jsonl"))
    assert "".join(lines(reversed(read_judgements(other)))) == text


def test_what_is_undone_here_or_there_stays_undone() -> None:
    store, made = curated()
    before = read_judgements(store)  # type: ignore[arg-type]
    kept = [replace(each, undone=None) for each in before]
    assert not record(store, kept)  # type: ignore[arg-type]
    assert read_judgements(store) == before  # type: ignore[arg-type]
    here, there = store_with(told(1)), replace(made[0], undone=("Boris", START))
    record(here, [made[0]])
    assert record(here, [there]) == (there,)
    assert read_judgements(here)[0].undone == ("Boris", START)


def test_what_a_file_tells_twice_is_undone_if_one_of_the_lines_says_so() -> None:
    _, made = curated()
    undone = replace(made[0], undone=("Boris", START))
    for order in ((made[0], undone), (undone, made[0]), (undone, undone)):
        store = store_with(told(1), told(2))
        assert record(store, order) == (undone,)
        assert read_judgements(store) == (undone,)


def test_judgements_on_unknown_nodes_are_kept_and_named() -> None:
    _, made = curated()
    here = store_with(told(7))
    record(here, made[:2])
    settled = resolve_store(here).settled
    assert {each.id for each in settled.idle} == {each.id for each in made[:2]}
    assert len(read_judgements(here)) == 2


EVENT, PERSON = (f"https://w3id.org/diplo-kg/id/{kind}/a" for kind in ("event", "person"))


def line_of(
    *nodes: str, asserted: Assertion | None = None, verdict: Verdict = Verdict.ASSERT, against: tuple[str, ...] = ()
) -> str:
    """A line whose id is right and whose content isn't."""
    about = nodes or ("https://example.org/a",)
    (line,) = lines([judged(verdict, *about, by="Eve", asserted=asserted, against=against)])
    return line.rstrip()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda told: "{", "no judgement"),
        (lambda told: "[]", "no judgement"),
        (lambda told: "12", "no judgement"),
        (lambda told: json.dumps({**told, "by": "Eve"}), "changed by hand"),
        (lambda told: json.dumps({**told, "nodes": "abc"}), "no judgement"),
        (lambda told: json.dumps({**told, "verdict": "perhaps"}), "no judgement"),
        (lambda told: json.dumps({**told, "at": "2026-01-01T00:00:00"}), "time zone"),
        (lambda told: json.dumps({name: value for name, value in told.items() if name != "by"}), "has no 'by'"),
        (lambda told: json.dumps({**told, "anchors": [{"article": "x"}]}), "no judgement"),
        (lambda told: "[" * 100_000, "no judgement"),
        (lambda told: line_of("no IRI"), "no IRI"),
        (lambda told: line_of(asserted=Assertion("date", "soon")), "no judgement"),
        (lambda told: line_of(asserted=Assertion("status", "maybe")), "no judgement"),
        (lambda told: line_of(asserted=Assertion("weather", "rain")), "no judgement"),
        (lambda told: line_of(asserted=Assertion("place", "Rome")), "no judgement"),
        (lambda told: line_of(asserted=Assertion("label", "Ali")), "no name with a language"),
        (lambda told: line_of(EVENT, PERSON, verdict=Verdict.SAME), "an event and a person"),
        (lambda told: line_of(EVENT, verdict=Verdict.DIFFERENT, against=(PERSON,)), "an event and a person"),
        (lambda told: line_of(EVENT, verdict=Verdict.SAME), "about too little"),
        (lambda told: line_of(EVENT, EVENT + "b", verdict=Verdict.DIFFERENT, against=(EVENT,)), "than itself"),
        (lambda told: line_of(EVENT, EVENT + "b", verdict=Verdict.SAME, against=(EVENT + "c",)), "not said against"),
        (lambda told: line_of(PERSON, verdict=Verdict.RETRACT), "retract is said of a person"),
        (lambda told: line_of(PERSON, asserted=Assertion("status", "held")), "status is said of a person"),
        (lambda told: line_of(EVENT, asserted=Assertion("label", "Ali@en")), "label is said of an event"),
        (lambda told: line_of(EVENT), "must assert something"),
        (lambda told: line_of(EVENT, verdict=Verdict.RETRACT, asserted=Assertion("status", "held")), "asserts nothing"),
    ],
)
def test_a_damaged_line_is_named_by_its_number(damage: object, words: str) -> None:
    good = judged(Verdict.SAME, "https://example.org/a", "https://example.org/b", by="Anna", why="line\u2028break")
    (line,) = lines([good])
    assert read_lines("\ufeff" + line + "\n", "f") == (good,)
    with pytest.raises(JudgementError, match=f"f:3: .*{words}"):
        read_lines(f"{line}\n{damage(json.loads(line))}\n", "f")  # type: ignore[operator]


def test_assertions_are_read_as_they_were_written() -> None:
    labels = (("Vienna", "en"), ("فيينا", "ar"))
    made = judged(
        Verdict.ASSERT,
        "https://example.org/a",
        by="Anna",
        asserted=Assertion("place", "https://w3id.org/diplo-kg/id/place/vienna", labels),
    )
    assert read_lines("".join(lines([made])), "f") == (made,)
    store = store_with()
    record(store, [made])
    (found,) = read_judgements(store)
    assert found == made


def test_nothing_to_bind_is_nothing_to_settle() -> None:
    assert settle(bind([], None)).rulings == settle([]).rulings  # type: ignore[arg-type]


def test_people_are_merged_and_split_by_their_faces() -> None:
    store = store_with(told(1))
    work = desk(store)
    khaji, pedersen = work.target("Ali Asghar Khaji"), work.target("Geir Pedersen")
    before = view(store)
    merge(work, khaji, pedersen, ANNA)
    work.update()
    work.refresh()
    both = work.target("Geir Pedersen")
    assert len(both.members) == 2
    split(work, both, [both], ANNA)
    work.update()
    assert view(store) == before
