"""The embedded engine: kglite, in memory or mapped from where it is kept, in the store's folder, and can be thrown away."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any
from weakref import finalize

import kglite

from kg.errors import QueryError, StoreError
from kg.projection.applying import COUNT_ALL, apply
from kg.projection.base import Parameter, Records
from kg.projection.dialect import refuse
from kg.projection.files import Shelf, ending
from kg.projection.kgliteanswers import cells
from kg.projection.kgliteasking import asked, complaint
from kg.projection.kglitefolder import opened, put_away
from kg.projection.kglitewriting import erase, write
from kg.projection.mapping import plan
from kg.projection.model import Node, Slice
from kg.projection.statements import Rows, writing
from kg.store.base import Mark

_KEY, _NAME = "iri", "name"
_TIMES = 3
"""How often a kept graph is looked for: another process may have put a newer one in its place while it was opened."""


class KgliteEngine:
    """A property graph mapped from a folder and kept there; without a folder it lives in memory, as long as the process."""

    def __init__(self, folder: Path | None = None) -> None:
        """Begin with what the folder keeps; an unreadable one counts as none.

        Raises:
            StoreError: there is no room for temporary files.
        """
        kglite.set_query_warning_policy("silent")
        self._shelf = Shelf(folder, ending("kglite")) if folder is not None else None
        self._graph, self._changed = _empty(), False
        self._mark: Mark | None = None
        self._own: finalize[..., KgliteEngine] | None = None
        self._open_kept()

    def mark(self) -> Mark | None:
        """How far the graph has followed its store."""
        return self._mark

    def rebuild(self, slices: Iterable[Slice], mark: Mark) -> None:
        """Hold what the slices tell and nothing else."""
        self.close()
        with _telling():
            for piece in slices:
                self._graph.extend(_nodes(piece.nodes))
                self._label(piece.nodes)
                for text, rows in writing(Slice((), piece.relationships)):
                    self._run(text, rows)
            self._run(COUNT_ALL, ())
        self._mark, self._changed = mark, True

    def apply(self, change: Slice, mark: Mark) -> None:
        """Replace what some nodes own; a graph that can't take a change has no mark any more, and is made anew."""
        self._mark = None
        with _telling():
            apply(self._run, change, write, erase)
        self._mark, self._changed = mark, True

    def keep(self) -> None:
        """Write the graph to its folder, where there is one and something changed, and map it from there.

        Raises:
            StoreError: it can't be written.
        """
        if self._shelf is None or self._mark is None or not self._changed:
            return
        with _telling():
            path = self._shelf.put(self._mark, lambda path: put_away(self._graph, path))
        self._changed = False
        self._open(path, self._mark)

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
        wanted = asked(query, parameters or {})
        answer = self._answer(wanted.text, parameters, seconds, limit)
        rows = list(zip(*(cells(answer.column(name)) for name in answer.columns), strict=True))
        cut = limit is not None and len(rows) > limit
        notes = tuple(note for note in answer.warnings if "row_limit" not in note)
        return Records(wanted.columns or tuple(answer.columns), tuple(rows[:limit]), cut, notes)

    def _answer(
        self,
        text: str,
        parameters: Mapping[str, Parameter] | None,
        seconds: float | None,
        limit: int | None,
    ) -> Any:
        try:
            return self._graph.cypher(
                text,
                params=dict(parameters or {}),
                timeout_ms=0 if seconds is None else max(1, round(seconds * 1000)),
                row_limit=None if limit is None else limit + 1,
            )
        except kglite.KgError as error:
            raise complaint(error, seconds) from error
        except (OverflowError, TypeError) as error:
            raise QueryError(f"the query can't be answered: {error}") from error

    def close(self) -> None:
        """Let go of the memory and of the files."""
        self._graph, self._mark, self._changed = _empty(), None, False
        if self._own is not None:
            self._own()
            self._own = None

    def _run(self, text: str, rows: Rows) -> list[list[Any]]:
        found = self._graph.cypher(text, params={"rows": list(rows)}, timeout_ms=0)
        return [list(row.values()) for row in found.to_list()]

    def _label(self, nodes: Iterable[Node]) -> None:
        """Give nodes their further labels, which can't be given where they are handed over."""
        wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
        for node in nodes:
            for more in node.more:
                wanted[node.label, more].append(node.iri)
        for (label, more), iris in wanted.items():
            self._graph.add_label(label, iris, more)

    def _open_kept(self) -> None:
        for _ in range(_TIMES):
            found = self._shelf.current() if self._shelf is not None else None
            if found is None or self._open(*found):
                return

    def _open(self, kept: Path, mark: Mark) -> bool:
        """Take a kept graph for ours; where it can't be read, all stays as it is."""
        with _telling():
            folder = mkdtemp(prefix="kg-kglite-")
        # It goes with this engine, whether somebody closes it or not.
        own = finalize(self, rmtree, folder, ignore_errors=True)
        graph = opened(kept, Path(folder))
        if graph is None:
            own()
            return False
        self.close()
        self._graph, self._mark, self._own = graph, mark, own
        return True


def _empty() -> Any:
    return _nodes(())


def _nodes(nodes: Iterable[Node]) -> Any:
    """A graph of these nodes alone; all labels of kind are made known, with the IRI as their key."""
    records: dict[str, list[Mapping[str, Any]]] = {label: [] for label in plan().kinds}
    for node in nodes:
        # What has no name would be named by its IRI.
        records[node.label].append({_NAME: None} | {name: _plain(value) for name, value in node.properties.items()})
    told = [{"type": label, "id_field": _KEY, "title_field": _NAME, "records": each} for label, each in records.items()]
    return kglite.from_records({"nodes": told, "connections": []})


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except (kglite.KgError, OSError) as error:
        raise StoreError(f"can't write the property graph: {error}") from error
