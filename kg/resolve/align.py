"""Learns which letters of two scripts stand for one another, from pairs of words alone: for making the tables, not at run time."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.resolve.graphones import EDGE, WIDEST, Graphone

DIGRAPHS = frozenset(["تش", "كس", "دج", "تز", "تس", "дж", "дз", "кс", "тч", "тш", "ий", "ый"])
NOISE = 5.0
"""Cost per letter above which a pair's words are taken for two names, not one."""

_BAND = 2.5
_ROUNDS = 4
_SAMPLE = 10_000
_RARELY = 30


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A word, a spelling of the same name in another script (or another spelling in its own), and the persons who bear it."""

    word: str
    other: str
    count: int


Arc = tuple[int, int, int, int, Graphone, float]
"""A step through two words: from (i, j) to (k, l) by a graphone of some chance."""

Chances = Mapping[str, Mapping[str, float]]
"""The probability of a graphone, by its own piece and by the other one."""


def arcs(word: str, other: str, chances: Chances) -> list[Arc]:
    """All steps of one letter (or a digraph) against up to four letters of the other word, in the order of the word.

    Without chances every graphone is possible near the diagonal, and those of one letter each are likeliest.
    """
    pieces = [[other[j : j + reach] for reach in range(min(WIDEST, len(other) - j) + 1)] for j in range(len(other) + 1)]
    found: list[Arc] = []
    for i in range(len(word)):
        for size in (1, 2) if word[i : i + 2] in DIGRAPHS else (1,):
            own = word[i : i + size]
            if not chances:
                found += _first_arcs(i, own, pieces, len(other) / len(word))
            elif known := chances.get(own):
                found += [
                    (i, j, i + size, j + reach, (own, piece), known[piece])
                    for j, onward in enumerate(pieces)
                    for reach, piece in enumerate(onward)
                    if piece in known
                ]
    return found


def _first_arcs(i: int, own: str, pieces: list[list[str]], slope: float) -> list[Arc]:
    size = len(own)
    return [
        (i, j, i + size, j + reach, (own, piece), _first_guess(own, piece))
        for j, onward in enumerate(pieces)
        if abs(j - i * slope) <= _BAND
        for reach, piece in enumerate(onward)
        if size - 1 <= reach <= size + 1
    ]


def _first_guess(own: str, piece: str) -> float:
    return (4.0 if own == piece else 1.0) * 0.2 * 0.5 ** abs(len(piece) - 1) * (0.1 if len(own) == 2 else 1.0)


def learn(pairs: Sequence[Pair]) -> Chances:
    """The probabilities of graphones, by expectation maximisation over all alignments of a sample of the pairs."""
    sample = sorted(pairs)[:: max(1, len(pairs) // _SAMPLE)]
    chances: dict[str, dict[str, float]] = {}
    for number in range(_ROUNDS):
        counts: defaultdict[Graphone, float] = defaultdict(float)
        for pair in sample:
            _expect(pair, chances, counts)
        total = sum(counts.values())
        least = 0.5 if number < 2 else 1.5
        chances = {}
        for (own, piece), count in counts.items():
            if count > least:
                chances.setdefault(own, {})[piece] = count / total
    return chances


def _expect(pair: Pair, chances: Chances, counts: defaultdict[Graphone, float]) -> None:
    steps = arcs(pair.word, pair.other, chances)
    end = len(pair.word), len(pair.other)
    ahead: defaultdict[tuple[int, int], float] = defaultdict(float, {(0, 0): 1.0})
    for i, j, k, l, _, chance in steps:  # noqa: E741
        ahead[k, l] += ahead[i, j] * chance
    if not ahead[end]:
        return
    back: defaultdict[tuple[int, int], float] = defaultdict(float, {end: 1.0})
    for i, j, k, l, _, chance in reversed(steps):  # noqa: E741
        back[i, j] += back[k, l] * chance
    for i, j, k, l, graphone, chance in steps:  # noqa: E741
        counts[graphone] += ahead[i, j] * chance * back[k, l] / ahead[end]


def align(word: str, other: str, chances: Chances) -> tuple[float, tuple[Graphone, ...]] | None:
    """The likeliest graphones of a pair and their cost per letter; None where they can't be aligned."""
    best: dict[tuple[int, int], tuple[float, tuple[Graphone, ...]]] = {(0, 0): (0.0, ())}
    for i, j, k, l, graphone, chance in arcs(word, other, chances):  # noqa: E741
        here = best.get((i, j))
        if here:
            cost = here[0] - math.log(chance)
            if (k, l) not in best or best[k, l][0] > cost:
                best[k, l] = (cost, (*here[1], graphone))
    found = best.get((len(word), len(other)))
    return (found[0] / max(len(word), len(other)), found[1]) if found else None


@dataclass(frozen=True, slots=True)
class Aligned:
    """A pair that is one name, its cost per letter, and its graphones."""

    pair: Pair
    cost: float
    chain: tuple[Graphone, ...]


def aligned(pairs: Iterable[Pair], chances: Chances) -> list[Aligned]:
    """The pairs whose words can be read off one another; the Arabic article may be left out (الحريري, Hariri)."""
    kept = []
    for pair in pairs:
        bare = pair.word.removeprefix("ال")
        words = {pair.word, bare} if len(bare) > 2 else {pair.word}
        found = [(*best, word) for word in sorted(words) if (best := align(word, pair.other, chances))]
        # What many people bear is hardly noise.
        if found and min(found)[0] < NOISE + math.log(pair.count):
            cost, chain, _ = min(found)
            kept.append(Aligned(pair, cost, chain))
    return kept


def graphone_rows(found: Iterable[Aligned], least: float) -> list[str]:
    """A table of graphones as ``kg.resolve.graphones.model`` reads it; what weighs less than ``least`` is left out."""
    singles: Counter[Graphone] = Counter()
    bigrams: Counter[tuple[Graphone, Graphone]] = Counter()
    for each in found:
        weight = round(10 * math.log2(1 + each.pair.count))
        for before, after in pairwise((EDGE, *each.chain, EDGE)):
            singles[after] += weight
            bigrams[before, after] += weight
    letters = {own for own, _ in singles if len(own) == 1}
    for letter in letters:
        # Any letter may be passed over, however rarely that was seen.
        singles[letter, ""] = max(singles[letter, ""], _RARELY)
    kept = [EDGE, *sorted(graphone for graphone, count in singles.items() if count >= _RARELY and graphone != EDGE)]
    numbers = {graphone: number for number, graphone in enumerate(kept)}
    lines = [f"{own}\t{other}\t{max(1, singles[own, other] // 10)}" for own, other in kept]
    for (before, after), count in sorted(bigrams.items()):
        if count > 10 * least and before in numbers and after in numbers:
            lines.append(f"{numbers[before]}\t{numbers[after]}\t{count // 10}")
    return lines
