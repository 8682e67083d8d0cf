"""Whom a mention may mean: the characters of an article so far, found by name, by office and side, or as a group."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.character import Character, Words, holds
from kg.extract.figure import Figure
from kg.extract.grammar import Grammar
from kg.extract.line import Line
from kg.extract.names import Names
from kg.model import Kind

# The rank of whoever leads a state or a government.
_LEADS = 2
# How many sentences open an article.
_OPENING = 1


@dataclass(slots=True)
class Roster:
    """The characters of an article so far; ``by_word`` finds persons by the words of their names."""

    names: Names
    characters: list[Character] = field(default_factory=list)
    by_word: dict[str, list[Character]] = field(default_factory=dict)

    def new(self, kind: Kind) -> Character:
        """A character that was not told of before."""
        character = Character(kind, len(self.characters))
        self.characters.append(character)
        return character

    def find(self, line: Line, figure: Figure) -> Character | None:
        """The character that a mention means, or None where nobody told before may be meant."""
        if figure.id is not None:
            return self._latest(c for c in self.characters if c.id == figure.id)
        if figure.kind is Kind.DELEGATION and figure.office is None and figure.represents is not None:
            return self._latest(c for c in self._delegations() if c.represents == figure.represents)
        if figure.kind in (Kind.DELEGATION, Kind.ORGANIZATION):
            return self._latest(c for c in self._groups(line, figure) if c.kind is figure.kind)
        if figure.name is not None:
            words = self.called(line, figure)
            return self._latest(c for c in self._named_alike(words) if self.names.same(c.words, words))
        if figure.counterpart and figure.represents is not None:
            return self._latest(c for c in self.characters if c.rank >= 1 and c.represents == figure.represents)
        if figure.office is None or figure.office.last > figure.last:
            return self._by_post(figure)
        told = self._official(line, figure)
        if told is not None:
            return told
        words = self.base(line, figure.office.first, figure.office.last)
        held = (c for c in self.characters if c.kind is Kind.PERSON and _is_told(c, line) and holds(c, figure, words))
        former = line.grammar.former
        holders = [c for c in held if former.isdisjoint(c.office_words) or not former.isdisjoint(words)]
        side = figure.represents
        own = [c for c in holders if c.represents == side or (side is None and c.well_known)]
        home = [c for c in own if side is None and figure.office.home and c.represents in line.grammar.own_states]
        if not home and side is None and (leader := self._leader_at_home(line, figure)) is not None:
            return leader
        return self._latest(iter(home or own or holders)) or (self._leader(figure) if line.grammar.renowned else None)

    def _leader_at_home(self, line: Line, figure: Figure) -> Character | None:
        """Whom "the president" means where news leave out that he is their own: the one well-known person of the own state with no office."""
        office, own = figure.office, line.grammar.own_states
        if (
            office is None
            or not office.home
            or office.plural
            or office.rank < _LEADS
            or line.grammar.former & set(self.base(line, office.first, office.last))
        ):
            return None
        named = [c for c in self.characters if c.well_known and c.office is None and c.represents in own]
        return named[0] if len(named) == 1 else None

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
        """The groups that a mention may mean: those called alike, or any where it is "this delegation" or, in English, "the delegation"."""
        bare = figure.kind is Kind.DELEGATION and figure.office is None and figure.represents is None
        if bare and line.norm(figure.first - 1) in line.grammar.determiners:
            return self.characters
        if bare and line.grammar.fronted and line.norm(figure.first - 1) in line.grammar.articles and not figure.plural:
            return [c for c in self._delegations() if not c.plural]
        words = self.base(line, figure.first, figure.last)
        return [c for c in self.characters if _same_group(c.words, words, line.grammar)]

    def _by_post(self, figure: Figure) -> Character | None:
        """The holder of an office told of several at once: same office, same side."""
        office = figure.office
        if office is None:
            return None
        return self._latest(
            c
            for c in self.characters
            if c.kind is Kind.PERSON and c.office_name == office.name and c.represents == figure.represents
        )

    def _delegations(self) -> Iterator[Character]:
        """Those told as a delegation, not as holders of an office."""
        return (c for c in self.characters if c.kind is Kind.DELEGATION and not c.office_words)

    def _named_alike(self, words: Words) -> list[Character]:
        """Persons who may bear a name: those who share its last word or its rarest one."""
        rarest = min((self.by_word.get(word, []) for word in words), key=len, default=[])
        return [*self.by_word.get(words[-1], []), *rarest]

    def _latest(self, found: Iterator[Character]) -> Character | None:
        return max(found, key=lambda c: c.last_seen, default=None)

    def called(self, line: Line, figure: Figure) -> Words:
        """The folded words of a figure's name, in the nominative where the language bends names; none without a name."""
        if figure.words or figure.name is None:
            return figure.words
        office = figure.office
        head = line.norm(office.first) if office is not None and office.last <= figure.name[0] else ""
        return self.names.nominatives.of(norms_of(line, *figure.name), head)

    def base(self, line: Line, first: int, last: int) -> Words:
        """Words in their plain form, as the words of an office or a body are compared."""
        return self.names.nominatives.base(norms_of(line, first, last))


def _is_told(character: Character, line: Line) -> bool:
    """Whether somebody is named by the sentence behind an office at the latest: only an opening speaks of whom the article names later."""
    opens = line.sentence.paragraph < 0 or line.number <= _OPENING
    return opens or character.named_in is None or character.named_in <= line.number + 1


def norms_of(line: Line, first: int, last: int) -> Words:
    """The folded words of a stretch of a sentence."""
    return tuple(line.norm(word) for word in range(first, last))


def _same_group(a: Words, b: Words, grammar: Grammar) -> bool:
    return a == b or (len(b) == 1 and bool(a) and grammar.without_article(a[0]) == grammar.without_article(b[0]))
