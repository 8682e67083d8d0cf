"""Reads a page's text: which blocks are the article's own, what was left out and why, and what the page tells of itself."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from kg_loaders.article import Block, Dropped
from kg_loaders.folding import folded
from kg_loaders.furniture import Sign, bulleted
from kg_loaders.lines import Line, split_lines
from kg_loaders.paragraphs import join_wrapped
from kg_loaders.printed_twice import REPEAT, Piece, drop_repeats
from kg_loaders.surroundings import read_signs
from kg_loaders.tails import cut_tail

_HEADLINE_CHARACTERS = 200
_HEADLINE_WORDS = 30
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
    own = [line for line, sign in zip(lines, signs, strict=True) if sign is None]
    pieces = cut_tail(text, drop_repeats(text, own))
    headlines = _headlines(lines, own, pieces, title)
    inside = [p for p in pieces if not any(h.start <= p.start < h.end for h in headlines)]
    kept = [p for p in inside if p.reason is None]
    if not kept:
        return Page(tuple(join_wrapped(lines)), (), title)
    left_out = [Dropped(h.start, h.end, "headline") for h in headlines]
    left_out += [Dropped(line.start, line.end, sign.reason) for line, sign in zip(lines, signs, strict=True) if sign]
    left_out += [Dropped(p.start, p.end, p.reason) for p in inside if p.reason]
    block = Block(headlines[0].start, headlines[0].end) if headlines else None
    published, published_from = _published(signs)
    site, url = _origin(signs)
    return Page(
        body=tuple(_blocks(text, lines, kept)),
        dropped=tuple(sorted(left_out, key=lambda d: d.start)),
        title=title or (headlines[0].words.lstrip("# ") if headlines else None),
        title_block=block,
        site=site,
        url=url,
        published=published,
        published_from=published_from,
    )


def _blocks(text: str, lines: list[Line], kept: list[Piece]) -> list[Block]:
    gaps = {line.start for line in lines if line.gap_before}
    pieces = [Line(p.start, p.end, text[p.start : p.end], p.start in gaps, True) for p in kept]
    return join_wrapped(pieces)


def _headlines(lines: list[Line], own: list[Line], pieces: list[Piece], title: str | None) -> list[Line]:
    """The lines that print the headline: the first of them is where the article's title stands."""
    found = _before_copy(own, pieces) or (None if title else _first_line(lines, own))
    key = folded(title) if title else folded(found.words) if found else ""
    same = [line for line in own if key and len(line.words) <= 2 * len(key) + 10 and folded(line.words) == key]
    if found and found not in same:
        same = [found, *same]
    return same if len(same) < len(own) else []


def _first_line(lines: list[Line], own: list[Line]) -> Line | None:
    if len(own) < 2:
        return None
    first = own[0]
    apart = first.gap_after or lines[lines.index(first) + 1] is not own[1]
    return first if apart and _like_headline(first) else None


def _before_copy(own: list[Line], pieces: list[Piece]) -> Line | None:
    """The lone short line before the second print of an article."""
    repeats = [p for p in pieces if p.reason == REPEAT]
    before = [line for line in own if repeats and line.end <= repeats[0].start]
    last = before[-1] if len(before) > 1 else None
    again = sum(p.end - p.start for p in repeats)
    if 2 * again < sum(line.end - line.start for line in before):
        return None
    return last if last and last.gap_after and last.gap_before and _like_headline(last) else None


def _like_headline(line: Line) -> bool:
    short = len(line.words) <= _HEADLINE_CHARACTERS and len(line.words.split()) <= _HEADLINE_WORDS
    return short and not bulleted(line) and (not line.ended or line.words[-1] in "?؟!")


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
