"""A sentence as the rules for events see it: figures with their characters, clauses, verbs of saying, dates."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kg.extract.cast import Cast
from kg.extract.character import Character
from kg.extract.clauses import Clause, clause_of
from kg.extract.figure import QUOTES, Figure
from kg.extract.lexicon import Cls
from kg.extract.line import Hit, Line
from kg.extract.officegap import opens_office
from kg.lang.gazetteer import summit_bodies
from kg.model import DateMention, Kind

DASHES = frozenset("-–—/")
# Markers that are nouns as any other: what is talked about.
_NOUNS = frozenset(("topic.heads", "topic.alike", "topic.trim"))
# Words of the longest phrase that tells how many ("a number of").
_QUANTIFIER = 3
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

    def group(self, head: Party) -> list[Party]:
        """A party and those coordinated with it: "A, B and C"; of a group the members where they are named behind "including"."""
        members = self._members(head)
        if members is not None:
            return self.group(members)
        found = [head]
        for party in self.parties[self._place(head) + 1 :]:
            gap = self._between(found[-1], party)
            again = {conjunction + head.figure.link for conjunction in self.line.grammar.conjunctions}
            repeated = bool(party.figure.link) and gap[-1:] == [head.figure.link]
            if repeated and self.line.grammar.verb_last and set(gap[:-1]) <= self.line.grammar.commas:
                break
            gap = gap[:-1] if repeated else gap
            if not (
                set(gap) <= self.line.grammar.joiners | again
                or self._joins(gap)
                or opens_office(self.line, found[-1].figure.last, party.figure)
            ):
                break
            if not (party.figure.joined or gap or self._listed_bare(found[-1], party)):
                break
            if party.figure.link and not party.figure.joined and not repeated and not again & set(gap):
                break
            if self._owns_next(party):
                break
            found.append(party)
        return self._closed(found)

    def _owns_next(self, party: Party) -> bool:
        """Whether somebody is told only as whose the official behind is: "B and President C's envoy"."""
        owner = self.line.grammar.fronted and self.line.norm(party.figure.last) in self.line.grammar.possessive
        behind = self.parties[self._place(party) + 1 :][:1] if owner else ()
        return any(other.figure.office and other.figure.first == party.figure.last + 1 for other in behind)

    def _closed(self, found: list[Party]) -> list[Party]:
        """A list without its last members that no "and" hangs on, where a comma alone may part two sides: "with A, B said"."""
        closing = self.line.grammar.order == "VSO" or self.line.grammar.fronted
        while len(found) > 1 and closing and not (found[-1].figure.joined or self._listed_bare(*found[-2:])):
            gap = map(self.line.norm, range(found[-2].figure.last, found[-1].figure.first))
            if not set(gap) - QUOTES <= self.line.grammar.commas:
                break
            found.pop()
        return found

    def _listed_bare(self, one: Party, other: Party) -> bool:
        """Whether a headline that leaves its signs out lists two states ("Norway Kenya discuss fishing")."""
        states = one.figure.kind is Kind.COUNTRY and other.figure.kind is Kind.COUNTRY
        adjacent = one.figure.last == other.figure.first and self.line.sentence.paragraph < 0
        return states and adjacent and self.line.grammar.fronted

    def _members(self, head: Party) -> Party | None:
        """The first of the members that a group told by an office in the plural is said to include."""
        if not head.figure.plural:
            return None
        first = head.figure.last + (self.line.norm(head.figure.last) in self.line.grammar.commas)
        behind = next(self.within(first, first + 3), None)
        if first > head.figure.last and self._names_members(head, behind):
            return behind
        return behind if behind is not None and behind.figure.link in self.line.grammar.including else None

    def _names_members(self, head: Party, behind: Party | None) -> bool:
        """Whether a list of names right behind a group tells who its members are: "the leaders of the bloc, X and Y"."""
        named = behind is not None and behind.figure.name is not None and not behind.figure.link
        return named and self.line.grammar.fronted and behind is not None and len(self.group(behind)) > 1

    def _between(self, one: Party, other: Party) -> list[str]:
        """The words between two parties, without quotation marks and, where they stand before their noun, without "the" and "his"."""
        first, last = one.figure.last, other.figure.first
        while self.line.grammar.fronted and last > first and (before := self._determiner(last)) < last:
            last = before
        norms = map(self.line.norm, range(first, last))
        return [norm for norm in norms if norm not in QUOTES]

    def _determiner(self, word: int) -> int:
        """Where "the", "his" or "a number of" begins that ends at a word; the word itself where nothing of the kind does."""
        line = self.line
        if line.norm(word - 1) in line.grammar.articles | line.grammar.indefinite or line.marker(word - 1, "refer.own"):
            return word - 1
        ahead = (hit for first in range(max(word - _QUANTIFIER, 0), word) for hit in line.hits[first])
        told = (hit.first for hit in ahead if hit.last == word and hit.entry.key == "quantifiers")
        return min(told, default=word)

    def _joins(self, gap: list[str]) -> bool:
        """Whether words are "and" in several words, perhaps behind a comma ("as well as")."""
        grammar = self.line.grammar
        return " ".join(norm for norm in gap if norm not in grammar.commas) in grammar.joiners

    def _place(self, party: Party) -> int:
        """Which of the parties one is. By identity first: to compare mentions word by word takes long where there are many."""
        same = next((place for place, one in enumerate(self.parties) if one is party), None)
        return same if same is not None else self.parties.index(party)

    def whole_group(self, party: Party) -> list[Party]:
        """The group that a party is the last or a middle member of."""
        for head in self.parties[: self._place(party)]:
            found = self.group(head)
            if party in found and not (self.line.grammar.bare_genitive and self._tied(head) and not self._tied(party)):
                return found
        return self.group(party)

    def state(self, adjective: Hit) -> Party:
        """The state that an adjective tells of, as a party."""
        entry = adjective.entry
        figure = Figure(
            self.line.number, adjective.first, adjective.last, Kind.COUNTRY, id=entry.key, label=entry.name,
            represents=entry.key, represents_name=entry.name,
        )  # fmt: skip
        return Party(figure, self.cast.identify(self.line, figure, None))

    def body(self, hit: Hit) -> Party | None:
        """The body whose members meet at the summit that a noun is part of the name of ("the Arab summit")."""
        named = next((p for p in self.line.all(Cls.PROCESS) if p.first <= hit.first < p.last), None)
        body = summit_bodies().get(named.entry.key) if named is not None else None
        if named is None or body is None or self._goes_on(named.last):
            return None
        figure = Figure(
            self.line.number, named.first, named.last, Kind.ORGANIZATION, id=body.id, label=body.name,
            represents=body.id, represents_name=body.name,
        )  # fmt: skip
        return Party(figure, self.cast.identify(self.line, figure, None))

    def _goes_on(self, word: int) -> bool:
        """Whether a further adjective follows, so that a summit is one of others as well ("the Arab-American summit")."""
        grammar = self.line.grammar
        word += self.line.norm(word) in DASHES
        norm = self.line.norm(word)
        if self.line.at(word, Cls.SMALL, Cls.MARKER, Cls.CITY) is not None:
            return False
        return bool(grammar.definite) and grammar.is_definite(norm) and norm.endswith(grammar.relational)

    def covered(self, word: int) -> bool:
        """Whether a word is part of a party's mention."""
        return word in self.words

    def before(self, word: int, first: int = 0) -> Party | None:
        """The last party without a preposition before a word: the subject of a verb that stands behind it."""
        found = [p for p in self.within(first, word) if self.may_act(p) and p.figure.last <= word]
        return found[-1] if found else None

    def may_act(self, party: Party) -> bool:
        """Whether a party may be a subject: no preposition brings it in, and it does not stand in another case."""
        bracketed = self.line.norm(party.figure.first - 1) == "("
        return not party.figure.link and not bracketed and self.in_case(party, "nomn") and not self._is_bent(party)

    def _is_bent(self, party: Party) -> bool:
        """Whether a name stands in another case than the nominative that is known of it."""
        name, words = party.figure.name, party.character.words
        known = self.line.grammar.inverted and name is not None and bool(words)
        return known and name is not None and self.line.norm(name[1] - 1) not in words

    def in_case(self, party: Party, case: str) -> bool:
        """Whether a party may stand in a case; always so where the language has none."""
        return self.cast.names.nominatives.may_be(self.line.norm(party.figure.first), case)

    def acts_unnamed(self, clause: Clause) -> bool:
        """Whether a plain noun is the subject of a clause, as its case shows ("the editors met the president"), and nobody else is."""
        forms = self.cast.names.nominatives
        if not self.line.grammar.inverted or any(self.may_act(p) for p in self.within(clause.first, clause.last)):
            return False
        words = (w for w in range(clause.first, clause.last) if not self.line.hits[w] and self.plain(w))
        return any(forms.shows(self.line.norm(w), "nomn") and not forms.shows(self.line.norm(w), "accs") for w in words)

    def pronoun(self, first: int, last: int) -> bool:
        """Whether a pronoun that stands for a person is told in ``[first, last)``."""
        return any(self.line.marker(word, "refer.pronoun") is not None for word in range(first, last))

    def spoken_of_last(self) -> list[Party]:
        """The person of rank whom a sentence that opens with a pronoun goes on about, as a party without words of its own."""
        here = [party.character for party in self.parties]
        found = [c for c in self.cast.spoken_of() if c not in here and c.rank >= 1 and not c.plural]
        return [Party(Figure(self.line.number, 0, 0, Kind.PERSON), c) for c in found[:1]]

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

    def actor(self, first: int, last: int) -> Party | None:
        """Who acts in a clause whose verb stands last: its first party that nothing else ties, persons before bodies."""
        return next(iter(self.actors(first, last)), None)

    def actors(self, first: int, last: int) -> list[Party]:
        """Those parties of a clause that nothing else ties: the persons, or else the bodies."""
        free = [
            party
            for party in self.within(first, last)
            if not (party.figure.joined or self.marked_object(party) or self._tied(party))
        ]
        people = [party for party in free if party.figure.kind in (Kind.PERSON, Kind.DELEGATION)]
        return people or free

    def _tied(self, party: Party) -> bool:
        """Whether a preposition or a noun before it takes a party, or one that "and" joins it to."""
        if party.figure.link or self.owned(party):
            return True
        joined = self.line.norm(party.figure.first - 1) in self.line.grammar.joiners - self.line.grammar.commas
        before = next((p for p in self.parties if p.figure.last == party.figure.first - 1), None) if joined else None
        return before is not None and self._tied(before)

    def beside(self, hit: Hit) -> Party | None:
        """The group that acts in the clause of a noun which a preposition brings in: "at their meeting the ministers agreed"."""
        clause = self.clause(hit.first)
        acting = [p for p in self.within(clause.first, clause.last) if self.may_act(p)]
        states = (p for p in acting if p.figure.kind is Kind.COUNTRY and len(self.group(p)) > 1)
        return next((p for p in acting if p.figure.plural), None) or next(states, None)

    def subject(self, word: int, but: AbstractSet[Character] = frozenset()) -> Party | None:
        """Whom the sentence is about, as far as it has been told before a word: its first party without a preposition, ``but`` some."""
        acting = (p for p in self.within(0, word) if self.may_act(p) and p.character.kind is Kind.PERSON)
        return next((p for p in acting if p.character not in but), None)
