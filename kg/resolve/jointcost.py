"""Says what two words cost as one pair: the walk that ``tries`` makes over a tree, for a tree of a single word, which needs none."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from itertools import accumulate, pairwise
from operator import itemgetter

from kg.resolve.graphones import WIDEST, Graphones
from kg.resolve.letterchain import LetterChain
from kg.resolve.tries import BEAM

Place = tuple[int, int]
"""How many letters of the other word are written, and the number of the graphone that led there."""

Layer = dict[Place, float]


@dataclass(frozen=True, slots=True)
class Written:
    """A word that others are compared with: what its first letters cost ``alone``, how many ever of them, and all with the ``end`` of
    the word; what it costs ``whole``; and from each place the next letters with the place behind them."""

    word: str
    alone: tuple[float, ...]
    end: float
    whole: float
    ahead: tuple[tuple[tuple[str, int], ...], ...]


def written(word: str, letters: LetterChain) -> Written:
    """A word of a script of which the letters are given, ready for comparing."""
    size = len(word)
    alone = tuple(accumulate((letters.cost(*pair) for pair in pairwise(["", *word])), initial=0.0))
    ahead = (tuple((word[at:end], end) for end in range(at, min(at + WIDEST, size) + 1)) for at in range(size + 1))
    # The same sum twice, but rounded as it is where each is compared with.
    return Written(word, alone, alone[-1] + letters.cost(word[-1:], ""), letters.whole(word), tuple(ahead))


def joint_cost(word: str, other: Written, model: Graphones) -> float:
    """What ``Walk.cost`` says, for two words that are compared once."""
    return Walk(other, model).cost(word)


class Walk:
    """A walk over one word: from each place only the steps that write its next letters are looked at.

    ``model`` leads from the script of the words that are compared with it to that of the word. What one comparison found of
    the steps serves the next.
    """

    def __init__(self, other: Written, model: Graphones) -> None:
        """Get ready for comparing words with another."""
        self._other, self._model, self._alone, self._ahead = other, model, other.alone, other.ahead
        self._at_hand = cache(self._moves)

    def cost(self, word: str) -> float:
        """The cost of two words as one pair (a negative logarithm of a probability), infinite where no letters fit.

        What ``Trie.nearest`` finds in a tree of this one word, to the last digit.
        """
        layers: list[Layer] = [{} for _ in range(len(word) + 1)]
        layers[0][0, 0] = 0.0
        other, size = self._other, len(self._other.word)
        for at, layer in enumerate(layers):
            self._silent(layer)
            if at < len(word):
                self._step(layers, at, word)
        ends = (
            cost + self._model.cost(last, 0) + other.alone[-1] - other.end
            for (at, last), cost in layers[-1].items()
            if at == size
        )
        return min(ends, default=math.inf) + other.whole

    def _step(self, layers: list[Layer], at: int, word: str) -> None:
        best = nsmallest(BEAM, layers[at].items(), key=itemgetter(1))
        for end in range(at + 1, min(at + WIDEST, len(word)) + 1):
            if word[at:end] in self._model.steps:
                self._extend(best, word[at:end], layers[end])

    def _silent(self, layer: Layer) -> None:
        for _ in range(2 if "" in self._model.steps else 0):
            self._extend(nsmallest(BEAM, layer.items(), key=itemgetter(1)), "", layer)

    def _extend(self, best: Sequence[tuple[Place, float]], piece: str, into: Layer) -> None:
        following, backoff, rare, alone = self._model.following, self._model.backoff, self._model.alone, self._alone
        for (at, before), cost in best:
            after = following[before]
            for number, reached in self._at_hand(piece, at):
                step = after[number] if number in after else backoff[before] + rare[number]
                total = cost + step - alone[reached] + alone[at]
                if total < into.get((reached, number), math.inf):
                    into[reached, number] = total

    def _moves(self, piece: str, at: int) -> list[tuple[int, int]]:
        """The graphones by which a piece may stand for the next letters, by number, and how many letters are written then."""
        steps = self._model.steps[piece]
        return sorted([(steps[letters], end) for letters, end in self._ahead[at] if letters in steps])
