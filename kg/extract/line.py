"""A sentence ready to be read: its words, and at each word the lexicon entries that begin there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, reduce
from operator import or_
from typing import Any

from kg.extract.entries import Cls, bits
from kg.extract.grammar import Grammar
from kg.extract.hits import Hit, Hits, Marks, look_up
from kg.extract.lexicon import Lexicon
from kg.model import Sentence, Span
from kg.text.words import Token, Words

__all__ = ["Hit", "Line", "read_line"]

_bits = cache(bits)


@dataclass(slots=True, eq=False)
class Line:
    """A sentence with its words and hits; word positions are indices into ``norms`` and ``tokens``.

    ``written`` are the words as the text has them, ``norms`` folded. ``kinds`` holds the classes of the hits at each word,
    ``known`` those of the whole sentence, as ``entries.bits`` writes them.
    ``memo`` keeps what a reader found at a word, since several rules ask the same.
    """

    text: str
    sentence: Sentence
    number: int
    written: list[str]
    norms: list[str]
    hits: Hits
    kinds: list[int]
    marks: Marks
    grammar: Grammar
    words: Words
    known: int
    memo: dict[tuple[str, int], Any] = field(default_factory=dict)
    _tokens: tuple[Token, ...] | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words with their places in the text; only sentences that tell something are asked for these."""
        if self._tokens is None:
            self._tokens = tuple(self.words.placed(self.text, self.sentence.start, self.written))
        return self._tokens

    def at(self, word: int, *classes: Cls) -> Hit | None:
        """The longest hit of one of these classes that begins at a word; among equals the plainest reading."""
        if 0 <= word < len(self.kinds) and self.kinds[word] & _bits(classes):
            for hit in self.hits[word]:
                if hit.entry.cls in classes:
                    return hit
        return None

    def all(self, *classes: Cls) -> Iterable[Hit]:
        """The best hit of these classes at each word, from left to right."""
        kinds = _bits(classes)
        if not self.known & kinds:
            return
        for word, known in enumerate(self.kinds):
            if known & kinds:
                yield next(hit for hit in self.hits[word] if hit.entry.cls in classes)

    def of_kinds(self, kinds: int) -> list[int]:
        """The words that have a hit of any of these classes, as ``entries.bits`` writes them."""
        if not self.known & kinds:
            return []
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
        return bool(self.known & _bits(classes))

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
        return self.norms[word] if 0 <= word < len(self.norms) else ""

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
        rest = self.norms[hit.first][len(part.conjunction) + len(part.preposition) :]
        apart = rest.startswith(part.stem) or (part.definite and len(rest) >= len(part.stem) + 2)
        cut = len(part.conjunction) + (len(part.preposition) if apart else 0)
        return Span.of(self.text, span.start + cut, span.end)


def read_line(text: str, sentence: Sentence, number: int, lexicon: Lexicon) -> Line:
    """Cut a sentence into words and look all of them up."""
    words = lexicon.words
    written = words.apart(text, sentence.start, sentence.end)
    norms = [words.folded[word] for word in written]
    hits, kinds, marks = look_up(written, norms, lexicon)
    known = reduce(or_, kinds, 0)
    return Line(text, sentence, number, written, norms, hits, kinds, marks, lexicon.grammar, words, known)
