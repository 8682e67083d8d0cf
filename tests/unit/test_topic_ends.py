"""Where the words that name a topic end: at what no noun phrase holds."""

import pytest
from reading_tools import only

from kg.model import EventMention

FA = "محمدجواد ظریف وزیر امور خارجه ایران با سرگئی لاوروف وزیر امور خارجه روسیه در مسکو دیدار کرد."
RU = "Министр иностранных дел России Сергей Лавров встретился с министром иностранных дел Турции Мевлютом Чавушоглу"


def topics(event: EventMention) -> list[str]:
    return [topic.span.text for topic in event.topics if topic.span is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{RU}. Стороны обсудили поставки зерна, перейдя затем к ужину.", ["поставки зерна"]),
        (f"{RU}. Стороны обменялись мнениями о морском рыболовстве, надеясь на улов.", ["морском рыболовстве"]),
        (f"{RU}. Стороны обсудили поставки зерна; охрану лесов.", ["поставки зерна", "охрану лесов"]),
        (f"{RU}. Стороны обсудили ряд насущных проблем.", []),
        (f"{RU}. Стороны обсудили проблему поставок зерна.", ["поставок зерна"]),
        (f"{RU}. Темой разговора станут поставки зерна.", ["поставки зерна"]),
        (f"{RU} в связи с пожаром.", []),
    ],
)
def test_russian_topics_end_before_verbs_and_signs(text: str, expected: list[str]) -> None:
    assert topics(only(text)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "در این دیدار طرفین بازگشایی مرز، تبادل زندانیان و تلاش‌های مشترک در زمینه حفظ جنگل‌ها را مورد بررسی قرار دادند.",
            ["بازگشایی مرز", "تبادل زندانیان", "حفظ جنگل‌ها"],
        ),
        ("دو طرف درباره حل و فصل اختلافات مرزی گفت‌وگو کردند.", ["حل و فصل اختلافات مرزی"]),
    ],
)
def test_the_object_of_a_persian_verb_is_read_whole(told: str, expected: list[str]) -> None:
    assert sorted(topics(only(f"{FA} {told}"))) == sorted(expected)
