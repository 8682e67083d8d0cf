"""Writes all that a store keeps into one file: article graphs, ledgers and the view, each under its name."""

import gzip
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from kg.errors import BackupError
from kg.model import Triple
from kg.projection.neo4jaddress import address, is_neo4j
from kg.store.base import Store
from kg.store.terms import named, parts
from kg.upkeep import archive
from kg.upkeep.archive import Contents, Hashing
from kg.upkeep.watching import Watch, unwatched

ENDING = ".nq.gz"


def backup(store: Store, path: Path, *, force: bool = False, watch: Watch = unwatched) -> Contents:
    """Write a backup, which appears only when it is whole and on the disk.

    Args:
        store: what to write; of a folder a published state, so that others may write to it meanwhile.
        path: the file to write.
        force: replace a file of that name.
        watch: who counts the graphs.

    Raises:
        BackupError: there is such a file already, or it can't be written.
        StoreError: the store can't be read.
    """
    if path.exists() and not force:
        raise BackupError(f"{path} is there already: give another name, or --force to replace it")
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as stream:
            contents = _write(store, stream, watch)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        raise BackupError(
            f"can't write the backup {path}: {error.strerror or error}; nothing was kept of it"
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return contents


def _write(store: Store, stream: IO[bytes], watch: Watch) -> Contents:
    # No name and no time in the head of the compressed file: the same facts give the same file.
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as packed:
        packed.write(archive.head())
        hashing = Hashing(cast(IO[bytes], packed))
        articles, ledgers = store.graphs(), store.ledgers()
        facts = sum(
            _append(store.triples(name), named(name), hashing) for name in watch([*articles, *ledgers], "graphs:")
        )
        view = _append(store.triples(), ox.DefaultGraph(), hashing)
        contents = Contents(len(articles), len(ledgers), facts, view, hashing.sha256())
        packed.write(archive.end(contents))
    return contents


def _append(facts: Iterable[Triple], place: ox.NamedNode | ox.DefaultGraph, stream: Hashing) -> int:
    count = 0

    def quads() -> Iterator[ox.Quad]:
        nonlocal count
        for count, fact in enumerate(parts(facts), 1):  # noqa: B007 - the last one is how many there were
            yield ox.Quad(*fact, place)

    ox.serialize(quads(), cast(IO[bytes], stream), ox.RdfFormat.N_QUADS)
    return count


def named_after(folder: Path, place: Path | str) -> Path:
    """The file in a folder that a backup of a store is called by when only the folder is given."""
    return folder / f"{_name(place)}{ENDING}"


def _name(place: Path | str) -> str:
    if isinstance(place, Path):
        return place.resolve().name
    if is_neo4j(place):
        return address(place).key
    # The last part may say what is asked there, and not of which data set.
    return place.rstrip("/").removesuffix("/query").removesuffix("/sparql").rsplit("/", 1)[-1].replace(":", "-")
