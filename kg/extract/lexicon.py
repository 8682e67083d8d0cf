"""The lexicon of one language: which words and phrases tell events, offices, places, speech, and what each means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.extract.entries import PAIR, Cls, Entry, bits
from kg.extract.grammar import Grammar
from kg.text.words import Part, Remembered, Words

_HALF_SPACE = "\u200c"
# Names that carry their article with them: behind another article stands another word (المالي is no Mali).
_NAMED = (Cls.STATE, Cls.CITY)
# What may stand in a pair of states joined by a hyphen.
_SIDES = (Cls.STATE, Cls.ADJECTIVE, Cls.CITY, Cls.ORGANIZATION)


class Candidate(NamedTuple):
    """A reading of a first word and the entry that it may open, with the words that must follow.

    ``known`` is the reading behind an article that is a word of its own.
    """

    part: Part
    rest: tuple[str, ...]
    entry: Entry
    known: Part


class Openings(NamedTuple):
    """What a word may open: entries of this word alone, plainest reading first, and longer ones by what may stand second.

    ``kinds`` are the classes of the former as bits, ``markers`` the groups of the markers among them; ``spelled`` says
    whether any of them must be written with a capital letter.
    """

    single: tuple[Candidate, ...]
    longer: Mapping[str, tuple[Candidate, ...]]
    kinds: int
    markers: tuple[str, ...]
    spelled: bool


@dataclass(slots=True)
class Lexicon:
    """Phrases by their first word. Built once per pack; read-only afterwards."""

    words: Words
    grammar: Grammar
    index: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    opened: Remembered[Openings | None] = field(init=False)
    _beginnings: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Remember what each word may open, since few words make up most of a text."""
        self.opened = Remembered(self._openings)

    def add(self, phrase: str, entry: Entry) -> None:
        """Enter a phrase as a linguist wrote it; a text may write its half-spaces as blanks."""
        for spelling in dict.fromkeys((phrase, phrase.replace(_HALF_SPACE, " "))):
            self._enter(spelling, entry)

    def _enter(self, phrase: str, entry: Entry) -> None:
        first, *rest = self.words.phrase(phrase)
        for key in self._keys(first, entry) if rest else (first,):
            self.index.setdefault(key, []).append((tuple(rest), entry))

    def _keys(self, first: str, entry: Entry) -> frozenset[str]:
        """What the first word of a longer phrase is looked up by: as it stands, and its dictionary forms where it may bend."""
        morphology = self.words.morphology
        fixed = morphology is None or entry.bare or entry.plural
        return frozenset((first,)) if fixed or morphology is None else frozenset((first, *morphology.lemmas(first)))

    def openings(self, norm: str) -> Openings | None:
        """The entries that a word may open; None where there are none."""
        return self.opened[norm]

    def _openings(self, norm: str) -> Openings | None:
        found = (*self.candidates(norm), *self._pairs(norm)) if self._may_open(norm) else ()
        return self._by_second(found) if found else None

    def _may_open(self, norm: str) -> bool:
        """Whether a word may be a form of one that opens an entry, where words bend more than a table of endings can tell."""
        morphology = self.words.morphology
        if morphology is None:
            return True
        if not self._beginnings:
            self._beginnings = frozenset(b for key in self.index for b in morphology.beginnings(key, lemma=True))
        return not self._beginnings.isdisjoint(morphology.beginnings(norm))

    def candidates(self, norm: str) -> Iterator[Candidate]:
        """The entries that a word may open, plainest reading first, worked out anew."""
        for part in self.words.parts(norm):
            listed = self.index.get(part.stem)
            if listed is None:
                continue
            known = part if part.definite else part._replace(definite=True)
            for rest, entry in listed:
                if entry.bare and (part.preposition or part.definite or part.cost > bool(part.conjunction)):
                    continue
                if not (part.definite and (entry.construct or entry.cls in _NAMED)):
                    yield Candidate(part, rest, entry, known)

    def _pairs(self, norm: str) -> Iterator[Candidate]:
        """States joined by a hyphen before what they have in common ("the Norway-Kenya committee"), where the language writes them so."""
        halves = norm.split("-") if self.grammar.pairs else ()
        sides = [next((e for _, e in self.index.get(half, ()) if e.cls in _SIDES), None) for half in halves]
        if len(halves) > 1 and None not in sides:
            part = Part("", "", False, norm, 0)
            name = "|".join(side.country or side.key for side in sides if side is not None)
            yield Candidate(part, (), Entry(Cls.COMPLEMENT, PAIR, name=name), part)

    def _by_second(self, found: tuple[Candidate, ...]) -> Openings:
        longer: dict[str, tuple[Candidate, ...]] = {}
        for candidate in found:
            for key in self._seconds(candidate.rest[0]) if candidate.rest else ():
                longer[key] = (*longer.get(key, ()), candidate)
        single = tuple(c for c in found if not c.rest)
        entries = [candidate.entry for candidate in single]
        markers = tuple(dict.fromkeys(entry.key for entry in entries if entry.cls is Cls.MARKER))
        spelled = any(entry.cls in self.grammar.capitals for entry in entries)
        return Openings(single, longer, bits(entry.cls for entry in entries), markers, spelled)

    def _seconds(self, expected: str) -> frozenset[str]:
        """What a second word is found by: itself, and its dictionary forms where the language has a morphology."""
        return self.words.stems[expected] | {expected} if self.words.morphology is not None else frozenset((expected,))
