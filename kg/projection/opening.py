"""Opens the property graph of a store: up to date, and kept beside the store so that the next one to ask finds it."""

from contextlib import suppress
from pathlib import Path

from kg.errors import StoreError
from kg.projection.base import Engine
from kg.projection.updating import Update, up_to_date
from kg.store.base import Store

FOLDER = "projection"
WORTH_KEEPING = 2_000
"""Touched nodes from which on the file is written anew: to take in fewer costs less than writing a large graph."""


def property_graph(store: Store, place: Path | str | None) -> tuple[Engine, Update]:
    """The embedded engine with all that the store's view holds, and what had to be done for that.

    Args:
        store: an open store; what is asked of the engine later doesn't need it.
        place: where the store is; beside a folder the graph is kept, else it lives in memory alone.

    Raises:
        StoreError: the store can't be read.
    """
    # The engine is large: only who asks in Cypher loads it.
    from kg.projection.kglite import KgliteEngine

    engine = KgliteEngine(place / FOLDER if isinstance(place, Path) else None)
    done = up_to_date(store, engine)
    if done.anew or done.nodes >= WORTH_KEEPING:
        # Who may only read the folder keeps the graph in memory.
        with suppress(StoreError):
            engine.keep()
    return engine, done


def project(store: Store, folder: Path, *, anew: bool = False) -> Update:
    """Bring the kept property graph up to date, or make it anew, and write it.

    Raises:
        StoreError: the store can't be read or the graph can't be written.
    """
    from kg.projection.kglite import KgliteEngine
    from kg.projection.reading import whole

    engine = KgliteEngine(folder / FOLDER)
    if anew:
        engine.rebuild(whole(store), store.changes().mark)
        done = Update(anew=True, nodes=0)
    else:
        done = up_to_date(store, engine)
    engine.keep()
    engine.close()
    return done


def is_projected(folder: Path) -> bool:
    """Whether somebody has asked this store in Cypher before, so that a property graph is kept beside it."""
    return any((folder / FOLDER).glob("*.kgl"))
