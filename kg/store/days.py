"""Keeps the days of all events in a file in which those of a period are found at once; an engine of RDF compares the days of each event.

Who asks for a period still compares the days of the events that are found: the file only leaves out what can't be meant.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pyoxigraph as ox
from kg_ontology import DATA, PREFIXES

from kg.model import Iri
from kg.store import beside
from kg.store.base import Mark
from kg.store.journal import Journal

FILE = "days.sqlite"
Row = tuple[Iri, str, str]
"""An event, its first possible day and its last, as ``2020-10-21``; one that isn't told is before or behind all days."""

_LAYOUT = 2
_MAKE = """
DROP TABLE IF EXISTS head;
DROP TABLE IF EXISTS day;
CREATE TABLE head (lineage TEXT NOT NULL, revision INTEGER NOT NULL);
CREATE TABLE day (event TEXT PRIMARY KEY, earliest TEXT NOT NULL, latest TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX earliest ON day (earliest);
CREATE INDEX longer ON day (latest, earliest) WHERE earliest < latest;
"""
_EVENT = DATA + "event/"
_FIRST, _LAST = "", "~"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Most events have one day: those that begin in a period are read from one index, and the few that last into it from another.
_BETWEEN = """SELECT event FROM day WHERE earliest BETWEEN :first AND :last
UNION ALL SELECT event FROM day WHERE earliest < latest AND earliest < :first AND earliest <= :last AND latest >= :first LIMIT :limit"""
_TOLD = "SELECT ?event ?day WHERE {{ {events} ?event diplo:{end} ?day }}"


class Days:
    """The days of the events of one state of a store."""

    def __init__(self, folder: Path, mark: Mark) -> None:
        """Take the folder of the store and the state."""
        self._path, self._mark = folder / FILE, mark

    def between(self, first: str | None, last: str | None, limit: int) -> tuple[Iri, ...] | None:
        """The events that may have been in a period, sorted; None where they are more than a limit, or where the file doesn't know.

        Args:
            first: the first day of the period, ``2020-10-21``; None: it has no beginning.
            last: its last day; None: it has no end.
            limit: of more events none is told.
        """
        given = {"first": first or _FIRST, "last": last or _LAST, "limit": limit + 1}
        rows = beside.answer(self._path, self._mark, lambda data: data.execute(_BETWEEN, given).fetchall())
        if rows is None or len(rows) > limit:
            return None
        return tuple(sorted(_EVENT + event for (event,) in rows))

    def rows(self) -> set[Row] | None:
        """All that the file holds."""
        rows = beside.answer(self._path, self._mark, lambda data: data.execute("SELECT * FROM day").fetchall())
        return None if rows is None else {(_EVENT + event, *days) for event, *days in rows}


def follow(folder: Path, engine: ox.Store, journal: Journal) -> None:
    """Bring the file up to date with what the view holds now; a damaged one is made anew.

    Raises:
        StoreError: it can't be written.
    """
    beside.write(folder / FILE, "days", _LAYOUT, _MAKE, partial(_follow, engine, journal))


def told(engine: ox.Store, events: Iterable[Iri] | None = None) -> Iterator[Row]:
    """The rows for some events, or for all, by what the view tells."""
    return beside.told(partial(_rows, engine), "event", events)


def _follow(engine: ox.Store, journal: Journal, data: sqlite3.Connection) -> None:
    held = next((Mark(*row) for row in data.execute("SELECT lineage, revision FROM head")), None)
    changes = journal.changes(held)
    if changes.mark == held:
        return
    touched = None if changes.nodes is None else [iri for iri in changes.nodes if iri.startswith(_EVENT)]
    data.execute("BEGIN IMMEDIATE")
    if touched is None:
        data.execute("DELETE FROM day")
    else:
        data.executemany("DELETE FROM day WHERE event = ?", ((_id(iri),) for iri in touched))
    data.executemany("INSERT INTO day VALUES (?, ?, ?)", ((_id(iri), *days) for iri, *days in told(engine, touched)))
    data.execute("DELETE FROM head")
    data.execute("INSERT INTO head VALUES (?, ?)", (changes.mark.lineage, changes.mark.revision))
    data.execute("COMMIT")


def _rows(engine: ox.Store, events: str) -> Iterator[Row]:
    ends = [_told(engine, events, end, unknown) for end, unknown in (("earliest", _FIRST), ("latest", _LAST))]
    for iri in sorted({*ends[0], *ends[1]}):
        earliest, latest = (ends[place].get(iri) for place in (0, 1))
        yield iri, min(earliest or [_FIRST]), max(latest or [_LAST])


def _told(engine: ox.Store, events: str, end: str, unknown: str) -> dict[Iri, list[str]]:
    """The days that are told of one end of events; one of another form than ours is left open."""
    found = defaultdict[Iri, list[str]](list)
    answer = engine.query(_TOLD.format(events=events, end=end), prefixes=dict(PREFIXES))
    for event, day in answer if isinstance(answer, ox.QuerySolutions) else ():
        # Candidates for a date have days as well.
        if (iri := event.value).startswith(_EVENT):
            sure = isinstance(day, ox.Literal) and _DAY.fullmatch(day.value)
            found[iri].append(day.value if sure else unknown)
    return found


def _id(iri: Iri) -> str:
    return iri.removeprefix(_EVENT)
