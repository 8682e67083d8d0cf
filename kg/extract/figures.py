"""Whoever can take part in an event, as a sentence names them: persons, groups, bodies, and short names of those known."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from kg.extract.apposition import Apposition
from kg.extract.capitals import CapitalNames
from kg.extract.delegations import each
from kg.extract.entries import Cls, bits
from kg.extract.figure import Figure, Links
from kg.extract.fronted import OWNERS
from kg.extract.groups import Groups
from kg.extract.holders import told_before
from kg.extract.lexicon import Lexicon
from kg.extract.line import Line
from kg.extract.names import Names
from kg.extract.offices import Offices
from kg.extract.persons import Persons
from kg.extract.several import Several
from kg.lang import Pack
from kg.text.words import Part

__all__ = ["Figure", "Figures"]


# What anything but a plain name begins with; where modifiers may stand before a head, with these as well.
_OPENING = (Cls.ROLE, Cls.BODY, Cls.DELEGATION, Cls.TITLE, *OWNERS)
_MODIFYING = (Cls.COMPLEMENT, Cls.CITY)
_COUNTERPART = "refer.counterpart"


class Figures:
    """Finds figures with the tables of one pack."""

    def __init__(self, pack: Pack, lexicon: Lexicon) -> None:
        self.names = CapitalNames(pack, lexicon) if "name" in lexicon.grammar.capitals else Names(pack, lexicon)
        offices = Offices(pack, lexicon, self.names)
        ahead = lexicon.grammar.fronted or lexicon.grammar.owner_ahead
        seats = (Cls.CITY,) if lexicon.grammar.capitals_between else ()
        self._opening = bits((*_OPENING, *_MODIFYING) if ahead else (*_OPENING, *seats))
        self._words = lexicon.words
        self._links = Links(pack, lexicon)
        self._apposition = Apposition(self.names, offices)
        self._persons = Persons(self.names, offices, self._links, self._apposition)
        self._several = Several(self.names, offices, self._links, self._apposition)
        self._groups = Groups(pack, lexicon, offices, self._links)

    def read(self, line: Line, short: Collection[tuple[str, ...]] = ()) -> list[Figure]:
        """The figures of a sentence from left to right; ``short`` are short names (as folded words) that stand for somebody known."""
        known: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted(short, key=len, reverse=True):
            known.setdefault(name[0], []).append(name)
        figures: list[Figure] = []
        heads = line.marked(_COUNTERPART).union(line.of_kinds(self._opening))
        word = 0
        for first in sorted(heads.union(self.names.openings(line, known.keys()))):
            if first < word:
                continue
            found = self._at(line, first, known, opens=first in heads)
            figures += self._several.named_ahead(line, figures, found) if len(found) > 1 else []
            told = told_before(line, figures, found) if len(found) > 1 else None
            if told is not None:
                figures[-len(told) :] = told
            while told is None and found and figures and figures[-1].last > found[0].first:
                figures.pop()
            figures += found if told is None else []
            word = found[-1].last if found else first + 1
        return figures

    def _at(self, line: Line, word: int, known: Mapping[str, list[tuple[str, ...]]], *, opens: bool) -> list[Figure]:
        """The figures that begin at a word; where nothing but a name ``opens`` there, by name only."""
        several = (self._several.read(line, word) or self._persons.counterparts.several(line, word)) if opens else []
        if several:
            return several
        figure = self._short(line, word, known) if known else None
        figure = figure or (self._long(line, word) if opens else self._persons.by_name(line, word))
        return [] if figure is None else each(line, figure)

    def _long(self, line: Line, word: int) -> Figure | None:
        """Who is named in full."""
        return self._persons.read(line, word) or self._groups.read(line, word)

    def _is_other(self, line: Line, word: int, part: Part) -> bool:
        """Whether a word that looks like a short name is an ordinary one: with the article, or without a capital letter."""
        return part.definite or not self.names.is_spelled(line, word)

    def _goes_on(self, line: Line, word: int, short: Mapping[str, list[tuple[str, ...]]]) -> bool:
        """Whether a short name goes on to a longer one at a word, and no other short name stands there by itself."""
        another = (line.norm(word),) in short.get(line.norm(word), ())
        return self.names.continues(line, word) and not another

    def _short(self, line: Line, word: int, short: Mapping[str, list[tuple[str, ...]]]) -> Figure | None:
        """A short name of somebody known, perhaps behind a clitic; not where it goes on to a longer name."""
        for part in self._words.parts(line.norm(word)):
            for name in short.get(part.stem, ()):
                end = word + len(name)
                spelled = (part.stem, *(line.norm(i) for i in range(word + 1, end)))
                if self._is_other(line, word, part) or spelled != name or self._goes_on(line, end, short):
                    continue
                clitics = len(part.conjunction + part.preposition)
                office = self._apposition.office_behind(line, end)
                last = self._apposition.past_second(line, office) if office is not None else end
                figure = replace(self._links.person(line, word, last, (word, end), office), words=name, clitics=clitics)
                side = self.names.known_short.get(name) if office is None else None
                if side is not None:
                    figure = replace(figure, represents=side.id, represents_name=side.name)
                return replace(figure, link=part.preposition, joined=bool(part.conjunction)) if clitics else figure
        return None
