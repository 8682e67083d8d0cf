"""Bodies that are named by a plain noun and whose they are: "the Syrian government", "the union of the parties", "the Norway-Kenya committee"."""

from typing import NamedTuple

from kg.extract.entries import JOINT, PAIR, Cls, Entry
from kg.extract.fronted import Fronted
from kg.extract.line import Line
from kg.extract.offices import Offices
from kg.extract.seats import seated


class Body(NamedTuple):
    """The end of a phrase that names a body, whose it is, its English name where that is plain, and of which states it is where it is of several."""

    last: int
    side: Entry | None
    english: str | None
    pair: tuple[str, ...] = ()


def read_body(line: Line, word: int, offices: Offices) -> Body | None:
    """The body that is named from a word on, or None."""
    if not line.at_any(Cls.BODY):
        return None
    if line.grammar.fronted:
        found = offices.fronted(line, word, Cls.BODY)
        return _fronted(line, found) if found is not None else None
    head = line.at(word, Cls.BODY)
    if head is None:
        return None
    end, sides = offices.complement(line, head)
    if end == head.last or (head.part.definite and end - head.first < 2):
        return None
    sides = sides or seated(line, end)
    return Body(end, sides[0] if sides else None, _english(head.entry, sides))


def _fronted(line: Line, found: Fronted) -> Body | None:
    if found.head.entry.key == JOINT:
        pairs = (line.at(word, Cls.COMPLEMENT) for word in found.before)
        pair = next((pair.entry.name for pair in pairs if pair is not None and pair.entry.key == PAIR), None)
        if pair is not None:
            return Body(found.head.last, None, None, tuple(pair.split("|")))
        of = tuple(dict.fromkeys(side.key for side in found.sides if side.key.startswith("state/")))
        return Body(found.last, None, None, of) if len(of) > 1 else None
    if not found.full or (found.last == found.head.last and not found.sides):
        return None
    return Body(found.last, next(iter(found.sides), None), _english(found.head.entry, found.sides))


def _english(head: Entry, sides: tuple[Entry, ...]) -> str | None:
    return f"{head.name} of {sides[0].name}" if sides and head.name else None
