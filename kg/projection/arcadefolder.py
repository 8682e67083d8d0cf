"""The folder of a graph of ArcadeDB as it is kept: safe on the disk, with a list by which damage is seen."""

import json
import os
import shutil
from pathlib import Path

_LIST = "files.json"


def put_away(graph: Path, to: Path) -> None:
    """Copy a closed graph, with a list of its files and their sizes in bytes, so that it survives a power cut.

    Raises:
        OSError: it can't be written.
    """
    shutil.copytree(graph, to, ignore=shutil.ignore_patterns("*.lck", _LIST))
    (to / _LIST).write_text(json.dumps(_sizes(to), indent=1), encoding="utf-8")
    for path in to.iterdir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def is_whole(kept: Path) -> bool:
    """Whether all files are there as they were put away; the engine would take a damaged graph for an empty one."""
    try:
        return bool(json.loads((kept / _LIST).read_text(encoding="utf-8")) == _sizes(kept))
    except (OSError, ValueError):
        return False


def _sizes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.name != _LIST}
