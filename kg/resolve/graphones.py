"""Letter correspondences learned from pairs of names: how a foreign word is read, and how well two spellings go together."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from importlib.resources import files
from operator import itemgetter

Graphone = tuple[str, str]

EDGE: Graphone = ("", "")
"""Stands before the first and after the last graphone of a word."""

_UNSEEN = 9.0
_WIDEST = 4
_CHANCE = 0.8
_BEAM = 12


@dataclass(frozen=True, slots=True)
class Graphones:
    """A script's letters with the Latin letters they stand for.

    ``options`` gives the graphones of a letter (or pair of letters), ``costs`` the negative log probability of a graphone's
    Latin letters given its own, ``following`` that of a graphone after another one, ``letters`` that of a Latin letter.
    """

    options: Mapping[str, tuple[str, ...]]
    costs: Mapping[Graphone, float]
    following: Mapping[Graphone, Mapping[Graphone, float]]
    letters: Mapping[str, float]

    def read(self, word: str) -> str | None:
        """The likeliest Latin spelling of a folded word, or None where it has a letter that was never seen."""
        reached: list[dict[Graphone, tuple[float, str]]] = [{} for _ in range(len(word) + 1)]
        reached[0][EDGE] = (0.0, "")
        for place in range(len(word)):
            for before, (cost, written) in nsmallest(_BEAM, reached[place].items(), key=itemgetter(1)):
                for size in (1, 2):
                    own = word[place : place + size]
                    if len(own) == size:
                        self._step(reached[place + size], before, own, cost, written)
        ends = [(cost + self._bigram(last, EDGE), written) for last, (cost, written) in reached[-1].items()]
        return min(ends)[1] if ends else None

    def _step(
        self, into: dict[Graphone, tuple[float, str]], before: Graphone, own: str, cost: float, written: str
    ) -> None:
        for latin in self.options.get(own, ()):
            graphone = (own, latin)
            total = cost + self._bigram(before, graphone)
            if graphone not in into or into[graphone][0] > total:
                into[graphone] = (total, written + latin)

    def _bigram(self, before: Graphone, graphone: Graphone) -> float:
        known = self.following.get(before, {}).get(graphone)
        return known if known is not None else 2.0 + self.costs.get(graphone, _UNSEEN)

    def likeness(self, word: str, latin: str) -> float:
        """How well a folded word and a folded Latin spelling go together, per letter: above 0.5 for most true pairs.

        The log probability of the spelling given the word, set against that of its letters alone, so that a short
        or common spelling wins nothing by being so.
        """
        width = len(latin)
        rows = [[math.inf] * (width + 1) for _ in range(len(word) + 1)]
        rows[0][0] = 0.0
        for i, row in enumerate(rows):
            for j in range(width + 1):
                if row[j] < math.inf:
                    self._spread(rows, word, latin, i, j)
        chance = sum(self.letters.get(letter, _UNSEEN) for letter in latin)
        return (_CHANCE * chance - rows[-1][width]) / max(len(word), width, 1)

    def _spread(self, rows: list[list[float]], word: str, latin: str, i: int, j: int) -> None:
        cost = rows[i][j]
        if j < len(latin):
            rows[i][j + 1] = min(rows[i][j + 1], cost + _UNSEEN)
        for size in range(1, min(2, len(word) - i) + 1):
            own, row = word[i : i + size], rows[i + size]
            if size == 1:
                row[j] = min(row[j], cost + _UNSEEN)
            for reach in range(min(_WIDEST, len(latin) - j) + 1):
                step = self.costs.get((own, latin[j : j + reach]))
                if step is not None:
                    row[j + reach] = min(row[j + reach], cost + step)


@cache
def graphones(language: str) -> Graphones:
    """The learned correspondences of ``ar`` or ``ru``."""
    singles: dict[Graphone, int] = {}
    pairs: dict[Graphone, dict[Graphone, int]] = {}
    for line in files("kg.resolve").joinpath(f"data/graphones-{language}.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        *letters, count = line.split("\t")
        if len(letters) == 2:
            singles[letters[0], letters[1]] = int(count)
        else:
            pairs.setdefault((letters[0], letters[1]), {})[letters[2], letters[3]] = int(count)
    return _model(singles, pairs)


def _model(singles: dict[Graphone, int], pairs: dict[Graphone, dict[Graphone, int]]) -> Graphones:
    totals: dict[str, int] = {}
    options: dict[str, tuple[str, ...]] = {}
    for (own, latin), count in singles.items():
        totals[own] = totals.get(own, 0) + count
        options[own] = (*options.get(own, ()), latin)
    costs = {pair: math.log(totals[pair[0]] / count) for pair, count in singles.items()}
    every = sum(singles.values())
    joint = {pair: math.log(every / count) for pair, count in singles.items()}
    following = {before: _conditional(after, joint) for before, after in pairs.items()}
    return Graphones(options, costs, following, _letters(singles))


def _letters(singles: dict[Graphone, int]) -> dict[str, float]:
    counts: dict[str, int] = {}
    for (_, latin), count in singles.items():
        for letter in latin:
            counts[letter] = counts.get(letter, 0) + count
    total = sum(counts.values())
    return {letter: math.log(total / count) for letter, count in counts.items()}


def _conditional(after: dict[Graphone, int], joint: dict[Graphone, float]) -> dict[Graphone, float]:
    total, kinds = sum(after.values()), len(after)
    share = kinds / (total + kinds)
    return {
        g: -math.log(count / (total + kinds) + share * math.exp(-joint.get(g, _UNSEEN))) for g, count in after.items()
    }
