"""What stands between two blanks, as pieces of the date grammar: read once, then remembered."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from kg.text.dates.lexicon import HIDDEN, MARKS, OTHER, Lexicon, Phrase, Written
from kg.text.dates.table import ANCHORS

_LETTERS = rf"[^\W\d_]++(?:(?:[{MARKS}]++|[{HIDDEN}]++(?=[^\W\d_{MARKS}]))[^\W\d_]*+)*+"
# Three numbers with the same sign between them, and not a part of a longer number, address or version.
_NUMERIC = r"(?<![\d./-])(?P<numeric>\d{1,4}([./-])\d{1,2}\2\d{1,4})(?![./-]?\d)"
_SPLIT_NUMBER = r"\d++(?:[.٫]\d++|[,٬]\d{3}(?!\d))++"
_TOKEN = re.compile(rf"{_NUMERIC}|(?P<other>{_SPLIT_NUMBER})|(?P<word>\d++|{_LETTERS})|(?P<sign>[^\s{HIDDEN}])")
_SIGNS = {
    **dict.fromkeys(",،", "c"),
    **dict.fromkeys('([«"“', "b"),
    **dict.fromkeys(")]»”", "B"),
    "/": "s",
    **dict.fromkeys("-–—‑−", "h"),
    ".": "P",
}
# A chunk of nothing but these and other words is just another word.
_DULL = frozenset("xcbBshP")
OPENS = "@"
_LONGEST = 48
_REMEMBERED = 100_000
_PUNCTUATION = ".,:;!?()[]\"'«»“”‘’،؛؟…-–—"


class Piece(NamedTuple):
    """A unit of the grammar: ``start`` counts in the ``first`` chunk, ``end`` in the ``last``, counted from the chunk it is kept in."""

    kind: str
    start: int
    end: int
    value: Any = None
    first: int = 0
    last: int = 0


class Chunk(NamedTuple):
    """``opens`` are the phrases that its last word, the piece ``last_word``, may open.

    ``first`` is the word it begins with, folded (empty if it begins with a sign), which ends at ``first_end``; ``rest`` are the
    pieces after it.
    """

    kinds: str
    pieces: tuple[Piece, ...]
    first: str = ""
    first_end: int = 0
    rest: tuple[Piece, ...] = ()
    opens: tuple[Phrase, ...] = ()
    last_word: int = 0


_ANY_WORD = Chunk("x", (Piece("x", 0, 0),))


class Chunks(dict[str, Chunk]):
    """The chunks of one language as read so far."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, text: str) -> Chunk:
        bare = text.strip(_PUNCTUATION)
        chunk = self._read(text) if not bare.isalpha() or self._lexicon.may_know(bare) else _ANY_WORD
        if len(self) > _REMEMBERED:
            self.clear()
        if len(text) <= _LONGEST:
            self[text] = chunk
        return chunk

    def _read(self, text: str) -> Chunk:
        pieces: list[Piece] = []
        first, first_end, after_first, last_word = "", 0, 0, 0
        opens: tuple[Phrase, ...] = ()
        for number, token in enumerate(_TOKEN.finditer(text)):
            opens, last_word = (), len(pieces)
            if token["word"] is None:
                pieces.append(_sign(token))
                continue
            written = self._lexicon.look_up(token["word"])
            pieces += _word_pieces(token, written)
            opens = written.phrases
            last_word += len(written.clitics)
            if number == 0:
                first, first_end, after_first = self._lexicon.fold(token["word"]), token.end(), len(pieces)
        kinds = "".join(piece.kind for piece in pieces)
        rest = tuple(pieces[after_first:])
        if not opens and "x" in kinds and _DULL.issuperset(kinds):
            return _ANY_WORD._replace(first=first, first_end=first_end, rest=rest)
        return Chunk(kinds, tuple(pieces), first, first_end, rest, opens, last_word)


class Letters(dict[str, str]):
    """The kind letters of chunks, with ``OPENS`` at the end of those that may open a name of several words."""

    def __init__(self, chunks: Chunks) -> None:
        super().__init__()
        self.chunks = chunks

    def __missing__(self, text: str) -> str:
        chunk = self.chunks[text]
        dated = any(entry.kind in ANCHORS for _, entry in chunk.opens)
        letters = chunk.kinds + OPENS if dated else chunk.kinds
        if len(self) > _REMEMBERED:
            self.clear()
        if len(text) <= _LONGEST:
            self[text] = letters
        return letters


def _word_pieces(token: re.Match[str], written: Written) -> Iterator[Piece]:
    start, end = token.span()
    if written.entry is not OTHER or written.phrases:
        for clitic, offset in written.clitics:
            yield Piece(clitic, start + offset, start + offset + 1)
    if written.entry.kind:
        yield Piece(written.entry.kind, start + written.stem, end, written.entry.value)


def _sign(token: re.Match[str]) -> Piece:
    start, end = token.span()
    if token["numeric"] is not None:
        return Piece("T", start, end, (*re.split(r"[./-]", token["numeric"]), token[2]))
    return Piece(_SIGNS.get(token["sign"] or "", "x"), start, end)
