import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg_loaders.article import Article, Block

from kg.text.sentences import sentences


def article(text: str, *body: tuple[int, int], headline: tuple[int, int] | None = None) -> Article:
    blocks = tuple(Block(*block) for block in body) or (Block(0, len(text)),)
    return Article(text, blocks, title_block=Block(*headline) if headline else None)


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(article(text))]


@pytest.mark.parametrize(
    "text",
    [
        "قال د. محمد علي إن اللقاء كان مفيدا.",
        "دمشق (أ.ف.ب) - التقى الوزير نظيره.",
        "اجتمع أ. د. خالد السعدي مع الوزير.",
        "قال م. سامي إن المشروع جاهز.",
        "بلغت نسبة النمو 3.5 بالمئة.",
        "عقد الاجتماع يوم 20.10.2020 في جنيف.",
        "نقل موقع example.org الخبر.",
    ],
)
def test_a_full_stop_in_an_abbreviation_a_number_or_an_address_ends_nothing(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("انتهى اللقاء. وغادر الوفد.", ["انتهى اللقاء.", "وغادر الوفد."]),
        ("انتهى اللقاء.وغادر الوفد.", ["انتهى اللقاء.", "وغادر الوفد."]),
        ("جرى ذلك عام 2020. وبعده توقفت المحادثات.", ["جرى ذلك عام 2020.", "وبعده توقفت المحادثات."]),
        ("هل يزور دمشق؟ نعم! سيزورها…", ["هل يزور دمشق؟", "نعم!", "سيزورها…"]),
        ("التقى الوزير نظيره؛ ثم غادر.", ["التقى الوزير نظيره؛", "ثم غادر."]),
        ("قال: «سنواصل العمل.» ثم غادر.", ["قال: «سنواصل العمل.»", "ثم غادر."]),
        ("جلسه برگزار شد۔ او رفت", ["جلسه برگزار شد۔", "او رفت"]),
        ("Встреча прошла в 2020 г. Стороны", ["Встреча прошла в 2020 г. Стороны"]),
    ],
)
def test_sentences_end_at_their_signs_with_or_without_a_blank(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_blank_lines_part_paragraphs_and_end_sentences() -> None:
    text = "فقرة أولى. وجملة\r\n\r\n  فقرة ثانية  \n \n\u2029فقرة ثالثة"
    found = [(text[s.start : s.end], s.paragraph) for s in sentences(article(text))]
    assert found == [("فقرة أولى.", 0), ("وجملة", 0), ("فقرة ثانية", 1), ("فقرة ثالثة", 2)]


def test_a_paragraph_may_be_wrapped_over_lines() -> None:
    text = "التقى الوزير\nنظيره. وغادر\r\nالوفد."
    assert cut(text) == ["التقى الوزير\nنظيره.", "وغادر\r\nالوفد."]


def test_every_block_of_the_body_is_a_paragraph_and_ends_its_last_sentence() -> None:
    text = "عنوان فرعي\nالتقى الوزير نظيره"
    found = [(text[s.start : s.end], s.paragraph) for s in sentences(article(text, (0, 10), (11, len(text))))]
    assert found == [("عنوان فرعي", 0), ("التقى الوزير نظيره", 1)]


def test_the_headline_comes_first_as_paragraph_minus_one() -> None:
    text = "خاجي يلتقي لافرنتييف\nطهران - التقى الرجلان."
    found = list(sentences(article(text, (21, len(text)), headline=(0, 20))))
    assert [(text[s.start : s.end], s.paragraph) for s in found] == [
        ("خاجي يلتقي لافرنتييف", -1),
        ("طهران - التقى الرجلان.", 0),
    ]


def test_only_the_blocks_of_the_body_are_read() -> None:
    text = "القائمة الرئيسية\nالتقى الوزير نظيره.\nشارك 12 تعليقا\nوغادر الوفد."
    first, second = text.index("التقى"), text.index("وغادر")
    blocks = ((first, text.index("\n", first)), (second, len(text)))
    found = [(text[s.start : s.end], s.paragraph) for s in sentences(article(text, *blocks))]
    assert found == [("التقى الوزير نظيره.", 0), ("وغادر الوفد.", 1)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\t\r\n"])
def test_a_text_without_words_has_no_sentences(text: str) -> None:
    assert cut(text) == []


def test_pieces_of_a_long_line_begin_and_end_with_words() -> None:
    pieces = cut("كلمة " * 1000 + " " * 5000 + "أخيرة")
    assert all(piece == piece.strip() != "" for piece in pieces)
    assert pieces[-1].endswith("أخيرة")


def test_a_line_without_any_full_stop_is_cut_into_bearable_pieces() -> None:
    text = "كلمة " * 10_000
    found = list(sentences(article(text)))
    assert max(s.end - s.start for s in found) <= 2000
    assert "".join("".join(text[s.start : s.end] for s in found).split()) == "".join(text.split())


@given(st.text(alphabet='ابdв1٣ .؟!؛…»«"()\n\r\u2028\u200c\u00a0ًد', max_size=60))
def test_sentences_stand_in_order_inside_the_body_and_lose_no_word(text: str) -> None:
    end = 0
    kept = []
    for sentence in sentences(article(text)):
        assert end <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        end = sentence.end
        kept.append(text[sentence.start : sentence.end])
    assert "".join("".join(kept).split()) == "".join(text.split())
