"""A page's text cut into lines with their offsets, the unit in which pages put furniture around an article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SENTENCE = re.compile(r"[^.!?؟۔…]+(?:[.!?؟۔…]++[»”\"’)\]]*+(?=\S)[^.!?؟۔…]+)*[.!?؟۔…]*[»”\"’)\]]*")
_ENDING = re.compile(r"[.!?؟۔…][\s»”\"’)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds more than white space: ``text[start:end] == words`` without the space around it.

    ``alone`` tells whether an empty line (or the edge of the text) stands before and after it.
    """

    start: int
    end: int
    words: str
    gap_before: bool
    gap_after: bool

    @property
    def alone(self) -> bool:
        """Does it stand between empty lines?"""
        return self.gap_before and self.gap_after

    @property
    def ended(self) -> bool:
        """Does it end as a sentence ends?"""
        return bool(_ENDING.search(self.words[-8:]))


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    spans = [span for match in _LINE.finditer(text) if (span := _trim(text, *match.span()))[0] < span[1]]
    gaps = [True, *(_has_gap(text, a[1], b[0]) for a, b in pairwise(spans)), True]
    return [Line(s, e, text[s:e], gaps[i], gaps[i + 1]) for i, (s, e) in enumerate(spans)]


def split_sentences(line: Line) -> Iterator[tuple[int, int]]:
    """Rough sentences of a line as offsets into the text: good enough to compare them, not to read them."""
    for match in _SENTENCE.finditer(line.words):
        start, end = _trim(line.words, *match.span())
        if start < end:
            yield line.start + start, line.start + end


def _has_gap(text: str, start: int, end: int) -> bool:
    return end - start > 1 and len(_BREAKS.findall(text, start, end)) > 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
