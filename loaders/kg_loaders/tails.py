"""Cuts a licence or copyright sentence off the end of an article's last line."""

from kg_loaders.furniture import containing
from kg_loaders.lines import Line, split_sentences
from kg_loaders.printed_twice import Piece

_LONGEST = 300


def cut_tail(text: str, pieces: list[Piece]) -> list[Piece]:
    """The same pieces, with the last one cut in two where it ends in a licence."""
    at = next((n for n in range(len(pieces) - 1, -1, -1) if pieces[n].reason is None), None)
    if at is None:
        return pieces
    last = pieces[at]
    line = Line(last.start, last.end, text[last.start : last.end], True, True)
    start = line.end
    reason = None
    for first, end in reversed(list(split_sentences(line))):
        found = containing(text[first:end]) if end - first <= _LONGEST else None
        if found is None or first == line.start:
            break
        start, reason = first, found
    if reason is None:
        return pieces
    return [*pieces[:at], Piece.of(text, line.start, start), Piece(start, line.end, reason), *pieces[at + 1 :]]
