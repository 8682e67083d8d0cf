"""Learn how sure a reading is: ``python benchmarks/calibrate.py GOLD... [--write]``.

Reads annotated articles (docs/gold-format.md), fits the weights of kg/lang/confidence.toml by logistic regression, and prints
how well they keep their word on articles that they were not learned from (five-fold, by article). ``--write`` writes the file.
Nothing but the weights is kept: no article and no annotation.
"""

import argparse
import math
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kg_loaders import read

from kg.errors import GoldError
from kg.evaluate import evaluate
from kg.evaluate.reliability import Judged, bands, judged
from kg.extract.confidence import signs

FILE = Path(__file__).parents[1] / "kg" / "lang" / "confidence.toml"
HEAD = """# How much each sign speaks for an event being told as read, and against it (log-odds): learned from annotated articles by
# benchmarks/calibrate.py, which writes this file. kg/extract/confidence.py says what the signs mean.

[event]
"""
FOLDS, STEPS, RATE, RIDGE, FEWEST = 5, 1500, 0.3, 0.01, 8

Example = tuple[frozenset[str], float]


def examples(folders: Sequence[Path]) -> list[list[Judged]]:
    """The judged events of each article."""
    done = [one for one in evaluate(folders, lambda name: read([name])) if not isinstance(one, GoldError)]
    return [list(judged(one)) for one in done]


def fit(data: Sequence[Example]) -> dict[str, float]:
    """Weights by gradient descent with a ridge; signs that hold of few events get none."""
    seen = Counter(sign for held, _ in data for sign in held)
    kept = sorted(sign for sign, count in seen.items() if count >= FEWEST)
    weights = dict.fromkeys(["bias", *kept], 0.0)
    for _ in range(STEPS):
        slopes = {sign: RIDGE * weight for sign, weight in weights.items()}
        for held, right in data:
            error = (chance(weights, held) - right) / len(data)
            for sign in ("bias", *held):
                if sign in slopes:
                    slopes[sign] += error
        for sign, slope in slopes.items():
            weights[sign] -= RATE * slope
    return weights


def chance(weights: Mapping[str, float], held: frozenset[str]) -> float:
    """The share of an event with these signs that is likely to be right."""
    return 1 / (1 + math.exp(-(weights["bias"] + sum(weights.get(sign, 0.0) for sign in held))))


def learned(articles: Sequence[Sequence[Judged]]) -> dict[str, float]:
    """The weights that these articles teach."""
    return fit([(signs(one.event), share(one)) for article in articles for one in article])


def share(one: Judged) -> float:
    """How much of an event is right: none of one that is not told, else the share of its participants."""
    return one.parties_right / len(one.event.participants)


def held_out(articles: Sequence[Sequence[Judged]]) -> list[Judged]:
    """Every event with the confidence that the other articles teach."""
    found: list[Judged] = []
    for fold in range(FOLDS):
        weights = learned([article for n, article in enumerate(articles) if n % FOLDS != fold])
        for one in (one for article in articles[fold::FOLDS] for one in article):
            sure = min(round(chance(weights, signs(one.event)), 2), 0.97)
            found.append(replace(one, event=replace(one.event, confidence=sure)))
    return found


def main() -> None:
    """Learn, print the reliability table, and write the weights where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path, help="folders of annotations")
    parser.add_argument("--write", action="store_true", help=f"write {FILE.name}")
    given = parser.parse_args()
    articles = examples(given.gold)
    print("| confidence | events | right | participants | right |\n| --- | --- | --- | --- | --- |")
    for band in bands(held_out(articles)):
        right, people = band.right / band.events, band.parties_right / (band.parties or 1)
        print(f"| ≥ {band.least:.1f} | {band.events} | {right:.0%} | {band.parties} | {people:.0%} |")
    if given.write:
        weights = learned(articles)
        lines = (f'"{sign}" = {weight:.2f}\n' for sign, weight in weights.items())
        FILE.write_text(HEAD + "".join(lines), encoding="utf-8")
        sys.stderr.write(f"{len(weights)} weights written to {FILE}\n")


if __name__ == "__main__":
    main()
