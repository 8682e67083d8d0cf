"""Cuts what a page prints a second time out of its lines, sentence by sentence."""

from dataclasses import dataclass
from itertools import groupby, pairwise

from kg_loaders.lines import Line, split_sentences
from kg_loaders.repeats import Copy, find_copies, word_stream

_PART_OF_LINE = 25


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


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    words: int
    copied: bool


def drop_repeats(text: str, lines: list[Line]) -> list[Piece]:
    """Cut lines into what is new and what the page has printed before."""
    words, _ = word_stream([line.words for line in lines])
    copies = find_copies(words)
    if not copies:
        return [Piece(line.start, line.end) for line in lines]
    return [piece for sentences in _judge(text, lines, copies) for piece in _pieces(text, sentences)]


def _judge(text: str, lines: list[Line], copies: list[Copy]) -> list[list[_Sentence]]:
    """The sentences of each line, and whether all words of a sentence stand in one earlier stretch."""
    cut = [list(split_sentences(line)) or [(line.start, line.end)] for line in lines]
    _, starts = word_stream([text[s:e] for spans in cut for s, e in spans])
    inside = _covered(copies, starts[-1])
    counts = iter(pairwise(starts))
    judged = []
    for line, spans in zip(lines, cut, strict=True):
        edges = [line.start, *(start for start, _ in spans[1:]), line.end]
        row = [next(counts) for _ in spans]
        judged.append(
            [_Sentence(edges[i], edges[i + 1], b - a, inside[b] - inside[a] == b - a) for i, (a, b) in enumerate(row)]
        )
    return judged


def _covered(copies: list[Copy], total: int) -> list[int]:
    """How many of the first n words are copies, for each n."""
    marks = bytearray(total)
    for copy in copies:
        marks[copy.start : copy.end] = b"\x01" * (copy.end - copy.start)
    sums = [0]
    for mark in marks:
        sums.append(sums[-1] + mark)
    return sums


def _pieces(text: str, sentences: list[_Sentence]) -> list[Piece]:
    """A line is left out whole, or in parts that are long enough to be no mere turn of phrase."""
    runs = [list(run) for _, run in groupby(sentences, key=lambda sentence: sentence.copied)]
    whole = len(runs) == 1 and sum(s.words for s in sentences) > 0
    pieces: list[Piece] = []
    for run in runs:
        repeated = run[0].copied and (whole or sum(s.words for s in run) >= _PART_OF_LINE)
        piece = Piece.of(text, run[0].start, run[-1].end, "repeat" if repeated else None)
        if pieces and pieces[-1].reason == piece.reason:
            piece = Piece(pieces.pop().start, piece.end, piece.reason)
        pieces.append(piece)
    return pieces
