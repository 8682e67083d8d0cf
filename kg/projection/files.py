"""Names the file in which an embedded copy is kept by its mark, so that both are written in one step."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kg.errors import StoreError
from kg.store.base import Mark

ENDING = ".kgl"
"""How the names of files of the embedded engine end."""
_NAME = re.compile(r"([0-9a-f]+)-(\d+)")


class Shelf:
    """The folder of one engine's files: at most one is current, named by the lineage and revision that it holds."""

    def __init__(self, folder: Path, ending: str) -> None:
        """``ending`` is the ending of the files' names, with its dot."""
        self.folder, self._ending = folder, ending

    def current(self) -> tuple[Path, Mark] | None:
        """The newest file and its mark; None where there is none."""
        found = [
            (path, mark) for path in self.folder.glob(f"*{self._ending}") if (mark := self._mark(path)) is not None
        ]
        return max(found, key=lambda each: each[1].revision, default=None)

    def put(self, mark: Mark, write: Callable[[Path], None]) -> None:
        """Write the file for a mark and drop the older ones; killed on the way, what was there before stays.

        Raises:
            StoreError: it can't be written.
        """
        path = self.folder / f"{mark.lineage}-{mark.revision}{self._ending}"
        # Two who ask at once may both write what is the same in the end.
        draft = path.with_name(f"{path.name}.{os.getpid()}.new")
        try:
            self.folder.mkdir(exist_ok=True)
            write(draft)
            draft.replace(path)
            for other in self.folder.iterdir():
                # A reader that has an older one open keeps it where the system allows that.
                if other != path and (other.name.endswith((self._ending, ".new"))):
                    other.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"can't write the property graph {path}: {error}") from error
        finally:
            with suppress(OSError):
                draft.unlink()

    def _mark(self, path: Path) -> Mark | None:
        told = _NAME.fullmatch(path.name.removesuffix(self._ending))
        return Mark(told[1], int(told[2])) if told else None
