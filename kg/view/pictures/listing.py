"""Lists events one below the other with their words, so that a report can be read on paper; and tells in a few lines what it covers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.reports.events import EventRow
from kg.view.graph import ViewArticle, ViewEvidence
from kg.view.pictures.figure import Figure, kinds
from kg.view.pictures.filling import fill
from kg.view.pictures.sheet import Sheet
from kg.view.words import Words, isolate

MOST = 100
"""So many events are listed at most."""
_FACTS = ("status", "place", "participants", "topics", "processes", "during")
_QUOTES, _LETTERS = 2, 420


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, and where they stand."""

    text: str
    language: str
    title: str
    url: str | None
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An event: its number on the page, when and what it was, what is known of it, and the first words it was read from."""

    node: int
    kind: str
    day: str
    label: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    quotes: tuple[Quote, ...]
    more: int


def list_events(sheet: Sheet, events: Sequence[EventRow]) -> Figure:
    """The events by date, each with its first words; of too many those that most outlets tell."""
    kept = {row.iri for row in sorted(events, key=lambda row: (-row.sources, row.iri))[:MOST]}
    entries = tuple(_entry(sheet, row) for row in events if row.iri in kept)
    more = len(events) - len(entries)
    return Figure(
        "events",
        sheet.words.say("fact.events"),
        fill("listing.html", words=sheet.words.table, entries=entries, signs=kinds()),
        notes=(sheet.words.say("picture.events_left_out", n=more),) if more else (),
    )


def _entry(sheet: Sheet, row: EventRow) -> Entry:
    node = sheet.node(row.iri)
    facts = [(sheet.words.say(f"fact.{name}"), sheet.texts(node, name)) for name in _FACTS]
    words = sheet.evidence(node)
    return Entry(
        sheet.number(row.iri),
        node.kind,
        node.day or sheet.words.say("picture.no_date"),
        node.label,
        tuple((name, texts) for name, texts in facts if texts),
        tuple(_quote(sheet.words, each) for each in _first(words)),
        max(0, len(words) - _QUOTES),
    )


def _first(words: Sequence[ViewEvidence]) -> list[ViewEvidence]:
    """The words to print: the first ones of as many articles as there is room for, then more of the same."""
    by_article: dict[ViewArticle | None, ViewEvidence] = {}
    for each in words:
        by_article.setdefault(each.article, each)
    chosen = [*by_article.values(), *(each for each in words if each not in by_article.values())][:_QUOTES]
    return [each for each in words if each in chosen]


def _quote(words: Words, evidence: ViewEvidence) -> Quote:
    article = evidence.article
    text = evidence.quote if len(evidence.quote) <= _LETTERS else evidence.quote[:_LETTERS].rstrip() + "…"
    published = words.say("published", date=isolate(article.published)) if article and article.published else ""
    return Quote(
        text,
        evidence.language or "",
        (article.title if article else "") or words.say("untitled"),
        article.url if article else None,
        tuple(filter(None, (article.site if article else "", published))),
    )


def summarise(sheet: Sheet, events: Sequence[EventRow], left_out: int) -> Figure:
    """How many events of which kinds and statuses there are, from when to when, and how many articles tell of them."""
    say = sheet.words.say
    nodes = [sheet.node(row.iri) for row in events]
    days = sorted(day for row in events for day in (row.earliest, row.latest) if day)
    articles = {one.article for node in nodes for one in sheet.evidence(node) if one.article}
    status = Counter(row.status.value for row in events)
    sorts = Counter(node.kind for node in nodes)
    rows = [
        (say("fact.events"), str(len(events))),
        (say("picture.sorts"), " · ".join(f"{say(f'kinds.{kind}')}: {sorts[kind]}" for kind in kinds() if sorts[kind])),
        (say("picture.period"), f"\u2066{days[0]} – {days[-1]}\u2069" if days else ""),
        (say("fact.status"), " · ".join(f"{say(f'value.{name}')}: {n}" for name, n in status.most_common())),
        (say("picture.articles"), str(len(articles))),
        (say("picture.outlets"), str(len({article.site for article in articles if article.site}))),
    ]
    return Figure(
        "summary",
        say("picture.summary"),
        fill("summary.html", rows=[row for row in rows if row[1]]),
        notes=(say("picture.events_left_out", n=left_out),) if left_out else (),
    )
