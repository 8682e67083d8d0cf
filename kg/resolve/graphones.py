"""Letter correspondences of two scripts, learned from pairs of names: how a word is read, and how well two words go together.

A *graphone* is a piece of a word with the piece of the other word that stands for it: (ش, sh). A pair of words is a chain of
graphones, and the table tells how likely each is after the one before (joint bigrams, as in grapheme-to-phoneme work:
Bisani and Ney, "Joint-sequence models for grapheme-to-phoneme conversion", 2008).
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from heapq import nsmallest
from operator import itemgetter

from kg.resolve.tables import rows

Graphone = tuple[str, str]

EDGE: Graphone = ("", "")
"""Stands before the first and after the last graphone of a word; its number is 0."""

WIDEST = 4
"""Letters of a piece at most."""

_BEAM = 8
_KEPT = 10_000
_ROUNDING = 1e-9
_SCRIPTS = ("arabic", "cyrillic", "latin")

Steps = Mapping[str, int]
"""The pieces of the other word that one of the own word may stand for, with the graphones' numbers, in the order of these."""


@dataclass(frozen=True, slots=True)
class Graphones:
    """The correspondences of a word's own script with another: costs are negative natural logarithms of probabilities.

    ``steps`` gives for a piece of the own word what it may stand for, ``following`` the cost of a graphone after another,
    ``backoff`` what is added to a graphone's cost ``alone`` where the two were never seen together.
    """

    steps: Mapping[str, Steps]
    following: Mapping[int, Mapping[int, float]]
    backoff: Mapping[int, float]
    alone: tuple[float, ...]
    _kept: dict[tuple[int, str, bool], "Moves"] = field(default_factory=dict, init=False, repr=False, compare=False)
    _dear: dict[tuple[str, str, bool], float] = field(default_factory=dict, init=False, repr=False, compare=False)

    def cost(self, before: int, graphone: int) -> float:
        """The cost of a graphone after another one, both by number."""
        seen = self.following[before].get(graphone)
        return seen if seen is not None else self.backoff[before] + self.alone[graphone]

    def read(self, word: str) -> str | None:
        """The likeliest spelling of a word in the other script, or None where it has a letter that was never seen."""
        found = self.best(word)
        return found[1] if found else None

    def best(self, word: str) -> tuple[float, str] | None:
        """The likeliest spelling of a word in the other script with the cost of both together; None as ``read`` says."""
        reached: list[dict[int, tuple[float, str]]] = [{} for _ in range(len(word) + 1)]
        reached[0][0] = (0.0, "")
        for place in range(len(word)):
            best = nsmallest(_BEAM, reached[place].items(), key=itemgetter(1))
            for end in range(place + 1, min(place + WIDEST, len(word)) + 1):
                piece = word[place:end]
                if piece in self.steps:
                    last = end == len(word)
                    _go_on(((told, self._likely(before, piece, last)) for before, told in best), reached[end])
        return min(((cost + self.cost(last, 0), text) for last, (cost, text) in reached[-1].items()), default=None)

    def most(self, word: str) -> float:
        """A cost that ``best`` never passes, found in a fraction of its time; infinite where it finds nothing.

        ``best`` goes on from the cheapest spelling of each place at least, by the cheapest step at least. Which graphone that spelling
        ends in isn't known here, so the one counts after which that step is the dearest.
        """
        size = len(word)
        ends = [[word[start:end] for start in range(max(0, end - WIDEST), end)] for end in range(size + 1)]
        known = [["", *(piece for piece in pieces if piece in self.steps)] for pieces in ends]
        most = [0.0] + [math.inf] * size
        for end in range(1, size + 1):
            for piece in known[end][1:]:
                at = end - len(piece)
                before = known[at][1:] or known[0]
                dear = max(self._dearest(each, piece, end == size) for each in before)
                most[end] = min(most[end], most[at] + dear)
        return most[-1] if size else math.inf

    def _dearest(self, before: str, piece: str, last: bool) -> float:
        """The cheapest step for a piece, and to the end of the word for the ``last`` one, from where it is the dearest: after what ``before`` stands for."""
        found = self._dear.get((before, piece, last))
        if found is None:
            ends = self.steps[before].values() if before else (0,)
            found = max(
                min(cost + self.cost(number, 0) if last else cost for number, _, cost in self._moves(end, piece))
                for end in ends
            )
            self._dear[before, piece, last] = found
        return found

    def _likely(self, before: int, piece: str, last: bool) -> "Moves":
        """The steps from a graphone that may be gone on from, or be the best ``last`` ones: others cost more from wherever one came.

        Ties are kept, and what differs by no more than sums are rounded.
        """
        found = self._kept.get((before, piece, last))
        if found is None:
            moves = self._moves(before, piece)
            costs = [cost + self.cost(number, 0) if last else cost for number, _, cost in moves]
            most = (min(costs) if last else sorted(costs)[:_BEAM][-1]) + _ROUNDING
            found = tuple(move for move, cost in zip(moves, costs, strict=True) if cost <= most)
            if len(self._kept) < _KEPT:
                self._kept[before, piece, last] = found
        return found

    def _moves(self, before: int, piece: str) -> "Moves":
        """Every step from a graphone; half of all comparing of names is spent here, so ``cost`` isn't called but written out."""
        after, rare, alone = self.following[before], self.backoff[before], self.alone
        return tuple(
            (number, other, after[number] if number in after else rare + alone[number])
            for other, number in self.steps[piece].items()
        )


Moves = tuple[tuple[int, str, float], ...]
"""Steps from a graphone: the next one by number, what it writes, and what it costs."""


def _go_on(ways: Iterable[tuple[tuple[float, str], Moves]], into: dict[int, tuple[float, str]]) -> None:
    for (so_far, written), moves in ways:
        for number, other, cost in moves:
            total = so_far + cost
            known = into.get(number)
            if known is None or total < known[0] or (total == known[0] and written + other < known[1]):
                into[number] = total, written + other


@cache
def graphones(own: str, other: str) -> Graphones:
    """The learned correspondences of two scripts (``arabic``, ``cyrillic``, ``latin``), from the first to the second."""
    turned = _SCRIPTS.index(own) > _SCRIPTS.index(other)
    first, second = (other, own) if turned else (own, other)
    return model(rows(f"graphones-{first}-{second}.tsv"), turned)


@cache
def plain_graphones(own: str) -> Graphones:
    """The correspondences of a script with plain Latin letters, those without marks: how foreign names are spelled in news."""
    every = graphones(own, "latin")
    ascii_only = {
        piece: {other: number for other, number in steps.items() if other.isascii()}
        for piece, steps in every.steps.items()
    }
    return replace(every, steps=ascii_only)


def model(lines: Iterable[str], turned: bool = False) -> Graphones:
    """Reads a table's rows: piece, piece, count; then graphone, its follower (by the number of their rows), count."""
    pieces: list[Graphone] = []
    counts: list[int] = []
    pairs: dict[int, dict[int, int]] = {}
    for line in lines:
        own, other, count = line.split("\t")
        if own.isdecimal():
            pairs.setdefault(int(own), {})[int(other)] = int(count)
        else:
            pieces.append((other, own) if turned else (own, other))
            counts.append(int(count))
    return _model(pieces, counts, pairs)


def _model(pieces: list[Graphone], counts: list[int], pairs: dict[int, dict[int, int]]) -> Graphones:
    steps: dict[str, dict[str, int]] = {}
    for number, (own, other) in enumerate(pieces):
        if number:
            steps.setdefault(own, {})[other] = number
    total = sum(counts)
    alone = tuple(math.log(total / count) for count in counts)
    following: dict[int, dict[int, float]] = {number: {} for number in range(len(pieces))}
    backoff = dict.fromkeys(following, 0.0)
    for before, after in pairs.items():
        seen, kinds = counts[before], len(after)
        # Witten and Bell: what was never seen shares the weight of what was seen for the first time.
        share = kinds / (seen + kinds)
        backoff[before] = -math.log(share)
        following[before] = {
            number: -math.log(count / (seen + kinds) + share * counts[number] / total)
            for number, count in after.items()
        }
    return Graphones(steps, following, backoff, alone)
