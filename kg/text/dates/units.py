"""A line of text as a string of kind letters, and the way back from letters to the untouched text."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from kg.text.dates.chunks import OPENS, Chunk, Letters, Piece
from kg.text.dates.table import ANCHORS

# A line without one of the first, or one of each of the others, holds no date.
_ANCHORS = ANCHORS | {OPENS}
_STRETCHES = frozenset("ikMYSu")
_SHOWN_BY = frozenset("gGej")


class Unit(NamedTuple):
    """A unit of the grammar and its place in the untouched text."""

    kind: str
    start: int
    end: int
    value: Any = None


def read_line(text: str, start: int, end: int, known: Letters) -> "Line | None":
    """The line ``text[start:end]``, or None where it hasn't what no date does without."""
    words = text[start:end].split()
    letters = "".join(map(known.__getitem__, words))
    if not _promising(letters):
        return None
    line = Line(text, start, end, words, [known.chunks[word] for word in words])
    return line if OPENS not in letters or _promising(line.kinds) else None


def _promising(letters: str) -> bool:
    found = frozenset(letters)
    return not (_ANCHORS.isdisjoint(found) and (_STRETCHES.isdisjoint(found) or _SHOWN_BY.isdisjoint(found)))


class Line:
    """One line of a text, cut at its blanks."""

    def __init__(self, text: str, start: int, end: int, words: list[str], chunks: list[Chunk]) -> None:
        self._text, self._start, self._end = text, start, end
        self._words, self._chunks = words, chunks
        self._first: Sequence[int] = range(len(words))
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._join_phrases()
        self.kinds = "".join([chunk.kinds for chunk in self._chunks])

    def units(self, first: int, last: int) -> list[Unit]:
        """The units behind the letters ``kinds[first:last]``."""
        if not self._starts:
            self._starts = self._place()
            self._ends = list(accumulate([len(chunk.kinds) for chunk in self._chunks]))
        starts, ends = self._starts, self._ends
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

    def _place(self) -> list[int]:
        """Where each chunk starts in the text."""
        starts, at = [], self._start
        for word in self._words:
            at = self._text.index(word, at, self._end)
            starts.append(at)
            at += len(word)
        return starts

    def _join_phrases(self) -> None:
        """Put one chunk in the place of those that spell a phrase."""
        chunks: list[Chunk] = []
        first: list[int] = []
        done = 0
        for at, opener in enumerate(self._chunks):
            joined = self._phrase(at) if opener.opens and at >= done else None
            if joined is not None:
                chunks += [*self._chunks[done:at], joined[0]]
                first += range(done, at + 1)
                done = at + joined[1]
        self._chunks, self._first = chunks + self._chunks[done:], [*first, *range(done, len(self._words))]

    def _phrase(self, at: int) -> tuple[Chunk, int] | None:
        """A chunk for the longest phrase that begins at a place, and how many chunks it stands for."""
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
        return None
