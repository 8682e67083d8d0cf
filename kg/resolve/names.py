"""Personal names across scripts: a readable Latin form, a match for searching, and which words are known as names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kg.resolve.spelling import fold

_TABLES = {"ar": ("ar",), "fa": ("fa", "ar"), "ru": ("ru",)}


@dataclass(frozen=True, slots=True)
class KnownName:
    """A word known as part of personal names: its best Latin spelling and how many persons bear it."""

    latin: str
    count: int


def known(token: str, language: str) -> int:
    """How many persons in the tables bear a word (in any spelling variant) in their names; 0 if it is unknown.

    Persian looks into the Arabic table as well. The clitics of Arabic are not taken off.

    >>> known("ألكسندر", "ar") > 100, known("الأحد", "ar")
    (True, 0)
    """
    return max((row.count for row in _rows(token, language)), default=0)


def name_tokens(language: str) -> frozenset[str]:
    """All words known as parts of personal names in a language, folded as ``kg.resolve.spelling.fold`` does it."""
    return frozenset().union(*(_table(code).keys() for code in _TABLES.get(language, ())))


def _rows(token: str, language: str) -> Iterator[KnownName]:
    key = fold(token)
    for code in _TABLES.get(language, ()):
        row = _table(code).get(key)
        if row:
            yield row


@cache
def _table(code: str) -> Mapping[str, KnownName]:
    rows = {}
    for line in files("kg.resolve").joinpath(f"data/names-{code}.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            key, latin, count = line.split("\t")
            rows[key] = KnownName(latin, int(count))
    return MappingProxyType(rows)
