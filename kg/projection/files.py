"""Names the file or folder in which an embedded copy is kept by its mark, so that both are written in one step."""

import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kg.errors import StoreError
from kg.store.base import Mark

_NAME = re.compile(r"([0-9a-f]+)-(\d+)")


def ending(engine: str) -> str:
    """How the names of what an engine keeps end, with its dot."""
    return ".kgl" if engine == "kglite" else f".{engine}"


class Shelf:
    """What one engine keeps in a folder, as files or as folders: at most one is current, named by the lineage and revision that it holds."""

    def __init__(self, folder: Path, ending: str) -> None:
        """``ending`` tells those of the engine from those of others."""
        self.folder, self._ending = folder, ending

    def current(self) -> tuple[Path, Mark] | None:
        """The newest one and its mark; None where there is none."""
        found = [
            (path, mark) for path in self.folder.glob(f"*{self._ending}") if (mark := self._mark(path)) is not None
        ]
        return max(found, key=lambda each: each[1].revision, default=None)

    def put(self, mark: Mark, write: Callable[[Path], None]) -> None:
        """Write the one for a mark and drop the older ones; killed on the way, what was there before stays.

        Raises:
            StoreError: it can't be written.
        """
        path = self.folder / f"{mark.lineage}-{mark.revision}{self._ending}"
        # Two who ask at once may both write what is the same in the end.
        draft = path.with_name(f"{path.name}.{os.getpid()}.new")
        try:
            self.folder.mkdir(exist_ok=True)
            write(draft)
            if path.is_dir():
                _drop(path)
            draft.replace(path)
            for other in self.folder.glob(f"*{self._ending}*"):
                # What a reader has open stays until another time where the system doesn't let it go.
                if other != path and other.name.endswith((self._ending, ".new")):
                    with suppress(OSError):
                        _drop(other)
        except OSError as error:
            raise StoreError(f"can't write the property graph {path}: {error}") from error
        finally:
            with suppress(OSError):
                _drop(draft)

    def _mark(self, path: Path) -> Mark | None:
        told = _NAME.fullmatch(path.name.removesuffix(self._ending))
        return Mark(told[1], int(told[2])) if told else None


def _drop(path: Path) -> None:
    if path.is_dir():
        # No longer named by a mark before its first file is gone.
        shutil.rmtree(path if path.name.endswith(".new") else path.rename(path.with_name(f"{path.name}.old.new")))
    else:
        path.unlink(missing_ok=True)
