"""Seals a folder that is kept: safe on the disk, with a list of its files by which damage is seen."""

import json
import os
import shutil
from pathlib import Path

_LIST = "files.json"
LOCKS = (".lck", ".lock")
"""How the names of files end by which an engine keeps others out: they belong to a process, not to what is kept."""


def seal(folder: Path) -> None:
    """List the files of a folder and force them to the disk, so that they survive a power cut.

    Raises:
        OSError: it can't be written.
    """
    (folder / _LIST).write_text(json.dumps(_sizes(folder), indent=1), encoding="utf-8")
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def put_away(graph: Path, to: Path) -> None:
    """Copy the folder of a closed graph, and seal the copy.

    Raises:
        OSError: it can't be written.
    """
    shutil.copytree(graph, to, ignore=shutil.ignore_patterns(*(f"*{lock}" for lock in LOCKS), _LIST))
    seal(to)


def is_whole(folder: Path) -> bool:
    """Whether all files are there as they were sealed; an engine would take a damaged graph for an empty one, or die of it."""
    try:
        return bool(json.loads((folder / _LIST).read_text(encoding="utf-8")) == _sizes(folder))
    except (OSError, ValueError):
        return False


def _sizes(folder: Path) -> dict[str, int]:
    """The sizes of all files below a folder, in bytes."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in LOCKS)
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in found if path.name != _LIST}
