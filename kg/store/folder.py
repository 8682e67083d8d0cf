"""Tells a store's folder from any other, and opens the engine that lives in it."""

import json
from pathlib import Path

import pyoxigraph as ox

from kg.errors import NotAStore, StoreError, StoreLocked

MARKER = "kg-store.json"
FORMAT = 1
_ENGINE = "oxigraph"
# What the engine says of a lock held by another process (POSIX, Windows) or by this one.
_LOCKED = ("temporarily unavailable", "used by another process", "lock hold")


def opened(path: Path, *, create: bool) -> ox.Store:
    """Open the engine in a store's folder; raises what ``OxigraphStore`` promises."""
    try:
        if not _is_store(path):
            _make(path, create)
        return ox.Store(path / _ENGINE)
    except (OSError, RuntimeError) as error:
        if any(sign in str(error) for sign in _LOCKED):
            raise StoreLocked(
                f"the store {path} is in use by another process: wait until it has finished, then try again"
            ) from error
        raise StoreError(f"can't open the store {path}: {error}") from error


def check(path: Path) -> None:
    """Make sure that a path is a store's folder; raises NotAStore or StoreError where it isn't."""
    try:
        if not _is_store(path):
            _make(path, create=False)
    except OSError as error:
        raise StoreError(f"can't open the store {path}: {error}") from error


def _is_store(path: Path) -> bool:
    """Whether the folder carries the marker of a store that this version can read."""
    if not path.exists():
        return False
    if not path.is_dir():
        raise NotAStore(f"{path} is a file, not a store: give the path of a folder")
    marker = path / MARKER
    if not marker.exists():
        if any(each.name != _draft(marker).name for each in path.iterdir()):
            raise NotAStore(f"{path} is a folder with other things in it, not a store: give another path")
        return False
    _check_format(path, marker)
    return True


def _check_format(path: Path, marker: Path) -> None:
    try:
        told = json.loads(marker.read_text(encoding="utf-8"))
        version = told["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise NotAStore(f"{path} is not a store: its {MARKER} can't be read") from error
    if not isinstance(version, int) or version > FORMAT:
        raise StoreError(
            f"the store {path} has format {version}, and this version reads up to {FORMAT}: use a newer diplo-kg"
        )


def _make(path: Path, create: bool) -> None:
    if not create:
        raise StoreError(
            f"there is no store at {path}: ingest something into it first, or give the path of another one"
        )
    path.mkdir(parents=True, exist_ok=True)
    # The marker comes first and at once: a process killed right here leaves an empty store, never a folder of unknown things.
    draft = _draft(path / MARKER)
    draft.write_text(json.dumps({"format": FORMAT, "engine": _ENGINE}) + "\n", encoding="utf-8")
    draft.replace(path / MARKER)


def _draft(marker: Path) -> Path:
    return marker.with_name(marker.name + ".new")
