"""Reads pairs of names' words, and makes from them the pairs of other scripts: for making the tables, not at run time."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import sha256

from kg.resolve.align import Pair
from kg.resolve.letters import levelled
from kg.resolve.spelling import fold, signs
from kg.resolve.tables import curated_words


def read_pairs(lines: Iterable[str]) -> list[Pair]:
    """Read rows of Latin word, letters of the other script parted by blanks, count; rows with other signs are left out."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        latin, word, count = line.rstrip("\n").split("\t")
        pair = signs(word.replace(" ", "")), signs(latin)
        if all(side.isalpha() and 2 <= len(side) <= 16 for side in pair):
            counts[pair] += int(count)
    return [Pair(word, latin, count) for (word, latin), count in sorted(counts.items())]


def bucket(pair: Pair, buckets: int) -> int:
    """One of so many buckets, by the hash of the pair's words: the same on every machine."""
    return int(sha256(f"{pair.word}\t{pair.other}".encode()).hexdigest()[:8], 16) % buckets


def drawn(pairs: Iterable[Pair], number: int) -> list[Pair]:
    """So many of the pairs, chosen by their hash."""
    return sorted(pairs, key=lambda pair: sha256(f"{pair.word}\t{pair.other}".encode()).digest())[:number]


def persian_pairs() -> list[Pair]:
    """The Persian words that are spelled by hand: Persian reads some letters otherwise than Arabic does."""
    return sorted(Pair(signs(word), signs(latin), 3) for word, latin in curated_words("fa").items() if latin.isalpha())


def joined(first: Iterable[Pair], second: Iterable[Pair]) -> list[Pair]:
    """The words of two scripts that have one Latin spelling."""
    by_latin: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in second:
        by_latin[pair.other].append(pair)
    return sorted({Pair(a.word, b.word, 1) for a in first for b in by_latin[a.other]})


def variants(pairs: Iterable[Pair]) -> list[Pair]:
    """The words of one script whose Latin spellings differ only in habits of romanisation, each with itself as well."""
    by_latin: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        by_latin[levelled(fold(pair.other))].add(pair.word)
    return sorted({Pair(a, b, 1) for group in by_latin.values() for a in group for b in group})


def latin_variants(pairs: Iterable[Pair]) -> list[Pair]:
    """The Latin spellings of one word that begin and end alike, each with itself as well."""
    by_word: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        by_word[pair.word].add(pair.other)
    return sorted({Pair(a, b, 1) for group in by_word.values() for a in group for b in group if _close(a, b)})


def _close(word: str, other: str) -> bool:
    return abs(len(word) - len(other)) <= 2 and word[:1] == other[:1] and word[-1:] == other[-1:]
