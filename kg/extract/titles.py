"""Reads a title that stands beside the text as its headline, and gives what was read back with the words where they stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from itertools import islice
from typing import Any, TypeVar

from kg_loaders.article import Article, Block

from kg.model import DateMention, EventMention, Named, Participant, Span, StatementMention
from kg.text.language import is_in_script

_BREAK = "\n\n"
# Characters: what is longer is no title but a text in the wrong field.
_LONGEST = 500
_WORD = re.compile(r"\w+")
_CUT_OFF = re.compile(r"\w*\s*(?:…|\.\.\.)$")
_MENTIONS = (EventMention, StatementMention, Participant, Named, DateMention)

_Told = TypeVar("_Told", EventMention, StatementMention)


@dataclass(frozen=True, slots=True)
class Headed:
    """An article as it is read: with the title that stands beside its text behind it, from character ``title_at`` on, if it has one."""

    article: Article
    title_at: int | None = None

    def settled(self, mentions: Iterable[_Told]) -> tuple[_Told, ...]:
        """What was read, with spans of the article's own untouched text, and of its title."""
        at = self.title_at
        return tuple(mentions) if at is None else tuple(_with_spans(mention, at) for mention in mentions)


def headed(article: Article, language: str) -> Headed:
    """The article with its title behind its text, where the title stands beside it and is written as the text is.

    It is put behind, not before, so that the text's own offsets stay what they are.
    """
    title = article.title or ""
    beside = article.title_block is None and 0 < len(title) <= _LONGEST
    if not beside or not is_in_script(title, language) or _is_printed(title, article):
        return Headed(article)
    at = len(article.text) + len(_BREAK)
    text = article.text + _BREAK + title
    return Headed(replace(article, text=text, title_block=Block(at, len(text))), at)


def _is_printed(title: str, article: Article) -> bool:
    """Whether the body begins with the title, or with all of it but the name of the site behind it."""
    start, end = article.body[0].start, article.body[0].end
    opening = _words(article.text, start, end)
    paragraph = list(islice(opening, len(_WORD.findall(title)) + 1))
    words = list(_words(_CUT_OFF.sub("", title), 0, len(title)))
    shorter = min(len(words), len(paragraph))
    return 2 * shorter > len(words) and paragraph[:shorter] == words[:shorter]


def _words(text: str, start: int, end: int) -> Iterator[str]:
    return (found.group().casefold() for found in _WORD.finditer(text, start, end))


def _with_spans(told: Any, title_at: int) -> Any:
    """The same mention, its spans behind the text told as the title's."""
    if isinstance(told, Span):
        at = title_at
        return replace(told, start=told.start - at, end=told.end - at, in_title=True) if told.start >= at else told
    if isinstance(told, tuple):
        return tuple(_with_spans(each, title_at) for each in told)
    if isinstance(told, _MENTIONS):
        return replace(told, **{each.name: _with_spans(getattr(told, each.name), title_at) for each in fields(told)})
    return told
