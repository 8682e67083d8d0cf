"""Short articles read by the rules, and what was read written briefly enough to be compared."""

from datetime import date
from itertools import accumulate

from kg_loaders.article import Article, Block

from kg.extract.rules import RuleExtractor
from kg.model import EventMention, Extraction

PUBLISHED = date(2020, 10, 20)


def article(*paragraphs: str, title: str | None = None, published: date | None = PUBLISHED) -> Article:
    """An article of these paragraphs, with the headline where its page would print it."""
    head = f"{title}\n\n" if title else ""
    text = head + "\n".join(paragraphs)
    ends = list(accumulate(len(paragraph) + 1 for paragraph in paragraphs))
    starts = [len(head) + end - len(paragraph) - 1 for end, paragraph in zip(ends, paragraphs, strict=True)]
    return Article(
        text,
        tuple(Block(start, start + len(words)) for start, words in zip(starts, paragraphs, strict=True)),
        title=title,
        published=published,
        published_from="jsonl:published" if published else None,
        language="ar",
        title_block=Block(0, len(title)) if title else None,
    )


def extract(*paragraphs: str, title: str | None = None, published: date | None = PUBLISHED) -> Extraction:
    """What the default extractor reads in an article of these paragraphs."""
    return RuleExtractor().extract(article(*paragraphs, title=title, published=published))


def only(*paragraphs: str, title: str | None = None, published: date | None = PUBLISHED) -> EventMention:
    """The one event of an article."""
    (event,) = extract(*paragraphs, title=title, published=published).events
    return event


def who(event: EventMention) -> dict[str, str]:
    """An event's participants by their own words, with what they do in it."""
    return {(p.native or (p.span.text if p.span else "")): p.function.value for p in event.participants}


def told(event: EventMention) -> tuple[str, str, set[str]]:
    """An event in brief: type, status, and its participants' own words."""
    return event.type.value, event.status.value, set(who(event))
