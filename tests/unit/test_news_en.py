"""What English news tell in words that were passed over before: on made-up people."""

import pytest
from reading_tools import extract, only

from kg.model import EventMention, Salience

SIDE = "Norway and Kenya said that the weather was fine and that it had been for many years."


def who(event: EventMention) -> list[tuple[str, str | None]]:
    return [(p.name, p.represents) for p in event.participants]


def event(words: str) -> EventMention:
    """The one event of a sentence in an article that names two states more."""
    return only(words, SIDE)


@pytest.mark.parametrize(
    ("office", "side"),
    [
        ("Kenyan Deputy Foreign Minister for European and American Affairs", "Kenya"),
        ("Kenyan Deputy Foreign Minister for Asia and Pacific Affairs", "Kenya"),
        ("Kenyan Deputy Foreign Minister for Arab and African Affairs", "Kenya"),
        ("Kenyan Deputy Economic Development Minister", "Kenya"),
        ("Polish Ambassador", "Poland"),
    ],
)
def test_an_office_is_read_to_its_end(office: str, side: str) -> None:
    told = event(f"Norwegian Foreign Minister Lars Holm met {office} David Otieno on Monday.")
    assert who(told) == [("Lars Holm", "Norway"), ("David Otieno", side)]
    role = told.participants[1].role
    assert role is not None and role.text == office


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Norwegian Foreign Minister Lars Holm has spoken with Kenyan President David Otieno.", "call"),
        ("Norwegian Foreign Minister Lars Holm talked over the telephone with Kenyan President David Otieno.", "call"),
        ("Norwegian Foreign Minister Lars Holm wrote to Kenyan President David Otieno on Monday.", "correspondence"),
        ("During the meeting with Kenyan President David Otieno, Norwegian Foreign Minister Lars Holm said no.", "meeting"),
        ("Norwegian Minister Lars Holm and Kenyan President David Otieno signed a deal in a meeting in Oslo.", "meeting"),
        ("Norwegian Foreign Minister Lars Holm spoke after meeting his Kenyan counterpart David Otieno.", "meeting"),
        ("In a meeting with recently sworn-in Kenyan President David Otieno, Norwegian Minister Lars Holm said no.", "meeting"),
    ],
)  # fmt: skip
def test_two_officials_meet_speak_or_write(words: str, kind: str) -> None:
    told = event(words)
    assert (told.type, sorted(who(told))) == (kind, [("David Otieno", "Kenya"), ("Lars Holm", "Norway")])


def test_counterparts_of_several_states_are_as_many_people() -> None:
    told = event("Norwegian Foreign Minister Lars Holm met his Kenyan and Polish counterparts in Oslo.")
    assert [p.represents for p in told.participants] == ["Norway", "Kenya", "Poland"]


def test_a_plan_to_visit_is_that_of_its_owner() -> None:
    told = event("He announced Norwegian President Lars Holm's plan to visit Nairobi next week.")
    assert (told.type, told.status, who(told)) == ("visit", "planned", [("Lars Holm", "Norway")])
    assert extract("He announced Norwegian President Lars Holm's refusal to visit Nairobi.", SIDE).events == ()


@pytest.mark.parametrize("words", ["is now in Nairobi for a two-day visit", "will tour Nairobi on Monday"])
def test_who_is_somewhere_or_tours_a_place_visits_it(words: str) -> None:
    told = event(f"The Norwegian foreign minister {words}.")
    assert (told.type, told.place and told.place.name) == ("visit", "Nairobi")


def test_a_city_behind_a_comma_is_where_it_took_place() -> None:
    told = event(
        "Norwegian Minister Lars Holm met Kenyan President David Otieno, as host of the peace process, in Oslo."
    )
    assert told.place is not None and told.place.name == "Oslo"


def test_a_leader_takes_part_where_his_delegation_does() -> None:
    first = "Heading a delegation, Norwegian Foreign Minister Lars Holm met Kenyan President David Otieno in Nairobi."
    second = (
        "Earlier, the Norwegian delegation held a meeting with a Kenyan delegation headed by Minister Jane Wanjiru."
    )
    events = extract(first, second).events
    assert [p.name for p in events[1].participants][-1] == "Lars Holm"
    unnamed = extract("A Norwegian delegation met Kenyan President David Otieno in Nairobi.", second).events
    assert "Lars Holm" not in {p.name for one in unnamed for p in one.participants}


def test_talks_that_others_review_are_background() -> None:
    call = "President Lars Holm of Norway spoke today with President David Otieno of Kenya."
    later = "They reviewed their recent conversations with their Polish and Danish counterparts."
    found = extract(call, later, "They discussed fishing quotas.").events
    assert [one.salience for one in found] == [Salience.MAIN, Salience.BACKGROUND]
    assert [topic.name for topic in found[0].topics] == ["fishing quotas"]


def test_the_delegation_is_that_told_last_and_its_leader_comes_with_it() -> None:
    first = "A Norwegian delegation headed by Deputy Foreign Minister Lars Holm arrived in Nairobi."
    events = extract(first, "The delegation met Kenyan President David Otieno on Monday.").events
    assert [(one.type, len(one.participants)) for one in events] == [("visit", 2), ("meeting", 3)]
    assert {p.represents for p in events[1].participants} == {"Norway", "Kenya"}
