"""Who is who inside one article: short names, offices, counterparts and "the two sides" joined to the persons they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.extract.character import Character, Words, holds, post_of
from kg.extract.figure import Figure
from kg.extract.grammar import Grammar
from kg.extract.line import Line
from kg.extract.names import Names
from kg.extract.office import Office
from kg.extract.renowned import renowned
from kg.model import Kind, Span

# How many of those whom sentences were about a later one may go on about.
_FOCI = 4
# The rank of whoever leads a state or a government.
_LEADS = 2
# How many sentences open an article.
_OPENING = 1
Side = tuple[str, str | None] | None
# How often a word must be known in names for a name to be found by it without help.
_WELL_KNOWN = 3


@dataclass(slots=True)
class Cast:
    """All characters of an article; mentions are given to it in the order of the text.

    ``focus`` is whom the sentence before was about: its subject, or whose words it told. ``own`` is "our country", ``home`` the
    state whose own news an article is, where its words show it, and ``states`` those that it tells of, by their names, their
    people or their places; ``elsewhere`` where it is about culture or business.
    """

    names: Names
    language: str = ""
    characters: list[Character] = field(default_factory=list)
    _by_word: dict[str, list[Character]] = field(default_factory=dict)
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
        return self._find(line, figure) is not None

    def appoint(self, line: Line, figure: Figure, character: Character) -> None:
        """Give somebody the office of a mention without a name."""
        self._learn_office(line, figure, character, None)
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
        self._told = _side_of(figure) or self._told
        found = self._find(line, figure) or self._new(figure.kind)
        found.last_seen = self._clock
        self._learn(line, figure, found, before)
        return found

    def is_nobody(self, line: Line, figure: Figure) -> bool:
        """Whether a bare office ("the minister") means nobody told before, where the language has no article to say that it does."""
        office = figure.office
        if not line.grammar.bare_offices or office is None or office.full or figure.name is not None:
            return False
        return not office.plural and not figure.counterpart and self._find(line, figure) is None

    def _of_that_country(self, line: Line, figure: Figure) -> Figure:
        """ "The prime minister of that country" speaks for the state told last, that "of our country" for the writer's own."""
        office = figure.office
        if office is None or office.sides or not line.grammar.that_country:
            return figure
        words = _norms(line, office.first, office.last)
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

    def _delegations(self) -> Iterator[Character]:
        """Those told as a delegation, not as holders of an office."""
        return (c for c in self.characters if c.kind is Kind.DELEGATION and not c.office_words)

    def _called(self, line: Line, figure: Figure) -> Words:
        """The folded words of a figure's name, in the nominative where the language bends names; none without a name."""
        if figure.words or figure.name is None:
            return figure.words
        office = figure.office
        head = line.norm(office.first) if office is not None and office.last <= figure.name[0] else ""
        return self.names.nominatives.of(_norms(line, *figure.name), head)

    def _base(self, line: Line, first: int, last: int) -> Words:
        return self.names.nominatives.base(_norms(line, first, last))

    def _named_alike(self, words: Words) -> list[Character]:
        """Persons who may bear a name: those who share its last word or its rarest one."""
        rarest = min((self._by_word.get(word, []) for word in words), key=len, default=[])
        return [*self._by_word.get(words[-1], []), *rarest]

    def _new(self, kind: Kind) -> Character:
        character = Character(kind, len(self.characters))
        self.characters.append(character)
        return character

    def _latest(self, found: Iterator[Character]) -> Character | None:
        return max(found, key=lambda c: c.last_seen, default=None)

    def _find(self, line: Line, figure: Figure) -> Character | None:
        if figure.id is not None:
            return self._latest(c for c in self.characters if c.id == figure.id)
        if figure.kind is Kind.DELEGATION and figure.office is None and figure.represents is not None:
            return self._latest(c for c in self._delegations() if c.represents == figure.represents)
        if figure.kind in (Kind.DELEGATION, Kind.ORGANIZATION):
            return self._latest(c for c in self._groups(line, figure) if c.kind is figure.kind)
        if figure.name is not None:
            words = self._called(line, figure)
            return self._latest(c for c in self._named_alike(words) if self.names.same(c.words, words))
        if figure.counterpart and figure.represents is not None:
            return self._latest(c for c in self.characters if c.rank >= 1 and c.represents == figure.represents)
        if figure.office is None or figure.office.last > figure.last:
            return self._bypost_of(figure)
        told = self._official(line, figure)
        if told is not None:
            return told
        words = self._base(line, figure.office.first, figure.office.last)
        held = (c for c in self.characters if c.kind is Kind.PERSON and _is_told(c, line) and holds(c, figure, words))
        former = line.grammar.former
        holders = [c for c in held if former.isdisjoint(c.office_words) or not former.isdisjoint(words)]
        side = figure.represents
        own = [c for c in holders if c.represents == side or (side is None and c.well_known)]
        return self._latest(iter(own or holders)) or (self._leader(figure) if line.grammar.renowned else None)

    def _leader(self, figure: Figure) -> Character | None:
        """The one well-known person of a side named without an office, where "the president" of that side is nobody else."""
        named = [c for c in self.characters if c.well_known and c.office is None and c.represents == figure.represents]
        leads = figure.office is not None and figure.office.rank >= _LEADS
        return named[0] if leads and len(named) == 1 else None

    def _official(self, line: Line, figure: Figure) -> Character | None:
        """Whom "the Kenyan official" means: the person told last who speaks for that state, where an article points back so."""
        office = figure.office
        if office is None or not line.grammar.fronted or not line.starts_definite(figure.first):
            return None
        if office.plural or office.rank or not office.sides or len(office.name.split()) > 1:
            return None
        return self._latest(c for c in self.characters if c.name is not None and c.represents == figure.represents)

    def _groups(self, line: Line, figure: Figure) -> list[Character]:
        """The groups that a mention may mean: those called alike, or any where it is "this delegation"."""
        bare = figure.kind is Kind.DELEGATION and figure.office is None and figure.represents is None
        if bare and line.norm(figure.first - 1) in line.grammar.determiners:
            return self.characters
        words = self._base(line, figure.first, figure.last)
        return [c for c in self.characters if _same_group(c.words, words, line.grammar)]

    def _bypost_of(self, figure: Figure) -> Character | None:
        """The holder of an office told of several at once: same office, same side."""
        office = figure.office
        if office is None:
            return None
        return self._latest(
            c
            for c in self.characters
            if c.kind is Kind.PERSON and c.office_name == office.name and c.represents == figure.represents
        )

    def _learn(self, line: Line, figure: Figure, character: Character, before: Character | None) -> None:
        mention = line.clean_span(figure.first, figure.last)
        character.plural = character.plural or figure.plural
        character.pair = character.pair or figure.pair
        character.private = character.private or figure.private
        character.definite = character.definite or line.starts_definite(figure.first)
        if figure.name is not None:
            character.named_in = line.number if character.named_in is None else character.named_in
            words = self._called(line, figure)
            if len(words) > len(character.words):
                span = line.span(*figure.name)
                character.words, character.name = words, Span.of(line.text, span.start + figure.clitics, span.end)
                character.plain = self.names.nominatives.spelled(character.name.text, words)
                for word in words:
                    if character not in self._by_word.setdefault(word, []):
                        self._by_word[word].append(character)
        elif figure.kind in (Kind.DELEGATION, Kind.ORGANIZATION) and not character.words:
            character.words = self._base(line, figure.first, figure.last)
        if character.mention is None:
            character.mention = mention
        self._learn_office(line, figure, character, before)
        known = renowned(self.language).get(figure.words[0]) if len(figure.words) == 1 else None
        if known is not None and len(character.words) == 1 and character.represents is None:
            character.represents, character.represents_name = known.side.id, known.side.name
            character.label, character.well_known = known.name, True
        character.id, character.label = figure.id or character.id, figure.label or character.label
        if figure.represents and not character.represents:
            character.represents, character.represents_name = figure.represents, figure.represents_name

    def _learn_office(self, line: Line, figure: Figure, character: Character, before: Character | None) -> None:
        office = figure.office
        if office is not None and (office.full or not character.office_words):
            words = self._base(line, office.first, office.last)
            if len(words) > len(character.office_words) or (character.generic and not office.generic):
                character.office, character.office_words = line.clean_span(office.first, office.last), words
                character.office_name, character.rank, character.home = office.name, office.rank, office.home
                character.generic, character.deputy = office.generic, office.deputy
                character.private = office.private
        elif figure.counterpart and before is not None and character.office_name is None:
            character.office_name, character.rank = before.office_name, before.rank
        if figure.counterpart and character.office is None:
            first, last = _counterpart_words(line, figure)
            character.office = line.clean_span(first, last)
            character.office_words = self._base(line, first, last)


def _is_told(character: Character, line: Line) -> bool:
    """Whether somebody is named by the sentence behind an office at the latest: only an opening speaks of whom the article names later."""
    opens = line.sentence.paragraph < 0 or line.number <= _OPENING
    return opens or character.named_in is None or character.named_in <= line.number + 1


def _counterpart_words(line: Line, figure: Figure) -> tuple[int, int]:
    """The words "his counterpart" of a mention, whose name stands behind or before them."""
    first, last = figure.first, figure.last
    if figure.name is not None and figure.name[0] > first:
        last = figure.name[0]
    elif figure.name is not None:
        first = next((w for w in range(figure.name[1], last) if line.marker(w, "refer.counterpart")), first)
    return first, last


def _side_of(figure: Figure) -> Side:
    """The state that a mention is or speaks for."""
    key, name = (
        (figure.id, figure.label) if figure.kind is Kind.COUNTRY else (figure.represents, figure.represents_name)
    )
    return (key, name) if key is not None and key.startswith("state/") else None


def _norms(line: Line, first: int, last: int) -> Words:
    return tuple(line.norm(word) for word in range(first, last))


def _same_group(a: Words, b: Words, grammar: Grammar) -> bool:
    return a == b or (len(b) == 1 and bool(a) and grammar.without_article(a[0]) == grammar.without_article(b[0]))
