"""What stands right behind an office or a name and belongs to it: names behind offices, offices behind names, honorifics."""

from kg.extract.entries import Cls
from kg.extract.figure import QUOTES, Range
from kg.extract.line import Hit, Line
from kg.extract.names import Names
from kg.extract.office import Office
from kg.extract.offices import Offices
from kg.lang.gazetteer import entry

# What may stand between an office and the name behind it, and between a name and the office behind it.
BEHIND_OFFICE = ("،", ",", "-", "–", ":")
BEHIND_NAME = ("،", ",", "-", "(", "»")
# How often a word must be known in names for a name to be found by it without help.
_WELL_KNOWN = 3
# The words of a short form in brackets: "Secretary of the Supreme National Security Council (SNSC) X".
_SHORT_FORM = 3


class Apposition:
    """Finds the name that belongs to an office, and the office that belongs to a name."""

    def __init__(self, names: Names, offices: Offices) -> None:
        self._names = names
        self._offices = offices

    def name_behind(self, line: Line, word: int) -> Range | None:
        """The name right behind an office, past the short form of its body, honorifics, a comma, a dash or quotation marks."""
        word += _SHORT_FORM * (line.norm(word) == "(" and line.norm(word + 2) == ")")
        sign = int(line.norm(word) in BEHIND_OFFICE)
        sign += sign and line.norm(word + 1) in line.grammar.commas
        titled = self.past_titles(line, word + sign, behind=True)
        first = titled + (line.norm(titled) in QUOTES)
        if self._names.opens_next(line, first):
            return None
        apart = bool(sign) and titled == word + sign
        end = self._apart(line, first) if apart else self._names.after_office(line, first)
        return (first, end) if end > first else None

    def _apart(self, line: Line, word: int) -> int:
        """End of a name behind a comma: of known words, or of a known first one and others up to the next comma."""
        end = self._names.alone(line, word, trusted=True)
        if end > word or self._names.count(line.norm(word)) < _WELL_KNOWN or self._names.ordinary(line.norm(word)):
            return end
        end = self._names.after_office(line, word)
        return end if end - word > 1 and line.norm(end) in line.grammar.commas else word

    def office_behind(self, line: Line, word: int) -> Office | None:
        """An office that follows the name it belongs to: not one that has a name of its own."""
        start = word + (line.norm(word) in BEHIND_NAME)
        start += line.norm(word) in QUOTES and line.norm(start) in line.grammar.commas
        start += line.norm(start) in line.grammar.articles | line.grammar.indefinite
        head = line.at(start, Cls.ROLE)
        if head is not None and (head.part.conjunction or head.part.preposition):
            return None
        office = self._offices.read(line, start)
        if office is None or office.plural or not office.full:
            return None
        behind = self.name_behind(line, office.last)
        return office if behind is None or (start > word and self.is_of_another(line, office, behind)) else None

    def is_of_another(self, line: Line, office: Office, name: Range) -> bool:
        """Whether a name behind an office has an office of its own behind it, of another side ("X, minister of A Y, minister of B")."""
        if not line.grammar.bare_genitive:
            return False
        later = self.office_behind(line, name[1])
        return (
            later is not None and None not in (office.represents, later.represents) and not _same_state(office, later)
        )

    def past_second(self, line: Line, office: Office) -> int:
        """The end of a second office of the same person behind "and": one of no other side and with no name of its own."""
        conjunctions = line.grammar.joiners - line.grammar.commas
        if not line.grammar.bare_genitive or line.norm(office.last) not in conjunctions:
            return office.last
        second = self._offices.read(line, office.last + 1)
        if second is None or second.plural or not second.full or not _same_state(office, second):
            return office.last
        return office.last if self.name_behind(line, second.last) is not None else second.last

    def _is_office(self, line: Line, title: Hit) -> bool:
        """Whether a title is told with the state that it leads, and so names an office ("the Jordanian king")."""
        head = line.at(title.first, Cls.ROLE)
        if head is None or not head.part.definite:
            return False
        office = self._offices.read(line, title.first)
        return office is not None and bool(office.sides)

    def past_titles(self, line: Line, word: int, *, behind: bool = False) -> int:
        """The word after honorifics; ``behind`` an office one that "and" or a preposition opens belongs to the next person."""
        while True:
            hit = line.at(word, Cls.TITLE)
            if hit is None or (behind and (hit.part.conjunction or hit.part.preposition)) or self._is_office(line, hit):
                return word
            word = hit.last + (line.norm(hit.last) in (".", "/"))


def _same_state(one: Office, other: Office) -> bool:
    """Whether two offices speak for one state, themselves or by the body they are of, as far as both are told."""
    sides = {(listed.country or listed.id) for o in (one, other) if (listed := entry(o.represents or "")) is not None}
    return len(sides) < 2
