"""Opens the store that a path names."""

from importlib.metadata import entry_points
from pathlib import Path

from kg.errors import StoreError
from kg.store.base import Store

GROUP = "kg.stores"
DEFAULT = "oxigraph"


def open_store(place: Path | str, *, create: bool = False, reading: bool = False, engine: str = DEFAULT) -> Store:
    """Open the store in a folder or on a SPARQL server (``http://…``), or make one there if ``create`` is set.

    With ``reading`` the newest state that the store in a folder has published: many may read, also while somebody writes.

    Other engines may be registered under the entry-point group ``kg.stores``, as callables that take the same arguments.

    Raises:
        NotAStore: the path holds something else.
        StoreLocked: another process has the store open.
        StoreError: there is no store, it can't be read, or the engine is unknown.
    """
    if isinstance(place, str) and place.startswith(("http://", "https://")):
        from kg.store.remote import RemoteStore

        return RemoteStore(place, create=create)
    if isinstance(place, str) and "://" in place:
        raise StoreError(f"{place} is no place that a store can be at: give a folder or the address of a SPARQL server")
    path = Path(place)
    if engine == DEFAULT:
        # Loading the engine takes longer than printing a help text.
        if reading:
            from kg.store.state import OxigraphState

            return OxigraphState(path)
        from kg.store.oxigraph import OxigraphStore

        return OxigraphStore(path, create=create)
    registered = entry_points(group=GROUP)
    for found in registered.select(name=engine):
        store: Store = found.load()(path, create=create)
        return store
    raise StoreError(f"unknown store engine {engine!r}: use one of {', '.join(sorted({DEFAULT, *registered.names}))}")
