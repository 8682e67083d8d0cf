"""What every loader promises: it yields articles, and says clearly what it can't read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kg_loaders.article import Article


class LoadError(Exception):
    """One input can't be read: says what, where, and what to do. The other inputs can still be read."""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read and where they came from: ``name`` is what the user typed (or ``<stdin>``), ``key`` names the file for good."""

    name: str
    data: bytes
    key: str | None = None


class Loader(Protocol):
    """Reads one format. Registered under the entry-point group ``kg.loaders``."""

    suffixes: tuple[str, ...]

    def load(self, source: Source) -> "Iterator[Article | LoadError]":
        """Yield the articles of a source in their order, and a LoadError in place of each one that can't be read."""
        ...
