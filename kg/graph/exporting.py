"""Writes what a program or an analyst chose of a graph: to a file, or to a folder where a format is several files."""

from collections.abc import Iterable
from pathlib import Path

from kg.errors import ExportError
from kg.export.choice import Choice, kinds_called
from kg.export.formats import FOLDERS, format_of, write_file, write_folder
from kg.reports.events import EventFilter, chosen
from kg.store.base import Store


def choose(store: Store, wanted: EventFilter, kinds: Iterable[str] = (), language: str = "en") -> Choice:
    """The events that a filter lets through, or everything if it narrows nothing; kinds of nodes by their names.

    Raises:
        ExportError: no event fits, or there is no such kind.
    """
    labels = kinds_called(kinds) or None
    if wanted == EventFilter():
        return Choice(language, kinds=labels)
    events = tuple(chosen(store, wanted))
    if not events:
        raise ExportError("no event fits, so nothing was written: kg events with the same options shows what there is")
    return Choice(language, events, labels)


def export(store: Store, path: Path, format: str | None, choice: Choice) -> None:
    """Write a format, or that which the ending of the path tells, Turtle where it has none; see ``kg.export.formats``.

    Raises:
        ExportError: the format is unknown, or the ending tells none, or the file or folder can't be written.
    """
    format = format or format_of(path) or "turtle"
    (write_folder if format in FOLDERS else write_file)(store, format, path, choice)
