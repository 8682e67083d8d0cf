"""Finds a name among many, in whatever scripts the names and the query are written."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest

from kg.resolve.likeness import SHIPPED, Correspondences
from kg.resolve.namewords import SERVANT
from kg.resolve.similarity import readings, similarity
from kg.resolve.spelling import script
from kg.resolve.tries import Trie
from kg.resolve.wordmatch import word_forms

_WORDS = 12
_NAMES = 3
_LEAST = -4.0
_KNOWN = 12.0


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with the belief, 0 to 1, that it is the name that was asked for; see ``NameMatch`` for ``partial``."""

    name: str
    score: float
    partial: bool


class NameIndex:
    """Candidate names, indexed by their words.

    A query walks one tree of letters for each of its words and each script, so that its time grows with the names'
    variety rather than with their number.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(dict.fromkeys(names))
        self._holders: defaultdict[str, set[int]] = defaultdict(set)
        for number, name in enumerate(self._names):
            for word in {word for words in readings(name) for word in words}:
                self._holders[word].add(number)
        self._tries = _tries(self._holders, SHIPPED)

    def __len__(self) -> int:
        return len(self._names)

    def search(self, query: str, limit: int = 10) -> list[Found]:
        """The likeliest candidates, best first; equally likely ones by name."""
        tally: defaultdict[int, float] = defaultdict(float)
        for words in readings(query):
            for word in words:
                for number, worth in self._bearers(word).items():
                    tally[number] += worth
        likely = nlargest(_NAMES * limit + _WORDS, tally, key=lambda number: (tally[number], -number))
        found = []
        for number in likely:
            match = similarity(query, self._names[number])
            found.append(Found(self._names[number], match.score, match.partial))
        return sorted(found, key=lambda each: (-each.score, each.name))[:limit]

    def _bearers(self, word: str) -> dict[int, float]:
        """The names that have a word like this, each with how much that speaks for it."""
        worth: dict[int, float] = {}
        for found, odds in self._alike(word).items():
            for number in self._holders[found]:
                worth[number] = max(worth.get(number, 0.0), odds - _LEAST)
        return worth

    def _alike(self, word: str) -> dict[str, float]:
        """The words of the candidates that a word may stand for, with the logarithm of the odds."""
        bare = word.lstrip(SERVANT)
        mark = word[: len(word) - len(bare)]
        odds = {word: _KNOWN} if word in self._holders else {}
        for (kind, servant), trie in self._tries.items():
            if servant == mark:
                for form, less in word_forms(bare):
                    for cost, other in trie.nearest(form, SHIPPED.graphones(script(bare), kind), _WORDS):
                        worth = SHIPPED.log_odds(form, other, cost + SHIPPED.letters(kind).whole(other)) - less
                        if worth > _LEAST:
                            odds[mark + other] = max(worth, odds.get(mark + other, _LEAST))
        return odds


def _tries(words: Iterable[str], tables: Correspondences) -> dict[tuple[str, str], Trie]:
    """One tree per script, servants (عبد الله) apart."""
    tries: dict[tuple[str, str], Trie] = {}
    for word in words:
        bare = word.lstrip(SERVANT)
        key = script(bare), word[: len(word) - len(bare)]
        if key not in tries:
            tries[key] = Trie(tables.letters(key[0]))
        tries[key].add(bare)
    return tries
