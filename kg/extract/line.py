"""A sentence ready to be read: its words, and at each word the lexicon entries that begin there."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kg.extract.grammar import Grammar
from kg.extract.lexicon import BITS, Candidate, Cls, Entry, Lexicon, Openings
from kg.model import Sentence, Span
from kg.text.words import Part, Token


class Hit(NamedTuple):
    """A lexicon entry found at words ``[first, last)``, with the reading of its first word."""

    first: int
    last: int
    entry: Entry
    part: Part


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its words and hits; word positions are indices into ``tokens``.

    ``kinds`` holds the classes of the hits at each word, as ``lexicon.bits`` writes them.
    ``memo`` keeps what a reader found at a word, since several rules ask the same.
    """

    text: str
    sentence: Sentence
    number: int
    tokens: tuple[Token, ...]
    hits: tuple[tuple[Hit, ...], ...]
    kinds: tuple[int, ...]
    marks: Mapping[str, tuple[Hit, ...]]
    grammar: Grammar
    classes: AbstractSet[Cls]
    memo: dict[tuple[str, int], Any] = field(default_factory=dict, compare=False, repr=False)

    def at(self, word: int, *classes: Cls) -> Hit | None:
        """The longest hit of one of these classes that begins at a word; among equals the plainest reading."""
        if 0 <= word < len(self.hits):
            for hit in self.hits[word]:
                if hit.entry.cls in classes:
                    return hit
        return None

    def all(self, *classes: Cls) -> Iterable[Hit]:
        """The best hit of these classes at each word, from left to right."""
        if self.classes.isdisjoint(classes):
            return
        for found in self.hits:
            for hit in found:
                if hit.entry.cls in classes:
                    yield hit
                    break

    def of_kinds(self, kinds: int) -> list[int]:
        """The words that have a hit of any of these classes, as ``lexicon.bits`` writes them."""
        return [word for word, known in enumerate(self.kinds) if known & kinds]

    def inside_nouns(self) -> set[int]:
        """The words of event nouns of several words: one of them may look like a verb."""
        nouns = (hit for hit in self.all(Cls.NOUN) if hit.last - hit.first > 1)
        return {word for hit in nouns for word in range(hit.first, hit.last)}

    def preposition(self, word: int) -> Hit | None:
        """The preposition at a word, where its plainest small-word reading is one."""
        hit = self.at(word, Cls.SMALL)
        return hit if hit is not None and hit.entry.key == "prepositions" else None

    def at_any(self, *classes: Cls) -> bool:
        """Whether the sentence has any hit of these classes."""
        return not self.classes.isdisjoint(classes)

    def marker(self, word: int, key: str) -> Hit | None:
        """A marker of this group (``topic.open``) that begins at a word."""
        for hit in self.marks.get(key, ()):
            if hit.first == word:
                return hit
        return None

    def marked(self, key: str) -> set[int]:
        """The words at which markers of this group begin."""
        return {hit.first for hit in self.marks.get(key, ())}

    def has_marker(self, key: str, first: int, last: int) -> bool:
        """Whether a marker of this group begins in ``[first, last)``."""
        return any(first <= hit.first < last for hit in self.marks.get(key, ()))

    def norm(self, word: int) -> str:
        """The folded spelling of a word, empty beyond the ends."""
        return self.tokens[word].norm if 0 <= word < len(self.tokens) else ""

    def span(self, first: int, last: int) -> Span:
        """The words ``[first, last)`` as a span of the untouched text."""
        return Span.of(self.text, self.tokens[first].start, self.tokens[last - 1].end)

    def starts_definite(self, word: int) -> bool:
        """Whether a word's best reading carries the article; any noun may be definite where the language has none."""
        return self.grammar.no_articles or (bool(self.hits[word]) and self.hits[word][0].part.definite)

    def clean_span(self, first: int, last: int) -> Span:
        """Words without the clitics before them, where the lexicon knows the first of them behind clitics only."""
        hit = next(iter(self.hits[first]), None)
        return self.span(first, last) if hit is None or not hit.part.cost else self.bare_span(hit, last)

    def bare_span(self, hit: Hit, last: int | None = None) -> Span:
        """The words of a hit without the conjunction and the preposition written together with them.

        A preposition that melts into the article stays, since the words without it stand nowhere in the text.
        """
        span, part = self.span(hit.first, last or hit.last), hit.part
        rest = self.tokens[hit.first].norm[len(part.conjunction) + len(part.preposition) :]
        apart = rest.startswith(part.stem) or (part.definite and len(rest) >= len(part.stem) + 2)
        cut = len(part.conjunction) + (len(part.preposition) if apart else 0)
        return Span.of(self.text, span.start + cut, span.end)


def read_line(text: str, sentence: Sentence, number: int, lexicon: Lexicon) -> Line:
    """Cut a sentence into words and look all of them up."""
    tokens = tuple(lexicon.words.tokens(text, sentence.start, sentence.end))
    opened = [lexicon.openings(token.norm) for token in tokens]
    hits = tuple(
        () if openings is None else _look_up(tokens, word, openings, lexicon) for word, openings in enumerate(opened)
    )
    if lexicon.grammar.capitals:
        hits = tuple(
            tuple(hit for hit in found if _is_spelled(text, tokens, hit, lexicon)) if found else found for found in hits
        )
    classes = {hit.entry.cls for found in hits for hit in found}
    kinds = tuple(_kinds(found) if found else 0 for found in hits)
    return Line(text, sentence, number, tokens, hits, kinds, _marks(hits), lexicon.grammar, classes)


def _kinds(found: tuple[Hit, ...]) -> int:
    kinds = 0
    for hit in found:
        kinds |= BITS[hit.entry.cls]
    return kinds


def _is_spelled(text: str, tokens: tuple[Token, ...], hit: Hit, lexicon: Lexicon) -> bool:
    """Whether what the language writes with a capital letter has one: "us" is not the US."""
    if hit.entry.cls not in lexicon.grammar.capitals or hit.last - hit.first > 1:
        return True
    return text[tokens[hit.first].start].isupper()


def _marks(hits: tuple[tuple[Hit, ...], ...]) -> Mapping[str, tuple[Hit, ...]]:
    found: dict[str, tuple[Hit, ...]] = {}
    for hit in (hit for at in hits for hit in at if hit.entry.cls is Cls.MARKER):
        found[hit.entry.key] = (*found.get(hit.entry.key, ()), hit)
    return found


def _look_up(tokens: tuple[Token, ...], word: int, openings: Openings, lexicon: Lexicon) -> tuple[Hit, ...]:
    definite = word > 0 and tokens[word - 1].norm in lexicon.grammar.articles
    longer = _longer(tokens, word, openings, lexicon) if openings.longer and word + 1 < len(tokens) else []
    found = [
        Hit(word, word + 1 + len(rest), entry, known if definite else part)
        for part, rest, entry, known in [*longer, *openings.single]
    ]
    if longer:
        found.sort(key=lambda hit: (hit.first - hit.last, hit.part.cost))
    return tuple(found)


def _longer(tokens: tuple[Token, ...], word: int, openings: Openings, lexicon: Lexicon) -> list[Candidate]:
    """The phrases of several words that begin at a word and stand there whole."""
    second, longer = tokens[word + 1].norm, openings.longer
    keys = [key for key in lexicon.words.stems(second) if key in longer and key != second]
    if second in longer:
        keys.append(second)
    if not keys:
        return []
    met = dict.fromkeys(candidate for key in sorted(keys) for candidate in longer[key])
    return [candidate for candidate in met if _follows(tokens, word + 1, candidate, lexicon)]


def _follows(tokens: tuple[Token, ...], word: int, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the further words of a phrase stand there: as they are, or with article and ending where nouns are meant."""
    rest = candidate.rest
    if word + len(rest) > len(tokens):
        return False
    stems = lexicon.words.stems
    for offset, expected in enumerate(rest):
        norm = tokens[word + offset].norm
        if norm == expected:
            continue
        if candidate.entry.bare or (expected not in stems(norm) and not _bends_alike(expected, norm, lexicon)):
            return False
    return True


def _bends_alike(expected: str, norm: str, lexicon: Lexicon) -> bool:
    """Whether two words are forms of one, where the language has a morphology: "Штаты" and "Штатов"."""
    words = lexicon.words
    return words.morphology is not None and not words.stems(expected).isdisjoint(words.stems(norm))
