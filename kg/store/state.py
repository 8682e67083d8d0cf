"""A published state of a store, for readers: any number at a time, also while somebody writes."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError, StoreLocked
from kg.model import ArticleGraph, Iri, Quad, Triple
from kg.store import folder
from kg.store.base import Changes, Mark, Table
from kg.store.counts import true_of
from kg.store.days import Days
from kg.store.journal import FILE, Journal
from kg.store.names import Names
from kg.store.oxigraphreading import OxigraphReading
from kg.store.published import Published
from kg.store.sparql import refuse

_AGAIN = 3


class OxigraphState(OxigraphReading):
    """The newest state that a store has published, in the folder ``place``; ``behind`` says that there is more, which somebody
    is writing or nobody could publish here."""

    def __init__(self, path: Path) -> None:
        """Open it; where nobody writes, what a killed process left unpublished is published first.

        Raises:
            NotAStore: the path holds something else.
            StoreLocked: somebody writes to the store, and it has not published anything yet.
            StoreError: there is no store, or it can't be read.
        """
        self.path = path
        folder.check(path)
        self._journal = Journal(path / FILE, first=Published(path).next(), reading=True)
        self.behind = self._catch_up()
        self._store: ox.Store | None = self._newest()

    def put(self, graph: ArticleGraph, replaces: Iterator[Iri] | tuple[Iri, ...] = ()) -> None:
        """Refused: a state is for reading."""
        raise self._refused()

    def revise(self, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        """Refused: a state is for reading."""
        raise self._refused()

    def fill(self, quads: Iterable[Quad]) -> None:
        """Refused: a state is for reading."""
        raise self._refused()

    def annotate(self, update: str) -> tuple[Iri, ...]:
        """Refused: a state is for reading."""
        raise self._refused()

    def drop(self, name: Iri) -> bool:
        """Refused: a state is for reading."""
        raise self._refused()

    def changes(self, since: Mark | None = None) -> Changes:
        """Which nodes of the view were touched since a mark; some may be told of that only the next state has changed."""
        # Else it is the closed journal that complains, as if it were damaged.
        _ = self._open
        told = self._journal.changes(since)
        return Changes(Mark(told.mark.lineage, self.revision), told.nodes)

    @property
    def counted(self) -> bool:
        """Whether the counts that are kept are true of this state."""
        return true_of(self._open) == self.changes().mark

    @property
    def names(self) -> Names:
        """The names of this state, to find nodes by, where they are kept."""
        return Names(self.path, self.changes().mark)

    @property
    def days(self) -> Days:
        """The days of the events of this state, where they are kept."""
        return Days(self.path, self.changes().mark)

    def within(self, query: str, seconds: float | None, limit: int | None) -> Table | tuple[Triple, ...]:
        """Answer a query of any form, the first ``limit`` rows, in a process of its own where it may take so long only."""
        if seconds is None:
            return super().within(query, seconds, limit)
        from kg.store import child

        refuse(query)
        return child.ask(self.place, query, seconds, limit)

    def close(self) -> None:
        """Let go of the folder."""
        super().close()
        self._journal.close()

    def _catch_up(self) -> bool:
        """Publish what isn't published, where nobody writes; whether readers see less than is there."""
        newest = Published(self.path).newest()
        if newest is not None and newest[1] >= self._journal.changes(None).mark.revision:
            return False
        from kg.store.oxigraph import OxigraphStore

        try:
            OxigraphStore(self.path).close()
        except StoreLocked:
            if newest is None:
                raise
            return True
        except StoreError as error:
            if newest is None:
                raise StoreError(
                    f"the store {self.path} has published nothing, and can't be opened for that here: have somebody who "
                    f"may write to it run kg stats on it ({error})"
                ) from error
            return True
        return False

    def _newest(self) -> ox.Store:
        for again in range(_AGAIN):
            found = Published(self.path).newest()
            if found is None:
                break
            try:
                self.place, self.revision = found
                return ox.Store.read_only(str(found[0]))
            except (OSError, RuntimeError) as error:
                # A writer may have swept it away in between: then there is a newer one. Else it is damaged.
                if again == _AGAIN - 2:
                    self._publish_anew(found[0])
                if again == _AGAIN - 1:
                    raise StoreError(f"can't open the store {self.path}: {error}") from error
        raise StoreError(f"the store {self.path} has published nothing that could be read")

    def _publish_anew(self, damaged: Path) -> None:
        from kg.store.oxigraph import OxigraphStore

        with suppress(StoreError), OxigraphStore(self.path):
            shutil.rmtree(damaged, ignore_errors=True)

    def _refused(self) -> StoreError:
        return StoreError(f"the store {self.path} is open for reading: open it for writing to change it")
