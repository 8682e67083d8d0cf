""" "His counterpart": the holder of the same office of another state, with or without a name."""

from dataclasses import replace

from kg.extract.apposition import BEHIND_NAME, Apposition
from kg.extract.entries import Cls
from kg.extract.figure import Figure, Links, Range
from kg.extract.fronted import OWNERS
from kg.extract.line import Hit, Line
from kg.extract.names import Names
from kg.extract.unknown import name_ahead
from kg.model import Kind

_SEVERAL = 2


class Counterparts:
    """Finds those who are told as the counterpart of somebody."""

    def __init__(self, names: Names, links: Links, apposition: Apposition) -> None:
        self._names = names
        self._links = links
        self._apposition = apposition

    def read(self, line: Line, word: int, start: int) -> Figure | None:
        """ "His counterpart", with its state before or behind it, and its name behind."""
        ahead = line.at(start, *OWNERS) if line.grammar.fronted or line.grammar.owner_ahead else None
        hit = line.marker(ahead.last if ahead is not None else start, "refer.counterpart")
        if hit is None:
            return None
        end, side = hit.last, ahead.entry if ahead is not None else None
        while (found := line.at(end, Cls.ADJECTIVE, Cls.STATE)) is not None:
            side, end = side or found.entry, found.last
        end += line.norm(end) in line.grammar.own
        name = self._apposition.name_behind(line, end)
        told = name_ahead(line, self._names, word) if name is None and line.grammar.counterpart_behind else None
        first = told[0] if told is not None else word
        figure = self._links.group(line, first, name[1] if name else end, Kind.PERSON, side)
        return replace(figure, name=name or told, counterpart=True)

    def several(self, line: Line, word: int) -> list[Figure]:
        """ "His counterparts of A, B and C": one for each state, where the states stand behind; none where fewer than two do."""
        hit = line.marker(word, "refer.counterpart") if line.grammar.counterpart_behind else None
        sides = list[Hit]()
        end = hit.last if hit is not None else word
        while hit is not None and (found := line.at(end, Cls.ADJECTIVE, Cls.STATE)) is not None:
            sides.append(found)
            end = found.last + (line.norm(found.last) in line.grammar.joiners)
        if hit is None or len(sides) < _SEVERAL:
            return []
        own = sides[-1].last + (line.norm(sides[-1].last) in line.grammar.own)
        made = [self._one(line, hit.first if side is sides[0] else side.first, side) for side in sides]
        return [*made[:-1], replace(made[-1], last=own)]

    def _one(self, line: Line, first: int, side: Hit) -> Figure:
        figure = self._links.group(line, first, side.last, Kind.PERSON, side.entry)
        joined = line.norm(first - 1) in line.grammar.joiners
        return replace(figure, counterpart=True, joined=figure.joined or joined, link="" if joined else figure.link)

    def behind(self, line: Line, word: int, name: Range) -> Figure | None:
        """A name with "his counterpart" behind it, where the language says so of the one named."""
        marker = line.marker(name[1] + (line.norm(name[1]) in BEHIND_NAME), "refer.counterpart")
        if marker is None or not line.grammar.counterpart_behind:
            return None
        made = self.read(line, word, marker.first)
        return replace(made, name=name) if made is not None and made.name is None else None
