import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lang import packs
from kg.text.language import identify

CODES = {pack.code for pack in packs()}
TEXTS = {
    "ar": [
        "التقى وزير الخارجية السوري نظيره الإيراني في دمشق وبحثا العلاقات بين البلدين.",
        "أجرى الرئيس اتصالا هاتفيا مع نظيره الفرنسي، تناول الأوضاع في المنطقة.",
        "الرئيس يستقبل المبعوث الأممي في قصر الشعب",
    ],
    "fa": [
        "وزیر امور خارجه ایران روز سه‌شنبه با همتای سوری خود در تهران دیدار کرد و درباره تحولات منطقه گفت‌وگو کرد.",
        "رئیس جمهور در این دیدار گفت که روابط دو کشور باید گسترش یابد.",
    ],
    "ru": ["Министр иностранных дел России провел переговоры с коллегой из Сирии и обсудил с ним ситуацию в регионе."],
    "en": [
        "The foreign minister of Syria met his Iranian counterpart in Damascus and discussed the situation in the region."
    ],
}
KNOWN = [(code, text) for code, texts in TEXTS.items() for text in texts]


@pytest.mark.parametrize(("code", "text"), KNOWN)
def test_a_text_is_in_its_language_or_in_none_where_no_pack_knows_it(code: str, text: str) -> None:
    assert identify(text) == (code if code in CODES else None)


@pytest.mark.parametrize(
    "text",
    [
        "ديدار وزير امور خارجه ايران با همتاي سوري خود در تهران برگزار شد و دو طرف درباره روابط گفتگو كردند.",
        "رييس جمهور در اين ديدار گفت كه روابط دو كشور بايد گسترش يابد و با همكاري ساير كشورها پيش برود.",
    ],
)
def test_persian_typed_on_an_arabic_keyboard_is_not_arabic(text: str) -> None:
    assert identify(text) == ("fa" if "fa" in CODES else None)


@pytest.mark.parametrize("text", ["", " ", "2020-10-20", "…!؟", "سلام", "Tehran", "外務大臣は昨日テヘランで会談した。"])
def test_too_little_text_or_a_foreign_script_is_no_language(text: str) -> None:
    assert identify(text) is None


def test_names_in_another_script_do_not_turn_a_text() -> None:
    text = "التقى الوزير سيرغي لافروف (Sergey Lavrov) في موسكو نظيره الإيراني محمد جواد ظريف (Mohammad Javad Zarif) على هامش القمة."
    assert identify(text) == "ar"


def test_only_the_beginning_of_a_text_is_looked_at() -> None:
    text = TEXTS["ar"][0] + "\n"
    assert identify(text * 60 + "x" * 1_000_000) == "ar"


@given(st.text(max_size=200))
def test_any_text_is_in_a_language_with_a_pack_or_in_none(text: str) -> None:
    assert identify(text) in CODES | {None}
