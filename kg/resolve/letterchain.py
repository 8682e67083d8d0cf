"""How common a word's letters are by themselves: what two words have in common counts the more, the rarer it is."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.resolve.tables import rows


@dataclass(frozen=True, slots=True)
class LetterChain:
    """Costs (negative natural logarithms of probabilities) of a letter after another; "" is the edge of a word."""

    following: Mapping[tuple[str, str], float]
    backoff: Mapping[str, float]
    alone: Mapping[str, float]
    rare: float

    def cost(self, before: str, letter: str) -> float:
        """The cost of a letter after another one."""
        seen = self.following.get((before, letter))
        return seen if seen is not None else self.backoff.get(before, 0.0) + self.alone.get(letter, self.rare)

    def whole(self, word: str) -> float:
        """The cost of a word with both its edges."""
        chain = ["", *word, ""]
        return sum(self.cost(before, letter) for before, letter in pairwise(chain))


@cache
def letter_chain(script: str) -> LetterChain:
    """The letters of names in ``arabic``, ``cyrillic`` or ``latin`` script."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in rows("letterchains.tsv"):
        if line.startswith(script):
            _, before, letter, count = line.split("\t")
            counts[before, letter] = int(count)
    return chain_of(counts)


def chain_counts(words: Iterable[str]) -> Counter[tuple[str, str]]:
    """How often a letter follows another in the words."""
    counts: Counter[tuple[str, str]] = Counter()
    for word in words:
        counts.update(zip(["", *word], [*word, ""], strict=True))
    return counts


def chain_of(counts: Mapping[tuple[str, str], int]) -> LetterChain:
    """The costs that counts of letters after letters give (smoothed as Witten and Bell do)."""
    alone: Counter[str] = Counter()
    before: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for (first, letter), count in counts.items():
        alone[letter] += count
        before[first] += count
        kinds[first] += 1
    total = sum(alone.values()) or 1
    share = {first: kinds[first] / (before[first] + kinds[first]) for first in before}
    following = {
        (first, letter): -math.log(count / (before[first] + kinds[first]) + share[first] * alone[letter] / total)
        for (first, letter), count in counts.items()
    }
    return LetterChain(
        following,
        {first: -math.log(part) for first, part in share.items()},
        {letter: math.log(total / count) for letter, count in alone.items()},
        math.log(10 * total),
    )
