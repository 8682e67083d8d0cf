import pytest
from reading_tools import only

from kg.model import EventMention

X = "وزير الخارجية السوري وليد المعلم"
Y = "نظيره الإيراني محمد جواد ظريف"


def topics(event: EventMention) -> list[str]:
    return [topic.span.text for topic in event.topics if topic.span is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"بحث {X} مع {Y} العلاقات الثنائية.", ["العلاقات الثنائية"]),
        (
            f"بحث {X} مع {Y} العلاقات الثنائية والأوضاع في المنطقة، وملف اللاجئين، ومكافحة الإرهاب.",
            ["العلاقات الثنائية", "الأوضاع في المنطقة", "ملف اللاجئين", "مكافحة الإرهاب"],
        ),
        (f"بحث {X} مع {Y} التعاون الاقتصادي والتجاري.", ["التعاون الاقتصادي والتجاري"]),
        (
            f"بحث {X} مع {Y} الوضع الاقتصادي والإنساني في سوريا ووحدة أراضيها.",
            ["الوضع الاقتصادي والإنساني في سوريا", "وحدة أراضيها"],
        ),
        (f"أجرى {X} محادثات مع {Y} حول سيادة سوريا ووحدة أراضيها.", ["سيادة سوريا", "وحدة أراضيها"]),
        (f"أجرى {X} محادثات مع {Y} بشأن إعادة الإعمار.", ["إعادة الإعمار"]),
        (f"التقى {X} {Y} لبحث عودة اللاجئين.", ["عودة اللاجئين"]),
        (f"اجتمع {X} مع {Y} لمناقشة إعادة الإعمار، بما في ذلك ترميم المدارس.", ["إعادة الإعمار", "ترميم المدارس"]),
        (f"بحث {X} في دمشق مع {Y} إعادة الإعمار.", ["إعادة الإعمار"]),
        (f"بحث {X} مع {Y} إعادة الإعمار وفق بيان للوزارة.", ["إعادة الإعمار"]),
        (f"التقى {X} {Y} في دمشق.", []),
    ],
)
def test_topics_are_cut_at_commas_and_conjunctions_but_not_inside_a_phrase(text: str, expected: list[str]) -> None:
    assert topics(only(text)) == expected


def test_dates_places_and_persons_are_no_topics() -> None:
    event = only(f"بحث {X}، الاثنين 19 أكتوبر 2020، مع {Y} في طهران، العلاقات الثنائية.")
    assert topics(event) == ["العلاقات الثنائية"]


def test_a_known_concept_and_a_known_process_have_ids() -> None:
    event = only(f"بحث {X} مع {Y} عودة اللاجئين وعمل اللجنة الدستورية ضمن مسار أستانا.")
    assert event.topics[0].id == "topic/return-of-refugees"
    assert "process/astana" in [process.id for process in event.processes]


def test_the_process_of_astana_is_no_place() -> None:
    assert only(f"بحث {X} مع {Y} الأوضاع ضمن عملية أستانا.").place is None


def test_a_verb_that_takes_topics_takes_them_behind_on_as_well() -> None:
    assert topics(only(f"تباحث {X} مع {Y} حول أوضاع اللاجئين.")) == ["أوضاع اللاجئين"]


def test_the_time_talked_about_is_no_topic() -> None:
    assert topics(only(f"بحث {X} مع {Y} تطورات الأوضاع في إدلب خلال الأيام الأخيرة.")) == ["تطورات الأوضاع في إدلب"]


def test_what_the_meeting_dealt_with_is_what_it_was_about_and_not_where_it_was() -> None:
    event = only(f"التقى {X} {Y} وتناول اللقاء الأوضاع الميدانية في إدلب وعودة اللاجئين.")
    assert (topics(event), event.place) == (["الأوضاع الميدانية في إدلب", "عودة اللاجئين"], None)
