"""Keeps the names of people, sides, topics and places of the view, folded for comparison, in a file from which they are found at once.

The file is the writer's, brought up to date before each state is published; a mark in it tells the state whose names it holds, and
readers of another state, or of a damaged file, look through the graph instead.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

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
    """The names of one state of a store."""

    def __init__(self, data: sqlite3.Connection) -> None:
        """Take the open file; ``of`` opens it."""
        self._data = data

    @classmethod
    def of(cls, folder: Path, mark: Mark) -> "Names | None":
        """The names of a state of the store in a folder; None where the file tells of another one, or can't be read."""
        try:
            data = sqlite3.connect(f"{(folder / FILE).resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
            # From here on nothing that its writer does is seen.
            data.execute("BEGIN")
            if data.execute("SELECT lineage, revision FROM head").fetchall() == [(mark.lineage, mark.revision)]:
                return cls(data)
            data.close()
        except sqlite3.Error:
            pass
        return None

    def labels(self, classes: Sequence[str]) -> list[tuple[Iri, str]]:
        """The names of all nodes of some classes."""
        marks = ", ".join("?" * len(classes))
        return self._data.execute(f"SELECT DISTINCT node, label FROM name WHERE class IN ({marks})", classes).fetchall()

    def called(self, start: str) -> tuple[Iri, ...]:
        """The people with a name of which a word begins so, or words one after another do; folded, as the names are."""
        query = "SELECT DISTINCT node FROM name WHERE class = 'Person' AND instr(folded, ?) ORDER BY node"
        return tuple(node for (node,) in self._data.execute(query, (f" {start}",)))

    def rows(self) -> set[Row]:
        """All that the file holds."""
        return set(self._data.execute("SELECT class, node, label, folded FROM name"))

    def close(self) -> None:
        """Let go of the file."""
        self._data.close()


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
