"""A sentence as the rules for events see it: figures with their characters, clauses, verbs of saying, dates."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.cast import Cast
from kg.extract.character import Character
from kg.extract.clauses import Clause, clause_of
from kg.extract.entries import Cls
from kg.extract.figure import QUOTES, Figure
from kg.extract.line import Hit, Line
from kg.model import DateMention, Kind

# Markers that are nouns as any other: what is talked about.
_NOUNS = frozenset(("topic.heads", "topic.alike", "topic.trim"))
# Words that may stand between "on the sidelines of" and the noun for what takes place there.
_BESIDE = 6
_OWN_NOUNS = 3


@dataclass(frozen=True, slots=True)
class Party:
    """A figure and the character it stands for."""

    figure: Figure
    character: Character


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is known of a sentence before events are read from it; parties stand in the order of the text.

    ``words`` are those that the mentions of the parties cover.
    """

    line: Line
    parties: tuple[Party, ...]
    words: frozenset[int]
    clauses: tuple[Clause, ...]
    speech: tuple[Hit, ...]
    dates: tuple[DateMention, ...]
    cast: Cast

    def within(self, first: int, last: int) -> Iterator[Party]:
        """The parties whose mention begins in ``[first, last)``."""
        return (party for party in self.parties if first <= party.figure.first < last)

    def clause(self, word: int) -> Clause:
        """The clause that holds a word."""
        return clause_of(self.clauses, word)

    def reach(self, hit: Hit) -> int:
        """Where the words that belong to a trigger end: with its clause, or with the relative clause right behind it."""
        clause = self.clause(hit.first)
        if self.line.grammar.verb_last:
            return self._resumed(clause)
        for later in self.clauses:
            if later.relative and later.first == clause.last and self._hangs(hit, later.first):
                return later.last
        return clause.last

    def _hangs(self, hit: Hit, word: int) -> bool:
        """Whether a relative clause that begins at a word hangs on a trigger: right behind it, or behind the body or state it is of."""
        bodies = (p.figure for p in self.within(hit.last, word) if p.figure.kind in (Kind.ORGANIZATION, Kind.COUNTRY))
        near = word - hit.last <= 1 or any(f.first == hit.last and f.last == word for f in bodies)
        return near or (self.line.grammar.inverted and all(map(self._goes_with, range(hit.last, word))))

    def _goes_with(self, word: int) -> bool:
        """Whether a word tells whose an occasion is or where, so that a relative behind it may hang on the occasion."""
        line = self.line
        known = self.covered(word) or line.at(word, Cls.CITY, Cls.STATE) is not None
        return known or line.preposition(word) is not None or line.norm(word) in line.grammar.commas

    def _resumed(self, clause: Clause) -> int:
        """Where a clause ends whose verb stands behind the relative clauses inside it."""
        number = self.clauses.index(clause)
        while number + 2 < len(self.clauses) and self.clauses[number + 1].relative:
            number += 2
        return self.clauses[number].last

    def place(self, party: Party) -> int:
        """Which of the parties one is. By identity first: to compare mentions word by word takes long where there are many."""
        same = next((place for place, one in enumerate(self.parties) if one is party), None)
        return same if same is not None else self.parties.index(party)

    def covered(self, word: int) -> bool:
        """Whether a word is part of a party's mention."""
        return word in self.words

    def pronoun(self, first: int, last: int) -> bool:
        """Whether a pronoun that stands for a person is told in ``[first, last)``."""
        return any(self.line.marker(word, "refer.pronoun") is not None for word in range(first, last))

    def definite(self, hit: Hit) -> bool:
        """Whether a noun means something told before: by its article or by a word such as "this"."""
        return hit.part.definite or self.line.norm(hit.first - 1) in self.line.grammar.determiners

    def told_beside(self, hit: Hit) -> bool:
        """Whether a gathering is told only as that beside which something else took place ("on the sidelines of the summit")."""
        line = self.line
        marks = [mark for mark in line.marks.get("refer.beside", ()) if 0 <= hit.first - mark.last <= _BESIDE]
        # "a round of talks" is one noun phrase: its first noun doesn't part it from what it stands beside.
        nouns = range(max(hit.first - _OWN_NOUNS, 0), hit.first)
        return any(
            all(
                line.at(w, Cls.VERB) is None and (w in nouns or line.at(w, Cls.NOUN) is None)
                for w in range(mark.last, hit.first)
            )
            for mark in marks
        )

    def behind_preposition(self, hit: Hit) -> bool:
        """Whether a preposition brings a noun in that may mean what was told before, where the language has no articles."""
        if not self.line.grammar.no_articles:
            return False
        return any(self.line.preposition(word) is not None for word in (hit.first - 1, hit.first - 2))

    def marked_object(self, party: Party) -> bool:
        """Whether an object marker stands right behind a party."""
        behind = (self.line.norm(word) for word in (party.figure.last, party.figure.last + 1))
        return next((norm for norm in behind if norm not in QUOTES), "") in self.line.grammar.object_marks

    def owned(self, party: Party) -> bool:
        """Whether a plain noun right before a party owns it as a genitive, where the language has no other sign for it."""
        before = party.figure.first - 1
        ahead = self.line.norm(before).endswith(self.line.grammar.ahead_of_noun)
        return self.line.grammar.bare_genitive and self.plain(before) and not ahead

    def plain(self, word: int) -> bool:
        """Whether a word is a noun or an adjective of no special use here: no small word, no part of a date or of a mention."""
        if not self.line.norm(word)[:1].isalpha() or self.covered(word) or self.dated(word):
            return False
        if self.line.at(word, Cls.SMALL, Cls.TITLE, Cls.LIGHT, Cls.SPEECH) is not None:
            return False
        return all(hit.entry.cls is not Cls.MARKER or hit.entry.key in _NOUNS for hit in self.line.hits[word])

    def dated(self, word: int) -> bool:
        """Whether a word is part of a date."""
        if not self.dates:
            return False
        token = self.line.tokens[word]
        return any(date.span.start < token.end and token.start < date.span.end for date in self.dates)
