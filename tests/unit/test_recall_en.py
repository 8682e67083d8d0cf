"""English tellings that are easily missed: who acts behind a conjunction, capitals that act, guests, lists of attendants."""

from datetime import date

import pytest
from kg_loaders.article import Article, Block
from reading_tools import extract

from kg.extract.reading import Reading
from kg.lang import load_pack
from kg.model import EventMention

READING = Reading(load_pack("en"))
HALVORSEN = "Norwegian Foreign Minister Ingrid Halvorsen"
MWANGI = "Kenyan Defence Minister Josephat Mwangi"


def read(text: str, published: date | None = None, title: str | None = None) -> tuple[EventMention, ...]:
    head = f"{title}\n\n" if title else ""
    block = Block(0, len(title)) if title else None
    article = Article(head + text, (Block(len(head), len(head) + len(text)),), published=published, title_block=block)
    return READING.read(article).events


def told(event: EventMention) -> tuple[str, str, set[str], str | None]:
    place = event.place.name if event.place else None
    return event.type.value, event.status.value, {p.name for p in event.participants}, place


MEETING = ("meeting", "held", {"Ingrid Halvorsen", "Josephat Mwangi"}, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The strike ended a day after {HALVORSEN} met {MWANGI}.", MEETING),
        (f"The talks followed the Sunday meeting between {HALVORSEN} and the {MWANGI}.", MEETING),
        (f"After meeting {MWANGI}, {HALVORSEN} praised the fishermen.", MEETING),
        (f"{HALVORSEN} told the visiting {MWANGI} on Monday that fish is good.", MEETING),
        (f"{HALVORSEN} met on the margins of the summit with {MWANGI}.", MEETING),
        (f"On the sidelines of the new round of talks on cod {HALVORSEN} met with {MWANGI}.", MEETING),
        (f"{HALVORSEN} is also slated to hold talks with {MWANGI}.", ("meeting", "planned", *MEETING[2:])),
        (
            "Oslo and Nairobi held talks on fish.",
            ("meeting", "held", {"Norway", "Kenya"}, None),
        ),
        (
            "Talks between Oslo and Nairobi were held in Geneva.",
            ("meeting", "held", {"Norway", "Kenya"}, "Geneva"),
        ),
        (
            "The Oslo meeting was held with the participation of Norway, Kenya and the UN envoy.",
            ("meeting", "held", {"Norway", "Kenya", "Envoy of United Nations"}, None),
        ),
        (
            f"{HALVORSEN} is expected to meet senior officials in Nairobi.",
            ("meeting", "planned", {"Ingrid Halvorsen", "Senior Officials of Kenya"}, "Nairobi"),
        ),
        (f"{HALVORSEN} has departed the country for Nairobi.", ("visit", "held", {"Ingrid Halvorsen"}, "Nairobi")),
        (
            "A deal was signed over the Kenyan president Daniel Otieno trip to Norway.",
            ("visit", "held", {"Daniel Otieno"}, "Norway"),
        ),
        ("A delegation from Kenya will take a trip to Oslo.", ("visit", "planned", {"Delegation of Kenya"}, "Oslo")),
    ],
)
def test_what_is_easily_missed_is_read(text: str, expected: tuple[str, str, set[str], str | None]) -> None:
    (event,) = read(text)
    assert told(event) == expected


@pytest.mark.parametrize(
    "text",
    [
        "OSLO - The minister praised the fishermen.",
        f"{HALVORSEN} praised the museums of Oslo and Nairobi.",
        "The rule holds if the Kenyan minister is in need and harms no security of the United States.",
    ],
)
def test_no_place_is_taken_for_a_side_or_a_destination(text: str) -> None:
    assert read(text) == ()


def test_they_are_the_group_told_before() -> None:
    visit, meeting = read(
        f"{HALVORSEN} and Energy Minister Leif Brandal travelled to Nairobi, where they met with {MWANGI}."
    )
    assert (visit.type.value, meeting.type.value) == ("visit", "meeting")
    assert {p.name for p in meeting.participants} == {"Ingrid Halvorsen", "Leif Brandal", "Josephat Mwangi"}


def test_a_further_stop_may_follow_a_place_of_several_words() -> None:
    visits = read(f"{HALVORSEN} will travel to Japan, Papua New Guinea and Australia.")
    assert [v.place.name for v in visits if v.place] == ["Japan", "Papua New Guinea", "Australia"]


def test_a_guest_is_told_as_such() -> None:
    meeting = next(e for e in read(f"{HALVORSEN} held talks with the visiting {MWANGI}.") if e.type.value == "meeting")
    assert {p.name: p.function.value for p in meeting.participants}["Josephat Mwangi"] == "visitor"


def test_the_name_in_the_next_sentence_is_whose_office_opened_the_article() -> None:
    text = "Norway's ambassador to Kenya has said that fish is good.\n\nLeif Brandal, in a meeting with some local Kenyan officials, praised it."
    (meeting,) = read(text)
    assert {(p.name, p.represents) for p in meeting.participants} >= {("Leif Brandal", "Norway")}


def test_the_states_of_a_committee_meet_within_it() -> None:
    (meeting,) = read("The Norway-Kenya Joint Fishing Committee meeting was held in Oslo.")
    assert {p.name for p in meeting.participants} == {"Norway", "Kenya"}
    assert [process.name for process in meeting.processes] == ["Norway-Kenya Joint Fishing Committee"]


def test_what_is_planned_with_others_is_another_occasion() -> None:
    held, planned = read(
        f"{HALVORSEN} met with {MWANGI}, in Oslo. The weather was good. It rained. She was scheduled to meet with some other Kenyan officials."
    )
    assert (held.status.value, planned.status.value) == ("held", "planned")


def test_a_headline_may_list_states_without_signs() -> None:
    (meeting,) = read("Nothing else was told.", title="Norway Kenya and Ghana discuss fishing")
    assert {p.name for p in meeting.participants} == {"Norway", "Kenya", "Ghana"}


def test_further_rounds_of_brokered_talks_are_occasions_of_the_same_sides() -> None:
    text = (
        "Norway and Ghana brokered the talks on Sudan. The first two rounds of the talks were held on January 3 and February 7. "
        "The third round of the talks was held in May."
    )
    rounds = [event for event in read(text) if event.type.value == "negotiation_round"]
    assert len(rounds) == 4
    assert all({p.function.value for p in event.participants} == {"mediator"} for event in rounds)


def test_a_known_family_name_needs_no_other() -> None:
    visits = read("Putin visited Kenya and Ghana in May.")
    assert [(p.name, p.represents) for event in visits for p in event.participants] == [
        ("Vladimir Putin", "Russia")
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        f"{HALVORSEN} marked the week with a host of Kenyan wins.",
        f"Norway and Kenya meet these requirements, {HALVORSEN} said.",
        f"{HALVORSEN} called it a ground for talks with Kenya.",
        f"{HALVORSEN} continued to hold talks with Kenya.",
    ],
)
def test_what_only_looks_like_an_occasion_is_none(text: str) -> None:
    assert read(text) == ()


def test_an_envoy_of_an_office_is_no_holder_of_it() -> None:
    (event,) = extract(
        "The UN Secretary-General’s envoy, Marta Lindqvist, met President Andreas Christou in Nicosia on Thursday."
    ).events
    envoy = next(p for p in event.participants if p.name == "Marta Lindqvist")
    assert envoy.role is not None
    assert envoy.role.text == "UN Secretary-General’s envoy"
    assert envoy.represents == "United Nations"
