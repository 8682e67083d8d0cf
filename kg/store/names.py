"""Keeps the names of people, sides, topics and places of the view, folded for comparison, in a file from which they are found at once.

The file is the writer's, brought up to date before each state is published; a mark in it tells the state whose names it holds, and
readers of another state, or of a damaged file, look through the graph instead.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from kg_ontology import DATA, PREFIXES

from kg.errors import StoreError
from kg.model import Iri
from kg.store.base import Mark
from kg.store.journal import Journal

FILE = "names.sqlite"
Row = tuple[str, Iri, str, str]
"""A class of the ontology, a node of it, one of its names, and that name folded, with a space before each of its words."""

_CLASSES = ("Person", "State", "Organization", "Process", "Topic", "Place")
_KINDS = tuple(f"{DATA}{name.lower()}/" for name in _CLASSES)
_BATCH = 500
_MAKE = """
CREATE TABLE IF NOT EXISTS head (lineage TEXT NOT NULL, revision INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS name (class TEXT NOT NULL, node TEXT NOT NULL, label TEXT NOT NULL, folded TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS name_of ON name (node);
"""
# Class by class: of all at once Oxigraph reads the labels of every event as well. Other names count for people alone.
_NAMES = "SELECT DISTINCT ?node ?label WHERE {{ {nodes} ?node a diplo:{name} ; {property} ?label }}"
_PROPERTIES = [(name, "rdfs:label") for name in _CLASSES] + [("Person", "skos:altLabel")]


class Names:
    """The names of one state of a store; all answers are None where the file is of another one by now, or can't be read.

    The file is let go of after each answer: a reader that stays must not keep its writer waiting.
    """

    def __init__(self, folder: Path, mark: Mark) -> None:
        """Take the folder of the store and the state."""
        self._path, self._mark = folder / FILE, mark

    def labels(self, classes: Sequence[str]) -> list[tuple[Iri, str]] | None:
        """The names of all nodes of some classes."""
        marks = ", ".join("?" * len(classes))
        return self._answer(f"SELECT DISTINCT node, label FROM name WHERE class IN ({marks})", classes)

    def called(self, start: str) -> tuple[Iri, ...] | None:
        """The people with a name of which a word begins so, or words one after another do; folded, as the names are."""
        query = "SELECT DISTINCT node FROM name WHERE class = 'Person' AND instr(folded, ?) ORDER BY node"
        rows = self._answer(query, (f" {start}",))
        return None if rows is None else tuple(node for (node,) in rows)

    def rows(self) -> set[Row] | None:
        """All that the file holds."""
        rows = self._answer("SELECT class, node, label, folded FROM name")
        return None if rows is None else set(rows)

    def _answer(self, query: str, given: Sequence[str] = ()) -> list[Any] | None:
        where = f"{self._path.resolve().as_uri()}?mode=ro"
        try:
            with closing(sqlite3.connect(where, uri=True, isolation_level=None)) as data:
                # The mark and the answer are of one state.
                data.execute("BEGIN")
                held = data.execute("SELECT lineage, revision FROM head").fetchall()
                true = held == [(self._mark.lineage, self._mark.revision)]
                return data.execute(query, given).fetchall() if true else None
        except sqlite3.Error:
            return None


def follow(folder: Path, engine: ox.Store, journal: Journal) -> None:
    """Bring the file up to date with what the view holds now; a damaged one is made anew.

    Raises:
        StoreError: it can't be written.
    """
    try:
        try:
            _follow(folder / FILE, engine, journal)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            (folder / FILE).unlink()
            _follow(folder / FILE, engine, journal)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"can't write the names of the store, {folder / FILE}: {error}") from error


def told(engine: ox.Store, nodes: Iterable[Iri] | None = None) -> Iterator[Row]:
    """The rows for some nodes, or for all, by what the view tells."""
    if nodes is None:
        yield from _rows(engine, "")
        return
    wanted = [str(ox.NamedNode(iri)) for iri in nodes]
    for start in range(0, len(wanted), _BATCH):
        yield from _rows(engine, f"VALUES ?node {{ {' '.join(wanted[start : start + _BATCH])} }}")


def _follow(path: Path, engine: ox.Store, journal: Journal) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as data:
        # It can be made anew: nothing waits for the disk.
        data.execute("PRAGMA synchronous = OFF")
        data.executescript(_MAKE)
        held = next((Mark(*row) for row in data.execute("SELECT lineage, revision FROM head")), None)
        changes = journal.changes(held)
        if changes.mark == held:
            return
        touched = None if changes.nodes is None else [iri for iri in changes.nodes if iri.startswith(_KINDS)]
        rows = list(told(engine, touched))
        data.execute("BEGIN IMMEDIATE")
        if touched is None:
            data.execute("DELETE FROM name")
        else:
            data.executemany("DELETE FROM name WHERE node = ?", ((iri,) for iri in touched))
        data.executemany("INSERT INTO name VALUES (?, ?, ?, ?)", rows)
        data.execute("DELETE FROM head")
        data.execute("INSERT INTO head VALUES (?, ?)", (changes.mark.lineage, changes.mark.revision))
        data.execute("COMMIT")


def _rows(engine: ox.Store, nodes: str) -> Iterator[Row]:
    # Only who writes the file folds names.
    from kg.authority.folding import folded

    for name, property in _PROPERTIES:
        query = _NAMES.format(nodes=nodes, name=name, property=property)
        answer = engine.query(query, prefixes=dict(PREFIXES))
        for node, label in answer if isinstance(answer, ox.QuerySolutions) else ():
            if isinstance(label, ox.Literal):
                yield name, node.value, label.value, f" {folded(label.value)}"
