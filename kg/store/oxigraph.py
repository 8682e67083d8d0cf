"""The default store: Oxigraph in a folder, one transaction per article, no server.

Every article's graph is kept twice: under its own name, and merged into the default graph, which is the view. The view
has each triple once, however many articles tell it, so that counting is right and joins stay cheap.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import ArticleGraph, Iri, Quad
from kg.store import days, folder, names
from kg.store.answers import Telling
from kg.store.base import Changes, Mark
from kg.store.counting import follow, unmark
from kg.store.journal import FILE, Journal, touched
from kg.store.oxigraphreading import OxigraphReading
from kg.store.published import Published
from kg.store.terms import named, parts, placed, whole
from kg.store.updating import data, insert, retract

_FLUSH_SECONDS = 2.0
_NOTED = 10_000
PUBLISH_SECONDS = 30.0
"""How often a long ingest publishes its state to readers."""


class OxigraphStore(OxigraphReading):
    """A store in a folder, for the one who writes to it; readers open the states that it publishes (``OxigraphState``).

    A transaction is in the write-ahead log when ``put`` or ``drop`` returns, so a killed process loses nothing; it is
    forced to the disk every two seconds of writing and on closing, which is what a power cut could cost.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open a store, or make one.

        Raises:
            NotAStore: the path holds something else.
            StoreLocked: another process has the store open for writing.
            StoreError: there is no store (and ``create`` is not set), or it can't be read.
        """
        self.path = path
        self._store: ox.Store | None = folder.opened(path, create=create)
        self._published = Published(path)
        self._journal = Journal(path / FILE, first=self._published.next())
        self._flushed = self._shown = time.monotonic()

    def put(self, graph: ArticleGraph, replaces: Iterable[Iri] = ()) -> None:
        """Write an article's graph and drop the graphs it replaces, in one transaction."""
        store, name = self._open, named(graph.name)
        stale = [each for each in dict.fromkeys([*map(named, replaces), name]) if store.contains_named_graph(each)]
        facts = list(parts(graph))
        self._journal.note([*touched(graph), *self._touched(stale)])
        if stale:
            text = " ".join(f"{subject} {predicate} {value} ." for subject, predicate, value in facts)
            steps = [*map(retract, stale), insert(name, text)]
            self._write(lambda: self._open.update(";\n".join(steps)))
        else:
            # Much faster than an update that has to be parsed, and a transaction as well.
            self._write(lambda: self._open.extend(list(_twice(facts, name))))

    def revise(self, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        """Take facts out of the view and of ledgers and put others in, in one transaction."""
        gone, come = list(gone), list(come)
        leaving, coming = list(placed(gone)), list(placed(come))
        if not leaving and not coming:
            return
        # Ledgers have no nodes of the view: they are noted as themselves, since readers must hear of them as well.
        self._journal.note(quad.graph or each for quad in (*gone, *come) for each in touched([quad.triple]))
        if leaving:
            steps = [f"DELETE DATA {{ {data(leaving)} }}"] + [f"INSERT DATA {{ {data(coming)} }}"] * bool(coming)
            self._write(lambda: self._open.update(";\n".join(steps)))
        else:
            self._write(lambda: self._open.extend(coming))

    def fill(self, quads: Iterable[Quad]) -> None:
        """Write facts as they are into an empty store."""
        self._write(lambda: self._open.bulk_extend(map(whole, self._noting(quads))))

    def annotate(self, update: str) -> tuple[Iri, ...]:
        """Run a SPARQL update that writes to graphs of notes alone, in one transaction."""
        from kg.store.notes import notes, prologue

        names = notes(update)
        self._journal.note(names)
        with Telling(update):
            self._write(lambda: self._open.update(prologue(update) + update))
        return names

    def drop(self, name: Iri) -> bool:
        """Remove a named graph; False if there was none."""
        store, graph = self._open, named(name)
        if not store.contains_named_graph(graph):
            return False
        self._journal.note(self._touched([graph]))
        self._write(lambda: self._open.update(retract(graph)))
        return True

    def changes(self, since: Mark | None = None) -> Changes:
        """Which nodes of the view were touched since a mark."""
        return self._journal.changes(since)

    def publish(self, *, last: bool = False) -> None:
        """Let readers see what was written until now, where that is more than was published.

        Args:
            last: nothing more will be written, so that counts which have to be made anew are worth their time.

        Raises:
            StoreError: the folder can't be written.
        """
        counted = self._count(last)
        revision, newest = self._journal.changes(None).mark.revision, self._published.newest()
        if counted or newest is None or newest[1] != revision:
            for beside in (names, days):
                beside.follow(self.path, self._open, self._journal)
            self._published.publish(self._open, revision)
        self._shown = time.monotonic()

    def recount(self) -> None:
        """Make the counts anew when the store is closed.

        Raises:
            StoreError: the store can't be written.
        """
        self._write(lambda: unmark(self._open))

    def close(self) -> None:
        """Force everything to the disk, publish it, and let go of the folder."""
        if self._store is not None:
            try:
                self._write(lambda: self._open.flush())
                self.publish(last=True)
            finally:
                self._store = None
                self._journal.close()

    def _count(self, anew: bool) -> bool:
        try:
            return follow(self._open, self._journal, self._published, anew=anew)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"can't write to the store {self.path}: {error}") from error

    def _noting(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        facts = iter(quads)
        while batch := list(islice(facts, _NOTED)):
            self._journal.note(quad.triple.subject for quad in batch if quad.graph is None)
            yield from batch

    def _touched(self, graphs: list[ox.NamedNode]) -> Iterator[Iri]:
        return touched(fact for graph in graphs for fact in self.triples(graph.value))

    def _write(self, change: Callable[[], None]) -> None:
        # A change holds this store, not the engine: an error keeps the changes that it went through alive, and an engine that
        # is alive works on in its folder after the store was closed.
        try:
            change()
            now = time.monotonic()
            if now - self._flushed > _FLUSH_SECONDS:
                self._open.flush()
                self._flushed = now
        except (OSError, RuntimeError) as error:
            raise StoreError(f"can't write to the store {self.path}: {error}") from error
        if now - self._shown > PUBLISH_SECONDS:
            self.publish()


def _twice(
    facts: Iterable[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]], name: ox.NamedNode
) -> Iterator[ox.Quad]:
    for fact in facts:
        yield ox.Quad(*fact, name)
        yield ox.Quad(*fact)
