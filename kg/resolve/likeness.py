"""How likely two words of names, in any scripts, are spellings of one name: several signals weighed by learned weights."""

import math
from collections.abc import Callable
from functools import cache, lru_cache

from kg.resolve.edits import edits
from kg.resolve.graphones import WIDEST, Graphones, graphones
from kg.resolve.jointcost import Walk, Written, written
from kg.resolve.letterchain import LetterChain, letter_chain
from kg.resolve.skeletons import skeleton
from kg.resolve.spelling import script
from kg.resolve.tables import rows

FARTHEST = -9.0
"""The log odds of two words that can't be read off one another at all."""

_CLOSED = {"arabic": "اويىةهآئؤءع", "cyrillic": "аеиоуыэюяйьъ", "latin": "aeiouyhöüäøåəıæœ"}
_MEMORY = 100_000
_WALKS = 1_000
_UNREADABLE = 99.0
_ROUNDING = 1e-6


class Correspondences:
    """The learned tables that words are compared by; ``SHIPPED`` are those of this package."""

    def __init__(
        self,
        graphones: Callable[[str, str], Graphones],
        letters: Callable[[str], LetterChain],
        weights: Callable[[str], tuple[float, ...]],
    ) -> None:
        """Take what gives the correspondences of two scripts, the letters of one, and the weights for two."""
        self.graphones = graphones
        self.letters = letters
        self._weights = weights
        self._read = lru_cache(_MEMORY)(self._reading)
        self._written = lru_cache(_MEMORY)(self._writing)
        self._whole = lru_cache(_MEMORY)(self._costing_alone)
        self._most = lru_cache(_MEMORY)(self._reading_at_most)
        self._walk = lru_cache(_WALKS)(self._walking)

    def cost(self, word: str, other: str) -> float:
        """The cost of two words as one pair (a negative logarithm of a probability), infinite where no letters fit."""
        return self._walk(other, script(word)).cost(word)

    def log_odds(self, word: str, other: str, cost: float) -> float:
        """The logarithm of the odds that two words that cost so much together are one name; the same both ways."""
        if cost == math.inf:
            return FARTHEST
        first, second = in_order(word, other)
        told = self.features(first, second, cost)
        weights = self._weights(f"{script(first)}-{script(second)}")
        return max(FARTHEST, sum(weight * value for weight, value in zip(weights, told, strict=True)))

    def at_most(self, word: str, other: str, cost: float) -> float:
        """No less than ``log_odds`` says of two words that cost so much or more: the best reading of the other isn't looked for."""
        if cost == math.inf:
            return FARTHEST
        first, second = in_order(word, other)
        weights = self._weights(f"{script(first)}-{script(second)}")
        own, others = (weights[10:15], weights[15:]) if word == first else (weights[15:], weights[10:15])
        if self._steep(weights, len(word), len(other)) > 0:
            return math.inf
        told = (*self._together(first, second, cost), *self._beside_the_best(word, other, cost))
        sure = sum(weight * value for weight, value in zip((*weights[:10], *own), told, strict=True))
        return max(FARTHEST, sure + self._at_most_beside(other, word, cost, others)) + _ROUNDING

    @staticmethod
    def _steep(weights: tuple[float, ...], *lengths: int) -> float:
        """What one more of cost adds to the odds."""
        _, gain, gain_per_letter, per_letter = weights[:4]
        letters = gain_per_letter - per_letter - weights[11] - weights[16]
        return (weights[10] + weights[15]) / 5 - gain / 10 - letters / sum(lengths)

    def features(self, word: str, other: str, cost: float) -> tuple[float, ...]:
        """What speaks for and against two words being one name: they are given in the order of ``in_order``.

        Gain and cost, whole and per letter; skeletons; beginnings, ends and lengths; how much worse each is than the best that could
        be written for the other, and in how many letters it differs from that.
        """
        return (
            *self._together(word, other, cost),
            *self._beside_the_best(word, other, cost),
            *self._beside_the_best(other, word, cost),
        )

    def _together(self, word: str, other: str, cost: float) -> tuple[float, ...]:
        alone = self._whole(word), self._whole(other)
        length = len(word) + len(other)
        codes = skeleton(word), skeleton(other)
        return (
            1.0,
            (sum(alone) - cost) / 10,
            (sum(alone) - cost) / length,
            cost / length,
            float(codes[0] == codes[1]),
            float(codes[0][:1] == codes[1][:1]),
            length / 10,
            float((word[-1] in _CLOSED[script(word)]) == (other[-1] in _CLOSED[script(other)])),
            alone[0] / 10,
            alone[1] / 10,
        )

    def _beside_the_best(self, word: str, other: str, cost: float) -> tuple[float, ...]:
        best, reading = self._read(word, script(other))
        worse = cost - best
        return (
            worse / 5,
            worse / (len(word) + len(other)),
            edits(reading, other) / len(other),
            float(reading == other),
            float(reading[:1] == other[:1]),
        )

    def _at_most_beside(self, word: str, other: str, cost: float, weights: tuple[float, ...]) -> float:
        """The most that how a word stands beside its best can be worth, whatever that is: between nothing and ``Graphones.most``."""
        worse, per_letter, edited, equal, begins = weights
        steep = worse / 5 + per_letter / (len(word) + len(other))
        best = self._most(word, script(other)) if steep < 0 else 0.0
        edits = max(WIDEST * len(word), len(other)) / len(other) if edited > 0 else 0.0
        return steep * (cost - best) + edited * edits + max(0.0, equal) + max(0.0, begins)

    def _walking(self, word: str, other_script: str) -> Walk:
        return Walk(self._written(word), self.graphones(other_script, script(word)))

    def _costing_alone(self, word: str) -> float:
        return self.letters(script(word)).whole(word)

    def _writing(self, word: str) -> Written:
        return written(word, self.letters(script(word)))

    def _reading(self, word: str, other_script: str) -> tuple[float, str]:
        return self.graphones(script(word), other_script).best(word) or (_UNREADABLE, "")

    def _reading_at_most(self, word: str, other_script: str) -> float:
        most = self.graphones(script(word), other_script).most(word)
        return _UNREADABLE if most == math.inf else most


def in_order(word: str, other: str) -> tuple[str, str]:
    """Two words in the order in which the tables of their scripts name them."""
    return (word, other) if (script(word), word) <= (script(other), other) else (other, word)


@cache
def weights(kind: str) -> tuple[float, ...]:
    """The learned weights of the features for two scripts, such as ``arabic-latin``."""
    cells = (line.split("\t") for line in rows("likeness.tsv"))
    return next(tuple(float(cell) for cell in values) for name, *values in cells if name == kind)


SHIPPED = Correspondences(graphones, letter_chain, weights)
