"""Puts a backup back: into a folder that appears only when it is whole, or onto an empty data set of a server."""

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from traceback import clear_frames

import pyoxigraph as ox

from kg.errors import BackupError, StoreError, StoreLocked
from kg.model import Quad
from kg.projection.neo4jaddress import is_neo4j
from kg.store import folder
from kg.store.opening import open_store
from kg.store.terms import read_triple
from kg.upkeep.archive import Contents, examined, opened
from kg.upkeep.watching import Watch, unwatched

_BATCH = 10_000


def restore(path: Path, place: Path | str, *, watch: Watch = unwatched) -> Contents:
    """Put a backup back, after all of it was looked at.

    Args:
        path: the file that ``backup`` wrote.
        place: a folder that isn't there or is empty, the address of an empty data set, or that of a Neo4j database that nobody
            has filled.
        watch: who counts the batches of facts.

    Raises:
        BackupError: the backup is damaged, or something is at the place already.
        StoreError: the place can't be written to.
    """
    contents = examined(path)
    if isinstance(place, Path):
        _into_folder(path, place, watch)
    else:
        _onto_server(path, place, watch)
    return contents


def _into_folder(path: Path, place: Path, watch: Watch) -> None:
    if place.exists() and not (place.is_dir() and not any(place.iterdir())):
        raise BackupError(f"{place} is there already and not empty: give another --store, or move it away first")
    draft = place.resolve().with_name(f".{place.resolve().name}.restoring")
    try:
        _sweep(draft)
        _make(path, draft, place, watch)
    except StoreLocked:
        raise
    except (OSError, StoreError) as error:
        why = error.__cause__ or error
        told = getattr(why, "strerror", None) or why
        raise StoreError(f"can't restore to {place}: {told}; nothing was kept of it") from error


def _sweep(draft: Path) -> None:
    """Remove what a killed process left of an earlier try; raises StoreLocked where another process is at work on it."""
    if not draft.exists():
        return
    try:
        folder.opened(draft, create=False)
    except StoreLocked:
        raise
    except StoreError:
        # Too damaged to be opened: nobody is at work on it.
        pass
    shutil.rmtree(draft)


def _make(path: Path, draft: Path, place: Path, watch: Watch) -> None:
    """Make a store of a backup at the place of the draft, and move it to its own; where that fails, nothing is left."""
    try:
        with open_store(draft, create=True) as store:
            store.fill(_quads(path, watch))
        if place.exists():
            place.rmdir()
        draft.rename(place.resolve())
    except BaseException as error:
        _let_go(error)
        shutil.rmtree(draft, ignore_errors=True)
        raise


def _let_go(error: BaseException | None) -> None:
    """Free the engine from the frames that an error went through: it would write into its folder while that is removed."""
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__context__


def _onto_server(path: Path, place: str, watch: Watch) -> None:
    with open_store(place, create=True) as store:
        if store.graphs() or store.ledgers() or any(True for _ in store.triples()):
            raise BackupError(f"the store at {place} isn't empty: restore to another one")
        try:
            store.fill(_quads(path, watch))
        except StoreError as error:
            part = f"delete {_source_of(place)}" if is_neo4j(place) else "empty it"
            raise StoreError(f"{error}; the store holds a part of the backup now: {part}, then try again") from error


def _source_of(place: str) -> Path | str:
    from kg.projection.workingcopy import source_of

    return source_of(place)


def _quads(path: Path, watch: Watch) -> Iterator[Quad]:
    with opened(path) as stream:
        facts = map(_quad, ox.parse(stream, format=ox.RdfFormat.N_QUADS))
        for batch in watch(iter(lambda: list(islice(facts, _BATCH)), []), "times 10,000 facts:"):
            yield from batch


def _quad(value: ox.Quad) -> Quad:
    place = value.graph_name
    return Quad(read_triple(value), place.value if isinstance(place, ox.NamedNode) else None)
