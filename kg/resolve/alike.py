"""Finds which of many different words may name what a word of a query names, without comparing most of them.

Two words can be alike only if they have a key in common, or if the learned correspondences lead through all letters of both at whatever
cost. The latter is looked for in all words at once, in alphabetical order: what begins alike is walked through once, and
left where no letters fit. What remains is compared as any two words are, so that nothing is found that ``word_match`` wouldn't find.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Protocol

from kg.resolve.cheapest import Cheapest
from kg.resolve.graphones import WIDEST, Steps
from kg.resolve.likeness import SHIPPED, in_order
from kg.resolve.namewords import SERVANT, is_initial
from kg.resolve.spelling import fold, script
from kg.resolve.wordmatch import latin_forms, word_forms, word_match

SCRIPTS = ("arabic", "cyrillic", "latin")
LIKELY = 0.0
"""The logarithm of the odds from which on two words may be one name, for searching."""

_LAST = "\U0010ffff"
_INITIAL = ""


class Words(Protocol):
    """Different words of names, as ``kg.resolve.similarity.readings`` gives them."""

    def forms(self, script: str) -> Sequence[tuple[str, str]]:
        """The forms in a script that the words are compared in, each with its word, in the order of the letters."""
        ...

    def having(self, keys: frozenset[str]) -> Iterable[str]:
        """The words that have one of some keys."""
        ...


class WordList:
    """Words in memory."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words; those that repeat are taken once."""
        self._forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._having: dict[str, set[str]] = defaultdict(set)
        for word in set(words):
            for kind, form in forms(word):
                self._forms[kind].append((form, word))
            for key in keys(word):
                self._having[key].add(word)

    def forms(self, script: str) -> Sequence[tuple[str, str]]:
        """The forms in a script, each with its word."""
        return sorted(self._forms[script])

    def having(self, keys: frozenset[str]) -> Iterable[str]:
        """The words that have one of some keys."""
        return (word for key in keys for word in self._having.get(key, ()))


def forms(word: str) -> Iterator[tuple[str, str]]:
    """The forms that a word is compared in, each after its script."""
    return ((script(form), form) for form, _ in word_forms(word.lstrip(SERVANT)))


def keys(word: str) -> frozenset[str]:
    """What two words may have in common without any likeness of letters: the same letters, or a Latin form of the tables."""
    bare = word.lstrip(SERVANT)
    listed = (latin for form, _ in word_forms(bare) for latin in latin_forms(form))
    return frozenset([f"={fold(bare)}", *listed, *([_INITIAL] if is_initial(word) else [])])


def alike(word: str, words: Words) -> frozenset[str]:
    """The words that ``word_match`` finds likely to name what a word names."""
    near = set(words.having(keys(word) | {_INITIAL}))
    for kind in SCRIPTS:
        told = words.forms(kind)
        if is_initial(word):
            near.update(other for _, other in told)
        for form, less in word_forms(word.lstrip(SERVANT)):
            near.update(_near(word, form, less, kind, told))
    return frozenset(other for other in near if word_match(word, other).log_odds > LIKELY)


def _near(word: str, form: str, less: float, kind: str, told: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The words of which a form may be alike to one of another word by its letters; the tables tell the first in order first."""
    for first in (True, False) if kind == script(form) else (True,):
        some = (
            [each for each in told if (in_order(word, each[1])[0] == each[1]) == first]
            if kind == script(form)
            else told
        )
        steps = _steps(kind, script(form), first)
        reached = [some[place] for place in _Walk(form, steps).through([each for each, _ in some])]
        others = [each for each, _ in reached]
        costs = Cheapest(form, steps, SHIPPED.graphones(kind, script(form))).costs(others)
        for (other, whole), cost in zip(reached, costs, strict=True):
            if SHIPPED.at_most(form, other, cost) - less > LIKELY:
                yield whole


class _Walk:
    """The places in one word that can be reached by the letters of others, as bits: the first bit is the beginning."""

    def __init__(self, word: str, pairs: Mapping[str, Steps]) -> None:
        self._word, self._pairs = word, pairs
        self._jumps = cache(self._found)
        self._end = 1 << len(word)

    def through(self, words: Sequence[str]) -> Iterator[int]:
        """The places of the words, in order, whose letters lead from the beginning to the end."""
        yield from self._onward(words, 0, len(words), "", (self._silent(1),))

    def _onward(
        self, words: Sequence[str], low: int, high: int, prefix: str, reached: tuple[int, ...]
    ) -> Iterator[int]:
        """Of the words from ``low`` to ``high``, which begin with ``prefix``; ``reached`` are the places behind its last letters."""
        while low < high and words[low] == prefix:
            if reached[-1] & self._end:
                yield low
            low += 1
        while low < high:
            longer = words[low][: len(prefix) + 1]
            end = bisect_left(words, longer + _LAST, low, high)
            after = (*reached[1 - WIDEST :], self._reached(longer, reached))
            if any(after):
                yield from self._onward(words, low, end, longer, after)
            low = end

    def _reached(self, prefix: str, reached: tuple[int, ...]) -> int:
        found = 0
        for size, places in enumerate(reversed(reached), 1):
            for at, length in self._jumps(prefix[-size:]) if places else ():
                found |= (places & at) << length
        return self._silent(found)

    def _silent(self, places: int) -> int:
        """Also the places behind letters that nothing stands for."""
        before = 0
        while before != places:
            before = places
            for at, length in self._jumps(""):
                places |= (places & at) << length
        return places

    def _found(self, piece: str) -> tuple[tuple[int, int], ...]:
        """Where in the word something stands that a piece may stand for, and how long that is."""
        word = self._word
        starts = (
            (sum(1 << at for at in range(len(word) + 1) if word.startswith(other, at)), len(other))
            for other in self._pairs.get(piece, ())
        )
        return tuple(start for start in starts if start[0])


@cache
def _steps(own: str, other: str, first: bool) -> Mapping[str, Steps]:
    """What the pieces of a script may stand for in another; within one script that depends on whether theirs is the ``first`` word."""
    told = SHIPPED.graphones(own, other).steps
    if own != other or first:
        return told
    turned: dict[str, dict[str, int]] = defaultdict(dict)
    for piece, others in told.items():
        for each, number in others.items():
            turned[each][piece] = number
    return turned
