"""Reads a page's text: which blocks are the article's own, what was left out and why, and what the page tells of itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from kg_loaders.article import Block, Dropped
from kg_loaders.furniture import Sign
from kg_loaders.headlines import find_headlines
from kg_loaders.lines import Line, split_lines
from kg_loaders.paragraphs import join_wrapped
from kg_loaders.printed_twice import Piece, drop_repeats
from kg_loaders.surroundings import read_signs
from kg_loaders.tails import cut_tail

_DASHES_AND_BULLETS = " \t•·●▪◦‣*–—-|"


@dataclass(frozen=True, slots=True)
class Page:
    """What a page's text tells: ``body`` and ``dropped`` cover all of it but white space, without overlaps."""

    body: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    title: str | None = None
    title_block: Block | None = None
    site: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: str | None = None


def read_page(text: str, title: str | None = None) -> Page:
    """Read a page's text; ``title`` is the headline where something beside the text tells it."""
    lines = split_lines(text)
    signs = read_signs(lines)
    own = join_wrapped(text, lines, [sign is None for sign in signs])
    pieces = drop_repeats(text, own)
    headlines = find_headlines(lines, own, pieces, title)
    inside = cut_tail(text, list(_outside(pieces, headlines)))
    kept = [p for p in inside if p.reason is None]
    if not kept:
        return Page(tuple(Block(line.start, line.end) for line in lines), (), title)
    left_out = [Dropped(h.start, h.end, "headline") for h in headlines]
    left_out += [Dropped(line.start, line.end, sign.reason) for line, sign in zip(lines, signs, strict=True) if sign]
    left_out += [Dropped(p.start, p.end, p.reason) for p in inside if p.reason]
    block = Block(headlines[0].start, headlines[0].end) if headlines else None
    published, published_from = _published(signs)
    site, url = _origin(signs)
    return Page(
        body=tuple(Block(p.start, p.end) for p in kept),
        dropped=tuple(sorted(left_out, key=lambda d: d.start)),
        title=title or (headlines[0].words.lstrip("# ") if headlines else None),
        title_block=block,
        site=site,
        url=url,
        published=published,
        published_from=published_from,
    )


def _outside(pieces: list[Piece], headlines: list[Line]) -> Iterator[Piece]:
    """The pieces, all in order, that are no part of a headline."""
    ends = {headline.start: headline.end for headline in headlines}
    end = 0
    for piece in pieces:
        end = ends.get(piece.start, end)
        if piece.start >= end:
            yield piece


def _published(signs: list[Sign | None]) -> tuple[date | None, str | None]:
    """The one day that the page's date lines tell; a page that tells two tells none."""
    told: dict[date, str] = {}
    for sign in signs:
        if sign and sign.date and sign.date.day and not sign.date.updated:
            told.setdefault(sign.date.day, sign.date.words.strip(_DASHES_AND_BULLETS))
    if len(told) != 1:
        return None, None
    day, words = told.popitem()
    return day, f"line:{words}"


def _origin(signs: list[Sign | None]) -> tuple[str | None, str | None]:
    """The site and the address that the page tells of itself."""
    source = next((s.value for s in signs if s and s.reason == "source-line" and s.value), None)
    link = next((s.value for s in signs if s and s.reason == "link" and s.value), None)
    url = next((value for value in (link, source) if value and _is_url(value)), None)
    site = source if source and not _is_url(source) else None
    return site or (urlsplit(url).hostname if url else None), url


def _is_url(value: str) -> bool:
    if not value.startswith(("http://", "https://")) or len(value.split()) != 1:
        return False
    try:
        return bool(urlsplit(value).hostname)
    except ValueError:
        return False
