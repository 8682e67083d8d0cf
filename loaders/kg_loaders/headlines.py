"""Finds where a page prints its headline."""

from kg_loaders.folding import folded
from kg_loaders.furniture import bulleted
from kg_loaders.linedates import read_date_line
from kg_loaders.lines import Line
from kg_loaders.printed_twice import REPEAT, Piece

_MOST_CHARACTERS = 200
_MOST_WORDS = 30


def find_headlines(lines: list[Line], own: list[Line], pieces: list[Piece], title: str | None) -> list[Line]:
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
    apart = first.gap_after or next(line for line in lines if line.start > first.start).start != own[1].start
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
    short = len(line.words) <= _MOST_CHARACTERS and len(line.words.split()) <= _MOST_WORDS
    open_ended = not line.ended or line.words[-1] in "?؟!"
    return short and open_ended and not bulleted(line) and read_date_line(line.words) is None
