"""What an engine that is asked in Cypher promises, on one page; one contract test holds every engine to Neo4j's answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, Union

from kg.store.base import Mark

if TYPE_CHECKING:
    from kg.projection.model import Slice

Cell = Union[
    str, int, float, bool, None, Sequence["Cell"], Mapping[str, "Cell"], "NodeCell", "RelationshipCell", "PathCell"
]
Parameter = str | int | float | bool | None | Sequence["Parameter"]


@dataclass(frozen=True, slots=True)
class NodeCell:
    """A node in an answer."""

    labels: tuple[str, ...]
    properties: Mapping[str, Cell] = field(hash=False)


@dataclass(frozen=True, slots=True)
class RelationshipCell:
    """A relationship in an answer."""

    type: str
    properties: Mapping[str, Cell] = field(hash=False)


@dataclass(frozen=True, slots=True)
class PathCell:
    """A path in an answer: one relationship less than nodes."""

    nodes: tuple[NodeCell, ...]
    relationships: tuple[RelationshipCell, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """The answer to a query; ``cut`` says that there were more rows than asked for, ``notes`` what the engine remarks.

    Days and times in ``rows`` are texts in the form of ISO 8601.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool = False
    notes: tuple[str, ...] = ()


class Engine(Protocol):
    """A copy of the view as a property graph that can be thrown away and made anew."""

    def mark(self) -> Mark | None:
        """How far the copy has followed its store; None where it holds nothing, or only a part."""
        ...

    def rebuild(self, slices: "Iterable[Slice]", mark: Mark) -> None:
        """Hold what the slices tell and nothing else; killed on the way, it has no mark and is made anew next time.

        Raises:
            StoreError: it can't be written.
        """
        ...

    def apply(self, change: "Slice", mark: Mark) -> None:
        """Replace what some nodes own, in one transaction with the mark; doing it again changes nothing.

        Raises:
            StoreError: it can't be written.
        """
        ...

    def cypher(
        self,
        query: str,
        parameters: Mapping[str, Parameter] | None = None,
        *,
        seconds: float | None = None,
        limit: int | None = None,
    ) -> Records:
        """Answer a query that only reads, in the dialect of Neo4j 5.

        Args:
            query: the text; ``$name`` stands for a parameter.
            parameters: their values.
            seconds: how long it may take.
            limit: how many rows to give at most.

        Raises:
            QueryError: it is malformed, would change the graph, takes too long, or needs what this engine lacks.
        """
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class EmbeddedEngine(Engine, Protocol):
    """An engine inside this process; it is made with the folder to keep things in, or None."""

    def keep(self) -> None:
        """Write the graph to its folder, where there is one, named by its mark.

        Raises:
            StoreError: it can't be written.
        """
        ...
