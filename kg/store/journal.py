"""Remembers which nodes of the view were touched at which revision, so that copies elsewhere need only what changed."""

import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg_ontology import NAMESPACE

from kg.errors import StoreError
from kg.model import Iri, Triple
from kg.store.base import Changes, Mark

FILE = "journal.sqlite"
KEPT = 200_000
"""How many nodes a journal remembers; who is further behind starts anew, which is faster then."""

_FROM_EVENT = NAMESPACE + "fromEvent"
_MAKE = """
CREATE TABLE IF NOT EXISTS head (lineage TEXT NOT NULL, revision INTEGER NOT NULL, floor INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS touched (node TEXT PRIMARY KEY, revision INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS touched_at ON touched (revision);
"""


def touched(facts: Iterable[Triple]) -> Iterator[Iri]:
    """The nodes whose neighbourhood in the view some facts change."""
    for fact in facts:
        if fact.predicate == _FROM_EVENT and isinstance(fact.object, str):
            yield fact.object
        yield fact.subject


class Journal:
    """The journal of one store, in a file beside it or, without a path, in memory.

    Nodes are noted before the store changes: a process killed in between leaves a node noted that didn't change, which
    costs a look at it, and never a change that nobody hears of.
    """

    def __init__(self, path: Path | None = None, *, kept: int = KEPT, first: int = 0, reading: bool = False) -> None:
        """Open a journal, or begin one.

        Args:
            path: its file.
            kept: how many nodes it remembers.
            first: the revision that it begins with where there is none yet.
            reading: be content with reading it, where the folder can't be written to.

        Raises:
            StoreError: the file can't be read or written.
        """
        self._kept, self._where = kept, path
        self._held: int | None = None
        with self._telling():
            try:
                self._data = _writable(":memory:" if path is None else path, first)
            except sqlite3.OperationalError:
                if path is None or not reading:
                    raise
                self._data = _readable(path)

    def note(self, nodes: Iterable[Iri]) -> None:
        """Note nodes that are about to change, as one revision; none is none."""
        rows = [(node,) for node in dict.fromkeys(nodes)]
        if not rows:
            return
        with self._telling():
            self._data.execute("BEGIN")
            self._data.execute("UPDATE head SET revision = revision + 1")
            new = self._data.executemany("INSERT OR IGNORE INTO touched SELECT ?, revision FROM head", rows).rowcount
            if new < len(rows):
                self._data.executemany("UPDATE touched SET revision = (SELECT revision FROM head) WHERE node = ?", rows)
            self._data.execute("COMMIT")
            self._forget(new)

    def changes(self, since: Mark | None) -> Changes:
        """What was touched after a mark; everything, where the mark is of another store or too old."""
        with self._telling():
            lineage, revision, floor = self._data.execute("SELECT lineage, revision, floor FROM head").fetchone()
            mark = Mark(lineage, revision)
            if since is None or since.lineage != lineage or not floor <= since.revision <= revision:
                return Changes(mark, None)
            # The plus keeps SQLite from going through all nodes in their order instead of to the newest revisions.
            found = self._data.execute("SELECT node FROM touched WHERE revision > ? ORDER BY +node", (since.revision,))
            return Changes(mark, tuple(node for (node,) in found))

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the journal, each as a sentence."""
        with self._telling():
            told = [text for (text,) in self._data.execute("PRAGMA quick_check") if text != "ok"]
            ahead = self._data.execute("SELECT 1 FROM touched, head WHERE touched.revision > head.revision LIMIT 1")
            if ahead.fetchone() is not None:
                told.append("the journal tells of changes that are still to come")
            return tuple(told)

    def close(self) -> None:
        """Let go of the file."""
        self._data.close()

    def _forget(self, new: int) -> None:
        """Drop the oldest half where more nodes are noted than the journal keeps, of which some are new."""
        # Counted once, and by who writes alone: counting looks at every row.
        if self._held is None:
            (self._held,) = self._data.execute("SELECT COUNT(*) FROM touched").fetchone()
        else:
            self._held += new
        if self._held <= self._kept:
            return
        (floor,) = self._data.execute(
            "SELECT revision FROM touched ORDER BY revision LIMIT 1 OFFSET ?", (self._held - self._kept // 2,)
        ).fetchone()
        self._data.execute("UPDATE head SET floor = ?", (floor,))
        self._held -= self._data.execute("DELETE FROM touched WHERE revision <= ?", (floor,)).rowcount

    def _telling(self) -> "_Telling":
        return _Telling(self._where)


def _writable(path: Path | str, first: int) -> sqlite3.Connection:
    data = sqlite3.connect(path, isolation_level=None)
    # The store itself isn't forced to the disk at each write either.
    data.execute("PRAGMA journal_mode = WAL")
    data.execute("PRAGMA synchronous = OFF")
    data.executescript(_MAKE)
    if data.execute("SELECT 1 FROM head").fetchone() is None:
        data.execute("INSERT INTO head VALUES (?, ?, ?)", (uuid.uuid4().hex, first, first))
    return data


def _readable(path: Path) -> sqlite3.Connection:
    """Open a journal in a folder that can't be written to."""
    where = path.resolve().as_uri()
    try:
        data = sqlite3.connect(f"{where}?mode=ro", uri=True, isolation_level=None)
        data.execute("SELECT 1 FROM head")
    except sqlite3.OperationalError:
        # Beside a writer its shared files are there; without one they can't be made, and nothing changes.
        data = sqlite3.connect(f"{where}?mode=ro&immutable=1", uri=True, isolation_level=None)
        data.execute("SELECT 1 FROM head")
    return data


class _Telling:
    """Says in one sentence why a journal can't be used."""

    def __init__(self, where: Path | None) -> None:
        self._where = where

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.Error):
            mend = "" if isinstance(error, sqlite3.OperationalError) else "; delete it: it is made anew"
            raise StoreError(f"can't use the store's journal {self._where}: {error}{mend}") from error
