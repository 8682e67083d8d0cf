"""Files that a writer keeps beside a store so that things are found at once; a mark in each tells the state that it is true of.

They can be made anew: readers of another state, or of a damaged file, look through the graph instead.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from kg.errors import StoreError
from kg.model import Iri
from kg.store.base import Mark
from kg.store.terms import batches

T = TypeVar("T")


def answer(path: Path, mark: Mark, asked: Callable[[sqlite3.Connection], T]) -> T | None:
    """What a file answers; None where it is true of another state than that of the mark, or can't be read.

    The file is let go of after each answer: a reader that stays must not keep its writer waiting.
    """
    where = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(where, uri=True, isolation_level=None)) as data:
            # The mark and the answer are of one state.
            data.execute("BEGIN")
            held = data.execute("SELECT lineage, revision FROM head").fetchall()
            return asked(data) if held == [(mark.lineage, mark.revision)] else None
    except (sqlite3.Error, UnicodeError):
        return None


def told(rows: Callable[[str], Iterator[T]], name: str, nodes: Iterable[Iri] | None) -> Iterator[T]:
    """What queries tell of some nodes, a few hundred at once, or of all.

    Args:
        rows: what a query tells that begins with a clause.
        name: the variable of the query that stands for a node.
        nodes: the nodes; None for all.
    """
    for clause in [""] if nodes is None else (f"VALUES ?{name} {{ {some} }}" for some in batches(nodes)):
        yield from rows(clause)


def write(path: Path, what: str, layout: int, make: str, work: Callable[[sqlite3.Connection], None]) -> None:
    """Bring a file up to date; a damaged one is made anew, and one of another layout.

    Args:
        path: the file.
        what: what it holds, for messages.
        layout: the number of the layout of its tables.
        make: the statements that make them, and take out those of other layouts.
        work: what brings them up to date.

    Raises:
        StoreError: it can't be written.
    """
    try:
        try:
            _write(path, layout, make, work)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            path.unlink()
            _write(path, layout, make, work)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"can't write the {what} of the store, {path}: {error}") from error


def _write(path: Path, layout: int, make: str, work: Callable[[sqlite3.Connection], None]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as data:
        # It can be made anew: nothing waits for the disk.
        data.execute("PRAGMA synchronous = OFF")
        if data.execute("PRAGMA user_version").fetchone() != (layout,):
            data.executescript(f"BEGIN IMMEDIATE; {make} PRAGMA user_version = {layout}; COMMIT;")
        work(data)
