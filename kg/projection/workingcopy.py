"""A store whose property graph a Neo4j server holds, while the articles are in a working copy on this machine.

A property graph can't hold all that a store must (every article's own graph, the ledgers): so the working copy is the truth, and
the server follows it.
"""

import os
from pathlib import Path
from types import TracebackType

from platformdirs import user_data_path

from kg.errors import StoreError
from kg.projection.neo4j import Neo4jEngine
from kg.projection.neo4jaddress import Address, address, is_neo4j
from kg.projection.syncing import refuse_other, sync
from kg.store.base import Store
from kg.store.folder import MARKER
from kg.store.oxigraph import OxigraphStore
from kg.store.state import OxigraphState

DATA = "KG_DATA"
_ADDRESS = "address.txt"


def working_copy(at: Address) -> Path:
    """The folder of the working copy for a database: in the user's data folder, or in the one that KG_DATA names."""
    told = os.environ.get(DATA)
    return (Path(told) if told else user_data_path("diplo-kg", appauthor=False)) / "neo4j" / at.key


def has_working_copy(place: str) -> bool:
    """Whether this machine has ever written to the database at an address."""
    return (working_copy(address(place)) / MARKER).exists()


def source_of(place: Path | str) -> Path | str:
    """Where the facts of a store are: for a Neo4j server the folder of its working copy, which opens without the server."""
    return working_copy(address(place)) if isinstance(place, str) and is_neo4j(place) else place


def open_working_copy(place: Path | str, *, create: bool = False, reading: bool = False) -> Store:
    """Open the store of a Neo4j server's address, for writing or for reading.

    Raises:
        StoreLocked: another process has the working copy open for writing.
        StoreError: the server can't be reached or refuses us, another store has filled the database, or there is no working
            copy (and ``create`` is not set).
    """
    if not reading:
        return WorkingCopy(place, create=create)
    engine = Neo4jEngine(str(place))
    try:
        return _state(engine, address(str(place)))
    finally:
        engine.close()


class WorkingCopy(OxigraphStore):
    """The store behind ``--store neo4j://host``: what changed is pushed to the server when it is closed.

    Where that fails, nothing is lost: the working copy has it, and the next command pushes it.
    """

    def __init__(self, place: Path | str, *, create: bool = False) -> None:
        """Open the working copy, or make one for a database that nobody has filled yet.

        Raises:
            StoreLocked: another process has the working copy open.
            StoreError: the server can't be reached or refuses us, another store has filled the database, or there is no
                working copy (and ``create`` is not set).
        """
        at = address(str(place))
        self._engine = Neo4jEngine(str(place))
        try:
            self._open_at(working_copy(at), str(at), create)
        except BaseException:
            self._engine.close()
            raise

    def close(self) -> None:
        """Push what changed to the server, force everything to the disk, and let go of both.

        Raises:
            StoreError: the server can't be written to.
        """
        if self._store is None:
            return
        try:
            sync(self, self._engine, hint=_hint(self.path))
        finally:
            self._let_go()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Who is interrupted wants to get away: the next command pushes.
        if kind is None:
            self.close()
        else:
            self._let_go()

    def _open_at(self, folder: Path, shown: str, create: bool) -> None:
        _check(self._engine, folder, create)
        super().__init__(folder, create=create)
        try:
            refuse_other(self._engine, self.changes().mark.lineage)
            (folder / _ADDRESS).write_text(f"{shown}\n", encoding="utf-8")
        except BaseException:
            self._let_go()
            raise

    def _let_go(self) -> None:
        self._engine.close()
        super().close()


def _state(engine: Neo4jEngine, at: Address) -> Store:
    folder = working_copy(at)
    _check(engine, folder, create=False)
    state = OxigraphState(folder)
    try:
        refuse_other(engine, state.changes().mark.lineage)
        # Who writes at this moment pushes it all in the end.
        if not state.behind:
            sync(state, engine, hint=_hint(folder))
    except BaseException:
        state.close()
        raise
    return state


def _check(engine: Neo4jEngine, folder: Path, create: bool) -> None:
    """Refuse where there is no working copy and none may be made."""
    if not (folder / MARKER).exists():
        refuse_other(engine, None)
        if not create:
            raise StoreError(f"there is no store at {engine.place}: ingest something into it first")


def _hint(folder: Path) -> str:
    return f"nothing is lost: {folder} has it all, and the next command pushes it"
