"""Phrases whose modifiers stand before their head: "the Iranian deputy foreign minister", "Iran's Foreign Ministry"."""

from dataclasses import dataclass

from kg.extract.entries import Cls, Entry
from kg.extract.line import Hit, Line
from kg.extract.names import Names
from kg.lang.gazetteer import entry

OWNERS = (Cls.ADJECTIVE, Cls.STATE, Cls.ORGANIZATION)
_LONGEST, _BRACKETED = 10, 3


@dataclass(frozen=True, slots=True)
class Fronted:
    """A phrase, words ``[first, last)``: its head, whose it is, its words before the head, and whether anything but the head names it.

    ``things`` says that it goes on with what it is of, and that this is no state or body ("head of a company").
    """

    first: int
    last: int
    head: Hit
    sides: tuple[Entry, ...]
    before: tuple[int, ...]
    full: bool
    things: bool


def _unknown(line: Line, word: int, sides: list[Entry]) -> int:
    """One of up to two words that nothing is known of, right behind whose the phrase is ("Norway's long-serving fisheries minister"): 1, else 0."""
    if not sides or not line.norm(word)[:1].isalpha() or line.hits[word]:
        return 0
    ahead = (word - 1, word - 2) if not line.hits[word - 1] else (word - 1,)
    return int(any(line.at(w, Cls.ADJECTIVE) is not None or line.norm(w) in line.grammar.possessive for w in ahead))


def _short(line: Line, word: int) -> int:
    """How many words a short name in brackets takes, which stands inside a phrase ("Central Bank of Kenya (CBK) Governor")."""
    return _BRACKETED if (line.norm(word), line.norm(word + 2)) == ("(", ")") else 0


class Fronting:
    """Reads such phrases; ``names`` tells ordinary words with a capital letter from names."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def read(self, line: Line, word: int, *heads: Cls) -> Fronted | None:
        """The phrase that begins at a word and has a head of one of these classes, or None."""
        sides, before, at = list[Entry](), list[int](), word
        while at - word < _LONGEST:
            hit = self._word(line, at, heads)
            if hit is None:
                if at == word or not (step := self._plain(line, at, before) or _unknown(line, at, sides)):
                    return None
                at += step
                continue
            if hit.entry.cls in heads and not self._modifies(line, hit, heads):
                return self._whole(line, word, hit, sides, before)
            owner = self._owner(line, hit)
            if owner is None and line.at(at, Cls.COMPLEMENT) is None:
                return None
            if owner is not None:
                sides.append(owner)
            else:
                before += range(hit.first, hit.last)
            at = hit.last + (owner is not None and line.norm(hit.last) in line.grammar.possessive)
            at += _short(line, at)
        return None

    def _word(self, line: Line, word: int, heads: tuple[Cls, ...]) -> Hit | None:
        """The next piece of the phrase: what may be its head, unless something longer begins there."""
        head, other = line.at(word, *heads), line.at(word, Cls.COMPLEMENT, *OWNERS, Cls.CITY)
        return other if head is None or (other is not None and other.last > head.last) else head

    def _plain(self, line: Line, word: int, before: list[int]) -> int:
        """Words of a portfolio that no table has, with a capital letter: "Road and Urban Development Minister"; how many are passed."""
        joined = bool(before) and line.norm(word) in line.grammar.joiners
        capital = self._names.is_spelled(line, word + joined) and self._names.ordinary(line.norm(word + joined))
        known = line.at(word + joined, Cls.COMPLEMENT) is not None
        if not (capital or (joined and known)) or line.at(word + joined, Cls.SMALL, Cls.TITLE) is not None:
            return 0
        if capital and not known:
            before.append(word + joined)
        return joined + (not known)

    def _modifies(self, line: Line, hit: Hit, heads: tuple[Cls, ...]) -> bool:
        """Whether a word that may be a head itself stands before another one ("deputy foreign minister")."""
        modifier = line.at(hit.first, Cls.COMPLEMENT)
        if modifier is None or modifier.last != hit.last:
            return False
        behind = hit.last
        while (portfolio := line.at(behind, Cls.COMPLEMENT)) is not None and line.at(behind, *heads) is None:
            behind = portfolio.last
        return line.at(behind, *heads) is not None

    def _owner(self, line: Line, hit: Hit) -> Entry | None:
        """Whose the phrase is: a state, a body, its adjective, or a capital that stands for its state ("Tehran's envoy")."""
        if hit.entry.cls in OWNERS:
            return hit.entry
        return self._state_of(hit) if line.norm(hit.last) in line.grammar.possessive else None

    def _state_of(self, hit: Hit) -> Entry | None:
        """The state in which a city lies."""
        state = entry(hit.entry.country) if hit.entry.cls is Cls.CITY and hit.entry.country else None
        return Entry(Cls.STATE, state.id, name=state.name) if state is not None else None

    def _whole(self, line: Line, word: int, head: Hit, sides: list[Entry], before: list[int]) -> Fronted:
        last, behind, things = self._behind(line, head)
        own = tuple(sides or behind)
        full = bool(sides or before) or last > head.last or head.last - head.first > 1
        return Fronted(word, last, head, own, tuple(before), full, things and not own)

    def _behind(self, line: Line, head: Hit) -> tuple[int, list[Entry], bool]:
        """What follows the head: "of the Republic of X", "for Legal Affairs", "to Y", and a second office joined by "and"."""
        last, sides, preps, things = head.last, list[Entry](), set(head.entry.preps) or line.grammar.of, False
        while True:
            second = line.at(last + 1, Cls.ROLE) if line.norm(last) in line.grammar.joiners else None
            if second is not None and not second.entry.plural and line.norm(last) not in line.grammar.commas:
                last = second.last
            if line.norm(last) not in preps:
                return last, sides, things
            end, found, nested = self._run(line, last + 1, listed=line.norm(last) not in line.grammar.of)
            if end == last + 1:
                return last, sides, things
            if line.norm(last) in line.grammar.of:
                sides += found
            of = last + 1 + (line.norm(last + 1) in line.grammar.articles)
            portfolio = line.at(of, Cls.COMPLEMENT) is not None
            things = things or not (found or portfolio or line.norm(last) not in line.grammar.of)
            last, preps = end, preps | nested

    def _run(self, line: Line, word: int, *, listed: bool) -> tuple[int, list[Entry], set[str]]:
        """The words behind a preposition that belong to it; ``listed`` where they may be affairs of several regions."""
        start = word
        word += line.norm(word) in line.grammar.articles
        first, sides, preps = word, list[Entry](), set[str]()
        if self._piece(line, word, inside=False) is None and self._names.is_spelled(line, word):
            word = self._names.after_office(line, word)
        while (hit := self._piece(line, word, inside=word > first) or self._region(line, word, listed)) is not None:
            owner = hit.entry if hit.entry.cls in OWNERS else self._state_of(hit)
            if owner is not None:
                sides.append(owner)
            preps |= hit.entry.preps
            word = hit.last
        while step := self._thing(line, word, inside=word > first):
            word += step
            if (hit := self._piece(line, word, inside=True)) is not None and hit.entry.cls is Cls.COMPLEMENT:
                word = hit.last
        short = _short(line, word) if word > first else 0
        word += short if self._names.is_spelled(line, word + short) else 0
        return (word if word > first else start), sides, preps

    def _thing(self, line: Line, word: int, *, inside: bool) -> int:
        """How many words an ordinary word with a capital letter takes, with "and" before it inside a phrase ("and Natural Gas")."""
        joined = inside and line.norm(word) in line.grammar.joiners | line.grammar.possessive
        at = word + joined
        plain = at < len(line.norms) and self._names.is_spelled(line, at) and self._names.ordinary(line.norm(at))
        known = line.at(at, Cls.VERB, Cls.NOUN, Cls.SPEECH, Cls.SMALL, Cls.ROLE, Cls.TITLE, *OWNERS)
        return 1 + joined if plain and known is None else 0

    def _region(self, line: Line, word: int, listed: bool) -> Hit | None:
        """A further adjective behind "and" in what an office is for ("for European *and American* Affairs")."""
        hit = line.at(word + 1, *OWNERS) if listed and line.norm(word) in line.grammar.joiners else None
        thing = line.at(hit.last, Cls.COMPLEMENT) if hit is not None else None
        return hit if thing is not None and thing.entry.key == "nouns" else None

    def _piece(self, line: Line, word: int, *, inside: bool) -> Hit | None:
        at = word + (inside and line.norm(word) in (line.grammar.joiners | line.grammar.possessive))
        classes = (Cls.COMPLEMENT,) if at > word and line.norm(word) in line.grammar.joiners else (
            *OWNERS, Cls.CITY, Cls.COMPLEMENT, Cls.ROLE, Cls.BODY, Cls.PROCESS,
        )  # fmt: skip
        return line.at(at, *classes)
