"""Runs writing work in a process of its own that is killed at the nth call of the project's storing code, or that has no room on the disk."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

STORING = ("kg/store/", "kg/projection/", "kg/identity/applying", "kg/upkeep/")


class Killer:
    """Counts the calls that are made in and by the storing code, and kills this process at one of them."""

    def __init__(self, at: int) -> None:
        self.at, self.count = at, 0

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        if event not in ("call", "c_call") or not any(part in frame.f_code.co_filename for part in STORING):
            return
        self.count += 1
        if self.count == self.at:
            os.kill(os.getpid(), signal.SIGKILL)


def work(path: Path) -> dict[str, Callable[[], object]]:
    """What can be killed, by name."""
    from curation_tools import LaterReader, told

    from kg.pipeline import ingest
    from kg.projection.opening import project
    from kg.store.opening import open_store
    from kg.store.oxigraph import OxigraphStore
    from kg.upkeep.backup import backup
    from kg.upkeep.restoring import restore

    def ingested() -> None:
        with OxigraphStore(path) as store:
            for _ in ingest([told(1, "later"), *map(told, range(4, 7))], store, LaterReader(version="1")):
                store.publish()

    def projected() -> None:
        with open_store(path, reading=True) as state:
            project(state, path)

    def backed_up() -> None:
        with open_store(path, reading=True) as state:
            backup(state, path.with_name("backup"), force=True)

    def restored() -> None:
        restore(path.with_name("whole"), path.with_name("again"))

    return {"ingest": ingested, "project": projected, "backup": backed_up, "restore": restored}


if __name__ == "__main__":
    _name, _path, _at = sys.argv[1:]
    _work = work(Path(_path))[_name]
    if _at.startswith("bytes:"):
        # Files can't grow beyond this: what a full disk is like. Python ignores the signal, so that writing fails instead.
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(_at.removeprefix("bytes:")),) * 2)
        from kg.errors import KgError

        try:
            _work()
        except KgError as _error:
            sys.stdout.write(f"{_error}\n")
            sys.exit(2)
    else:
        _killer = Killer(int(_at))
        sys.setprofile(_killer)
        _work()
        sys.setprofile(None)
        sys.stdout.write(f"{_killer.count}\n")
