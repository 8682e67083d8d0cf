"""Cuts what a page prints a second time out of its lines, sentence by sentence."""

from dataclasses import dataclass
from itertools import groupby, pairwise

from kg_loaders.lines import Line, split_sentences
from kg_loaders.repeats import find_copies, word_stream

_PART_OF_LINE = 25
_LINE = 8
REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: ``reason`` says why it is left out, None that it is the article's own."""

    start: int
    end: int
    reason: str | None = None

    @classmethod
    def of(cls, text: str, start: int, end: int, reason: str | None = None) -> "Piece":
        """Cut a piece without the white space at its end."""
        return cls(start, start + len(text[start:end].rstrip()), reason)


def drop_repeats(text: str, lines: list[Line]) -> list[Piece]:
    """Cut lines into what is new and what the page has printed before."""
    words, starts = word_stream([line.words for line in lines])
    copies = find_copies(words)
    if not copies:
        return [Piece(line.start, line.end) for line in lines]
    copied = bytearray(len(words))
    for copy in copies:
        copied[copy.start : copy.end] = b"\x01" * (copy.end - copy.start)
    whole = _whole_lines([copied[a:b] for a, b in pairwise(starts)])
    pieces: list[Piece] = []
    for line, repeated, (a, b) in zip(lines, whole, pairwise(starts), strict=True):
        partly = not repeated and copied.count(1, a, b) >= _PART_OF_LINE
        pieces += (
            _cut(text, line, copied[a:b]) if partly else [Piece(line.start, line.end, REPEAT if repeated else None)]
        )
    return pieces


def _whole_lines(marks: list[bytearray]) -> list[bool]:
    """Which lines are copied from end to end. A short line ("Go ahead.") only in a longer copied stretch."""
    whole = []
    for full, run in groupby(marks, key=lambda line: len(line) > 0 and 0 not in line):
        lengths = [len(line) for line in run]
        long = sum(lengths) >= _PART_OF_LINE
        whole += [full and (long or length >= _LINE) for length in lengths]
    return whole


def _cut(text: str, line: Line, copied: bytearray) -> list[Piece]:
    """Cut a line between sentences: the stretches copied from end to end that are no mere turn of phrase are left out."""
    spans = list(split_sentences(line)) or [(line.start, line.end)]
    _, counts = word_stream([text[start:end] for start, end in spans])
    edges = [line.start, *(start for start, _ in spans[1:]), line.end]
    pieces: list[Piece] = []
    for full, run in groupby(range(len(spans)), key=lambda n: 0 not in copied[counts[n] : counts[n + 1]]):
        numbers = list(run)
        repeated = full and counts[numbers[-1] + 1] - counts[numbers[0]] >= _PART_OF_LINE
        piece = Piece.of(text, edges[numbers[0]], edges[numbers[-1] + 1], REPEAT if repeated else None)
        if pieces and pieces[-1].reason == piece.reason:
            piece = Piece(pieces.pop().start, piece.end, piece.reason)
        pieces.append(piece)
    return pieces
