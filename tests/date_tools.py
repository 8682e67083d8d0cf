"""Shows what the date grammar reads in a text, in a form that fits on a line of a test."""

from datetime import date

from kg.model import DateMention
from kg.text.dates import find_dates


def shown(mention: DateMention) -> str:
    """``2020-10-21`` or ``2020-10-01/2020-10-10``; several candidates with their shares, and ``!`` where they conflict."""
    parts = []
    for candidate in mention.candidates:
        first, last = candidate.earliest.isoformat(), candidate.latest.isoformat()
        days = first if first == last else f"{first}/{last}"
        parts.append(days if len(mention.candidates) == 1 else f"{days} {candidate.share:g}")
    return " | ".join(parts) + ("!" if mention.conflict else "")


def read(language: str, text: str, published: str | None, *, future: bool = False) -> list[tuple[str, str]]:
    """The phrases of a text as written, each with what it means."""
    day = date.fromisoformat(published) if published else None
    mentions = find_dates(text, 0, len(text), language, day, future=future)
    for mention in mentions:
        assert text[mention.span.start : mention.span.end] == mention.span.text
    return [(mention.span.text, shown(mention)) for mention in mentions]
