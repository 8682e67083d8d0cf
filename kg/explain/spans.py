"""Prints an explanation as JSON: each span with its label, each event and statement with its rule."""

import json
import re

from kg.explain.cards import Card, Entry
from kg.explain.explanation import Explanation
from kg.explain.marks import Mark
from kg.model import Span

Json = dict[str, object]

# What other programs take for a line's end, and half characters that UTF-8 can't hold: escaped, JSON reads them the same.
_UNSAFE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def to_json(explanation: Explanation) -> str:
    """One article as a JSON object on one line; offsets count characters of its untouched text, or ``in_title`` of its title."""
    article = explanation.article
    told: Json = {
        "article": {
            "id": article.name,
            "title": article.title,
            "source": article.source,
            "url": article.url,
            "published": article.published.isoformat() if article.published else None,
            "published_from": article.published_from,
        },
        "language": explanation.language,
        "notice": explanation.notice,
        "parts": [
            {"start": one.start, "end": one.end, "part": one.part.value, "reason": one.reason}
            for one in explanation.stretches
        ],
        "spans": [
            _span(_marked(explanation, mark)) | {"label": mark.label.value, "of": list(mark.of)}
            for mark in explanation.marks
        ],
        "events": [_card(card) for card in explanation.events],
        "statements": [_card(card) for card in explanation.statements],
    }
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(told, ensure_ascii=False))


def _card(card: Card) -> Json:
    return {
        "number": card.number,
        "title": card.title,
        "rule": card.rule,
        "confidence": card.confidence,
        "entries": [_entry(entry) for entry in card.entries],
    }


def _entry(entry: Entry) -> Json:
    quote = _span(entry.quote) if entry.quote else None
    return {"name": entry.name, "value": entry.value or None, "quote": quote, "notes": list(entry.notes)}


def _marked(explanation: Explanation, mark: Mark) -> Span:
    article = explanation.article
    source = article.title or "" if mark.in_title else article.text
    return Span(mark.start, mark.end, source[mark.start : mark.end], mark.in_title)


def _span(span: Span) -> Json:
    beside: Json = {"in_title": True} if span.in_title else {}
    return {"start": span.start, "end": span.end, "text": span.text} | beside
