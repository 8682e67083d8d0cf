"""Who may take part in what a sentence leaves open, and what is no single occasion."""

import pytest
from kg_loaders.article import Article, Block

from kg.extract.reading import Reading
from kg.lang import load_pack
from kg.model import EventMention


def told(text: str, language: str = "en") -> list[EventMention]:
    return list(Reading(load_pack(language)).read(Article(text, (Block(0, len(text)),))).events)


def names(event: EventMention) -> set[str]:
    return {one.name for one in event.participants}


BEFORE = "Norwegian Foreign Minister Liv Berg praised the vote on Monday."


@pytest.mark.parametrize(
    "text",
    [
        "Lasting peace needs talks with Kenya.",
        "The crew will fill its tanks while negotiating with Kenya for the rest.",
    ],
)
def test_whoever_was_told_last_takes_part_in_nothing_without_a_pronoun(text: str) -> None:
    assert told(f"{BEFORE} {text}") == []


def test_a_pronoun_reaches_back() -> None:
    events = told(
        f"{BEFORE} She spoke of the fish market during a meeting with Kenyan President Asha Wario in Nairobi."
    )
    assert [names(event) for event in events] == [{"Liv Berg", "Asha Wario"}]


def test_where_a_verb_names_who_acts_nobody_else_was_there() -> None:
    assert told(f"{BEFORE} Kenyan President Asha Wario held six-hour talks in Nairobi.") == []


def test_a_call_about_a_meeting_is_no_meeting() -> None:
    text = (
        "Norwegian Foreign Minister Liv Berg and Kenyan President Asha Wario held a phone conversation on Sunday on the "
        "Geneva meeting on fishing."
    )
    assert [event.type.value for event in told(text)] == ["call"]


def test_what_unknown_people_do_is_not_done_by_who_says_so() -> None:
    text = f"{BEFORE} She said Norwegian shipowners and traders would also hold negotiations with Kenyan President Asha Wario."
    assert told(text) == []


def test_a_visit_by_people_unknown_is_not_made_by_who_asks_for_it() -> None:
    text = "Norwegian Foreign Minister Liv Berg insisted on a visit by surgeons to Kenya."
    assert told(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norwegian Foreign Minister Liv Berg held several meetings with Kenyan President Asha Wario."),
        ("en", "Prices rose during the ongoing talks between Norway and Kenya in Nairobi."),
        ("fa", "لیو برگ وزیر خارجه نروژ دیدارهای متعددی با آشا واریو رئیس جمهور کنیا داشت."),
    ],
)
def test_a_series_is_no_single_occasion(language: str, text: str) -> None:
    assert told(text, language) == []


@pytest.mark.parametrize("people", ["pilgrims", "businessmen", "companies"])
def test_a_group_of_people_who_speak_for_no_state_makes_no_visit(people: str) -> None:
    assert told(f"A delegation of Norwegian {people} visited Kenya on Sunday.") == []


def test_a_tour_in_a_relative_clause_is_that_of_the_noun_before_it() -> None:
    text = "التقى وزير الخارجية النرويجي ليف بيرغ الرئيس الكيني بيتر موانغي الذي يزور أوسلو في إطار جولة شملت السويد."
    visits = [event for event in told(text, "ar") if event.type.value == "visit"]
    assert [names(visit) for visit in visits if visit.place is not None and visit.place.name == "Sweden"] == [
        {"Peter Muangi"}
    ]


def test_a_party_leader_at_home_makes_no_journey() -> None:
    assert told("أدى رئيس حركة النهضة راشد الغنوشي زيارة إلى القيروان أمس.", "ar") == []


def test_a_union_that_meets_by_itself_is_no_summit() -> None:
    assert told("رفض الاتحاد العام التونسي للشغل القرار في اجتماع طارئ عقده أمس.", "ar") == []


def test_who_sends_a_letter_may_stand_in_the_relative_behind_it() -> None:
    text = (
        "لیو برگ وزیر خارجه نروژ در واکنش به نامه‌ای که آشا واریو رئیس جمهور کنیا برای دبیرکل سازمان ملل ارسال کرد، "
        "سخن گفت."
    )
    letters = [event for event in told(text, "fa") if event.type.value == "correspondence"]
    assert [names(letter) for letter in letters] == [{"Asha Variou", "Secretary General of United Nations"}]
