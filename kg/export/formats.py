"""The formats that a graph can be written in, by name: which there are, and their writing to a stream, a file or a folder."""

from collections.abc import Callable, Mapping
from importlib.metadata import entry_points
from pathlib import Path
from typing import IO

from kg.errors import ExportError
from kg.export import rdf
from kg.export.charts import entities_and_links, maltego
from kg.export.choice import EVERYTHING, Choice
from kg.export.files import complete_file, complete_folder
from kg.export.ftm import ftm
from kg.export.gexf import gexf
from kg.export.graphml import graphml
from kg.export.pairs import pairs
from kg.store.base import Store

Exporter = Callable[[Store, IO[bytes], Choice], None]
GROUP = "kg.exporters"

FORMATS: Mapping[str, Exporter] = {
    "turtle": rdf.turtle,
    "ntriples": rdf.ntriples,
    "rdfxml": rdf.rdfxml,
    "trig": rdf.trig,
    "nquads": rdf.nquads,
    "jsonld": rdf.jsonld,
    "graphml": graphml,
    "gexf": gexf,
    "pairs": pairs,
    "maltego": maltego,
    "ftm": ftm,
}
FOLDERS: Mapping[str, Callable[[Store, Path, Choice], None]] = {"i2": entities_and_links}
"""Formats that are several files in a folder."""

IN_ALL_LANGUAGES = frozenset({"turtle", "ntriples", "rdfxml", "trig", "nquads", "jsonld"})
"""Formats that show no names of their own, but hold those in all languages."""
OF_KINDS = frozenset({"graphml", "gexf", "pairs", "i2"})
"""Formats that can be written of some kinds of nodes alone."""

_ENDINGS = {
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".rdf": "rdfxml",
    ".trig": "trig",
    ".nq": "nquads",
    ".jsonld": "jsonld",
    ".graphml": "graphml",
    ".gexf": "gexf",
}


def format_of(path: Path) -> str | None:
    """The format that the ending of a file's name tells; None where it has no ending.

    Raises:
        ExportError: the ending tells no format: several have it, or none.
    """
    ending = path.suffix.lower()
    if ending and ending not in _ENDINGS:
        raise ExportError(
            f"{path} tells no format by its ending: name one of {', '.join(_names())}, or end it in {', '.join(_ENDINGS)}"
        )
    return _ENDINGS.get(ending)


def write(store: Store, format: str, stream: IO[bytes], choice: Choice = EVERYTHING) -> None:
    """Write a store, or what was chosen of it, to a binary stream.

    ``turtle``, ``ntriples`` and ``rdfxml`` hold the view; ``trig``, ``nquads`` and ``jsonld`` keep each
    article's graph apart; the others hold the property graph, or what is made of it. Other formats may be registered under
    the entry-point group ``kg.exporters``.

    Raises:
        ExportError: the format is unknown, or the stream can't be written to.
    """
    exporter = _exporter(format)
    try:
        exporter(store, stream, choice)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(f"can't write {format}: {error}") from error


def write_file(store: Store, format: str, path: Path, choice: Choice = EVERYTHING) -> None:
    """Write a store, or what was chosen of it, to a file, which appears only when it is complete.

    Raises:
        ExportError: the format is unknown, or the file can't be written.
    """
    exporter = _exporter(format)
    with complete_file(path) as stream:
        exporter(store, stream, choice)


def write_folder(store: Store, format: str, folder: Path, choice: Choice = EVERYTHING) -> None:
    """Write a store, or what was chosen of it, as files in a new folder, which appears only when it is complete.

    Raises:
        ExportError: the folder can't be written, or holds something.
    """
    with complete_folder(folder) as draft:
        FOLDERS[format](store, draft, choice)


def _exporter(format: str) -> Exporter:
    if format in FORMATS:
        return FORMATS[format]
    for found in entry_points(group=GROUP).select(name=format):
        exporter: Exporter = found.load()
        return exporter
    raise ExportError(f"unknown format {format!r}: use one of {', '.join(_names())}")


def _names() -> list[str]:
    return sorted({*FORMATS, *FOLDERS, *entry_points(group=GROUP).names})
