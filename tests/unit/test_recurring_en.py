import pytest

from kg.lang.gazetteer import entry, track_parties
from tests.unit.test_arguments_en import A, only, read

ASTANA = "Iran, Russia and Turkey stand behind the Astana talks, in which opposition groups take part. "


def rounds(text: str) -> list[tuple[str | None, set[str], str]]:
    found = [event for event in read(text).events if event.type.value == "negotiation_round"]
    return [
        (event.date.span.text if event.date else None, {p.name for p in event.participants}, event.status.value)
        for event in found
    ]


def test_a_round_told_by_its_number_has_the_parties_of_its_track() -> None:
    ((date, parties, _),) = rounds(f"{ASTANA}The fourth round of talks was held on 3 May 2017.")
    assert date == "3 May 2017"
    assert {"Iran", "Russia", "Turkey"} < parties


def test_two_numbers_are_two_rounds_and_one_number_is_one() -> None:
    first, second = "The first round of talks was held in March.", "The second round of talks will be held in May."
    found = rounds(f"{ASTANA}{first} {second} {A} will attend the second round of talks.")
    assert [(date, status) for date, _, status in found] == [("March", "held"), ("May", "planned")]


def test_the_next_round_is_that_told_by_its_number() -> None:
    text = f"{ASTANA}The next round of talks will be held in May. The sixth round of talks will be held in May."
    assert len(rounds(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{ASTANA}The talks are difficult.",
        "Norway and Kenya agree. The fourth round of talks was held in May.",
        "The Astana talks are held in Kazakhstan. The fourth round of talks was held in May.",
    ],
)
def test_talks_that_tell_no_occasion_or_whose_parties_nobody_names_are_none(text: str) -> None:
    assert rounds(text) == []


def test_a_government_negotiates_with_those_who_stand_against_it() -> None:
    event = only("Talks between the Kenyan government and rebel groups will be held in Oslo in May.")
    assert [p.span.text for p in event.participants if p.span] == ["Kenyan government", "rebel groups"]


def test_brackets_behind_a_body_name_its_members() -> None:
    event = only("Talks between Iran and the 4+1 group (Russia, China, and Germany) began in Vienna.")
    assert [p.name for p in event.participants] == ["Iran", "P5+1", "Russia", "China", "Germany"]


def test_a_kind_of_place_may_have_an_adjective() -> None:
    event = only(f"{A} arrived in the Kenyan city of Nairobi on Monday, to speak of peace in Syria.")
    assert event.place is not None
    assert event.place.name == "Nairobi"


@pytest.mark.parametrize("track", track_parties())
def test_tracks_and_their_parties_are_in_the_gazetteers(track: str) -> None:
    parties, sides = track_parties()[track]
    assert [name for name in (track, *parties, *sides) if entry(name) is None] == []
