"""A title that stands beside the text tells events: its words are its own, and the text's offsets stay those of the untouched text."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg_cli.card import print_card
from kg_loaders import read
from kg_loaders.article import Article, Block
from kg_ontology import PREFIXES

from kg.errors import ExtractionError
from kg.explain import Part, explain
from kg.explain.page import section
from kg.explain.spans import to_json as explained
from kg.export.contract import to_json
from kg.extract.rules import RuleExtractor
from kg.facts import article_graph
from kg.model import Extraction, Span
from kg.pipeline import ingest
from kg.reports.events import events
from kg.reports.show import show
from kg.resolve.entities import resolve
from kg.store.memory import MemoryStore
from kg.validate import validate
from kg.view.build import build_graph
from kg.view.words import Words

EXTRACTOR = RuleExtractor()
REMARKS = "Remarks by President Vinter of Norway and Prime Minister Tanabe of Japan Before Bilateral Meeting"
SPOKEN = """Fjord Hall

PRESIDENT VINTER:  Welcome, everyone. It is good to have you here.

PRIME MINISTER TANABE:  Thank you very much. We have a lot to talk about."""
WEATHER = {
    "ar": "قال مصدر مطلع إن الأمطار ستستمر في المنطقة خلال الأيام المقبلة. وأضاف أن درجات الحرارة ستنخفض.",
    "en": "Rain will go on in the region over the coming days. The temperature will fall, forecasters said.",
    "fa": "بارش‌ها در روزهای آینده ادامه خواهد داشت. مردم باید مراقب باشند و از سفرهای غیر ضروری پرهیز کنند.",
    "ru": "Дожди в регионе продолжатся и в ближайшие дни. Температура воздуха понизится, сообщили синоптики.",
}
TITLES = {
    "ar": ("وزير الخارجية المصري سامر البدري يلتقي نظيره الأردني هاني الكيلاني في عمان", {"Egypt", "Jordan"}),
    "en": (
        "Norwegian Foreign Minister Ola Vik Meets Japanese Foreign Minister Ken Tanabe in Oslo",
        {"Norway", "Japan"},
    ),
    "fa": ("دیدار وزیر خارجه ایران بهرام کاویانی با وزیر خارجه ترکیه در آنکارا", {"Iran", "Turkey"}),
    "ru": (
        "Министр иностранных дел России Пётр Заречный встретился с главой МИД Сербии Миланом Йовичем",
        {"Russia", "Serbia"},
    ),
}
TOLD = "The president of Norway, Ola Vinter, met Prime Minister Ken Tanabe of Japan in Oslo on Monday. They discussed fishing."
CARRIED = "Rain fell. " * 4


def beside(title: str | None, text: str, *, language: str = "en") -> Article:
    """An article with a title that its text does not print."""
    return Article(
        text,
        (Block(0, len(text)),),
        title=title,
        published=date(2031, 3, 4),
        published_from="jsonl:published",
        language=language,
    )


def loaded(title: str, text: str) -> Article:
    line = json.dumps({"title": title, "text": text, "published": "2031-03-04"}).encode()
    (found,) = read(["-"], stdin=BytesIO(line))
    assert isinstance(found, Article)
    return found


def spans(told: object) -> list[Span]:
    """All spans of an extraction."""
    if isinstance(told, Span):
        return [told]
    if isinstance(told, tuple):
        return [span for each in told for span in spans(each)]
    fields = getattr(type(told), "__dataclass_fields__", ())
    return [span for name in fields if name != "article" for span in spans(getattr(told, name))]


def sound(read: Extraction) -> None:
    for span in spans(read):
        source = read.article.title if span.in_title else read.article.text
        assert source is not None
        assert source[span.start : span.end] == span.text


@pytest.mark.parametrize("language", TITLES)
def test_an_event_that_the_title_alone_tells_is_found(language: str) -> None:
    title, sides = TITLES[language]
    read = EXTRACTOR.extract(beside(title, WEATHER[language], language=language))
    (event,) = read.events
    assert {each.represents for each in event.participants} == sides
    assert event.evidence == Span(0, len(title), title, in_title=True)
    assert event.trigger.in_title
    sound(read)


def test_who_speaks_before_a_meeting_meets_though_what_they_say_is_not_read() -> None:
    (event,) = EXTRACTOR.extract(beside(REMARKS, SPOKEN)).events
    assert [(each.name, each.represents) for each in event.participants] == [("Vinter", "Norway"), ("Tanabe", "Japan")]


@pytest.mark.parametrize("what", ["at Press Conference", "in Joint Press Conference", "on the Economy"])
def test_who_speaks_to_the_press_meets_nobody(what: str) -> None:
    title = f"Remarks by President Vinter of Norway and Prime Minister Tanabe of Japan {what}"
    assert EXTRACTOR.extract(beside(title, SPOKEN)).events == ()


@pytest.mark.parametrize("what", ["Previewing the Bilateral Engagement of", "to Preview the Bilateral Meeting Between"])
def test_what_is_previewed_is_planned(what: str) -> None:
    title = f"Background Press Call {what} President Vinter of Norway and Prime Minister Tanabe of Japan"
    (event,) = EXTRACTOR.extract(beside(title, SPOKEN)).events
    assert (event.type.value, event.status.value, len(event.participants)) == ("meeting", "planned", 2)


def test_a_title_that_sums_up_what_the_text_tells_in_full_adds_no_event() -> None:
    title = "Norway and Japan discuss whales"
    assert EXTRACTOR.extract(beside(title, TOLD)).events == EXTRACTOR.extract(beside(None, TOLD)).events


def test_what_title_and_text_tell_is_one_event_by_the_words_of_the_text() -> None:
    read = EXTRACTOR.extract(beside("Vinter Meets Tanabe in Oslo", TOLD))
    assert read.events == EXTRACTOR.extract(beside(None, TOLD)).events
    assert len(read.events) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The two prime ministers met in Oslo on Monday and discussed fishing.",
        "The meeting took place in Oslo on Monday. Nothing was said about fishing.",
    ],
)
def test_who_met_is_told_by_the_title_and_where_and_when_by_the_text(text: str) -> None:
    title = "Prime Minister Ken Tanabe of Japan and Prime Minister Ola Vinter of Norway Hold Talks"
    read = EXTRACTOR.extract(beside(title, text))
    (event,) = read.events
    assert {each.name for each in event.participants} == {"Ken Tanabe", "Ola Vinter"}
    assert event.place is not None
    assert event.date is not None
    assert event.place.span is not None
    assert (event.place.name, event.date.earliest) == ("Oslo", date(2031, 3, 3))
    assert [event.evidence.in_title, event.place.span.in_title, event.date.span.in_title] == [True, False, False]
    assert [span.text for span in event.more_evidence] == [text.partition(". ")[0].rstrip(".") + "."]
    sound(read)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (TOLD.partition(".")[0], TOLD),
        (TOLD.partition(".")[0] + " | The Fjord Times", TOLD.replace(". ", ".\n\n")),
        (TOLD[:40] + "…", TOLD),
        (TOLD[:43].upper() + "...", TOLD),
        (TOLD, TOLD),
    ],
)
def test_a_title_with_which_the_text_begins_is_not_read_twice(title: str, text: str) -> None:
    assert EXTRACTOR.extract(loaded(title, text)).events == EXTRACTOR.extract(beside(None, text)).events


def test_a_title_that_the_text_prints_on_a_line_of_its_own_has_its_place_there() -> None:
    title = TITLES["en"][0]
    read = EXTRACTOR.extract(loaded(title, f"{title}\n\n{WEATHER['en']}"))
    assert [event.evidence for event in read.events] == [Span(0, len(title), title)]


@pytest.mark.parametrize("title", [TITLES["ru"][0], "12/5", " ", TITLES["en"][0] * 6, None, ""])
def test_a_title_in_another_script_or_of_a_whole_text_is_left_alone(title: str | None) -> None:
    read = EXTRACTOR.extract(beside(title, TOLD))
    assert read.events == EXTRACTOR.extract(beside(None, TOLD)).events


@given(
    st.sampled_from([TITLES["en"][0], "Vinter Says Talks With Japan Go On", "Norway says no"]),
    st.sampled_from([TOLD, SPOKEN, *WEATHER.values()]),
    st.integers(0, 3),
)
def test_a_title_moves_no_word_of_the_text_and_says_nothing_itself(title: str, text: str, blanks: int) -> None:
    text = "\n" * blanks + text
    alone, titled = (EXTRACTOR.extract(beside(one, text)) for one in (None, title))
    sound(titled)
    assert titled.article.text == text
    assert not any(said.evidence.in_title for said in titled.statements)
    kept = [event for event in titled.events if not event.evidence.in_title]
    assert [event.trigger for event in kept] == [event.trigger for event in alone.events]


def test_json_lines_give_no_offsets_of_the_text_to_words_of_the_title() -> None:
    told = json.loads(to_json(resolve(EXTRACTOR.extract(beside(REMARKS, SPOKEN)))))
    (event,) = told["events"]
    for part in (event["trigger"], event["evidence"], *event["participants"]):
        place = part["in_title"]
        assert [part[key] for key in ("text", "start", "end")] == [None] * 3
        assert REMARKS[place["first"] : place["last"]] == place["words"]


def test_the_graph_says_that_the_words_are_quoted_from_the_title_and_is_valid() -> None:
    store = MemoryStore()
    (outcome,) = ingest([beside(REMARKS, SPOKEN)], store)
    assert outcome.events == 1
    assert not list(validate(store))
    (row,) = events(store)
    (quote,) = show(store, row.iri).evidence
    assert (quote.in_title, quote.start, quote.end, quote.quote) == (True, 0, len(REMARKS), REMARKS)


def test_a_title_that_says_something_else_is_no_evidence() -> None:
    read = EXTRACTOR.extract(beside(REMARKS, SPOKEN))
    with pytest.raises(ExtractionError, match="is not what the article says"):
        article_graph(resolve(replace(read, article=replace(read.article, title="Weather"))))


def test_words_at_one_place_of_title_and_text_are_two_pieces_of_evidence() -> None:
    words = TITLES["en"][0]
    read = EXTRACTOR.extract(beside(words, WEATHER["en"]))
    (event,) = read.events
    both = replace(event, more_evidence=(Span(0, len(words), words),))
    article = replace(read.article, text=words)
    graph = article_graph(resolve(replace(read, article=article, events=(both,))))
    quoted = [t.subject for t in graph.triples if t.predicate == PREFIXES["diplo"] + "quotedFrom"]
    placed = {t.subject for t in graph.triples if t.predicate == PREFIXES["diplo"] + "quote"}
    assert len(placed) == 4
    assert len(quoted) == 3


def test_the_title_is_shown_with_its_marks_before_the_text() -> None:
    explanation = explain(EXTRACTOR.extract(beside(REMARKS, SPOKEN)))
    assert [stretch.part for stretch in explanation.stretches] == [Part.TITLE, Part.BODY]
    told = json.loads(explained(explanation))
    assert all(span["in_title"] and REMARKS[span["start"] : span["end"]] == span["text"] for span in told["spans"])
    page = section(explanation, 1)
    assert f'href="#a1-trigger-title-{REMARKS.index("Bilateral")}"' in page
    assert f'id="a1-trigger-title-{REMARKS.index("Bilateral")}"' in page


def test_a_card_and_a_picture_tell_the_title_from_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    store = MemoryStore()
    list(ingest([beside(REMARKS, SPOKEN)], store))
    (row,) = events(store)
    print_card(show(store, row.iri))
    assert "title, 0–" in capsys.readouterr().out
    assert {quote.in_title for quote in build_graph(store, Words.of("en")).evidence.values()} == {True}


def test_a_saved_page_whose_text_has_its_headline_first_is_read_once(tmp_path: Path) -> None:
    title = TITLES["en"][0]
    page = tmp_path / "page.html"
    page.write_text(
        f"<html lang='en'><head><title>{title}</title><meta property='og:title' content='{title}'></head><body><article>"
        f"<p>{WEATHER['en'] * 3}</p><p>{CARRIED}</p></article></body></html>",
        encoding="utf-8",
    )
    (found,) = read([str(page)])
    assert isinstance(found, Article)
    (event,) = EXTRACTOR.extract(found).events
    assert not event.evidence.in_title
    assert event.evidence.text == title
