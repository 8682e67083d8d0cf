"""Rebuilds the learned tables of ``kg/resolve/data`` from pairs of personal names.

``python -m kg.resolve.learn ar PAIRS.tsv -o kg/resolve/data`` reads rows of Latin word, letters of the other script parted
by blanks, count; and writes ``names-ar.tsv`` (word, best Latin spelling, persons) and ``graphones-ar.tsv`` (letter
correspondences and their pairs). Deterministic: the same rows give the same files.
"""

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kg.resolve.graphones import EDGE, Graphone
from kg.resolve.letters import settings
from kg.resolve.spelling import fold

DIGRAPHS = frozenset(["تش", "كس", "دج", "تز", "تس", "дж", "дз", "кс", "тч", "тш", "ий", "ый"])
_WIDEST = 4
_ROUNDS = 5
_TRAINING = 50_000
_NOISE = 4.5
_LEAST = {"ar": 2, "ru": 8}
"""Persons that a word needs to be listed: more in Russian, where rules alone spell most words well."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A word, its Latin spelling (both folded) and the number of persons who bear it."""

    word: str
    latin: str
    count: int


@dataclass(frozen=True, slots=True)
class Arc:
    """A step through two words: from (i, j) to (k, l) by a graphone."""

    i: int
    j: int
    k: int
    l: int  # noqa: E741
    graphone: Graphone


def read_pairs(lines: Iterable[str]) -> list[Pair]:
    """Read the rows of a pair file; rows with a sign that is not a letter are left out."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        latin, word, count = line.rstrip("\n").split("\t")
        pair = fold(word.replace(" ", "")), fold(latin)
        if all(side.isalpha() and 2 <= len(side) <= 16 for side in pair):
            counts[pair] += int(count)
    return [Pair(word, latin, count) for (word, latin), count in sorted(counts.items())]


def arcs(word: str, latin: str) -> Iterator[Arc]:
    """All steps of one letter (or a digraph) against up to four Latin letters, in the order of the word."""
    for i in range(len(word)):
        for size in (1, 2):
            own = word[i : i + size]
            if size == 2 and own not in DIGRAPHS:
                break
            for j in range(len(latin) + 1):
                for reach in range(size - 1, min(_WIDEST, len(latin) - j) + 1):
                    yield Arc(i, j, i + size, j + reach, (own, latin[j : j + reach]))


def learn(pairs: list[Pair]) -> dict[Graphone, float]:
    """The probabilities of graphones, by expectation maximisation over all alignments."""
    chances: dict[Graphone, float] = {}
    for number in range(_ROUNDS):
        counts: defaultdict[Graphone, float] = defaultdict(float)
        for pair in pairs:
            _expect(pair, chances, counts)
        total = sum(counts.values())
        least = 0.5 if number < 2 else 1.5
        chances = {graphone: count / total for graphone, count in counts.items() if count > least}
    return chances


def _chance(graphone: Graphone, chances: dict[Graphone, float]) -> float:
    if chances:
        return chances.get(graphone, 0.0)
    return 0.2 * 0.5 ** abs(len(graphone[1]) - 1) * (0.1 if len(graphone[0]) == 2 else 1.0)


def _expect(pair: Pair, chances: dict[Graphone, float], counts: defaultdict[Graphone, float]) -> None:
    steps = [(arc, chance) for arc in arcs(pair.word, pair.latin) if (chance := _chance(arc.graphone, chances)) > 1e-6]
    end = len(pair.word), len(pair.latin)
    ahead: defaultdict[tuple[int, int], float] = defaultdict(float, {(0, 0): 1.0})
    for arc, chance in steps:
        ahead[arc.k, arc.l] += ahead[arc.i, arc.j] * chance
    if not ahead[end]:
        return
    back: defaultdict[tuple[int, int], float] = defaultdict(float, {end: 1.0})
    for arc, chance in reversed(steps):
        back[arc.i, arc.j] += back[arc.k, arc.l] * chance
    weight = math.log2(1 + pair.count) / ahead[end]
    for arc, chance in steps:
        counts[arc.graphone] += weight * ahead[arc.i, arc.j] * chance * back[arc.k, arc.l]


def align(pair: Pair, chances: dict[Graphone, float]) -> tuple[float, tuple[Graphone, ...]] | None:
    """The likeliest graphones of a pair and their cost per letter; None where they can't be aligned."""
    best: dict[tuple[int, int], tuple[float, tuple[Graphone, ...]]] = {(0, 0): (0.0, ())}
    for arc in arcs(pair.word, pair.latin):
        here, chance = best.get((arc.i, arc.j)), chances.get(arc.graphone)
        if here and chance:
            cost = here[0] - math.log(chance)
            if (arc.k, arc.l) not in best or best[arc.k, arc.l][0] > cost:
                best[arc.k, arc.l] = (cost, (*here[1], arc.graphone))
    found = best.get((len(pair.word), len(pair.latin)))
    return (found[0] / max(len(pair.word), len(pair.latin)), found[1]) if found else None


def name_rows(pairs: list[Pair], chances: dict[Graphone, float], least: int) -> list[str]:
    """One row per word that at least ``least`` persons bear: its commonest plausible Latin spelling."""
    everyday = {fold(word) for word in settings()["everyday"]}
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        if pair.word not in everyday and _plausible(pair, chances):
            spellings[pair.word][pair.latin] += pair.count
    rows = []
    for word, counts in sorted(spellings.items()):
        total = sum(counts.values())
        if total >= least:
            rows.append(f"{word}\t{min(counts, key=lambda latin: (-counts[latin], latin))}\t{total}")
    return rows


def _plausible(pair: Pair, chances: dict[Graphone, float]) -> bool:
    """Whether the spelling can be read off the word; the Arabic article may be left out of it (الحريري, Hariri)."""
    bare = Pair(pair.word[2:], pair.latin, pair.count) if pair.word.startswith("ال") else pair
    found = [aligned[0] for side in (pair, bare) if (aligned := align(side, chances))]
    return min(found, default=_NOISE) < _NOISE


def graphone_rows(pairs: list[Pair], chances: dict[Graphone, float], least: float) -> list[str]:
    """Rows of graphones, then rows of graphones that follow one another, each with its weighted count."""
    singles: Counter[Graphone] = Counter()
    bigrams: Counter[tuple[Graphone, Graphone]] = Counter()
    for pair in pairs:
        aligned = align(pair, chances)
        if aligned and aligned[0] < _NOISE:
            weight = round(10 * math.log2(1 + pair.count))
            chain = (EDGE, *aligned[1], EDGE)
            for before, after in pairwise(chain):
                singles[after] += weight
                bigrams[before, after] += weight
    kept = {graphone for graphone, count in singles.items() if count > 10 * least}
    rows = [f"{own}\t{latin}\t{singles[own, latin] // 10}" for own, latin in sorted(kept)]
    for (before, after), count in sorted(bigrams.items()):
        if count > 10 * least and {before, after} <= kept:
            rows.append("\t".join([*before, *after, str(count // 10)]))
    return rows


def _train(pairs: list[Pair]) -> list[Pair]:
    commonest = sorted(pairs, key=lambda pair: (-pair.count, pair.word, pair.latin))
    return sorted(commonest[:_TRAINING], key=lambda pair: (pair.word, pair.latin))


def main(arguments: list[str] | None = None) -> None:
    """Read the pair file and write the two tables."""
    parser = argparse.ArgumentParser(description="Rebuild the learned tables of personal names.")
    parser.add_argument("language", choices=["ar", "ru"])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("kg/resolve/data"))
    given = parser.parse_args(arguments)
    with given.pairs.open(encoding="utf-8") as lines:
        pairs = read_pairs(lines)
    chances = learn(_train(pairs))
    notice = f"# Learned from {given.pairs.name} (Wikidata, CC0) by kg.resolve.learn; rebuild it instead of editing it."
    for stem, rows in (
        ("names", name_rows(pairs, chances, _LEAST[given.language])),
        ("graphones", graphone_rows(_train(pairs), chances, 5)),
    ):
        path = given.output / f"{stem}-{given.language}.tsv"
        path.write_text("\n".join([notice, *rows, ""]), encoding="utf-8")
        sys.stdout.write(f"{path}: {len(rows)} rows\n")


if __name__ == "__main__":
    main()
