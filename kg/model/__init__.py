"""The types that pass between the stages: frozen, slotted, and never a dict.

``Article → Sentence → EventMention / StatementMention → Event / Statement / Entity → Triple``. Offsets always count
characters of the article's own untouched text, so ``article.text[span.start:span.end] == span.text`` holds everywhere; only spans
that are marked as ``in_title`` count those of the title that stands beside the text.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model.facts import ArticleGraph, Iri, Literal, Quad, Triple
    from kg.model.mentions import EventMention, Extraction, OfficeParts, Participant, StatementMention
    from kg.model.resolved import Entity, Event, Naming, Resolved, Statement
    from kg.model.values import (
        Act,
        DateCandidate,
        DateMention,
        EventType,
        Function,
        Kind,
        Named,
        Salience,
        Sentence,
        Span,
        Status,
    )

__all__ = [
    "Act",
    "ArticleGraph",
    "DateCandidate",
    "DateMention",
    "Entity",
    "Event",
    "EventMention",
    "EventType",
    "Extraction",
    "Function",
    "Iri",
    "Kind",
    "Literal",
    "Named",
    "Naming",
    "OfficeParts",
    "Participant",
    "Quad",
    "Resolved",
    "Salience",
    "Sentence",
    "Span",
    "Statement",
    "StatementMention",
    "Status",
    "Triple",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Any type by its name: its module is loaded when it is first asked for, since most commands need few of them."""
        if name in __all__:
            for module in ("facts", "values", "mentions", "resolved"):
                if hasattr(found := import_module(f"kg.model.{module}"), name):
                    return globals().setdefault(name, getattr(found, name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
