"""Names of which no word is known, told by the office of their bearer behind them: «X Y», the minister of Z."""

from kg.extract.entries import Cls
from kg.extract.figure import QUOTES, Range
from kg.extract.line import Line
from kg.extract.names import Names

_SIGNS = frozenset("،,") | QUOTES
_SHORTEST, _LONGEST = 2, 4


def name_ahead(line: Line, names: Names, office: int) -> Range | None:
    """The name right before its bearer's office: whole in quotation marks, or ahead of a comma where nothing else precedes it.

    Where nothing but its place says what a noun belongs to, no comma is needed.
    """
    last = office
    while line.norm(last - 1) in _SIGNS:
        last -= 1
    if line.grammar.capitals or (last == office and not line.grammar.bare_genitive):
        return None
    first = last
    while last - first < _LONGEST and _may_be_part(line, names, first - 1):
        first -= 1
    if last - first < _SHORTEST:
        return None
    quoted = line.norm(last) in QUOTES and line.norm(first - 1) in QUOTES
    return (first, last) if quoted or _stands_free(line, first) else None


def _may_be_part(line: Line, names: Names, word: int) -> bool:
    norm = line.norm(word)
    return len(norm) > 1 and norm.isalpha() and not line.hits[word] and not names.ordinary(norm)


def _stands_free(line: Line, word: int) -> bool:
    """Whether nothing that a name could be part of stands before a word: the sentence's head, a comma or a small word."""
    before = line.norm(word - 1)
    return not before[:1].isalpha() or line.at(word - 1, Cls.SMALL, Cls.SPEECH, Cls.TITLE) is not None
