"""Reads the tables of names: the spellings kept by hand and the ones learned from pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.abc import Traversable
from importlib.resources import files
from zlib import crc32

from kg.resolve.spelling import fold

data: Traversable = files("kg.resolve").joinpath("data")
"""The folder that the tables are read from, each when it is first needed."""

_COLUMNS = {"ar": 1, "fa": 2, "ru": 3}


@cache
def learned(language: str) -> Mapping[str, tuple[str, int]]:
    """Folded word → best Latin spelling and number of persons, for ``ar`` and ``ru``; empty for other languages."""
    if language not in ("ar", "ru"):
        return {}
    cells = (line.split("\t") for line in rows(f"names-{language}.tsv"))
    return {word: (latin, int(count)) for word, latin, count in cells}


@cache
def curated_names(language: str) -> Mapping[str, str]:
    """Folded whole name (عبد and الله joined to their neighbours) → its usual Latin form."""
    return {name_key(native): latin for latin, native in _spellings(language) if " " in native}


@cache
def curated_words(language: str) -> Mapping[str, str]:
    """Folded word → its usual Latin form: from the rows of one word, else from whole names of as many words."""
    single: dict[str, str] = {}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for latin, native in _spellings(language):
        words, spellings = native.split(), latin.split()
        if len(words) == 1 and len(spellings) == 1:
            single[fold(native)] = latin
        elif len(words) == len(spellings):
            for word, spelling in zip(words, spellings, strict=True):
                votes[fold(word)][spelling] += 1
    voted = {word: min(counts, key=lambda latin: (-counts[latin], latin)) for word, counts in votes.items()}
    return {**voted, **single}


def _spellings(language: str) -> Iterator[tuple[str, str]]:
    column = _COLUMNS.get(language)
    for line in rows("spellings.tsv")[1:]:
        cells = line.split("\t")
        for native in cells[column].split("|") if column else ():
            if native:
                yield cells[0], native


def name_key(name: str) -> str:
    """The key of a whole name: its folded words, with عبد and الله joined to their neighbours."""
    folded = " ".join(fold(word) for word in name.split())
    return folded.replace("عبد ال", "عبدال").replace(" الله", "الله")


def rows(name: str) -> list[str]:
    """The lines of a table, without its remarks."""
    return [line for line in data.joinpath(name).read_text("utf-8").splitlines() if not line.startswith("#")]


def edition() -> int:
    """A number that changes with what the tables, and the settings of letters, say of the words of names."""
    found = 0
    for name in ("spellings.tsv", "names-ar.tsv", "names-ru.tsv", "letters.toml"):
        found = crc32(data.joinpath(name).read_bytes(), found)
    return found


def read_from(folder: Traversable) -> None:
    """Read the tables of names from another folder, as benchmarks do before they compare anything."""
    global data
    data = folder
    for table in (learned, curated_names, curated_words):
        table.cache_clear()
