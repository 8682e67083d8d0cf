"""Keeps the words of names in the file of names, so that a name is looked for among different words and not in each name."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.model import Iri
from kg.resolve.alike import forms, keys
from kg.resolve.matching import leads, ways
from kg.resolve.similarity import readings
from kg.resolve.tables import edition as edition

_BATCH = 500


def told_words(name: str) -> str:
    """The words of a name, a line for each of its readings."""
    return "\n".join(map(" ".join, readings(name)))


def note(data: sqlite3.Connection, told: Iterable[str]) -> None:
    """Note the different words of names that ``told_words`` tells, each with what it is compared by."""
    words = {word for each in told for word in each.split()}
    data.executemany(
        "INSERT OR IGNORE INTO form VALUES (?, ?, ?)", ((*form, word) for word in words for form in forms(word))
    )
    data.executemany("INSERT OR IGNORE INTO key VALUES (?, ?)", ((key, word) for word in words for key in keys(word)))


def bearers(
    data: sqlite3.Connection, name: str, names: Callable[[], Iterable[tuple[Iri, str]]]
) -> tuple[Iri, ...] | None:
    """The nodes with a name that may be the same as another, sorted; None where the words are read by other tables than ours.

    ``names`` gives all nodes with the words of each of their names, where a word of the name is found at all.
    """
    if data.execute("SELECT edition FROM head").fetchall() != [(edition(),)]:
        return None
    found = ways(name, _Words(data))
    if not found:
        return ()
    return tuple(
        sorted({node for node, told in names() if any(leads(found, each.split(" ")) for each in told.split("\n"))})
    )


class _Words:
    """The words that the file holds."""

    def __init__(self, data: sqlite3.Connection) -> None:
        self._data = data

    def forms(self, script: str) -> Sequence[tuple[str, str]]:
        """The forms in a script, each with its word."""
        return self._data.execute(
            "SELECT form, word FROM form WHERE script = ? ORDER BY form, word", (script,)
        ).fetchall()

    def having(self, keys: frozenset[str]) -> Iterator[str]:
        """The words that have one of some keys."""
        asked = sorted(keys)
        for start in range(0, len(asked), _BATCH):
            some = asked[start : start + _BATCH]
            marks = ", ".join("?" * len(some))
            yield from (word for (word,) in self._data.execute(f"SELECT word FROM key WHERE key IN ({marks})", some))
