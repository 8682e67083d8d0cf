"""Drafts of files whose head tells what only their end knows: elements wait in files for a while, not in memory."""

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from tempfile import TemporaryFile
from typing import IO

from kg.export.texts import plain, xml
from kg.projection.model import Value

_TYPES: dict[type, str] = {bool: "boolean", int: "long", float: "double", str: "string", tuple: "string"}


class Columns:
    """The attributes of nodes or of edges, each with a short key and the narrowest type that fits all of its values."""

    def __init__(self, prefix: str) -> None:
        """``prefix`` begins the keys."""
        self._prefix = prefix
        self._known: dict[str, tuple[str, str]] = {}

    def take(self, name: str, value: Value) -> tuple[str, str]:
        """The key of an attribute, and a value of it as XML."""
        kind = _TYPES[type(value)]
        key, before = self._known.get(name) or (f"{self._prefix}{len(self._known)}", kind)
        if before != kind:
            kind = "double" if {before, kind} == {"long", "double"} else "string"
        self._known[name] = key, kind
        return key, xml(plain(value))

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        """The key, the name and the type of each attribute: boolean, long, double or string."""
        for name, (key, kind) in self._known.items():
            yield key, name, kind


class Drafts(AbstractContextManager["Drafts"]):
    """Two files without names, of nodes and of edges, which are gone when they were copied."""

    def __init__(self) -> None:
        """Open them in the folder for temporary files."""
        with ExitStack() as opened:
            self._nodes, self._edges = (opened.enter_context(TemporaryFile()) for _ in range(2))
            self._opened = opened.pop_all()

    def node(self, element: str) -> None:
        """Keep the element of a node."""
        self._nodes.write(element.encode())

    def edge(self, element: str) -> None:
        """Keep the element of an edge."""
        self._edges.write(element.encode())

    def copy(self, stream: IO[bytes], between: str = "") -> None:
        """Copy the nodes, something between, and the edges."""
        for draft, behind in ((self._nodes, between), (self._edges, "")):
            draft.seek(0)
            shutil.copyfileobj(draft, stream)
            stream.write(behind.encode())

    def __exit__(self, *error: object) -> None:
        self._opened.close()
