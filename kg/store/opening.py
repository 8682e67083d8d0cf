"""Opens the store that a path names."""

from collections.abc import Callable
from pathlib import Path

from kg.errors import StoreError
from kg.store.base import Store

GROUP = "kg.stores"
DEFAULT = "oxigraph"


def open_store(place: Path | str, *, create: bool = False, reading: bool = False, engine: str = DEFAULT) -> Store:
    """Open the store in a folder or at an address (``https://…``, ``neo4j://…``), or make one there if ``create`` is set.

    With ``reading`` the newest state that the store in a folder has published: many may read, also while somebody writes.

    Other engines may be registered under the entry-point group ``kg.stores``, as callables that take the path and ``create``;
    that of an address is found by its scheme and takes the address, ``create`` and ``reading``.

    Raises:
        NotAStore: the path holds something else.
        StoreLocked: another process has the store open.
        StoreError: there is no store, it can't be read, or the engine is unknown.
    """
    if isinstance(place, str) and "://" in place:
        return _at_address(place, create, reading)
    path = Path(place)
    if engine == DEFAULT:
        # Loading the engine takes longer than printing a help text.
        if reading:
            from kg.store.state import OxigraphState

            return OxigraphState(path)
        from kg.store.oxigraph import OxigraphStore

        return OxigraphStore(path, create=create)
    if (found := _registered(engine)) is not None:
        store: Store = found(path, create=create)
        return store
    from importlib.metadata import entry_points

    known = sorted({DEFAULT, *entry_points(group=GROUP).names})
    raise StoreError(f"unknown store engine {engine!r}: use one of {', '.join(known)}")


def _at_address(place: str, create: bool, reading: bool) -> Store:
    scheme = place.partition("://")[0].lower()
    if scheme in ("http", "https"):
        from kg.store.remote import RemoteStore

        return RemoteStore(place, create=create)
    # neo4j+s is neo4j with a sealed line.
    if (found := _registered(scheme.partition("+")[0])) is not None:
        store: Store = found(place, create=create, reading=reading)
        return store
    raise StoreError(
        f"no store can be at an address that begins with {scheme}://: "
        "give a folder, or the address of a SPARQL server (https://…) or of a Neo4j server (neo4j://…)"
    )


def _registered(name: str) -> Callable[..., Store] | None:
    from importlib.metadata import entry_points

    for found in entry_points(group=GROUP).select(name=name):
        opening: Callable[..., Store] = found.load()
        return opening
    return None
