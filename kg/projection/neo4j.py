"""A Neo4j 5 server as an engine: constraints of our own making, batches in retried transactions, a mark that lets a load go on."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from neo4j import READ_ACCESS, Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, Query
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

from kg.errors import QueryError, StoreError
from kg.projection.applying import apply
from kg.projection.base import Parameter, Records
from kg.projection.dialect import malformed, refuse
from kg.projection.mapping import plan
from kg.projection.model import Slice
from kg.projection.neo4janswers import cell
from kg.projection.statements import writing
from kg.store.base import Mark

USER, PASSWORD = "NEO4J_USERNAME", "NEO4J_PASSWORD"
_CONSTRAINT = "CREATE CONSTRAINT kg_{name}_iri IF NOT EXISTS FOR (n:{label}) REQUIRE n.iri IS UNIQUE"
_INDEXES = (
    "CREATE INDEX kg_event_earliest IF NOT EXISTS FOR (n:Event) ON (n.earliest)",
    "CREATE TEXT INDEX kg_person_name IF NOT EXISTS FOR (n:Person) ON (n.name)",
    "CREATE INDEX kg_met_event IF NOT EXISTS FOR ()-[r:MET]-() ON (r.event)",
    "CREATE INDEX kg_met_date IF NOT EXISTS FOR ()-[r:MET]-() ON (r.date)",
)
_MARK = "MATCH (m:KgMark) RETURN m.lineage, m.revision, m.done"
_SET_MARK = "MERGE (m:KgMark) SET m.lineage = $lineage, m.revision = $revision, m.done = $done"
_CLEAR = "MATCH (n:{label}) CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 5000 ROWS"
_COUNT = """MATCH (a:Person) CALL (a) {
  OPTIONAL MATCH (a)-[old:CONTACT]->() DELETE old
  WITH DISTINCT a MATCH (a)-[r:MET|SPOKE_WITH]->(b:Person)
  WITH a, b, count(r) AS n, min(r.date) AS first, max(r.latest) AS last
  CREATE (a)-[c:CONTACT]->(b) SET c.count = n, c.first = first, c.last = last
} IN TRANSACTIONS OF 500 ROWS"""
_PLACE = re.compile(r"\(line (\d+), column (\d+).*", re.DOTALL)
_COMPLETE = -1


class Neo4jEngine:
    """A property graph on a server; the database holds nothing else."""

    def __init__(self, uri: str, *, database: str | None = None) -> None:
        """Connect, with the name and password of the environment variables NEO4J_USERNAME and NEO4J_PASSWORD.

        Raises:
            StoreError: the server isn't there, refuses the password, or is older than Neo4j 5.
        """
        self.uri, self._database = uri, database
        with self._telling():
            self._driver: Driver = GraphDatabase.driver(
                uri,
                auth=(os.environ.get(USER, "neo4j"), os.environ.get(PASSWORD, "")),
                notifications_min_severity=NotificationMinimumSeverity.WARNING,
                warn_notification_severity=NotificationMinimumSeverity.OFF,
                max_transaction_retry_time=60,
            )
            try:
                self._check_version()
            except BaseException:
                self._driver.close()
                raise

    def mark(self) -> Mark | None:
        """How far the graph has followed its store; None where a load has not come to its end."""
        with self._telling():
            lineage, revision, done = self._head()
        return Mark(lineage, revision) if lineage is not None and done == _COMPLETE else None

    def lineage(self) -> str | None:
        """Which store the database was filled from; None where it holds nothing of ours."""
        with self._telling():
            return self._head()[0]

    def rebuild(self, slices: Iterable[Slice], mark: Mark) -> None:
        """Hold what the slices tell; a load of the same mark that was killed goes on behind its last batch.

        Raises:
            StoreError: the database holds other things, or can't be written.
        """
        with self._telling():
            lineage, revision, done = self._head()
            if (lineage, revision) != (mark.lineage, mark.revision) or done == _COMPLETE:
                self._begin(lineage, mark)
                done = 0
            for number, piece in enumerate(slices, 1):
                if number > done:
                    self._write_batch(piece, mark, number)
            self._auto(_COUNT)
            self._auto(_SET_MARK, lineage=mark.lineage, revision=mark.revision, done=_COMPLETE)

    def apply(self, change: Slice, mark: Mark) -> None:
        """Replace what some nodes own, in one transaction with the mark."""

        def work(transaction: ManagedTransaction) -> None:
            apply(lambda text, rows: transaction.run(text, rows=list(rows)).values(), change)
            transaction.run(_SET_MARK, lineage=mark.lineage, revision=mark.revision, done=_COMPLETE).consume()

        with self._telling(), self._driver.session(database=self._database) as session:
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
        with self._telling(query, seconds), session:
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

    def _begin(self, lineage: str | None, mark: Mark) -> None:
        if lineage is None and self._auto("MATCH (n) RETURN n LIMIT 1"):
            raise StoreError(
                f"the database at {self.uri} holds other things: give an empty database, which diplo-kg keeps for itself"
            )
        self._auto(_SET_MARK, lineage=mark.lineage, revision=mark.revision, done=0)
        for label in plan().kinds:
            self._auto(_CLEAR.format(label=label))
            self._auto(_CONSTRAINT.format(name=label.lower(), label=label))
        for text in _INDEXES:
            self._auto(text)

    def _write_batch(self, piece: Slice, mark: Mark, number: int) -> None:
        def work(transaction: ManagedTransaction) -> None:
            for text, rows in writing(piece):
                transaction.run(text, rows=rows).consume()
            transaction.run(_SET_MARK, lineage=mark.lineage, revision=mark.revision, done=number).consume()

        with self._driver.session(database=self._database) as session:
            session.execute_write(work)

    def _head(self) -> tuple[str | None, int, int]:
        for lineage, revision, done in self._auto(_MARK):
            return lineage, revision, done
        return None, 0, 0

    def _auto(self, text: str, **parameters: Any) -> list[list[Any]]:
        with self._driver.session(database=self._database) as session:
            return session.run(Query(text), parameters).values()

    def _check_version(self) -> None:
        ((version,),) = self._auto(
            "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]"
        )
        if int(version.partition(".")[0]) < 5:
            raise StoreError(f"the server at {self.uri} is Neo4j {version}: Neo4j 5 or newer is needed")

    @contextmanager
    def _telling(self, query: str = "", seconds: float | None = None) -> Iterator[None]:
        try:
            yield
        except AuthError as error:
            raise StoreError(
                f"the Neo4j server at {self.uri} refuses the name or the password: set {USER} and {PASSWORD}"
            ) from error
        except (ServiceUnavailable, ConfigurationError, ValueError) as error:
            raise StoreError(
                f"can't reach a Neo4j server at {self.uri}: is it running there? ({_first(error)})"
            ) from error
        except ClientError as error:
            raise _complaint(error, query, seconds) from error
        except (Neo4jError, DriverError) as error:
            raise StoreError(f"the Neo4j server at {self.uri} failed: {_first(error)}") from error


def _complaint(error: ClientError, query: str, seconds: float | None) -> StoreError:
    code, message = error.code or "", error.message or str(error)
    if "TimedOut" in code:
        return QueryError(f"the query took longer than {seconds:g} seconds: ask for less, or allow more")
    if not query:
        return StoreError(f"the Neo4j server refused to write: {_first(error)}")
    place = _PLACE.search(message)
    told = _PLACE.sub("", message).strip().partition("\n")[0]
    if place and "Syntax" in code:
        return malformed(told, query, int(place[1]), int(place[2]))
    return QueryError(f"the query can't be answered: {told}")


def _first(error: Exception) -> str:
    return str(getattr(error, "message", None) or error).partition("\n")[0]
