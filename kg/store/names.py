"""Keeps the names of people, sides, topics and places of the view, folded for comparison and in words, in a file from which they are found at once.

The file is the writer's, brought up to date before each state is published.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox
from kg_ontology import DATA, PREFIXES

from kg.model import Iri
from kg.store import beside
from kg.store.base import Mark
from kg.store.journal import Journal

FILE = "names.sqlite"
Row = tuple[str, Iri, str, str, str]
"""A class of the ontology, a node of it, one of its names, that name folded, with a space before each of its words, and its words
as names are compared, a line for each of its readings."""

_CLASSES = ("Person", "State", "Organization", "Process", "Topic", "Place")
_KINDS = tuple(f"{DATA}{name.lower()}/" for name in _CLASSES)
_LAST = "\U0010ffff"
_LAYOUT = 3
# ``onward`` holds each name of a person from each of its words on, folded. Words that no name has any more stay in the last two
# tables: they lead nowhere.
_MAKE = """
DROP TABLE IF EXISTS head;
DROP TABLE IF EXISTS name;
DROP TABLE IF EXISTS onward;
DROP TABLE IF EXISTS form;
DROP TABLE IF EXISTS key;
CREATE TABLE head (lineage TEXT NOT NULL, revision INTEGER NOT NULL, edition INTEGER NOT NULL);
CREATE TABLE name (class TEXT NOT NULL, node TEXT NOT NULL, label TEXT NOT NULL, folded TEXT NOT NULL, words TEXT NOT NULL);
CREATE INDEX name_of ON name (node);
CREATE TABLE onward (text TEXT, node TEXT, PRIMARY KEY (text, node)) WITHOUT ROWID;
CREATE INDEX onward_of ON onward (node);
CREATE TABLE form (script TEXT, form TEXT, word TEXT, PRIMARY KEY (script, form, word)) WITHOUT ROWID;
CREATE TABLE key (key TEXT, word TEXT, PRIMARY KEY (key, word)) WITHOUT ROWID;
"""
# Class by class: of all at once Oxigraph reads the labels of every event as well. Other names count for people alone.
_NAMES = "SELECT DISTINCT ?node ?label WHERE {{ {nodes} ?node a diplo:{name} ; {property} ?label }}"
_PROPERTIES = [(name, "rdfs:label") for name in _CLASSES] + [("Person", "skos:altLabel")]


T = TypeVar("T")


class Names:
    """The names of one state of a store; all answers are None where the file is of another one by now, or can't be read."""

    def __init__(self, folder: Path, mark: Mark) -> None:
        """Take the folder of the store and the state."""
        self._path, self.mark = folder / FILE, mark

    def labels(self, classes: Sequence[str]) -> list[tuple[Iri, str]] | None:
        """The names of all nodes of some classes."""
        query = f"SELECT DISTINCT node, label FROM name WHERE {_of(classes)}"
        return self._answer(lambda data: data.execute(query, classes).fetchall())

    def called(self, start: str) -> tuple[Iri, ...] | None:
        """The people with a name of which a word begins so, or words one after another do; folded, as the names are."""
        query = "SELECT DISTINCT node FROM onward WHERE text >= ? AND text < ? ORDER BY node"
        return self._answer(lambda data: tuple(node for (node,) in data.execute(query, (start, start + _LAST))))

    def bearers(self, classes: Sequence[str], name: str) -> tuple[Iri, ...] | None:
        """The nodes of some classes with a name that may be the same as another, in whatever scripts; sorted."""
        from kg.store.spoken import bearers

        query = f"SELECT node, words FROM name WHERE {_of(classes)}"
        return self._answer(lambda data: bearers(data, name, lambda: data.execute(query, classes)))

    def rows(self) -> set[Row] | None:
        """All that the file holds of names."""
        query = "SELECT class, node, label, folded, words FROM name"
        return self._answer(lambda data: set(data.execute(query)))

    def _answer(self, asked: Callable[[sqlite3.Connection], T]) -> T | None:
        return beside.answer(self._path, self.mark, asked)


def _of(classes: Sequence[str]) -> str:
    return f"class IN ({', '.join('?' * len(classes))})"


def follow(folder: Path, engine: ox.Store, journal: Journal) -> None:
    """Bring the file up to date with what the view holds now; a damaged one is made anew.

    Raises:
        StoreError: it can't be written.
    """
    beside.write(folder / FILE, "names", _LAYOUT, _MAKE, partial(_follow, engine, journal))


def told(engine: ox.Store, nodes: Iterable[Iri] | None = None) -> Iterator[Row]:
    """The rows for some nodes, or for all, by what the view tells."""
    return beside.told(partial(_rows, engine), "node", nodes)


def _follow(engine: ox.Store, journal: Journal, data: sqlite3.Connection) -> None:
    from kg.store import spoken

    head = data.execute("SELECT lineage, revision FROM head WHERE edition = ?", (spoken.edition(),)).fetchone()
    held = None if head is None else Mark(*head)
    changes = journal.changes(held)
    if changes.mark == held:
        return
    touched = None if changes.nodes is None else [iri for iri in changes.nodes if iri.startswith(_KINDS)]
    _write(data, list(told(engine, touched)), touched, changes.mark)


def _write(data: sqlite3.Connection, rows: Sequence[Row], touched: Sequence[Iri] | None, mark: Mark) -> None:
    from kg.store import spoken

    data.execute("BEGIN IMMEDIATE")
    if touched is None:
        for table in ("name", "onward", "form", "key"):
            data.execute(f"DELETE FROM {table}")
    else:
        for table in ("name", "onward"):
            data.executemany(f"DELETE FROM {table} WHERE node = ?", ((iri,) for iri in touched))
    data.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", rows)
    data.executemany("INSERT OR IGNORE INTO onward VALUES (?, ?)", _onward(rows))
    spoken.note(data, (words for *_, words in rows))
    data.execute("DELETE FROM head")
    data.execute("INSERT INTO head VALUES (?, ?, ?)", (mark.lineage, mark.revision, spoken.edition()))
    data.execute("COMMIT")


def _onward(rows: Iterable[Row]) -> Iterator[tuple[str, Iri]]:
    for kind, node, _, folded, _ in rows:
        if kind == "Person":
            yield from ((folded[at + 1 :], node) for at, letter in enumerate(folded) if letter == " ")


def _rows(engine: ox.Store, nodes: str) -> Iterator[Row]:
    # Only who writes the file folds names.
    from kg.authority.folding import folded
    from kg.store.spoken import told_words

    for name, property in _PROPERTIES:
        query = _NAMES.format(nodes=nodes, name=name, property=property)
        answer = engine.query(query, prefixes=dict(PREFIXES))
        for node, label in answer if isinstance(answer, ox.QuerySolutions) else ():
            if isinstance(label, ox.Literal):
                yield name, node.value, label.value, f" {folded(label.value)}", told_words(label.value)
