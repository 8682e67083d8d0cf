"""A graph that a program has opened for reading: SPARQL, Cypher, named questions, reports, and other libraries' graphs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg.graph.given import day, kind, plain
from kg.graph.given import place as read_place
from kg.graph.rows import Rows, terms, value
from kg.store.asking import Asked, answer, at_most
from kg.store.base import Store, Table
from kg.store.opening import open_store

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.analysis import Ranked, Wanted
    from kg.projection.base import Engine
    from kg.reports import EventRow


class Graph:
    """The newest published state of a store; one object serves one thread. Close it, or use it in a ``with``."""

    def __init__(self, place: str | Path) -> None:
        """Open the store in a folder or at an address; see ``kg.open``."""
        self.place = read_place(place)
        self.store: Store = open_store(self.place, reading=True)
        self._engine: Engine | None = None

    def query(
        self, sparql: str, /, *, seconds: float | None = None, limit: int | None = None, **parameters: Any
    ) -> Rows:
        """Answer a SPARQL query of any form over the view, with all prefixes of the ontology known.

        Args:
            sparql: the query; ASK gives one row ``ask``, CONSTRUCT rows of ``subject``, ``predicate``, ``object``.
            seconds: how long it may take; costs a tenth of a second.
            limit: how many rows to give at most, 0 for all; ``cut`` of the answer says whether there were more.
            parameters: values for the variables ``?name`` or ``$name``.

        Raises:
            QueryError: it is malformed, takes too long, would change the store, or a parameter or the limit is none.
        """
        told = answer(self.store, Asked(sparql, terms(parameters), seconds, limit))
        if isinstance(told.found, Table):
            return _rows(told.found, cut=told.cut)
        facts = tuple((fact.subject, fact.predicate, fact.object) for fact in told.found)
        return _rows(Table(("subject", "predicate", "object"), facts), cut=told.cut)

    def cypher(
        self, text: str, /, *, seconds: float | None = None, limit: int | None = None, **parameters: Any
    ) -> Rows:
        """Answer a Cypher query over the property graph, which is brought up to date by the first one.

        Raises:
            QueryError: it is malformed, takes too long, or would change the graph, or the limit is none.
            StoreError: the property graph can't be made.
        """
        found = self._cypher_engine().cypher(text, plain(parameters), seconds=seconds, limit=at_most(limit))
        return Rows(found.columns, found.rows, cut=found.cut, notes=found.notes)

    def ask(self, question: str, /, **parameters: Any) -> Rows:
        """Answer a named question (``kg ask`` lists them); write ``from_`` for a parameter that is called ``from``.

        Raises:
            QuestionError: there is no such question or parameter, one is missing or empty, or a value can't be read.
        """
        from kg.questions import ask

        given = {name.removesuffix("_").replace("_", "-"): str(each) for name, each in parameters.items()}
        found = ask(self.store, question, given)
        return Rows(found.columns, found.rows, cut=found.cut, notes=found.notes)

    def events(
        self,
        *,
        person: str | None = None,
        process: str | None = None,
        topic: str | None = None,
        type: str | None = None,
        status: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        limit: int | None = None,
        language: str = "en",
    ) -> "tuple[EventRow, ...]":
        """The events that fit, by date: names in any script, days as ``date``, ``2020-10-21``, ``2020-10`` or ``2020``; ``limit`` keeps the
        first so many, 0 for all.

        Raises:
            QueryError: the type, the status, a day or the limit isn't one.
        """
        from kg.model import EventType, Status
        from kg.reports import EventFilter, events

        wanted = EventFilter(
            type=kind("type", type, EventType),
            status=kind("status", status, Status),
            person=person,
            process=process,
            topic=topic,
            since=day("since", since, 0),
            until=day("until", until, 1),
            limit=limit,
        )
        return events(self.store, wanted, language)

    def analyze(self, wanted: "Wanted | None" = None, *, language: str = "en") -> "tuple[Ranked, ...]":
        """Rank people, sides or processes by their standing in their network; see ``kg.analysis``."""
        from kg.analysis import analyze

        return analyze(self.store, wanted, language)

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """A copy of the property graph for networkx: nodes by IRI with ``labels``, edges keyed by their type, and all properties."""
        from kg.analysis.network import network

        return network(self.store)

    def to_rdflib(self) -> "rdflib.Dataset":
        """The store itself, not a copy, as a data set of rdflib: its default graph is the view, each article has a graph.

        It is for reading, and lives as long as this graph is open.

        Raises:
            StoreError: the store isn't in a folder.
        """
        from kg.graph.rdf import dataset

        return dataset(self.store)

    def to_dataframe(self, asked: str | Rows, /, **parameters: Any) -> Any:
        """A data frame of pandas, from a SPARQL query or from rows that any method gave.

        Raises:
            QueryError: like ``query``; or pandas isn't installed.
        """
        return (self.query(asked, **parameters) if isinstance(asked, str) else asked).to_dataframe()

    def export(
        self,
        path: str | Path,
        format: str | None = None,
        *,
        person: str | None = None,
        process: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        kinds: Sequence[str] = (),
        language: str = "en",
    ) -> None:
        """Write the graph, or what tells of some events, for another tool, as ``kg export`` does: docs/exports.md has the formats.

        Without a format the ending of the path tells it.

        Raises:
            ExportError: the format, the ending or a kind is unknown, no event fits, or the file or folder can't be written.
            QueryError: a day isn't one.
        """
        from kg.graph.exporting import choose, export
        from kg.reports import EventFilter

        wanted = EventFilter(person=person, process=process, since=day("since", since, 0), until=day("until", until, 1))
        export(self.store, Path(path), format, choose(self.store, wanted, kinds, language))

    def close(self) -> None:
        """Let go of the store."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: "type[BaseException] | None", error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"kg.open({str(self.place)!r})"

    def _cypher_engine(self) -> "Engine":
        from kg.projection.opening import filled_elsewhere, property_graph

        if self._engine is None:
            self._engine = filled_elsewhere(self.place) or property_graph(self.store, self.place)[0]
        return self._engine


def _rows(table: Table, *, cut: bool = False) -> Rows:
    return Rows(table.columns, (map(value, row) for row in table.rows), cut=cut)
