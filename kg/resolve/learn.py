"""Rebuilds the learned tables of ``kg/resolve/data`` from pairs of personal names.

``python -m kg.resolve.learn ARABIC.tsv RUSSIAN.tsv -o kg/resolve/data`` reads rows of Latin word, letters of the other script
parted by blanks, count; and writes ``names-ar.tsv``, ``names-ru.tsv`` (word, best Latin spelling, persons), one
``graphones-<script>-<script>.tsv`` per pair of scripts, ``letterchains.tsv`` and ``likeness.tsv``, whose weights are learned
from a tenth of the pairs that the other tables have not seen. Deterministic: the same rows give the same files.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from kg.resolve.align import Aligned, Pair, aligned, graphone_rows, learn
from kg.resolve.graphones import Graphones, model
from kg.resolve.letterchain import chain_counts, chain_of
from kg.resolve.letters import settings
from kg.resolve.likeness import Correspondences
from kg.resolve.pairs import bucket, drawn, joined, latin_variants, persian_pairs, read_pairs, variants
from kg.resolve.spelling import fold
from kg.resolve.weigh import weighed

_LEAST = {"arabic": 2, "cyrillic": 8}
"""Persons that a word needs to be listed: more in Russian, where rules alone spell most words well."""

_LEAST_WEIGHT = 2.0
_MOST = 50_000
_TENTHS = 10
_RARE = 2


@dataclass(frozen=True, slots=True)
class Learned:
    """All pairs by the scripts that they join; those that are one name, with their letters; the words of each script."""

    every: Mapping[str, list[Pair]]
    pairs: Mapping[str, list[Aligned]]
    words: Mapping[str, list[str]]


def learned(arabic: list[Pair], russian: list[Pair]) -> Learned:
    """Align the pairs, and those that they give when they are joined: through the same Latin word, or one like it."""
    kinds = {
        "arabic-latin": [*arabic, *persian_pairs()],
        "cyrillic-latin": russian,
        "arabic-cyrillic": joined(arabic, russian),
        "arabic-arabic": variants(arabic),
        "cyrillic-cyrillic": variants(drawn(russian, _MOST)),
        "latin-latin": latin_variants([*arabic, *drawn(russian, _MOST)]),
    }
    with ProcessPoolExecutor() as pool:
        pairs = dict(zip(kinds, pool.map(_aligned, kinds, kinds.values()), strict=True))
    words = {
        "arabic": sorted({pair.word for pair in arabic}),
        "cyrillic": sorted({pair.word for pair in russian}),
        "latin": sorted({pair.other for pair in [*arabic, *russian]}),
    }
    return Learned(kinds, pairs, words)


def _unseen(pair: Pair) -> bool:
    """Whether a pair is kept for the weights."""
    return bucket(pair, _TENTHS) == 0


def _aligned(kind: str, pairs: list[Pair]) -> list[Aligned]:
    """The pairs that letters are learned from, and those of words that enough people bear to be listed."""
    seen = drawn((pair for pair in pairs if not _unseen(pair)), _MOST)
    least = _LEAST.get(kind.removesuffix("-latin"), 0)
    borne: Counter[str] = Counter()
    for pair in pairs:
        borne[pair.word] += pair.count
    common = [pair for pair in pairs if least and borne[pair.word] >= least]
    return aligned(sorted({*seen, *common}), learn(seen))


def name_rows(found: Iterable[Aligned], least: int) -> list[str]:
    """One row per word that at least ``least`` persons bear: its commonest Latin spelling."""
    everyday = {fold(word) for word in settings()["everyday"]}
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in found:
        if (word := fold(each.pair.word)) not in everyday:
            spellings[word][fold(each.pair.other)] += each.pair.count
    kept = []
    for word, counts in sorted(spellings.items()):
        if counts.total() >= least:
            kept.append(f"{word}\t{min(counts, key=lambda latin: (-counts[latin], latin))}\t{counts.total()}")
    return kept


def tables(found: Learned) -> Iterator[tuple[str, list[str]]]:
    """The name and the rows of every table."""
    for script, language in (("arabic", "ar"), ("cyrillic", "ru")):
        yield f"names-{language}", name_rows(found.pairs[f"{script}-latin"], _LEAST[script])
    graphones = {kind: graphone_rows(filter(_for_letters, pairs), _LEAST_WEIGHT) for kind, pairs in found.pairs.items()}
    for kind, lines in graphones.items():
        yield f"graphones-{kind}", lines
    chains = {script: _chain(words) for script, words in sorted(found.words.items())}
    yield "letterchains", [row for script, chain in chains.items() for row in _chain_rows(script, chain)]
    correspondences = _correspondences(graphones, chains)
    weights = {kind: weighed(pairs, filter(_unseen, pairs), correspondences) for kind, pairs in found.every.items()}
    yield "likeness", ["\t".join(map(str, (kind, *values))) for kind, values in weights.items()]


def _chain(words: list[str]) -> Counter[tuple[str, str]]:
    return Counter({letters: count for letters, count in chain_counts(words).items() if count > _RARE})


def _chain_rows(script: str, chain: Counter[tuple[str, str]]) -> list[str]:
    return [f"{script}\t{before}\t{letter}\t{count}" for (before, letter), count in sorted(chain.items())]


def _correspondences(
    graphones: Mapping[str, list[str]], chains: Mapping[str, Counter[tuple[str, str]]]
) -> Correspondences:
    """What the tables tell, before there are weights."""
    models = {kind: (model(lines), model(lines, turned=True)) for kind, lines in graphones.items()}
    letters = {script: chain_of(chain) for script, chain in chains.items()}

    def between(own: str, other: str) -> Graphones:
        return models[f"{own}-{other}"][0] if f"{own}-{other}" in models else models[f"{other}-{own}"][1]

    return Correspondences(between, letters.__getitem__, lambda _: ())


def _for_letters(each: Aligned) -> bool:
    return not _unseen(each.pair)


def main(arguments: list[str] | None = None) -> None:
    """Read the pair files and write the tables."""
    parser = argparse.ArgumentParser(description="Rebuild the learned tables of personal names.")
    parser.add_argument("arabic", type=Path, help="pairs of Latin and Arabic words")
    parser.add_argument("russian", type=Path, help="pairs of Latin and Russian words")
    parser.add_argument("-o", "--output", type=Path, default=Path("kg/resolve/data"))
    given = parser.parse_args(arguments)
    arabic, russian = (read_pairs(path.read_text("utf-8").splitlines()) for path in (given.arabic, given.russian))
    names = f"{given.arabic.name} and {given.russian.name}"
    notice = f"# Learned from {names} (Wikidata, CC0) by kg.resolve.learn; rebuild it instead of editing it."
    for stem, lines in tables(learned(arabic, russian)):
        path = given.output / f"{stem}.tsv"
        path.write_text("\n".join([notice, *lines, ""]), encoding="utf-8")
        sys.stdout.write(f"{path}: {len(lines)} rows\n")


if __name__ == "__main__":
    main()
