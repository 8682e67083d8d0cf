"""Writes a store out in the formats that other RDF programs read."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import entry_points
from itertools import groupby
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox
from kg_ontology import PREFIXES

from kg.errors import ExportError
from kg.export.mending import CarriageReturns, SortedPrefixes
from kg.store.base import Store
from kg.store.terms import named, triples

Exporter = Callable[[Store, IO[bytes]], None]
GROUP = "kg.exporters"

# RDF/XML has no words for these characters, even escaped.
_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "�")


def _merged(engine: ox.RdfFormat, store: Store, stream: IO[bytes]) -> None:
    """Write the view, subject by subject."""
    facts = (fact for _, own in groupby(store.triples(), lambda fact: fact.subject) for fact in sorted(own, key=repr))
    _serialize(triples(facts), engine, stream)


def _rdfxml(store: Store, stream: IO[bytes]) -> None:
    ox.serialize(
        map(_for_xml, triples(store.triples())),
        cast(IO[bytes], CarriageReturns(stream)),
        ox.RdfFormat.RDF_XML,
        prefixes=PREFIXES,
    )


def _apart(engine: ox.RdfFormat, store: Store, stream: IO[bytes]) -> None:
    """Write every article's graph under its own name."""
    _serialize(_quads(store), engine, stream)


def _serialize(facts: Iterator[ox.Triple] | Iterator[ox.Quad], engine: ox.RdfFormat, stream: IO[bytes]) -> None:
    if engine in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG):
        ox.serialize(facts, cast(IO[bytes], SortedPrefixes(stream, len(PREFIXES))), engine, prefixes=PREFIXES)
    else:
        ox.serialize(facts, stream, engine)


turtle: Exporter = partial(_merged, ox.RdfFormat.TURTLE)
ntriples: Exporter = partial(_merged, ox.RdfFormat.N_TRIPLES)
rdfxml: Exporter = _rdfxml
trig: Exporter = partial(_apart, ox.RdfFormat.TRIG)
nquads: Exporter = partial(_apart, ox.RdfFormat.N_QUADS)
jsonld: Exporter = partial(_apart, ox.RdfFormat.JSON_LD)

FORMATS = {"turtle": turtle, "ntriples": ntriples, "rdfxml": rdfxml, "trig": trig, "nquads": nquads, "jsonld": jsonld}


def write(store: Store, format: str, stream: IO[bytes]) -> None:
    """Write a whole store to a binary stream.

    ``turtle``, ``ntriples`` and ``rdfxml`` hold the view; ``trig``, ``nquads`` and ``jsonld`` keep each
    article's graph apart. Other formats may be registered under the entry-point group ``kg.exporters``.

    Raises:
        ExportError: the format is unknown, or the stream can't be written to.
    """
    exporter = _exporter(format)
    try:
        exporter(store, stream)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(f"can't write {format}: {error}") from error


def write_file(store: Store, format: str, path: Path) -> None:
    """Write a whole store to a file, which appears only when it is complete.

    Raises:
        ExportError: the format is unknown, or the file can't be written.
    """
    _exporter(format)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as stream:
            write(store, format, stream)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        raise ExportError(f"can't write {path}: {error.strerror or error}") from error
    finally:
        draft.unlink(missing_ok=True)


def _exporter(format: str) -> Exporter:
    if format in FORMATS:
        return FORMATS[format]
    registered = entry_points(group=GROUP)
    for found in registered.select(name=format):
        exporter: Exporter = found.load()
        return exporter
    known = ", ".join(sorted({*FORMATS, *registered.names}))
    raise ExportError(f"unknown format {format!r}: use one of {known}")


def _quads(store: Store) -> Iterator[ox.Quad]:
    for name in store.graphs():
        graph = named(name)
        for fact in triples(sorted(store.triples(name), key=repr)):
            yield ox.Quad(fact.subject, fact.predicate, fact.object, graph)


def _for_xml(fact: ox.Triple) -> ox.Triple:
    value = fact.object
    if not isinstance(value, ox.Literal) or value.value.isprintable():
        return fact
    text = value.value.translate(_NOT_XML)
    clean = ox.Literal(text, language=value.language) if value.language else ox.Literal(text, datatype=value.datatype)
    return ox.Triple(fact.subject, fact.predicate, clean)
