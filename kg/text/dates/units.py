"""A line of text as a string of kind letters, and the way back from letters to the untouched text."""

from bisect import bisect_right
from itertools import accumulate
from typing import Any, NamedTuple

from kg.text.dates.chunks import Chunk, Chunks, Piece

# A line without one of the first, or one of each of the others, holds no date.
_ANCHORS = frozenset("mwWdDrTlftyH")
_STRETCHES = frozenset("ikMYSu")
_SHOWN_BY = frozenset("gGej")


class Unit(NamedTuple):
    """A unit of the grammar and its place in the untouched text."""

    kind: str
    start: int
    end: int
    value: Any = None


class Line:
    """One line of a text, cut at its blanks."""

    def __init__(self, text: str, start: int, end: int, known: Chunks) -> None:
        self._text, self._start, self._end = text, start, end
        self._words = text[start:end].split()
        self._chunks = [known[word] for word in self._words]
        self._first = list(range(len(self._words)))
        if not known.openers.isdisjoint(self._words):
            self._join_phrases()
        self.kinds = "".join([chunk.kinds for chunk in self._chunks])

    def may_hold_dates(self) -> bool:
        """Whether the line has what no date does without."""
        kinds = frozenset(self.kinds)
        return not (_ANCHORS.isdisjoint(kinds) and (_STRETCHES.isdisjoint(kinds) or _SHOWN_BY.isdisjoint(kinds)))

    def units(self, first: int, last: int) -> list[Unit]:
        """The units behind the letters ``kinds[first:last]``."""
        ends = list(accumulate(len(chunk.kinds) for chunk in self._chunks))
        starts = self._starts()
        found: list[Unit] = []
        at = bisect_right(ends, first)
        letter = ends[at - 1] if at else 0
        while letter < last:
            number = self._first[at]
            for piece in self._chunks[at].pieces:
                if first <= letter < last:
                    start, end = starts[number + piece.first] + piece.start, starts[number + piece.last] + piece.end
                    found.append(Unit(piece.kind, start, end, piece.value))
                letter += 1
            at += 1
        return found

    def _starts(self) -> list[int]:
        """Where each chunk starts in the text."""
        starts, at = [], self._start
        for word in self._words:
            at = self._text.index(word, at, self._end)
            starts.append(at)
            at += len(word)
        return starts

    def _join_phrases(self) -> None:
        chunks: list[Chunk] = []
        first: list[int] = []
        at = 0
        while at < len(self._chunks):
            chunk, length = self._phrase(at)
            chunks.append(chunk)
            first.append(at)
            at += length
        self._chunks, self._first = chunks, first

    def _phrase(self, at: int) -> tuple[Chunk, int]:
        """The chunk that stands at a place, grown by the chunks that spell the longest phrase with it."""
        opener = self._chunks[at]
        for words, entry in opener.opens:
            following = self._chunks[at + 1 : at + 1 + len(words)]
            if tuple(chunk.first for chunk in following) != words or any(chunk.rest for chunk in following[:-1]):
                continue
            head = opener.pieces[: opener.last_word]
            start = opener.pieces[opener.last_word].start if opener.last_word < len(opener.pieces) else 0
            length = len(words)
            last = following[-1]
            tail = tuple(piece._replace(first=length, last=length) for piece in last.rest)
            named = (Piece(entry.kind, start, last.first_end, entry.value, 0, length),)
            pieces = (*head, *(named if entry.kind else ()), *tail)
            return Chunk("".join(piece.kind for piece in pieces), pieces), 1 + length
        return opener, 1
