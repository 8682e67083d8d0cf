"""The golden articles are read at least as well as they have been read before."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from golden_floors import ALLOWED, OWN, SHARED, numbers
from golden_tools import Golden, load
from kg_loaders import Article, read

from kg.evaluate import Evaluation, misread
from kg.lang import load_pack
from kg.model import Span

GOLDEN = load()
# Not OWN.languages(), which reads all articles: tests are collected by every process of pytest.
READ = tuple(code for code in sorted({golden.data["lang"] for golden in GOLDEN}) if load_pack(code).reads_events)
each_language = pytest.mark.parametrize("language", READ)
each_article = pytest.mark.parametrize(
    "golden", [golden for golden in GOLDEN if golden.data["lang"] in READ], ids=lambda golden: golden.id
)


def reading(golden: Golden) -> Evaluation:
    """What was read in the article of an annotation."""
    return next(one for one in OWN.readings(golden.data["lang"]) if one.annotation.id == golden.id)


def spans(node: object) -> Iterator[Span]:
    """Every span of an extraction, at any depth."""
    if isinstance(node, Span):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from spans(part)
    elif is_dataclass(node):
        for part in fields(node):
            yield from spans(getattr(node, part.name))


def test_each_language_that_is_read_has_floors() -> None:
    assert OWN.languages() == READ
    assert set(OWN.floors()) == set(READ), "run python tests/golden_score.py --raise"


@each_language
def test_events_and_their_parts_are_read_as_well_as_before(language: str) -> None:
    below = OWN.below(language)
    assert not below, "\n".join([*below, *misread(OWN.measured(language))])


@each_language
def test_every_measure_has_a_floor(language: str) -> None:
    assert {name for name, _ in OWN.measured(language).score} <= set(numbers(OWN.floors()[language]))


def test_shared_annotations_are_read_as_well_as_before_where_there_are_any() -> None:
    below = {language: SHARED.below(language) for language in SHARED.languages()}
    assert below == {language: [] for language in below}


@each_language
def test_articles_without_events_give_none(language: str) -> None:
    told = [
        f"{one.annotation.id}: {event.type} [{event.trigger.text}] in: {event.evidence.text}"
        for one in OWN.false_alarms(language)
        for event in one.extraction.events
    ]
    assert len(told) <= numbers(OWN.floors()[language])[ALLOWED], "\n".join(told)


@each_article
def test_spans_are_where_they_say(golden: Golden) -> None:
    extraction = reading(golden).extraction
    text = extraction.article.text
    told = list(spans((extraction.events, extraction.statements)))
    assert [span for span in told if text[span.start : span.end] != span.text] == []


@each_article
def test_the_loader_finds_the_headline_and_the_day_of_publication(golden: Golden) -> None:
    article = list(read([str(golden.file)]))[(golden.line or 1) - 1]
    assert isinstance(article, Article)
    told = article.published.isoformat() if article.published else None
    assert told == golden.data["published"]
    assert article.title and article.title in golden.text()


@each_article
def test_the_language_is_recognised(golden: Golden) -> None:
    assert reading(golden).extraction.language == golden.data["lang"]
