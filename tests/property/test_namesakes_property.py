"""Whom the matcher compares at all: everybody whose names share a word and nearly another, found without comparing all with all."""

from datetime import date, timedelta
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from kg.identity.events import candidates, keys
from kg.identity.faces import Face
from kg.identity.namesakes import namesakes
from kg.identity.nearness import near_consonants, slips
from kg.identity.occasions import UNSURE, Witness, likeness
from kg.identity.parties import Party
from kg.identity.records import Account, Part, Source
from kg.model import EventType, Function, Salience, Status
from kg.resolve.edits import edits
from kg.resolve.skeletons import skeleton

CONSONANTS = st.text("BDJKLMNRSTZ", min_size=2, max_size=10)
NAMES = st.lists(
    st.text("bdklmnr", min_size=2, max_size=8).map(lambda word: "a".join(word)), min_size=1, max_size=3
).map(" ".join)
FACES = st.lists(st.tuples(st.lists(NAMES, min_size=1, max_size=2), st.sampled_from(["RU", "IR", None])), max_size=12)


@given(CONSONANTS, st.data())
def test_words_that_are_near_share_what_is_left_of_them(word: str, data: st.DataObject) -> None:
    other = list(word)
    for _ in range(data.draw(st.integers(0, 2))):
        at = data.draw(st.integers(0, len(other)))
        other[at : at + data.draw(st.integers(0, 1))] = data.draw(st.text("BDKL", max_size=1))
    most = 2 if max(len(word), len(other)) > 6 else 1
    if edits(word, "".join(other)) <= most:
        assert slips(word) & slips("".join(other))


@given(FACES)
def test_nobody_who_shares_a_word_and_nearly_another_is_left_out(drawn: list[tuple[list[str], str | None]]) -> None:
    faces = [Face(f"p{at}", f"p{at}", side, tuple(names)) for at, (names, side) in enumerate(drawn)]
    found = [tuple(sorted((one.iri, other.iri))) for one, other in namesakes(faces)]
    expected = {
        tuple(sorted((one.iri, other.iri))) for one, other in combinations(faces, 2) if _of_one_name(one, other)
    }
    assert len(found) == len(set(found))
    assert set(found) >= expected


def _of_one_name(one: Face, other: Face) -> bool:
    if one.side and other.side and one.side != other.side:
        return False
    return any(_shared(skeleton(a), skeleton(b)) for a, b in product(one.names, other.names))


def _shared(one: str, other: str) -> bool:
    """All names drawn are Latin, so that words may differ in one consonant."""
    words = {word for word in one.split() if len(word) > 1} & set(other.split())
    rests = ((_without(one, word), _without(other, word)) for word in words)
    return any(not (a and b) or any(near_consonants(x, y, across=False) for x, y in product(a, b)) for a, b in rests)


def _without(bone: str, word: str) -> list[str]:
    words = bone.split()
    words.remove(word)
    return words


DAY = date(2020, 1, 1)
TOLD = st.lists(
    st.tuples(
        st.sampled_from([EventType.MEETING, EventType.VISIT, EventType.CALL]),
        st.integers(0, 40),
        st.integers(0, 4),
        st.sets(st.sampled_from("ABCD"), min_size=1, max_size=3),
    ),
    max_size=14,
)


@given(TOLD)
def test_every_two_accounts_of_neighbouring_days_and_two_shared_sides_are_weighed(
    told: list[tuple[EventType, int, int, set[str]]],
) -> None:
    witnesses = {}
    for at, (kind, first, more, sides) in enumerate(told):
        source = Source(f"article{at}", f"graph{at}", f"outlet{at}", DAY, "en")
        parts = tuple(Part(side, "State", Function.PARTICIPANT, side=side) for side in sorted(sides))
        account = Account(f"e{at:02}", source, kind, Status.HELD, Salience.MAIN, parts)
        earliest = DAY + timedelta(days=first)
        parties = tuple(Party(part, part.entity) for part in parts)
        witnesses[account.iri] = Witness(account, parties, earliest, earliest + timedelta(days=more))
    expected = {
        (one.account.iri, other.account.iri): likeness(one, other)
        for one, other in combinations(witnesses.values(), 2)
        if set(keys(one)) & set(keys(other))
    }
    found = {(pair.first, pair.second): pair.likeness for pair in candidates(witnesses)}
    assert found == {pair: weighed for pair, weighed in expected.items() if weighed.score >= UNSURE}
