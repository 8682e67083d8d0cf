"""News that name one state alone tell of home affairs: statements, but no occasion of diplomacy."""

import pytest
from reading_tools import extract

HOME = {
    "ar": (
        "التقى رئيس الجمهورية التونسية اليوم وزير الداخلية سالم العوني في قصر قرطاج.",
        "وأكد الرئيس حرص تونس على الأمن.",
    ),
    "en": (
        "Norway's Prime Minister Ola Berg met with Fisheries Minister Kari Holm in Oslo on Monday.",
        "Berg said Norway would protect its coast.",
    ),
    "fa": (
        "وزیر کشور ایران روز دوشنبه با وزیر راه ایران در تهران دیدار کرد.",
        "وزیر کشور ایران تاکید کرد که راه‌ها باید ایمن باشد.",
    ),
    "ru": (
        "Президент Норвегии Олаф Берг встретился в Осло с министром рыболовства Карлом Хольмом.",
        "Берг подчеркнул, что побережье Норвегии будет защищено.",
    ),
}
ABROAD = {
    "ar": "التقى رئيس الجمهورية التونسية اليوم وزير الخارجية المصري سالم العوني في قصر قرطاج.",
    "en": "Norway's Prime Minister Ola Berg met with Kenyan Foreign Minister Jane Odera in Oslo on Monday.",
    "fa": "وزیر خارجه ایران روز دوشنبه با وزیر خارجه عراق در تهران دیدار کرد.",
    "ru": "Президент Норвегии Олаф Берг встретился в Осло с министром иностранных дел Кении Джоном Одерой.",
}


@pytest.mark.parametrize("language", HOME)
def test_one_state_alone_has_no_occasion_of_diplomacy(language: str) -> None:
    found = extract(*HOME[language])
    assert found.language == language
    assert not found.events
    assert found.statements


@pytest.mark.parametrize("language", ABROAD)
def test_a_second_state_makes_an_occasion(language: str) -> None:
    found = extract(ABROAD[language], *HOME[language][1:])
    assert [event.type.value for event in found.events] == ["meeting"]


def test_a_state_of_two_words_is_a_side() -> None:
    found = extract(
        "US Secretary of State Ann Lowell met with Saudi Arabia's Crown Prince Fahd in Washington on Monday."
    )
    assert found.events


@pytest.mark.parametrize(
    "text",
    [
        "Путин и Меркель встретились в четверг и обсудили перемирие.",
        "В четверг Путин встретился с Эрдоганом и обсудил с ним перемирие.",
    ],
)
def test_a_renowned_name_is_a_side(text: str) -> None:
    assert extract(text).events
