"""Who is who inside one article: short names, offices, counterparts and "the two sides" joined to the persons they stand for."""

from dataclasses import dataclass, field, replace

from kg.extract.character import Character, Words, post_of
from kg.extract.entries import Cls
from kg.extract.figure import Figure
from kg.extract.line import Line
from kg.extract.names import Names
from kg.extract.noting import note, note_office
from kg.extract.office import Office
from kg.extract.roster import Roster, norms_of
from kg.model import Kind

# How many of those whom sentences were about a later one may go on about.
_FOCI = 4
# How often a word must be known in names for a name to be found by it without help.
_WELL_KNOWN = 3
Side = tuple[str, str | None] | None


@dataclass(slots=True)
class Cast:
    """All characters of an article; mentions are given to it in the order of the text.

    ``focus`` is whom the sentence before was about: its subject, or whose words it told. ``own`` is "our country", ``home`` the
    state whose own news an article is, where its words show it, and ``states`` those that it tells of, by their names, their
    people or their places; ``elsewhere`` where it is about culture or business.
    """

    names: Names
    language: str = ""
    focus: Character | None = None
    own: Side = None
    home: str | None = None
    states: frozenset[str | None] = frozenset()
    elsewhere: bool = False
    _led: list[Character] = field(default_factory=list)
    _told: Side = None
    _holder: tuple[int, Character] | None = None
    _clock: int = 0
    _reached: int = 0
    roster: Roster = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nobody."""
        self.roster = Roster(self.names)

    @property
    def characters(self) -> list[Character]:
        """All characters, in the order of their first mention."""
        return self.roster.characters

    def introduce(self, line: Line, figure: Figure) -> None:
        """First pass: take in the persons who are named, so that an office in the headline finds its holder in the body."""
        if figure.kind is not Kind.PERSON or figure.name is None:
            self._told = _side_of(figure) or self._told
            return
        before = self._holder[1] if self._holder is not None and self._holder[0] == line.number else None
        found = self.identify(line, figure, before)
        if before is None and found.office is not None:
            self._holder = line.number, found

    def is_held(self, line: Line, figure: Figure) -> bool:
        """Whether somebody who is named holds the office of a mention."""
        return self.roster.find(line, figure) is not None

    def appoint(self, line: Line, figure: Figure, character: Character) -> None:
        """Give somebody the office of a mention without a name."""
        note_office(self.roster, line, figure, character, None)
        character.represents, character.represents_name = figure.represents, figure.represents_name

    def short_names(self) -> set[Words]:
        """The ends of the full names known, which may stand for the persons; the whole of a name with a word that is no known one."""
        found: set[Words] = set()
        for character in self.characters:
            known = len(character.words) > 1 and all(self.names.count(word) >= _WELL_KNOWN for word in character.words)
            for cut in range(known, len(character.words)):
                end = character.words[cut:]
                if len(end) > 1 or not (self.names.ordinary(end[0]) or len(end[0]) < 3):
                    found.add(end)
        return found

    def identify(self, line: Line, figure: Figure, before: Character | None) -> Character:
        """The character that a mention stands for, made if it is new; ``before`` is whom "his counterpart" is measured by."""
        self._clock += 1
        self._reached = line.number
        figure = self._of_that_country(line, figure)
        self._told = _posting(line, figure) or _side_of(figure) or self._told
        found = self.roster.find(line, figure) or self.roster.new(figure.kind)
        found.last_seen = self._clock
        note(self.roster, line, figure, found, before, self.language)
        return found

    def is_nobody(self, line: Line, figure: Figure) -> bool:
        """Whether a bare office ("the minister") means nobody told before, where the language has no article to say that it does."""
        office = figure.office
        if not line.grammar.bare_offices or office is None or office.full or figure.name is not None:
            return False
        return not office.plural and not figure.counterpart and self.roster.find(line, figure) is None

    def _of_that_country(self, line: Line, figure: Figure) -> Figure:
        """ "The prime minister of that country" speaks for the state told last, that "of our country" for the writer's own."""
        office = figure.office
        if office is None or office.sides or not line.grammar.that_country:
            return figure
        words = norms_of(line, office.first, office.last)
        that = any(phrase in " ".join(words) for phrase in line.grammar.that_country)
        side = self._told if that else self.own if not line.grammar.own_country.isdisjoint(words) else None
        if side is None or (that and self._is_well_known(line, figure)):
            return figure
        return replace(figure, represents=side[0], represents_name=side[1])

    def _is_well_known(self, line: Line, figure: Figure) -> bool:
        """Whether a table tells for whom the bearer of a name speaks."""
        return figure.name is not None and self.names.side(line.span(*figure.name).text) is not None

    def recent(self, count: int) -> list[Character]:
        """The persons mentioned last, the latest first: nobody whom the article names only later."""
        told = (c for c in self.characters if c.named_in is None or c.named_in <= self._reached)
        persons = [c for c in told if c.kind is Kind.PERSON]
        return sorted(persons, key=lambda c: -c.last_seen)[:count]

    def measure(self, figure: Figure) -> Character | None:
        """Whose counterpart a mention is: whom the sentence before was about, or the person told last of another state."""
        focus, side = self.focus, figure.represents
        if focus is None or side is None or focus.represents != side:
            return focus
        return next((c for c in self.recent(4) if c.represents != side and c.rank >= 1), focus)

    def spoken_of(self) -> list[Character]:
        """Whom a pronoun may mean: the focus, then the persons mentioned last."""
        return [*([self.focus] if self.focus is not None else []), *self.recent(4)]

    def led(self) -> list[Character]:
        """Whom the last sentences were about, the latest first."""
        return list(dict.fromkeys(reversed(self._led[-_FOCI:])))

    def go_on(self, focus: Character | None) -> None:
        """Note whom a sentence was about before the next one is read."""
        self.focus = focus
        if focus is not None:
            self._led.append(focus)

    def holders(self, office: Office, count: int) -> list[Character]:
        """The last ``count`` persons whose office is of this kind: whom "the ministers" or "the two presidents" stand for."""
        found = [c for c in self.characters if c.kind is Kind.PERSON and post_of(c.office_name) == post_of(office.name)]
        return sorted(found, key=lambda c: -c.last_seen)[:count]


def _posting(line: Line, figure: Figure) -> Side:
    """The state in which somebody serves for another, which "that country" means then ("the ambassador of A in B")."""
    office = figure.office
    if office is None or office.plural or not line.grammar.that_country:
        return None
    there = line.at(office.last - 1, Cls.STATE)
    abroad = (
        there is not None and line.preposition(there.first - 1) is not None and there.entry.key != office.represents
    )
    return (there.entry.key, there.entry.name) if there is not None and abroad else None


def _side_of(figure: Figure) -> Side:
    """The state that a mention is or speaks for."""
    key, name = (
        (figure.id, figure.label) if figure.kind is Kind.COUNTRY else (figure.represents, figure.represents_name)
    )
    return (key, name) if key is not None and key.startswith("state/") else None
