"""Words that part two offices of a list and yet belong to the second: "*industry, mining, and* trade minister X"."""

from kg.extract.entries import Cls
from kg.extract.figure import Figure
from kg.extract.line import Line


def opens_office(line: Line, first: int, other: Figure) -> bool:
    """Whether between a word, where a mention ends, and an office stand only the first of several matters of that office."""
    office = other.office
    if not line.grammar.fronted or office is None or office.first != other.first or other.link:
        return False
    words = range(first, other.first)
    known = (line.norm(word) in line.grammar.joiners or line.at(word, Cls.COMPLEMENT) is not None for word in words)
    return line.norm(first) in line.grammar.commas and all(known)
