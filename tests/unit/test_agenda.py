"""What was talked about, told apart from the occasion: in a sentence of its own, in passing, in what those who met said."""

import pytest
from reading_tools import extract, only

from kg.model import EventMention, EventType

MET = "Foreign Minister Abbas Araghchi met with his Iraqi counterpart Fuad Hussein in Baghdad on Monday."
AR = "التقى وزير الخارجية السوري وليد المعلم نظيره الإيراني محمد جواد ظريف في دمشق."
FA = "محمدجواد ظریف وزیر امور خارجه ایران با سرگئی لاوروف وزیر امور خارجه روسیه در مسکو دیدار کرد."
RU = "Министр иностранных дел России Сергей Лавров встретился с министром иностранных дел Турции Мевлютом Чавушоглу."


def topics(event: EventMention) -> list[str]:
    return [topic.span.text for topic in event.topics if topic.span is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MET} They exchanged views on water sharing.", ["water sharing"]),
        (
            f"{MET} The two ministers discussed the reopening of the border crossing.",
            ["reopening of the border crossing"],
        ),
        (f"{MET} The talks focused on economic and trade relations.", ["economic and trade relations"]),
        (f"{AR} وتم خلال اللقاء بحث العلاقات الثنائية.", ["العلاقات الثنائية"]),
        (f"{AR} كما تم التطرق إلى عودة اللاجئين.", ["عودة اللاجئين"]),
        (f"{FA} دو طرف درباره روابط دوجانبه گفت‌وگو کردند.", ["روابط دوجانبه"]),
        (f"{FA} در این دیدار بحران سوریه مورد بررسی قرار گرفت.", ["بحران سوریه"]),
        (f"{RU} В ходе встречи были обсуждены двусторонние отношения.", ["двусторонние отношения"]),
    ],
)
def test_a_sentence_that_only_says_what_was_discussed_tells_it_of_the_occasion(text: str, expected: list[str]) -> None:
    assert topics(only(text)) == expected


def test_a_visit_has_topics_too() -> None:
    visit = only("Iranian Foreign Minister Abbas Araghchi will travel to Oman for talks on maritime security.")
    assert topics(visit) == ["maritime security"]


def test_a_sentence_of_other_people_tells_nothing_of_the_occasion() -> None:
    other = "Finnish President Alexander Stubb said the ceasefire was welcome."
    assert topics(only(f"{MET} {other}")) == []


def test_each_topic_goes_to_the_nearest_occasion_of_its_sentence() -> None:
    text = (
        "Iranian Foreign Minister Abbas Araghchi met with Iraqi President Abdul Latif Rashid to discuss border security "
        "and later phoned Turkish Foreign Minister Hakan Fidan to discuss gas supplies."
    )
    assert {event.type.value: topics(event) for event in extract(text).events} == {
        "meeting": ["border security"],
        "call": ["gas supplies"],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran's and Iraq's foreign ministers met amid the Kirkuk pipeline dispute.", []),
        (f"{MET[:-1]} as the Lebanese crisis deepened.", ["Lebanese crisis"]),
        (f"{MET[:-1]} on the subject of Baghdad.", []),
    ],
)
def test_a_head_names_a_topic_only_with_what_it_is_of(text: str, expected: list[str]) -> None:
    assert [topic for event in extract(text).events for topic in topics(event)] == expected


def test_a_phrase_takes_in_both_places_of_a_pair() -> None:
    text = f"{MET[:-1]} amid security cooperation between Iran and the United States."
    assert topics(only(text)) == ["security cooperation between Iran and the United States"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{MET} They discussed the sanctions against the Islamic Republic.",
            ["sanctions against the Islamic Republic"],
        ),
        (f"{MET} They talked about the two countries.", []),
    ],
)
def test_a_phrase_ends_with_its_noun_and_points_at_nobody(text: str, expected: list[str]) -> None:
    assert topics(only(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MET} They discussed ways to expand trade and transit routes.", ["trade and transit routes"]),
        (f"{MET} They exchanged views on water sharing which would be important.", ["water sharing"]),
        (f"{MET} They talked about a two-day trip.", []),
        (f"{MET} The talks focused on the economic sphere.", []),
    ],
)
def test_a_topic_is_the_matter_and_not_what_is_done_about_it(text: str, expected: list[str]) -> None:
    assert topics(only(text)) == expected


def test_what_was_discussed_belongs_to_the_talks_held_rather_than_to_a_visit_told_later() -> None:
    text = f"{MET} Hussein will visit Tehran in May. The two ministers discussed water sharing."
    found = {event.type: topics(event) for event in extract(text).events}
    assert found[EventType.MEETING] == ["water sharing"]


def test_a_talk_that_opens_an_article_is_of_the_news_told_behind_it() -> None:
    (event,) = extract(f"Стороны обсудят поставки зерна. {RU}").events
    assert topics(event) == ["поставки зерна"]
