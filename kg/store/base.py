"""The whole promise of a store, on one page; ``tests/contract/test_stores.py`` holds every engine to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from kg_ontology import DATA

from kg.model import ArticleGraph, Iri, Literal, Quad, Triple

Term = Iri | Literal

NOTES = DATA + "note/"
"""How the names of analysts' own graphs begin, which they write by SPARQL updates."""
LEDGERS = (*(DATA + kind for kind in ("identity/", "judgement/", "authority/")), NOTES)
"""How the names of ledgers begin: named graphs that no article told, and that the view doesn't hold."""
COUNTS = DATA + "counts/"
"""How the names of graphs with counts of the view begin, which a store may keep to answer sooner."""


def identity_ledger(graph: Iri) -> Iri:
    """The name of the ledger that tells which nodes of an article graph the view shows as others."""
    return f"{LEDGERS[0]}{graph.rsplit('/', 1)[-1]}"


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT: ``rows`` hold one term or None per column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What a store already holds of an article: its named graph and its article IRI."""

    graph: Iri
    article: Iri


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a copy has followed a store: ``lineage`` tells one store from another, ``revision`` its changes apart.

    The revision 0 tells no changes apart: that of a store that nothing was written to, or that can't tell.
    """

    lineage: str
    revision: int


@dataclass(frozen=True, slots=True)
class Changes:
    """The nodes of the view that were touched since a mark, and the mark of now.

    ``nodes`` is None where only a whole copy will do. A node may be told of that didn't change in the end, or that is gone.
    """

    mark: Mark
    nodes: tuple[Iri, ...] | None


class Store(Protocol):
    """A graph that survives: one named graph per article and extraction run, ledgers, and the view that queries see.

    The view begins as the union of all article graphs without repetition; ``revise`` changes it where nodes of several
    articles are one. Every write is one transaction: after it returns, the change survives a killed process; before it
    returns, none of it is visible after a restart. Writing what is already there changes nothing.
    """

    def put(self, graph: ArticleGraph, replaces: Iterator[Iri] | tuple[Iri, ...] = ()) -> None:
        """Write an article's graph and, in the same transaction, drop the named graphs it replaces.

        The view gains what the graph tells and loses what only the replaced graphs told.
        """
        ...

    def revise(self, gone: Iterable[Quad], come: Iterable[Quad]) -> None:
        """Take facts out of the view and of ledgers and put others in, in one transaction; article graphs stay as they are.

        Raises:
            StoreError: a fact can't be stored, or stands in an article graph; nothing is changed then.
        """
        ...

    def fill(self, quads: Iterable[Quad]) -> None:
        """Write facts as they are, of article graphs, of ledgers and of the view (``graph`` is None), into an empty store.

        Raises:
            StoreError: they can't be written; a part of them may be there then.
        """
        ...

    def annotate(self, update: str) -> tuple[Iri, ...]:
        """Run a SPARQL update that writes to graphs of notes alone, in one transaction; returns their names.

        Raises:
            QueryError: it is malformed, or would write to anything else; nothing is changed then.
        """
        ...

    def drop(self, name: Iri) -> bool:
        """Remove a named graph; False if there was none."""
        ...

    def known(self, article: Iri, key: str | None) -> tuple[Known, ...]:
        """The graphs held for this article IRI, or for an article with this key (an earlier version of it)."""
        ...

    def graphs(self) -> tuple[Iri, ...]:
        """Names of all article graphs, sorted."""
        ...

    def ledgers(self) -> tuple[Iri, ...]:
        """Names of all ledgers, sorted."""
        ...

    def triples(self, graph: Iri | None = None) -> Iterator[Triple]:
        """The triples of one named graph, or of the view; those of one subject come one after another."""
        ...

    def quads(self, predicate: Iri, target: Iri | None = None) -> Iterator[Quad]:
        """All facts of the named graphs that have this predicate (and this object, if one is given), in no order."""
        ...

    def facts(self, subject: Iri, graph: Iri | None = None) -> tuple[Triple, ...]:
        """The facts of a named graph, or of the view, about one node, in no order."""
        ...

    def about(self, subject: Iri) -> Iterator[Quad]:
        """All facts of the named graphs about one node, in no order."""
        ...

    def tellers(self, fact: Triple) -> tuple[Iri, ...]:
        """The named graphs that hold a fact, sorted."""
        ...

    def changes(self, since: Mark | None = None) -> Changes:
        """Which nodes of the view were touched since a mark.

        A node is told of where a fact about it came or went, and the event of a tie that came or went.
        """
        ...

    def select(self, query: str, bindings: Mapping[str, Term] | None = None) -> Table:
        """Answer a SPARQL SELECT or ASK over the view; ``bindings`` are values for its variables.

        An ASK gives one column ``ask`` with an xsd:boolean. Prefixes of the ontology are known without being declared.

        Raises:
            QueryError: the query is malformed or is an update.
        """
        ...

    def construct(self, query: str) -> tuple[Triple, ...]:
        """Answer a SPARQL CONSTRUCT or DESCRIBE over the view. Raises QueryError like ``select``."""
        ...

    def __len__(self) -> int:
        """Number of facts in the article graphs."""
        ...

    def close(self) -> None:
        """Flush and let go of the store."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
