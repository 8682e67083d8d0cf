"""The authority files that come with the package."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kg.authority.dates import when
from kg.authority.model import Fact
from kg.authority.reader import COMMENT


def starter_texts() -> Iterator[tuple[str, str]]:
    """The names and the texts of the files, in the order of their names."""
    folder = files("kg.authority").joinpath("data")
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".csv"):
            yield file.name, file.read_text("utf-8")


@cache
def starter_facts(name: str | None = None) -> tuple[Fact, ...]:
    """The facts of one file of the starter, or of all, read without checks: the tests hold each file to every check."""
    return tuple(fact for file, text in starter_texts() if name in (None, file) for fact in _facts(text))


def _facts(text: str) -> Iterator[Fact]:
    rows = csv.reader(line for line in text.splitlines() if line and not line.startswith(COMMENT))
    next(rows)
    for identifier, name, value, language, start, end, source in rows:
        yield Fact(identifier, name, value, language, when(start), when(end), source)
