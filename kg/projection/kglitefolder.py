"""The folder of a graph of kglite as it is kept: mapped instead of read, so that to open it takes little, whatever its size."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

import kglite

from kg.projection.sealing import LOCKS, is_whole, seal

_CURRENT = "CURRENT"
_LAYOUT = "layout-2"
"""In the folder of a graph that is written as this version does; one of another is as good as none."""
_LEAST = 1 << 20
"""Bytes that are left to others, at the least, where a graph is put away."""


def put_away(graph: Any, to: Path) -> None:
    """Write a graph into a folder that isn't there yet; the graph itself stays as it is.

    Raises:
        kglite.KgError: it can't be written.
        OSError: it can't be written.
    """
    to.mkdir()
    # A copy shares everything with its original; what is written is mapped by the copy, and let go of with it.
    copy = graph.copy()
    if copy.graph_info()["storage_mode"] == "disk":
        copy.save(str(to))
    else:
        _refuse_without_room(copy, to)
        copy.enable_disk_mode(str(to))
    (to / _LAYOUT).touch()
    seal(to)
    # The engine lets its owner alone read this one.
    shutil.copymode(next(to.glob("*/*/metadata.json")), to / _CURRENT)


def _refuse_without_room(graph: Any, to: Path) -> None:
    """The engine maps what joins the nodes before it has the room for that: on a full disk the process would die of it."""
    if shutil.disk_usage(to).free < _LEAST + 2 * graph.graph_info()["topology_heap_bytes"]:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def opened(kept: Path, own: Path) -> Any | None:
    """A kept graph, for one process to ask and to change; None where it is damaged, or of an earlier version.

    The engine opens files for writing, locks the folder where a graph is changed, and keeps what changed beside it: that all happens in
    a folder of links, and what is kept stays as it is.

    Args:
        kept: the folder in which it was put away.
        own: an empty folder that nobody else uses.
    """
    try:
        if not (kept / _LAYOUT).exists() or not is_whole(kept):
            return None
        _link_all(kept.resolve(), own)
        graph = kglite.load(str(own))
        _drop_links(own)
        return graph
    except (kglite.KgError, OSError):
        return None


def _link_all(kept: Path, own: Path) -> None:
    for path in sorted(kept.rglob("*")):
        if path.is_dir():
            (own / path.relative_to(kept)).mkdir()
        elif path.suffix not in LOCKS:
            _link(path, own / path.relative_to(kept))


def _drop_links(own: Path) -> None:
    """All is mapped once a graph is open: a process that is killed leaves nothing but empty folders."""
    for path in own.rglob("*"):
        if not path.is_dir():
            # Where the system doesn't let go of what is mapped, they go with the folder.
            with suppress(OSError):
                path.unlink()


def _link(path: Path, to: Path) -> None:
    """A link; a copy where there are none, or where the engine couldn't open the file through it."""
    if os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        for link in (os.symlink, os.link):
            with suppress(OSError):
                link(path, to)
                return
    shutil.copyfile(path, to)
