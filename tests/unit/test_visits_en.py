"""English journeys, bodies of several states, and officials whose names come after their offices."""

import pytest
from kg_loaders.article import Article, Block

from kg.extract.reading import Reading
from kg.lang import load_pack
from kg.model import EventMention

A = "Norwegian Foreign Minister Ingrid Halvorsen"


def read(text: str, title: str = "") -> tuple[EventMention, ...]:
    head = f"{title}\n\n" if title else ""
    blocks = (Block(len(head), len(head) + len(text)),)
    article = Article(head + text, blocks, title_block=Block(0, len(title)) if title else None)
    return Reading(load_pack("en")).read(article).events


def told(event: EventMention) -> tuple[str, list[str | None], str | None]:
    who = [p.native or (p.span.text if p.span else None) for p in event.participants]
    return event.type.value, who, event.place.name if event.place else None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"{A} left Oslo for Nairobi on Monday.", ["Nairobi"]),
        (f"{A} left Nairobi on Monday.", []),
        (f"{A} left the door open for Kenya.", []),
        (f"{A} visited Kenya, Ghana and Togo.", ["Kenya", "Ghana", "Togo"]),
        (f"{A} arrived in Nairobi, Kenya, on Monday.", ["Nairobi"]),
        (f"{A} praised fishing upon her arrival in Nairobi.", ["Nairobi"]),
    ],
)
def test_a_journey_leads_to_each_place_that_is_gone_to(text: str, places: list[str]) -> None:
    assert [told(event) for event in read(text)] == [("visit", ["Ingrid Halvorsen"], place) for place in places]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The 5th meeting of the Norway-Kenya Joint Fishing Commission was held in Oslo.", "meeting", [0, 1]),
        ("The Norway-Kenya joint legal and technical committee meeting was held in Oslo.", "meeting", [0, 1]),
        (f"{A} attended the African Union summit in Nairobi.", "summit", ["Ingrid Halvorsen", "African Union"]),
        ("The African Union summit was held in Nairobi.", "summit", ["African Union"]),
        ("The Kenyan government held talks with the Syrian opposition in Oslo.", "meeting", [0, 1]),
    ],
)
def test_bodies_take_part_in_what_is_theirs(text: str, kind: str, who: list[str | int]) -> None:
    (event,) = read(text)
    found = told(event)[1]
    assert event.type.value == kind
    assert len(found) == len(who)
    assert all(isinstance(name, int) or name == found[number] for number, name in enumerate(who))


def test_a_committee_of_one_state_is_no_side() -> None:
    assert read("The Norwegian fishing committee held a meeting in Oslo.") == ()


def test_a_deputy_is_not_the_minister() -> None:
    text = f"The Norwegian deputy foreign minister met with Kenyan President Grace Atieno. {A} was in bed."
    assert told(read(text)[0])[1] == ["Norwegian deputy foreign minister", "Grace Atieno"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The Norwegian deputy foreign minister left Oslo for Nairobi on Monday.",
            "Leif Brandal's visit is his first.",
        ),
        ("The Norwegian fishing minister is in Kenya.", "Leif Brandal arrived in Nairobi on Monday."),
    ],
)
def test_the_name_of_a_visitor_may_follow_the_office(first: str, second: str) -> None:
    (event, *_) = read(f"{first} {second}")
    person = event.participants[0]
    assert (person.native, person.represents) == ("Leif Brandal", "Norway")


def test_names_follow_offices_in_their_order() -> None:
    text = "Kenya's president held talks with a Norwegian deputy foreign minister. The meeting between Grace Atieno and Leif Brandal took place in Oslo."
    (event,) = read(text)
    assert [(p.native, p.represents) for p in event.participants] == [
        ("Grace Atieno", "Kenya"),
        ("Leif Brandal", "Norway"),
    ]


def test_a_headline_tells_the_state_of_the_city_that_the_body_names() -> None:
    assert len(read(f"{A} arrived in Nairobi on Monday.", "Norwegian Foreign Minister in Kenya")) == 1


@pytest.mark.parametrize(
    ("text", "who", "place"),
    [
        (f"{A}, heading a delegation, is in Nairobi.", ["Ingrid Halvorsen", "delegation"], "Nairobi"),
        (f"Kenyan farmers hoped for rain when {A} made her visit to Ghana.", ["Ingrid Halvorsen"], "Ghana"),
        (f"{A} praised the fishermen on a Kenyan visit.", ["Ingrid Halvorsen"], "Kenya"),
        (f"During her Nairobi visit, {A} praised the fishermen.", ["Ingrid Halvorsen"], "Nairobi"),
        (f"{A} arrived in the Kenyan capital.", ["Ingrid Halvorsen"], "Nairobi"),
        ("On her trip to Nairobi, Norwegian Vice President AK Brandal sang.", ["AK Brandal"], "Nairobi"),
    ],
)
def test_a_visitor_and_where_the_visit_leads(text: str, who: list[str], place: str) -> None:
    (event,) = read(text)
    assert told(event) == ("visit", who, place)


def test_whoever_is_called_visiting_is_on_a_visit() -> None:
    found = [told(event) for event in read(f"{A} met with the visiting Kenyan finance minister Grace Atieno in Oslo.")]
    assert sorted(found) == [
        ("meeting", ["Ingrid Halvorsen", "Grace Atieno"], "Oslo"),
        ("visit", ["Grace Atieno"], "Oslo"),
    ]


def test_whoever_says_something_in_a_letter_sent_it() -> None:
    (event,) = read(f"In a letter to Kenyan President Grace Atieno, {A} said that fish was scarce.")
    assert {p.native: p.function.value for p in event.participants} == {
        "Ingrid Halvorsen": "sender",
        "Grace Atieno": "recipient",
    }


@pytest.mark.parametrize(
    "office",
    [
        "Kenya's ruler",
        "Kenya's fisheries minister",
        "Kenya's long-serving fisheries minister",
        "the Kenyan central bank governor",
        "the Kenyan first lady",
        "Kenya's cultural attaché to Oslo,",
        "Kenyan state secretary",
    ],
)
def test_further_offices_speak_for_their_state(office: str) -> None:
    (event,) = read(f"{A} met with {office} Grace Atieno on Monday.")
    assert [(p.native, p.represents) for p in event.participants] == [
        ("Ingrid Halvorsen", "Norway"),
        ("Grace Atieno", "Kenya"),
    ]


def test_an_official_meets_the_head_of_a_company() -> None:
    (event,) = read(f"{A} met with Leif Brandal, the chief executive of Nordfisk, in Nairobi.")
    assert told(event)[1] == ["Ingrid Halvorsen", "Leif Brandal"]


def test_what_was_discussed_during_a_meeting_took_place_there() -> None:
    (event,) = read(f"{A} and Kenyan President Grace Atieno discussed fishing during a meeting in Nairobi.")
    assert told(event) == ("meeting", ["Ingrid Halvorsen", "Grace Atieno"], "Nairobi")


def test_a_person_and_his_counterpart_act_together() -> None:
    (event,) = read(f"{A} and her Kenyan counterpart Grace Atieno reviewed fishing.")
    assert told(event)[1] == ["Ingrid Halvorsen", "Grace Atieno"]


def test_whoever_takes_part_in_the_session_of_a_body_meets_it() -> None:
    (event,) = read("A Norwegian delegation has participated in the 53rd session of the United Nations in Oslo.")
    assert told(event)[1] == ["Norwegian delegation", "United Nations"]
