"""What belongs to an article and what its page says besides, from the first character to the last."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg_loaders.article import Article

_UNASSIGNED = "unassigned"


class Part(StrEnum):
    """What a stretch of the page is."""

    TITLE = "title"
    HEADLINE = "headline"
    BODY = "body"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text[start:end]`` and what it is, or all of a title beside the text; ``reason`` says why it was left out of the body, if it was."""

    start: int
    end: int
    part: Part
    reason: str | None = None


def stretches(article: Article, *, titled: bool = False) -> Iterator[Stretch]:
    """All of the text in order, without overlaps, blank stretches left out; what nobody assigned counts as dropped.

    ``titled`` says that the title, which stands beside the text, was read, and so comes before it.
    """
    if titled and article.title:
        yield Stretch(0, len(article.title), Part.TITLE)
    at = 0
    for told in (*_told(article), Stretch(len(article.text), len(article.text), Part.BODY)):
        start, end = max(told.start, at), min(told.end, len(article.text))
        for stretch in (
            Stretch(at, start, Part.DROPPED, _UNASSIGNED),
            Stretch(start, end, told.part, told.reason),
        ):
            if article.text[stretch.start : stretch.end].strip():
                yield stretch
        at = max(at, end)


def _told(article: Article) -> list[Stretch]:
    told = [Stretch(block.start, block.end, Part.BODY) for block in article.body]
    told += [Stretch(block.start, block.end, Part.DROPPED, block.reason) for block in article.dropped]
    if article.title_block is not None:
        told.append(Stretch(article.title_block.start, article.title_block.end, Part.HEADLINE))
    order = (Part.HEADLINE, Part.BODY, Part.DROPPED)
    return sorted(told, key=lambda stretch: (stretch.start, order.index(stretch.part)))
