import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

import pytest
from hang import guarded
from hypothesis import example, given, settings
from hypothesis import strategies as st
from kg_loaders.article import Article, Block
from reading_tools import article, extract

from kg.extract.rules import RuleExtractor
from kg.lang import load_pack
from kg.model import Extraction, Named, Participant, Span

EXTRACTOR = RuleExtractor()
STORY = (
    "بحث كبير مساعدي وزير الخارجيّة الإيراني، علي أصغـــر خاجي، يوم الاثنين، مع المبعوث الخاص للرئيس الروسي ألكسندر لافرنتييف تطورات الأوضاع في سوريا.",
    "ووصل لافرنتييف إلى دمشق على رأس وفد سياسي، وأجرى اتصالا هاتفيا بالمبعوث الأممي غير بيدرسون في 12 أكتوبر 2020.",
    "وأكّد خاجي أن الحوار هو الحل، مشددا على وحدة الأراضي السورية. من جانبه رحب لافرنتييف بعودة اللاجئين.",
    "ومن المقرر أن يزور وزير الخارجية الروسي سيرغي لافروف إيران الأسبوع المقبل.",
)
TITLE = "خاجي ولافرنتييف يبحثان الشأن السوري"
WORDS = sorted(
    {word for sentence in STORY for word in sentence.split()}
    | {"و", "في", "«", "»", "،", ".", "\n", "الذي", "نظيره", "بين"}
)


def spans(read: Extraction) -> Iterator[Span]:
    """Every span of an extraction."""
    for event in read.events:
        yield from (event.trigger, event.evidence, *event.more_evidence)
        yield from _named(event.place, *event.topics, *event.processes)
        yield from _of_people(*event.participants)
        if event.date is not None:
            yield event.date.span
    for said in read.statements:
        yield from (said.verb, said.evidence)
        yield from _named(*said.topics)
        yield from _of_people(said.speaker)
        if said.about is not None:
            yield said.about


def _named(*things: Named | None) -> Iterator[Span]:
    yield from (thing.span for thing in things if thing is not None and thing.span is not None)


def _of_people(*people: Participant) -> Iterator[Span]:
    for person in people:
        yield from (span for span in (person.span, person.role) if span is not None)


def sound(read: Extraction) -> None:
    """What holds of every extraction: spans are exact, nobody takes part twice, shares and confidences are shares."""
    for span in spans(read):
        assert 0 <= span.start < span.end <= len(read.article.text)
        assert read.article.text[span.start : span.end] == span.text
        assert span.text.strip() == span.text
    for event in read.events:
        assert event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end
        assert len(set(event.participants)) == len(event.participants)
        assert len(event.more_evidence) == len(set(event.more_evidence))
        assert 0 < event.confidence <= 1
    for said in read.statements:
        assert said.evidence.start <= said.verb.start < said.verb.end <= said.evidence.end
        assert said.occasion is None or 0 <= said.occasion < len(read.events)
        assert 0 < said.confidence <= 1


def plain(text: str) -> Extraction:
    """What is read in a text that the page calls Arabic."""
    return EXTRACTOR.extract(Article(text, (Block(0, len(text)),), language="ar"))


def test_every_span_is_cut_out_of_the_untouched_text() -> None:
    read = extract(*STORY, title=TITLE)
    sound(read)
    assert len(read.events) >= 4
    assert len(read.statements) >= 3
    assert any("ـ" in span.text for span in spans(read))


def test_only_the_body_and_the_headline_are_read() -> None:
    whole = article(*STORY, title=TITLE)
    start = whole.text.index(STORY[0])
    read = EXTRACTOR.extract(replace(whole, body=(Block(start, start + len(STORY[0])),)))
    inside = [(0, len(TITLE)), (start, start + len(STORY[0]))]
    assert read.events
    assert all(any(first <= span.start and span.end <= last for first, last in inside) for span in spans(read))


def test_the_same_article_gives_the_same_extraction() -> None:
    assert extract(*STORY, title=TITLE) == extract(*STORY, title=TITLE)


def test_an_article_read_before_does_not_change_what_the_next_one_gives() -> None:
    alone = extract(STORY[2])
    extract(*STORY, title=TITLE)
    assert extract(STORY[2]) == alone


@pytest.mark.parametrize("text", ["", " \n ", "外務大臣は昨日テヘランで会談した。", "12 34 56 — 2020"])
def test_a_text_in_no_known_language_gives_no_events(text: str) -> None:
    read = EXTRACTOR.extract(Article(text, (Block(0, len(text)),) if text else ()))
    assert (read.language, read.events, read.statements) == (None, (), ())


def test_an_article_without_a_body_gives_nothing() -> None:
    assert EXTRACTOR.extract(Article("نص", (), language="ar")).events == ()


def test_the_text_itself_is_believed_more_than_the_page() -> None:
    text = "التقى الرئيس الروسي فلاديمير بوتين في موسكو الرئيس التركي رجب طيب أردوغان، وبحثا الأوضاع في المنطقة."
    read = EXTRACTOR.extract(Article(text, (Block(0, len(text)),), language="ja"))
    assert (read.language, len(read.events)) == ("ar", 1)


def test_a_short_text_is_read_in_the_language_that_the_page_tells() -> None:
    text = "لقاء قمة"
    tagged = Article(text, (Block(0, len(text)),), language="ar-SY")
    assert EXTRACTOR.extract(tagged).language == "ar"
    assert EXTRACTOR.extract(replace(tagged, language="tlh")).language is None


def test_the_extractor_says_what_it_is_and_which_lexicons_it_read_with() -> None:
    read = extract(*STORY)
    assert (read.extractor, read.version) == ("rules", EXTRACTOR.version)
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*\+[0-9a-f]{8}", read.version)


def test_the_version_stands_for_all_lexicon_files() -> None:
    assert files("kg.lang").joinpath("ar", "triggers.toml").is_file()
    assert load_pack("ar").reads_events
    assert RuleExtractor().version == EXTRACTOR.version


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_words_of_the_trade_in_any_order_are_read_soundly(text: str) -> None:
    sound(plain(text))


@settings(max_examples=60)
@given(
    st.text(alphabet="ابتجحدرسعفقلمنهويةىأإآؤئء" + "ًَُِّْـ" + '\u200c\u200f\u00a0 \n.،؛؟!«»"()-–:/' + "0129٣", max_size=200)
)
def test_arabic_letters_marks_and_signs_in_any_order_are_read_soundly(text: str) -> None:
    sound(plain(text))


SENTENCE = STORY[1]


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000,
        "«" * 30_000 + "التقى الرئيس" + "»" * 30_000,
        "ا" + "\u064b" * 1_000_000,
        "\u064b" * 100_000,
        "ـ" * 300_000,
        "و" * 300_000,
        "ا" * 1_000_000,
        "كلمة عادية لا تعني شيئا " * 24_000,
        "التقى " * 3_000,
        "الرئيس السوري " * 20_000,
        "بشار الأسد و" * 20_000,
        "وزير خارجية " * 20_000,
        "، " * 100_000,
        "." * 30_000,
        "كلمة\n\n" * 5_000,
        "2020/10/20 " * 20_000,
        (SENTENCE.rstrip(".") + " ") * 700,
        (SENTENCE + "\n") * 400,
    ],
    ids=lambda text: f"{text[:10].strip()!r} x {len(text)}",
)
def test_no_text_hangs_the_reader(text: str) -> None:
    with guarded():
        sound(plain(text))


def test_words_that_sport_shares_with_politics_hide_no_meeting() -> None:
    read = extract(
        "التقى الرئيس الروسي فلاديمير بوتين الرئيس التركي رجب طيب أردوغان في موسكو بهدف بحث نظام الحكم الجديد.",
        "وهنأ بوتين أردوغان على الفوز في الانتخابات، بهدف تعزيز العلاقات.",
        "وعقد اللقاء بهدف مناقشة ديون نادي باريس.",
    )
    assert len(read.events) == 1


@example(0, "²")
@example(0, "①")
@settings(max_examples=40)
@given(st.integers(0, 400), st.text(max_size=12))
def test_an_article_broken_anywhere_is_still_read_soundly(place: int, intruder: str) -> None:
    text = "\n".join(STORY)
    sound(plain(text[:place] + intruder + text[place:]))


def test_blank_lines_hang_nothing() -> None:
    with guarded():
        sound(plain("\n " * 60_000))
