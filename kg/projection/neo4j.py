"""A Neo4j 5 server as an engine: constraints of our own making, batches in retried transactions, a mark that lets a load go on."""

from collections.abc import Iterable, Mapping
from typing import Any

from kg_ontology import DATA
from neo4j import READ_ACCESS, Driver, ManagedTransaction, Query

from kg.projection.applying import apply
from kg.projection.base import Parameter, Records
from kg.projection.dialect import refuse
from kg.projection.mapping import plan
from kg.projection.model import Slice
from kg.projection.neo4jaddress import address
from kg.projection.neo4janswers import cell
from kg.projection.neo4jdriver import connected
from kg.projection.neo4jhead import Head, OtherGraph
from kg.projection.neo4jtelling import telling
from kg.projection.neo4jtexts import (
    CLEAR,
    CLEARING,
    COMPLETE,
    CONSTRAINT,
    COUNT,
    FORM,
    INDEXED,
    INDEXES,
    MARK,
    ONCE,
    OTHERS,
    SET_MARK,
)
from kg.projection.statements import filling
from kg.store.base import Mark

PATIENCE = 60.0
"""For how many seconds a transaction is tried again where the server is gone."""


class Neo4jEngine:
    """A property graph on a server; what others keep in the same database stays as it is."""

    def __init__(
        self, place: str, *, database: str | None = None, replace: bool = False, patience: float | None = None
    ) -> None:
        """Connect, with the name and password of the environment variables NEO4J_USERNAME and NEO4J_PASSWORD.

        Args:
            place: ``neo4j://host`` or ``neo4j://host/DATABASE``; ``bolt``, ``+s`` and ``+ssc`` as well.
            database: its name, where the address doesn't tell it and it isn't the server's default.
            replace: load beside what others keep there, and in the place of what another store loaded.
            patience: for how many seconds a transaction is tried again where the server is gone; else ``PATIENCE``.

        Raises:
            StoreError: the server isn't there, refuses the password, or is older than Neo4j 5.23.
        """
        told = address(place, database)
        self.place, self.replace = str(told), replace
        self._database, self._prepared = told.database, False
        with telling(self.place):
            self._driver: Driver = connected(told, PATIENCE if patience is None else patience)

    def mark(self) -> Mark | None:
        """How far the graph has followed its store; None where a load has not come to its end."""
        with telling(self.place):
            head = self._head()
        whole = head.lineage is not None and (head.done, head.form) == (COMPLETE, FORM)
        return Mark(head.lineage or "", head.revision) if whole else None

    def lineage(self) -> str | None:
        """Which store the database was filled from; None where it holds nothing of ours."""
        with telling(self.place):
            return self._head().lineage

    def interrupted(self, mark: Mark) -> bool:
        """Whether a load of this state was begun and broke off, so that ``rebuild`` goes on with it."""
        with telling(self.place):
            return self._head().goes_on(mark)

    def refuse_others(self) -> None:
        """Refuse a database in which others keep something, unless told to load beside it.

        Raises:
            OtherGraph: they do.
        """
        with telling(self.place):
            if not self.replace and self._auto(OTHERS, ours=DATA):
                raise OtherGraph(
                    f"the database at {self.place} holds other things: give an empty one, or load beside them with "
                    f"kg store sync {self.place} --replace, which leaves them as they are"
                )

    def disown(self, mark: Mark) -> None:
        """Count what the database holds as nothing, so that it is loaded anew."""
        with telling(self.place):
            self._set_mark(mark, CLEARING)

    def rebuild(self, slices: Iterable[Slice], mark: Mark) -> None:
        """Hold what the slices tell; a load of the same mark that was killed goes on behind its last batch.

        Raises:
            StoreError: the database holds other things, or can't be written.
        """
        with telling(self.place):
            head = self._head()
            done = head.done if head.goes_on(mark) else self._begin(head, mark)
            for number, piece in enumerate(slices, 1):
                if number > done:
                    self._write_batch(piece, number)
            self._prepare()
            self._auto(COUNT)
            self._set_mark(mark, COMPLETE)

    def apply(self, change: Slice, mark: Mark) -> None:
        """Replace what some nodes own, in one transaction with the mark."""

        def work(transaction: ManagedTransaction) -> None:
            apply(lambda text, rows: transaction.run(text, rows=list(rows)).values(), change)
            given = {"lineage": mark.lineage, "revision": mark.revision, "done": COMPLETE}
            transaction.run(SET_MARK, given).consume()

        with telling(self.place), self._driver.session(database=self._database) as session:
            self._prepare()
            session.execute_write(work)

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
        session = self._driver.session(database=self._database, default_access_mode=READ_ACCESS)
        with telling(self.place, query, seconds), session:
            # The text is the analyst's own; what comes from elsewhere is a parameter.
            asked = Query(query, timeout=seconds)
            result = session.run(asked, dict(parameters or {}))
            columns = tuple(result.keys())
            found = result.values() if limit is None else [list(each.values()) for each in result.fetch(limit + 1)]
            rows = tuple(tuple(map(cell, row)) for row in found)
            notes = tuple(str(each["description"]) for each in result.consume().notifications or ())
        cut = limit is not None and len(rows) > limit
        return Records(columns, rows[:limit], cut, notes)

    def close(self) -> None:
        """Let go of the connection."""
        self._driver.close()

    def _begin(self, head: Head, mark: Mark) -> int:
        """Take out what is ours and make ready for a whole load, of which no batch is done then."""
        if head.lineage is None:
            self.refuse_others()
        self._set_mark(mark, CLEARING)
        for label in plan().kinds:
            self._auto(CLEAR.format(label=label), ours=DATA)
        # By these the ends of relationships are found; the indexes are made when all is there, which is faster.
        for text in _constraints():
            self._auto(text)
        self._set_mark(mark, 0)
        return 0

    def _prepare(self) -> None:
        """Make the constraints and indexes where they are missing, as they are behind an import."""
        texts = [*_constraints(), *INDEXES]
        if not self._prepared and self._auto(INDEXED)[0][0] < len(texts):
            for text in texts:
                self._auto(text)
        self._prepared = True

    def _write_batch(self, piece: Slice, number: int) -> None:
        def work(transaction: ManagedTransaction) -> None:
            # A transaction that is tried again may have come through the first time.
            if transaction.run(ONCE, number=number).values():
                for text, rows in filling(piece):
                    transaction.run(text, rows=rows).consume()

        with self._driver.session(database=self._database) as session:
            session.execute_write(work)

    def _set_mark(self, mark: Mark, done: int) -> None:
        self._auto(SET_MARK, lineage=mark.lineage, revision=mark.revision, done=done)

    def _head(self) -> Head:
        return next((Head(*told) for told in self._auto(MARK)), Head())

    def _auto(self, text: str, **parameters: Any) -> list[list[Any]]:
        with self._driver.session(database=self._database) as session:
            return session.run(Query(text), parameters).values()


def _constraints() -> list[str]:
    return [CONSTRAINT.format(name=label.lower(), label=label) for label in plan().kinds]
