"""Persons as sentences name them: name and office in any order, with honorifics, as "his counterpart", several at once."""

from dataclasses import replace

from kg.extract.figure import QUOTES, Figure, Links, Range
from kg.extract.lexicon import Cls
from kg.extract.line import Hit, Line
from kg.extract.names import Names
from kg.extract.offices import OWNERS, Office, Offices
from kg.model import Kind

_BEHIND_OFFICE = ("،", ",", "-", "–", ":")
_BEHIND_NAME = ("،", ",", "-", "(")


class Persons:
    """Finds persons."""

    def __init__(self, names: Names, offices: Offices, links: Links) -> None:
        self._names = names
        self._offices = offices
        self._links = links

    def read(self, line: Line, word: int) -> Figure | None:
        """The person who is named from a word on, or None; a plural office gives a group."""
        start = self._past_titles(line, word)
        counterpart = line.marker(start, "refer.counterpart")
        if counterpart is not None:
            return self._counterpart(line, word, counterpart)
        office = self._offices.read(line, start)
        if office is None:
            return self._by_name(line, word, start)
        if office.plural:
            group = self._links.person(line, word, office.last, None, office)
            return replace(group, kind=Kind.DELEGATION, plural=True)
        name = self._name_behind(line, office.last)
        return self._links.person(line, word, name[1] if name else office.last, name, office)

    def several(self, line: Line, word: int) -> list[Figure]:
        """One office told of several holders: "the foreign ministers of A, B and C", with or without their names."""
        head = line.at(word, Cls.ROLE)
        office = self._offices.read(line, word) if head is not None and head.entry.plural else None
        if office is None or not office.sides:
            return []
        commas = line.grammar.commas
        owner = next(
            (hit for i in range(office.first + 1, office.last) if (hit := line.at(i, *OWNERS)) is not None), None
        )
        found: list[Figure] = []
        while owner is not None and (not found or owner.part.conjunction or line.norm(owner.first - 1) in commas):
            found.append(self._holder(line, office, owner, word if not found else owner.first, joined=bool(found)))
            owner = line.at(found[-1].last + (line.norm(found[-1].last) in commas), *OWNERS)
        return found if len(found) > 1 else []

    def _holder(self, line: Line, office: Office, owner: Hit, first: int, *, joined: bool) -> Figure:
        name = self._name_behind(line, owner.last)
        own = replace(office, sides=(owner.entry,), plural=False)
        made = self._links.person(line, first, name[1] if name else owner.last, name, own)
        return replace(made, joined=True, link="") if joined else made

    def _by_name(self, line: Line, word: int, start: int) -> Figure | None:
        end = self._names.after_office(line, start) if start > word else self._names.alone(line, start)
        if end == start:
            return None
        later = self.apposition(line, end)
        figure = self._links.person(line, word, later.last if later else end, (start, end), later)
        part = self._names.opening(line.norm(start))
        if start > word or part is None:
            return figure
        words = (part.stem, *(line.norm(i) for i in range(start + 1, end)))
        clitics = len(part.conjunction + part.preposition)
        return replace(figure, words=words, clitics=clitics, link=part.preposition, joined=bool(part.conjunction))

    def _name_behind(self, line: Line, word: int) -> Range | None:
        """The name right behind an office, past honorifics, a comma, a dash or quotation marks."""
        sign = line.norm(word) in _BEHIND_OFFICE
        titled = self._past_titles(line, word + sign, behind=True)
        first = titled + (line.norm(titled) in QUOTES)
        apart = sign and titled == word + sign
        end = self._names.alone(line, first, trusted=True) if apart else self._names.after_office(line, first)
        return (first, end) if end > first else None

    def apposition(self, line: Line, word: int) -> Office | None:
        """An office that follows the name it belongs to: not one that has a name of its own."""
        start = word + (line.norm(word) in _BEHIND_NAME)
        head = line.at(start, Cls.ROLE)
        if head is None or head.part.conjunction or head.part.preposition or head.entry.plural:
            return None
        office = self._offices.read(line, start)
        if office is None or not office.full or self._name_behind(line, office.last) is not None:
            return None
        return office

    def _past_titles(self, line: Line, word: int, *, behind: bool = False) -> int:
        """The word after honorifics; ``behind`` an office one that "and" opens belongs to the next person."""
        while True:
            hit = line.at(word, Cls.TITLE)
            if hit is None or (hit.part.conjunction and behind):
                return word
            word = hit.last + (line.norm(hit.last) in (".", "/"))

    def _counterpart(self, line: Line, word: int, hit: Hit) -> Figure:
        end, side = hit.last, None
        while (found := line.at(end, Cls.ADJECTIVE, Cls.STATE)) is not None:
            side, end = side or found.entry, found.last
        name = self._name_behind(line, end)
        figure = self._links.group(line, word, name[1] if name else end, Kind.PERSON, side)
        return replace(figure, name=name, counterpart=True)
