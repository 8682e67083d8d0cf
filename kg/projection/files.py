"""Names the file or folder in which an embedded copy is kept by its mark, so that both are written in one step."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from kg.errors import StoreError
from kg.projection.alone import alone
from kg.store.base import Mark

_NAME = re.compile(r"([0-9a-f]+)-(\d+)(?:-(\d+))?")


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
        revision, _, lineage, path = max(self._named(), default=(0, 0, "", None))
        return None if path is None else (path, Mark(lineage, revision))

    def put(self, mark: Mark, write: Callable[[Path], None]) -> Path:
        """Write the one for a mark, give its path, and drop the others; killed on the way, what was there before stays.

        Raises:
            StoreError: it can't be written.
        """
        try:
            self.folder.mkdir(exist_ok=True)
            with alone(self.folder):
                return self._put(mark, write)
        except OSError as error:
            raise StoreError(f"can't write the property graph {self._free(mark)}: {error}") from error

    def _put(self, mark: Mark, write: Callable[[Path], None]) -> Path:
        # What killed processes left takes room, and nobody else is at work.
        self._sweep(f"*{self._ending}*.new")
        draft = self.folder / f"{mark.lineage}-{mark.revision}{self._ending}.new"
        try:
            write(draft)
            path = self._free(mark)
            draft.replace(path)
            self._sweep(f"*{self._ending}", but=path)
            return path
        finally:
            with suppress(OSError):
                _drop(draft)

    def _sweep(self, pattern: str, but: Path | None = None) -> None:
        for other in self.folder.glob(pattern):
            # What a reader has open stays until another time where the system doesn't let it go.
            if other != but:
                with suppress(OSError):
                    _drop(other)

    def _named(self) -> Iterator[tuple[int, int, str, Path]]:
        """The revision, number and lineage of each, and its path."""
        for path in self.folder.glob(f"*{self._ending}"):
            if told := _NAME.fullmatch(path.name.removesuffix(self._ending)):
                yield int(told[2]), int(told[3] or 1), told[1], path

    def _free(self, mark: Mark) -> Path:
        """A name that none has had: who is opening one must not find the files of another under its name."""
        same = (number for revision, number, lineage, _ in self._named() if Mark(lineage, revision) == mark)
        last = max(same, default=0)
        number = f"-{last + 1}" if last else ""
        return self.folder / f"{mark.lineage}-{mark.revision}{number}{self._ending}"


def _drop(path: Path) -> None:
    if path.is_dir():
        # No longer named by a mark before its first file is gone.
        shutil.rmtree(path if path.name.endswith(".new") else path.rename(path.with_name(f"{path.name}.old.new")))
    else:
        path.unlink(missing_ok=True)
