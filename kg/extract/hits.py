"""Lexicon entries where they stand in a sentence; worked out only at the words that a rule asks for, which few words are."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.extract.entries import BITS, Cls, Entry
from kg.extract.lexicon import Candidate, Lexicon, Openings
from kg.text.words import Part


class Hit(NamedTuple):
    """A lexicon entry found at words ``[first, last)``, with the reading of its first word."""

    first: int
    last: int
    entry: Entry
    part: Part


class Hits:
    """The hits that begin at each word, the longest first; among equals the plainest reading."""

    __slots__ = ("_articles", "_made", "_norms", "_opened")

    def __init__(self, norms: Sequence[str], opened: Sequence[Openings | None], articles: frozenset[str]) -> None:
        self._norms = norms
        self._opened = opened
        self._articles = articles
        self._made: list[tuple[Hit, ...] | None] = [None if openings is not None else () for openings in opened]

    def __len__(self) -> int:
        """How many words the sentence has."""
        return len(self._made)

    def __iter__(self) -> Iterator[tuple[Hit, ...]]:
        """The hits of all words from left to right."""
        return map(self.__getitem__, range(len(self._made)))

    def __getitem__(self, word: int) -> tuple[Hit, ...]:
        """The hits that begin at a word."""
        found = self._made[word]
        if found is None:
            found = self._made[word] = tuple(self.single(word % len(self._made)))
        return found

    def single(self, word: int) -> list[Hit]:
        """The hits of a word alone."""
        openings = self._opened[word]
        if openings is None:
            return []
        if self.follows_article(word):
            return [Hit(word, word + 1, entry, known) for _, _, entry, known in openings.single]
        return [Hit(word, word + 1, entry, part) for part, _, entry, _ in openings.single]

    def follows_article(self, word: int) -> bool:
        """Whether an article that is a word of its own stands before a word."""
        return word > 0 and self._norms[word - 1] in self._articles

    def put(self, word: int, found: list[Hit]) -> None:
        """Keep what was found at a word."""
        self._made[word] = tuple(found)


class Marks:
    """The markers of a sentence by their group."""

    __slots__ = ("_found", "_hits", "_words")

    def __init__(self, words: Mapping[str, list[int]], hits: Hits) -> None:
        self._words = words
        self._hits = hits
        self._found: dict[str, tuple[Hit, ...]] = {}

    def get(self, key: str, default: tuple[Hit, ...] = ()) -> tuple[Hit, ...]:
        """The markers of a group from left to right."""
        if key not in self._words:
            return default
        found = self._found.get(key)
        if found is None:
            at = (hit for word in self._words[key] for hit in self._hits[word])
            found = self._found[key] = tuple(h for h in at if h.entry.cls is Cls.MARKER and h.entry.key == key)
        return found

    def __contains__(self, key: str) -> bool:
        """Whether the sentence has a marker of a group."""
        return key in self._words

    def __iter__(self) -> Iterator[str]:
        """The groups that have a marker here."""
        return iter(self._words)


class Found(NamedTuple):
    """What the lexicon knows of a sentence: hits, their classes at each word as ``entries.bits`` writes them, and markers."""

    hits: Hits
    kinds: list[int]
    marks: Marks


def look_up(written: Sequence[str], norms: Sequence[str], lexicon: Lexicon) -> Found:
    """Look up all words of a sentence, as they are written and as they are folded."""
    opened = [lexicon.opened[norm] for norm in norms]
    hits = Hits(norms, opened, lexicon.grammar.articles)
    kinds, marked = [0] * len(norms), dict[str, list[int]]()
    for word, openings in enumerate(opened):
        if openings is None:
            continue
        longer = _longer(norms, word, openings, lexicon) if openings.longer else []
        if longer or openings.spelled:
            found = _together(hits, word, longer)
            if lexicon.grammar.capitals:
                found = [hit for hit in found if _is_spelled(written[word], hit, lexicon)]
            hits.put(word, found)
            kinds[word] = _kinds(found)
            markers: Sequence[str] = tuple(dict.fromkeys(h.entry.key for h in found if h.entry.cls is Cls.MARKER))
        else:
            kinds[word], markers = openings.kinds, openings.markers
        for key in markers:
            marked.setdefault(key, []).append(word)
    return Found(hits, kinds, Marks(marked, hits))


def _kinds(found: list[Hit]) -> int:
    kinds = 0
    for hit in found:
        kinds |= BITS[hit.entry.cls]
    return kinds


def _is_spelled(written: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether what the language writes with a capital letter has one: "us" is not the US."""
    return hit.entry.cls not in lexicon.grammar.capitals or hit.last - hit.first > 1 or written[0].isupper()


def _together(hits: Hits, word: int, longer: list[Candidate]) -> list[Hit]:
    """The hits at a word: phrases that stand there whole, and the word alone."""
    alone = hits.single(word)
    if not longer:
        return alone
    definite = hits.follows_article(word)
    found = [Hit(word, word + 1 + len(rest), entry, known if definite else part) for part, rest, entry, known in longer]
    return sorted([*found, *alone], key=lambda hit: (hit.first - hit.last, hit.part.cost))


def _longer(norms: Sequence[str], word: int, openings: Openings, lexicon: Lexicon) -> list[Candidate]:
    """The phrases of several words that begin at a word and stand there whole."""
    if word + 1 >= len(norms):
        return []
    second, longer = norms[word + 1], openings.longer
    stems = lexicon.words.stems[second]
    if second not in longer and longer.keys().isdisjoint(stems):
        return []
    keys = sorted(key for key in {second, *stems} if key in longer)
    met = dict.fromkeys(candidate for key in keys for candidate in longer[key])
    return [candidate for candidate in met if _follows(norms, word + 1, candidate, lexicon)]


def _follows(norms: Sequence[str], word: int, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the further words of a phrase stand there: as they are, or with article and ending where nouns are meant."""
    rest = candidate.rest
    if word + len(rest) > len(norms):
        return False
    stems = lexicon.words.stems
    for offset, expected in enumerate(rest):
        norm = norms[word + offset]
        if norm == expected:
            continue
        if candidate.entry.bare or (expected not in stems[norm] and not _bends_alike(expected, norm, lexicon)):
            return False
    return True


def _bends_alike(expected: str, norm: str, lexicon: Lexicon) -> bool:
    """Whether two words are forms of one, where the language has a morphology: "Штаты" and "Штатов"."""
    words = lexicon.words
    return words.morphology is not None and not words.stems[expected].isdisjoint(words.stems[norm])
