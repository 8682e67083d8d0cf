"""Says what a word and each of many others cost as a pair at least: what they begin with in common is walked over once."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.resolve.graphones import WIDEST, Graphones, Steps

Layer = dict[tuple[int, int], float]
"""What it costs to be so many letters on in the word, by way of a graphone that is told by number."""

_ROUNDING = 1e-6


class Cheapest:
    """The cheapest ways from others' letters to those of one word, of which none is given up on the way: so no pair costs less in a ``Walk``."""

    def __init__(self, word: str, steps: Mapping[str, Steps], model: Graphones) -> None:
        """Take the word, what pieces of the others may stand for in it, and what the graphones cost."""
        self._word, self._steps, self._model = word, steps, model
        self._at_hand = cache(self._moves)

    def costs(self, others: Sequence[str]) -> Iterator[float]:
        """The least that each of the others can cost together with the word; sooner where they are in order."""
        layers: list[Layer] = [{(0, 0): 0.0}]
        before, size = "", len(self._word)
        for other in others:
            same = next(
                (at for at, (one, two) in enumerate(zip(before, other, strict=False)) if one != two),
                min(len(before), len(other)),
            )
            del layers[same + 1 :]
            for end in range(same + 1, len(other) + 1):
                layers.append(self._layer(other[:end], layers))
            ends = (cost + self._model.cost(last, 0) for (at, last), cost in layers[-1].items() if at == size)
            yield min(ends, default=math.inf) - _ROUNDING
            before = other

    def _layer(self, letters: str, layers: Sequence[Layer]) -> Layer:
        into: Layer = {}
        following, backoff, alone = self._model.following, self._model.backoff, self._model.alone
        for width in range(1, min(WIDEST, len(letters)) + 1):
            moves = self._at_hand(letters[-width:])
            for (at, before), cost in layers[-width].items() if moves else ():
                after, rare = following[before], cost + backoff[before]
                for number, reached in moves[at]:
                    total = cost + after[number] if number in after else rare + alone[number]
                    if total < into.get((reached, number), math.inf):
                        into[reached, number] = total
        return into

    def _moves(self, piece: str) -> tuple[tuple[tuple[int, int], ...], ...]:
        """By each place of the word, the graphones by which a piece may stand for its next letters, and where these end."""
        told = self._steps.get(piece, {})
        places = range(len(self._word) + 1) if told else ()
        return tuple(
            tuple((number, at + len(other)) for other, number in told.items() if self._word.startswith(other, at))
            for at in places
        )
