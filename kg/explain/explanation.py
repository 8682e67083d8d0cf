"""Puts together all that explains how one article was read."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg_loaders.article import Article

from kg.explain.cards import Card, event_card, statement_card
from kg.explain.layout import Part, Stretch, stretches
from kg.explain.marks import Mark, Step, marks, steps
from kg.lang import packs
from kg.model import Extraction


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article with its marks, events and statements.

    ``language`` is the name of the language that was recognised, None where none was; ``notice`` says why nothing was
    read, where nothing was.
    """

    article: Article = field(repr=False)
    language: str | None
    notice: str | None
    stretches: tuple[Stretch, ...] = field(repr=False)
    marks: tuple[Mark, ...] = field(repr=False)
    events: tuple[Card, ...]
    statements: tuple[Card, ...]

    def steps(self) -> Iterator[tuple[Stretch, tuple[Step, ...]]]:
        """Each stretch of the text with the way through it: its words and where marks are opened and closed."""
        titled = [mark for mark in self.marks if mark.in_title]
        marked = self.marks[len(titled) :]
        starts = [mark.start for mark in marked]
        longest = max((mark.end - mark.start for mark in marked), default=0)
        for stretch in self.stretches:
            first, last = bisect_left(starts, stretch.start - longest), bisect_left(starts, stretch.end)
            found = titled if stretch.part is Part.TITLE else marked[first:last]
            yield stretch, tuple(steps(found, stretch.start, stretch.end))

    def source(self, stretch: Stretch) -> str:
        """What the places of a stretch count the characters of: the text, or the title that stands beside it."""
        return self.article.title or "" if stretch.part is Part.TITLE else self.article.text


def explain(extraction: Extraction) -> Explanation:
    """Why an article was read as it was."""
    found = marks(extraction)
    return Explanation(
        extraction.article,
        _language(extraction),
        _notice(extraction),
        tuple(stretches(extraction.article, titled=any(mark.in_title for mark in found))),
        found,
        tuple(event_card(number, event) for number, event in enumerate(extraction.events, 1)),
        tuple(statement_card(number, statement) for number, statement in enumerate(extraction.statements, 1)),
    )


def _language(extraction: Extraction) -> str | None:
    names = {pack.code: pack.name for pack in packs()}
    return names.get(extraction.language, extraction.language) if extraction.language else None


def _notice(extraction: Extraction) -> str | None:
    if extraction.language is None:
        known = ", ".join(pack.name for pack in packs())
        return f"The language of this article is unknown, so nothing was read in it. Known are: {known}."
    if extraction.events or extraction.statements:
        return None
    if extraction.language in {pack.code for pack in packs() if not pack.reads_events}:
        return f"The pack of {_language(extraction)} tells dates and names, but no events yet."
    return "No event and no statement was found in this article."
