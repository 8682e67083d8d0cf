"""The second embedded engine: ArcadeDB in a Java machine of this process, kept in a folder of the store that can be thrown away."""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.errors import StoreError
from kg.projection.applying import COUNT_ALL, apply
from kg.projection.arcadeanswers import cell
from kg.projection.arcadedialect import complaint, refuse_foreign
from kg.projection.arcadejava import Failure, Java, java
from kg.projection.base import Parameter, Records
from kg.projection.dialect import refuse
from kg.projection.files import Shelf, ending
from kg.projection.mapping import plan
from kg.projection.model import Node, Slice
from kg.projection.sealing import is_whole, put_away
from kg.projection.statements import Row, Rows, writing
from kg.store.base import Mark

_CREATE = "UNWIND $rows AS row CREATE (n:{labels}) SET n = row"
_LANGUAGE, _GRAPH = "opencypher", "graph"


class ArcadeEngine:
    """A property graph in the files of a folder: a kept one is only read, what is changed is a copy elsewhere until ``keep``."""

    def __init__(self, folder: Path | None = None) -> None:
        """Begin with what the folder keeps; an unreadable one counts as none.

        Raises:
            StoreError: ArcadeDB isn't installed, or its Java doesn't start.
        """
        self._java: Java = java()
        self._shelf = Shelf(folder, ending("arcadedb")) if folder is not None else None
        self._draft: TemporaryDirectory[str] | None = None
        self._graph: Any = None
        self._mark: Mark | None = None
        self._open_kept()

    def mark(self) -> Mark | None:
        """How far the graph has followed its store."""
        return self._mark

    def rebuild(self, slices: Iterable[Slice], mark: Mark) -> None:
        """Hold what the slices tell and nothing else."""
        with _telling():
            self.close()
            self._new()
            for piece in slices:
                with self._transaction():
                    for labels, rows in _created(piece.nodes):
                        self._run(_CREATE.format(labels=labels), rows)
                    for text, rows in writing(Slice((), piece.relationships)):
                        self._run(text, rows)
            with self._transaction():
                self._run(COUNT_ALL, ())
        self._mark = mark

    def apply(self, change: Slice, mark: Mark) -> None:
        """Replace what some nodes own; a graph that can't take a change has no mark any more, and is made anew."""
        self._mark = None
        with _telling():
            self._own()
            with self._transaction():
                apply(self._run, change)
        self._mark = mark

    def keep(self) -> None:
        """Put the graph into its folder, where there is one and something changed.

        Raises:
            StoreError: it can't be written.
        """
        if self._shelf is None or self._mark is None or self._draft is None:
            return
        draft, mark = Path(self._draft.name, _GRAPH), self._mark
        with _telling():
            self._graph.close()
            try:
                self._shelf.put(mark, lambda path: put_away(draft, path))
            finally:
                self._graph = self._java.open(draft)

    def cypher(
        self,
        query: str,
        parameters: Mapping[str, Parameter] | None = None,
        *,
        seconds: float | None = None,
        limit: int | None = None,
    ) -> Records:
        """Answer a query that only reads."""
        refuse(query)
        refuse_foreign(query, parameters or {})
        if self._graph is None:
            self._new()
        try:
            self._java.allow(self._graph, seconds)
            columns = self._java.columns(self._graph, query)
            found = self._graph.query(_LANGUAGE, query, self._java.values(parameters or {})).stream()
            rows = (found if limit is None else found.limit(limit + 1)).toArray()
            cells = [tuple(cell(self._java, row.getProperty(name)) for name in columns.values()) for row in rows]
        except Failure as error:
            raise complaint(error, query, seconds) from error
        return Records(tuple(columns), tuple(cells[:limit]), limit is not None and len(cells) > limit)

    def close(self) -> None:
        """Let go of the files, and of those that are nobody else's."""
        self._mark = None
        if self._graph is not None:
            self._graph.close()
            self._graph = None
        if self._draft is not None:
            self._draft.cleanup()
            self._draft = None

    def _run(self, text: str, rows: Rows) -> Sequence[Sequence[Any]]:
        found = self._graph.command(_LANGUAGE, text, self._java.values({"rows": list(rows)})).stream().toArray()
        return [[cell(self._java, row.getProperty(name)) for name in row.getPropertyNames()] for row in found]

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._graph.begin()
        try:
            yield
            self._graph.commit()
        finally:
            if self._graph.isTransactionActive():
                self._graph.rollback()

    def _open_kept(self) -> None:
        found = self._shelf.current() if self._shelf is not None else None
        if found is None or not is_whole(found[0]):
            return
        try:
            self._graph = self._java.open(found[0], reading=True)
        except Failure:
            # Once in a process a folder can be open.
            self._take(found[0])
        self._mark = found[1]

    def _new(self) -> None:
        """An empty graph of our own; all labels of kind are made known, with their key."""
        self._graph = self._java.create(self._elsewhere(), plan().kinds)

    def _own(self) -> None:
        """Work on a copy of what is kept: others may be reading it."""
        if self._graph is None:
            self._new()
        elif self._draft is None:
            kept = Path(str(self._graph.getDatabasePath()))
            self._graph.close()
            self._take(kept)

    def _take(self, kept: Path) -> None:
        draft = self._elsewhere()
        shutil.copytree(kept, draft)
        self._graph = self._java.open(draft)

    def _elsewhere(self) -> Path:
        """Where nobody else looks; it goes with this process."""
        self._draft = TemporaryDirectory(prefix="kg-arcadedb-", ignore_cleanup_errors=True)
        return Path(self._draft.name, _GRAPH)


def _created(nodes: Iterable[Node]) -> Iterator[tuple[str, list[Row]]]:
    """Nodes by all their labels: given at once they cost far less than one after the other."""
    for labels, each in groupby(sorted(nodes, key=_labels), key=_labels):
        rows: list[Row] = [node.properties for node in each]
        yield labels, rows


def _labels(node: Node) -> str:
    return ":".join((node.label, *node.more))


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except (Failure, OSError) as error:
        raise StoreError(f"can't write the property graph: {str(error).partition(chr(10))[0]}") from error
