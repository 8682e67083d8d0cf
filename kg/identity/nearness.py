"""Says whether names in two scripts are nearly alike: too little to name one person, enough where an occasion says the rest."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from kg.resolve.edits import edits
from kg.resolve.matching import same_name
from kg.resolve.skeletons import skeleton
from kg.resolve.spelling import script

_SHORTEST = 3
_LONG = 6
_PARTS = re.compile(r"[\s\-‐‑]+")
_ARTICLE = re.compile("^ال(?=...)")
_ARTICLES = frozenset({"al", "el", "ash", "as", "аль", "эль", "аш", "ас"})


def nearly_alike(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether names in different scripts have one word in common, and for each other word of the shorter one of nearly the same
    consonants: Торабнией and Torabnia. Two names that were written in one script are spelled as they are, so never nearly alike."""
    ones, twos = tuple(sorted(some)), tuple(sorted(others))
    if scripts(ones) & scripts(twos):
        return False
    return any(_near(one, other) for one, other in product(ones, twos))


@lru_cache(maxsize=100_000)
def scripts(names: tuple[str, ...]) -> frozenset[str]:
    """In which scripts names were written: a Latin form beside others was made from them."""
    told = frozenset(map(script, names))
    return told - {"latin"} or told


@lru_cache(maxsize=100_000)
def _near(one: str, other: str) -> bool:
    short, long = sorted((_words(one), _words(other)), key=len)
    if len(short) < 2 or not any(same_name(a, b) for a, b in product(short, long)):
        return False
    left = list(long)
    for word in short:
        found = next((each for each in left if _alike(word, each)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _words(name: str) -> tuple[str, ...]:
    parts = (_ARTICLE.sub("", part) for part in _PARTS.split(name))
    return tuple(part for part in parts if part and part.casefold() not in _ARTICLES)


def _alike(word: str, other: str) -> bool:
    if same_name(word, other):
        return True
    one, two = skeleton(word), skeleton(other)
    return max(len(one), len(two)) >= _SHORTEST and edits(one, two) <= 1


@lru_cache(maxsize=100_000)
def near_consonants(one: str, other: str, *, across: bool = True) -> bool:
    """Whether two words of a name in consonants (``skeleton``) are nearly two words of another, each of another word.

    Long words may differ in two consonants if they were written in different scripts (``across``). Of Latin spellings of one Russian
    word that differ in two, one in fourteen is like enough to be believed one name (the CC0 pairs of `docs/names.md`).
    """
    short, long = sorted((one.split(), other.split()), key=len)
    left, found = list(long), 0
    for word in short:
        fits = next((each for each in left if _close(word, each, across)), None)
        if fits is not None:
            left.remove(fits)
            found += 1
    return found >= min(2, len(short))


@lru_cache(maxsize=100_000)
def slips(word: str) -> frozenset[str]:
    """What is left of a word in consonants when letters are dropped from it, as many as two near words may differ in: two such words
    always share a rest (Garbe's "symmetric delete")."""
    rests = {word}
    for _ in range(2 if len(word) > _LONG - 2 else 1):
        rests |= {rest[:at] + rest[at + 1 :] for rest in rests for at in range(len(rest))}
    return frozenset(rests)


@lru_cache(maxsize=100_000)
def _close(one: str, two: str, across: bool) -> bool:
    most = 2 if across and max(len(one), len(two)) > _LONG else 1
    return one == two or (abs(len(one) - len(two)) <= most and edits(one, two) <= most)
