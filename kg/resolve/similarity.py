"""Compares whole personal names in any scripts: which word of one goes with which word of the other, and what that is worth."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.resolve.namewords import is_patronymic, name_words
from kg.resolve.spelling import script
from kg.resolve.tables import curated_names, name_key
from kg.resolve.wordmatch import WordMatch, word_match

_LANGUAGES = {"arabic": ("ar", "fa"), "cyrillic": ("ru",), "latin": ()}
_MISSING = 0.8
_MISSING_FATHER = 0.2
_BESIDE_A_MISS = 0.25
_LONE = 0.5
_COMPANY = math.log(4)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How two names go together: ``score`` is the belief, 0 to 1, that they are one name.

    ``partial`` says that fewer than two words were compared in full although a name has more: a surname alone fits many
    people, so such a score never passes one half. ``words`` are the reasons; ``missing`` are words that only one name has.
    """

    score: float
    partial: bool
    words: tuple[WordMatch, ...]
    missing: tuple[str, ...]


NOTHING = NameMatch(0.0, False, (), ())


@lru_cache(maxsize=50_000)
def similarity(name: str, other: str) -> NameMatch:
    """Compare two names, whatever their scripts and the order of their words; the same whichever comes first.

    That two names are one doesn't make their bearers one person. A name without letters is like no name, itself included.

    >>> similarity("سيرغي لافروف", "Лавров Сергей Викторович").score > 0.9
    True
    """
    if name > other:
        return similarity(other, name)
    found = (_compare(words, others) for words in readings(name) for others in readings(other))
    return max(found, key=lambda match: (match.score, match.words), default=NOTHING)


@lru_cache(maxsize=50_000)
def readings(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name as written, and of its usual Latin form where the whole name is known."""
    whole = {curated_names(language).get(name_key(name)) for language in _LANGUAGES[script(name)]}
    told = (name_words(name), *(name_words(latin) for latin in sorted(filter(None, whole))))
    return tuple(words for words in told if words)


def _compare(words: tuple[str, ...], others: tuple[str, ...]) -> NameMatch:
    """The best match of two lists of words, a compound written as one word or as two."""
    best = _paired(words, others)
    if len(words) == len(others) or best.score > 1 - _LONE / 10:
        return best
    longer, shorter = (words, others) if len(words) > len(others) else (others, words)
    return max([best, *(_paired(joined, shorter) for joined in _joined(longer))], key=lambda match: match.score)


def _joined(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for place in range(len(words) - 1):
        yield (*words[:place], words[place] + words[place + 1], *words[place + 2 :])


def _paired(words: tuple[str, ...], others: tuple[str, ...]) -> NameMatch:
    matches = sorted((word_match(word, other) for word in words for other in others), key=lambda each: -each.log_odds)
    left, right = list(words), list(others)
    kept: list[WordMatch] = []
    for match in matches:
        for one, two in ((match.word, match.other), (match.other, match.word)):
            if one in left and two in right:
                left.remove(one)
                right.remove(two)
                kept.append(match)
                break
    return _weighed(tuple(kept), (*left, *right), max(len(words), len(others)))


def _weighed(kept: tuple[WordMatch, ...], missing: tuple[str, ...], most: int) -> NameMatch:
    full = sum(match.in_full for match in kept)
    # Weights were learned against four wrong words for each right one; names that share one word have that behind them.
    odds = [match.log_odds + (_COMPANY if full > 1 and match.in_full else 0.0) for match in kept]
    against, favour = sum(each for each in odds if each < 0), sum(each for each in odds if each > 0)
    absent = sum(_MISSING_FATHER if is_patronymic(word) else _MISSING for word in missing)
    total = against + favour * (_BESIDE_A_MISS if against else 1.0) - absent
    partial = full < 2 <= most
    chance = 1 / (1 + math.exp(-total))
    return NameMatch(chance * _LONE if partial else chance, partial, kept, missing)
