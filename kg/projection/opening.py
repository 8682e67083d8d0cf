"""Opens the property graph of a store: up to date, and kept beside the store so that the next one to ask finds it."""

from contextlib import suppress
from pathlib import Path

from kg.errors import StoreError
from kg.projection.base import Engine
from kg.projection.engines import embedded, engine_name
from kg.projection.files import Shelf, ending
from kg.projection.neo4jaddress import is_neo4j
from kg.projection.updating import Update, up_to_date
from kg.store.base import Store

FOLDER = "projection"
WORTH_KEEPING = 2_000
"""Touched nodes from which on the file is written anew: to take in fewer costs less than writing a large graph."""


def property_graph(store: Store, place: Path | str | None) -> tuple[Engine, Update]:
    """An engine with all that the store's view holds, and what had to be done for that: a Neo4j server itself, else the embedded one.

    Args:
        store: an open store; what is asked of the engine later doesn't need it.
        place: where the store is; beside a folder the graph is kept, for other places but Neo4j it lives in memory alone.

    Raises:
        StoreError: the store can't be read, the server not be written to, or there is no such engine.
    """
    if isinstance(place, str) and is_neo4j(place):
        return _on_server(store, place)
    engine = embedded(place / FOLDER if isinstance(place, Path) else None)
    done = up_to_date(store, engine)
    if done.anew or done.nodes >= WORTH_KEEPING:
        # Who may only read the folder keeps the graph in memory.
        with suppress(StoreError):
            engine.keep()
    return engine, done


def filled_elsewhere(place: Path | str) -> Engine | None:
    """A Neo4j database that another machine filled: it answers Cypher by itself. None for other places, and where a store is at hand.

    Raises:
        StoreError: it can't be reached, or holds no whole graph.
    """
    if not isinstance(place, str) or not is_neo4j(place):
        return None
    from kg.projection.neo4j import Neo4jEngine
    from kg.projection.workingcopy import has_working_copy

    if has_working_copy(place):
        return None
    engine = Neo4jEngine(place)
    if engine.mark() is None:
        engine.close()
        raise StoreError(
            f"the database at {engine.place} holds no whole graph yet: ingest into it, or use kg store sync"
        )
    return engine


def project(store: Store, folder: Path, *, anew: bool = False) -> Update:
    """Bring the kept property graph up to date, or make it anew, and write it.

    Raises:
        StoreError: the store can't be read or the graph can't be written.
    """
    from kg.projection.reading import whole

    engine = embedded(folder / FOLDER)
    if anew:
        engine.rebuild(whole(store), store.changes().mark)
        done = Update(anew=True, nodes=0)
    else:
        done = up_to_date(store, engine)
    engine.keep()
    engine.close()
    return done


def follow(store: Store, place: Path | str) -> None:
    """After an ingest: bring the property graph that is kept up to date, where more changed than a query should take in.

    Nothing is done where nobody asked in Cypher yet. What is left is read from the journal by the next query, at a cost in
    proportion to it; loading and writing the whole file for a few articles would cost more.

    Raises:
        StoreError: the graph can't be written.
    """
    kept = Shelf(place / FOLDER, ending(engine_name())).current() if isinstance(place, Path) else None
    if kept is None or not isinstance(place, Path):
        return
    nodes = store.changes(kept[1]).nodes
    if nodes is None or len(nodes) >= WORTH_KEEPING:
        project(store, place)


def _on_server(store: Store, place: str) -> tuple[Engine, Update]:
    from kg.projection.neo4j import Neo4jEngine
    from kg.projection.syncing import sync

    engine = Neo4jEngine(place)
    try:
        # A reader's state that is behind must not be pushed over what its writer is pushing.
        if getattr(store, "behind", False):
            return engine, Update(anew=False, nodes=0)
        done = sync(store, engine)
    except BaseException:
        engine.close()
        raise
    return engine, Update(done.anew, done.touched)
