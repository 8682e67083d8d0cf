"""Opens the store that a path names."""

from pathlib import Path

from kg.store.base import Store


def open_store(path: Path, *, create: bool = False) -> Store:
    """Open the store in a folder, or make one there if ``create`` is set.

    Raises:
        NotAStore: the path holds something else.
        StoreLocked: another process has the store open.
        StoreError: there is no store, or it can't be read.
    """
    # Loading an engine takes longer than printing a help text.
    from kg.store.oxigraph import OxigraphStore

    return OxigraphStore(path, create=create)
