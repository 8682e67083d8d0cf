"""No text in any language breaks the reader or makes it hang: words in any order, odd letters, and inputs that no article is."""

import random

import pytest
from golden_tools import load
from hang import guarded
from hypothesis import given, settings
from hypothesis import strategies as st
from kg_loaders.article import Article, Block

from kg.extract.rules import RuleExtractor
from kg.model import Extraction

LANGUAGES = ("ar", "en", "fa", "ru")
EXTRACTOR = RuleExtractor()
TEXTS = {language: [g.text() for g in load() if g.data["lang"] == language] for language in LANGUAGES}
SENTENCES = {
    language: [s for text in TEXTS[language] for s in text.replace("\n", ". ").split(". ")] for language in LANGUAGES
}
ODD = st.text(
    st.sampled_from(
        "\u200c\u200d\u200e\u200f\u00a0\u0640\u064b\u0301\ufeff\u2028\x00\ud800()[]{}«»“”'’\"-–—…؟،.:/\\0٣۷²①"
    ),
    max_size=6,
)
HUGE = {
    "10 MB in one line": lambda text: (text.replace("\n", " ") * (10_000_000 // len(text) + 1))[:10_000_000],
    "100,000 nested brackets": lambda text: "(" * 100_000 + text + ")" * 100_000,
    "a million combining marks": lambda text: text + "\u0301" * 1_000_000,
    "no punctuation": lambda text: "".join(c for c in text * 60 if c.isalnum() or c.isspace()).replace("\n", " "),
    "one letter": lambda text: text[0] * 1_000_000,
}


def read(text: str, language: str) -> Extraction:
    return EXTRACTOR.extract(Article(text, (Block(0, len(text)),) if text else (), language=language))


def sound(read_: Extraction) -> None:
    text = read_.article.text
    for event in read_.events:
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
        assert event.during is None or read_.events[event.during].type == "visit"
        for one in event.participants:
            assert one.span is None or text[one.span.start : one.span.end] == one.span.text
    for said in read_.statements:
        assert text[said.verb.start : said.verb.end] == said.verb.text
        assert said.occasion is None or 0 <= said.occasion < len(read_.events)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=25)
@given(st.data())
def test_sentences_cut_and_mixed_with_anything_are_read_soundly(language: str, data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from(SENTENCES[language]) | ODD, max_size=8))
    text = data.draw(st.sampled_from((" ", "\n", "، ", ". "))).join(pieces)
    cut = data.draw(st.integers(0, max(len(text) - 1, 0)))
    sound(read(text[cut:], language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_in_any_order_are_read_soundly(language: str) -> None:
    words = " ".join(TEXTS[language]).split(" ")
    for seed in range(5):
        random.Random(seed).shuffle(words)
        sound(read(" ".join(words[:600]), language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", HUGE)
def test_what_no_article_is_does_not_hang_the_reader(language: str, kind: str) -> None:
    with guarded():
        sound(read(HUGE[kind](TEXTS[language][0]), language))
