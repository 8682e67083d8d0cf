import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lang import load_pack
from kg.text.words import Words

ARABIC = Words(load_pack("ar"))
SCRIPT = st.text(
    alphabet="ابتجحدرزسشعفقلمنهويةىأإآؤئکیگ" + "ًٌٍَُِّْٰـ" + "\u200c\u00a0 ،؛؟.«»-/:'" + string.digits + "٠١٢٣ aZé"
)


def readings(word: str) -> set[tuple[str, str, bool, str]]:
    """Each way to take a word apart: conjunction, preposition, whether an article was taken off, what is left."""
    return {(p.conjunction, p.preposition, p.definite, p.stem) for p in ARABIC.parts(ARABIC.fold(word))}


def words(text: str) -> list[str]:
    return [text[token.start : token.end] for token in ARABIC.tokens(text, 0, len(text))]


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("الرَّئيسُ", "الرييس"),
        ("محـــمد", "محمد"),
        ("أحمد", "احمد"),
        ("إيران", "ايران"),
        ("آستانا", "استانا"),
        ("ٱلله", "الله"),
        ("مؤتمر", "موتمر"),
        ("کیان", "كيان"),
        ("هٰذا", "هذا"),
        ("NATO", "nato"),
    ],
)
def test_spellings_that_differ_by_marks_hamza_or_keyboard_fold_to_one(written: str, folded: str) -> None:
    assert ARABIC.fold(written) == folded


def test_alif_maqsura_is_kept_since_it_tells_on_from_ali() -> None:
    assert ARABIC.fold("على") != ARABIC.fold("علي")


def test_taa_marbuta_is_kept() -> None:
    assert ARABIC.fold("وزيرة") != ARABIC.fold("وزيره")


@given(SCRIPT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert ARABIC.fold(ARABIC.fold(text)) == ARABIC.fold(text)


@pytest.mark.parametrize(
    ("written", "reading"),
    [
        ("وللرئيس", ("و", "ل", True, "رييس")),
        ("بالرئيس", ("", "ب", True, "رييس")),
        ("والتعاون", ("و", "", True, "تعاون")),
        ("لطهران", ("", "ل", False, "طهران")),
        ("للسعودية", ("", "ل", False, "السعودية")),
        ("للسعودية", ("", "ل", True, "سعودية")),
        ("ووحدة", ("و", "", False, "وحدة")),
        ("فاستقبل", ("ف", "", False, "استقبل")),
        ("وبدمشق", ("و", "ب", False, "دمشق")),
        ("كالأردن", ("", "ك", False, "الاردن")),
        ("اتصالا", ("", "", False, "اتصال")),
        ("لقاءه", ("", "", False, "لقاءه")),
        ("الخارجيه", ("", "", True, "خارجية")),
        ("مصطفي", ("", "", False, "مصطفى")),
    ],
)
def test_a_written_word_is_taken_apart(written: str, reading: tuple[str, str, bool, str]) -> None:
    assert reading in readings(written)


@pytest.mark.parametrize("word", ["وليد", "بيان", "لبنان", "كيان", "فرنسا", "الرئيس", "وزير", "على"])
def test_the_word_as_it_stands_is_its_plainest_reading(word: str) -> None:
    first = ARABIC.parts(ARABIC.fold(word))[0]
    assert (first.stem, first.cost) == (ARABIC.fold(word), 0)


@given(SCRIPT)
def test_readings_are_ordered_from_plain_to_guessed_and_all_differ(text: str) -> None:
    parts = ARABIC.parts(ARABIC.fold(text))
    assert [part.cost for part in parts] == sorted(part.cost for part in parts)
    assert len({(p.conjunction, p.preposition, p.definite, p.stem) for p in parts}) == len(parts)


@given(
    st.text(alphabet="ابتجحدرزسشعفقلمنهوي", min_size=2, max_size=8),
    st.sampled_from(["", "و", "ف"]),
    st.sampled_from(["", "ب", "ل", "ك"]),
)
def test_whatever_is_put_before_a_word_can_be_taken_off_again(stem: str, conjunction: str, preposition: str) -> None:
    assert (conjunction, preposition, False, stem) in readings(conjunction + preposition + stem)


@given(st.text(alphabet="ابتجحدرزسشعفقمنهوي", min_size=2, max_size=8), st.sampled_from(["", "و", "ف"]))
def test_the_article_is_found_where_a_preposition_melts_into_it(stem: str, conjunction: str) -> None:
    assert (conjunction, "ل", True, stem) in readings(f"{conjunction}لل{stem}")
    assert (conjunction, "ب", True, stem) in readings(f"{conjunction}بال{stem}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قالَ  الـــرئيسُ «محمّد»", ["قالَ", "الـــرئيسُ", "«", "محمّد", "»"]),
        ("می\u200cرود، و", ["می\u200cرود", "،", "و"]),
        ("بلغ 3.5 في 2020/10/20.", ["بلغ", "3.5", "في", "2020/10/20", "."]),
        ("٢٠٢٠ عام", ["٢٠٢٠", "عام"]),
        ("روسيا\u00a0اليوم", ["روسيا", "اليوم"]),
        ("بن-سلمان(خاص)", ["بن-سلمان", "(", "خاص", ")"]),
    ],
)
def test_words_and_signs_are_told_apart(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_only_the_asked_part_is_read_and_offsets_count_in_the_whole_text() -> None:
    text = "في طِهْران أمس"
    (token,) = ARABIC.tokens(text, 3, 10)
    assert (text[token.start : token.end], token.norm) == ("طِهْران", "طهران")


@given(SCRIPT)
def test_words_stand_in_order_and_their_spelling_is_that_of_the_text(text: str) -> None:
    end = 0
    for token in ARABIC.tokens(text, 0, len(text)):
        assert end <= token.start < token.end <= len(text)
        assert token.norm == ARABIC.fold(text[token.start : token.end])
        end = token.end


@given(SCRIPT)
def test_no_letter_or_digit_is_lost_between_the_words(text: str) -> None:
    kept = "".join(words(text))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@given(SCRIPT)
def test_a_phrase_of_the_lexicon_is_cut_like_the_text(text: str) -> None:
    assert ARABIC.phrase(text) == tuple(token.norm for token in ARABIC.tokens(text, 0, len(text)))
