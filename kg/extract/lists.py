"""Lists of topics: where one topic ends and the next begins, at commas, at "including", and at an "and" that parts two of them."""

from collections.abc import Iterator

from kg.extract.entries import Cls
from kg.extract.grammar import Grammar
from kg.extract.line import Line
from kg.extract.phrases import Shape
from kg.extract.scene import Scene

_PHRASE = 2


class Lists:
    """Cuts lists by the grammar of one language."""

    def __init__(self, grammar: Grammar, shape: Shape) -> None:
        """Keep what tells an adjective from a noun: one before an "and" shares its noun with the word behind it."""
        self._grammar = grammar
        self._commas = grammar.commas | {";", "؛"}
        self._adjectives = shape.endings if shape.ahead else ()

    def cut(self, scene: Scene, first: int, last: int) -> Iterator[tuple[int, int, bool]]:
        """The items of a list, and whether an "and" is written together with their first word."""
        start, word, joined = first, first, False
        while word < last:
            link = scene.line.marker(word, "topic.link")
            if link is not None or scene.line.norm(word) in self._commas:
                yield start, word, joined
                start = word = max(link.last if link else 0, word + 1)
                joined = self._opens_with_and(scene.line, start)
            elif self._and_parts(scene, start, word):
                yield start, word, joined
                start = word = word + 1
                joined = False
            elif word > start and self._joins(scene.line, start, word):
                yield start, word, joined
                start, joined, word = word, True, word + 1
            else:
                word += 1
        yield start, last, joined

    def _and_parts(self, scene: Scene, start: int, word: int) -> bool:
        """Whether an "and" that is a word of its own parts two topics: not two countries or places of one."""
        line = scene.line
        if line.norm(word) not in self._grammar.joiners - self._grammar.commas or word - start < _PHRASE:
            return False
        if any(hit.last > word for before in (word - 1, word - 2) for hit in line.hits[before]):
            return False
        place = line.at(word + 1, Cls.STATE, Cls.ADJECTIVE, Cls.CITY) is not None or scene.covered(word + 1)
        return not place and line.norm(word + 2)[:1].isalpha() and not self._shares_head(line, word)

    def _shares_head(self, line: Line, word: int) -> bool:
        """Whether the words around an "and" stand before one head: "economic and trade relations"."""
        if not self._adjectives or line.norm(word + 1) in line.grammar.articles:
            return False
        return line.norm(word - 1).endswith(self._adjectives) or line.marker(word + 2, "topic.heads") is not None

    def _joins(self, line: Line, start: int, word: int) -> bool:
        """Whether "and" at a word opens a new topic, rather than a second adjective or a second noun of one phrase."""
        if not self._opens_with_and(line, word):
            return False
        stem, before = line.norm(word)[1:], line.norm(word - 1)
        both_adjectives = stem.endswith(self._grammar.relational) and before.endswith(self._grammar.relational)
        if both_adjectives and self._grammar.is_definite(stem) and self._grammar.is_definite(before):
            return False
        return word - start > 1 or self._grammar.is_definite(before)

    def _opens_with_and(self, line: Line, word: int) -> bool:
        norm = line.norm(word)
        if not norm.startswith(self._grammar.conjunctions) or len(norm) < 4:
            return False
        return not any(hit.part.cost == 0 for hit in line.hits[word])
