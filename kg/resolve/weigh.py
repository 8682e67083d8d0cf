"""Learns how much each signal of ``kg.resolve.likeness`` counts, from pairs that the tables have not seen."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from kg.resolve.align import Pair
from kg.resolve.letters import levelled
from kg.resolve.likeness import Correspondences, in_order
from kg.resolve.pairs import drawn
from kg.resolve.spelling import fold, script
from kg.resolve.tries import Trie

_QUERIES = 1_500
_POOL = 10_000
_WRONG = 4
_ROUNDS = 25
_STEADY = 0.1
GAIN_ALONE = (0.0, 1.0, *[0.0] * 18)
"""The weights where there is nothing to learn them from."""


def weighed(pairs: Sequence[Pair], unseen: Iterable[Pair], tables: Correspondences) -> tuple[float, ...]:
    """The weights that tell pairs that the tables have not seen from their nearest wrong candidates among all pairs."""
    right: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        right[pair.word].add(pair.other)
    if not pairs:
        return GAIN_ALONE
    letters = tables.letters(script(pairs[0].other))
    tree = Trie(letters, (pair.other for pair in drawn(pairs, _POOL)))
    rows: list[tuple[float, ...]] = []
    told: list[float] = []
    for pair in drawn((pair for pair in unseen if pair.word != pair.other), _QUERIES):
        for other, same in _candidates(pair, right, tree, tables).items():
            cost = tables.cost(pair.word, other)
            if cost < math.inf:
                rows.append(tables.features(*in_order(pair.word, other), cost))
                told.append(float(same))
    return fitted(np.array(rows), np.array(told)) if rows else GAIN_ALONE


def _candidates(pair: Pair, right: Mapping[str, set[str]], tree: Trie, tables: Correspondences) -> dict[str, bool]:
    """The right word, and the nearest ones that are neither paired with it nor a mere habit of spelling apart."""
    model = tables.graphones(script(pair.word), script(pair.other))
    own = {levelled(fold(other)) for other in right[pair.word]}
    near = (other for _, other in tree.nearest(pair.word, model, _WRONG + len(own)))
    wrong = [other for other in near if other not in right[pair.word] and levelled(fold(other)) not in own]
    return {**dict.fromkeys(wrong[:_WRONG], False), pair.other: True}


def fitted(
    rows: "np.ndarray[tuple[int, int], np.dtype[np.float64]]", told: "np.ndarray[tuple[int], np.dtype[np.float64]]"
) -> tuple[float, ...]:
    """Logistic regression by Newton's method, with a slight pull towards nought."""
    weights = np.zeros(rows.shape[1])
    pull = _STEADY * np.eye(rows.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (told - chance) - _STEADY * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + pull
        weights = weights + np.linalg.solve(bend, slope)
    return tuple(round(float(weight), 3) for weight in weights)
