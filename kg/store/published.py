"""States of a store that readers open while somebody writes: complete, immutable, hard-linked copies of its engine's files."""

import shutil
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError

FOLDER = "published"
_KEPT = 2


class Published:
    """The published states of one store, each a folder named by the revision of the journal that it holds."""

    def __init__(self, store: Path) -> None:
        """Take the store's folder."""
        self.folder = store / FOLDER

    def newest(self) -> tuple[Path, int] | None:
        """The newest state and its revision; None where nothing was ever published."""
        states = self.states()
        return states[-1] if states else None

    def at(self, revision: int) -> Path | None:
        """The state of a revision; None where it isn't kept."""
        return next((path for path, known in self.states() if known == revision), None)

    def next(self) -> int:
        """A revision later than any that was published: a journal that is made anew goes on from it."""
        newest = self.newest()
        return 0 if newest is None else newest[1] + 1

    def publish(self, engine: ox.Store, revision: int) -> None:
        """Publish the state of an open engine, and drop all but the newest two: a reader may still have the other open.

        Raises:
            StoreError: it can't be written.
        """
        target = self.folder / str(revision)
        draft = target.with_name(target.name + ".new")
        try:
            self.folder.mkdir(exist_ok=True)
            for half in self.folder.glob("*.new"):
                # What a killed process left: there is one writer at a time.
                shutil.rmtree(half, ignore_errors=True)
            engine.backup(str(draft))
            shutil.rmtree(target, ignore_errors=True)
            draft.rename(target)
        except (OSError, RuntimeError) as error:
            shutil.rmtree(draft, ignore_errors=True)
            raise StoreError(f"can't publish the state of the store in {self.folder}: {error}") from error
        for old, _ in self.states()[:-_KEPT]:
            # Where the system forbids it, a reader has it open: the next publication sweeps it away.
            shutil.rmtree(old, ignore_errors=True)

    @staticmethod
    def fault(state: Path) -> str | None:
        """Why a state can't be opened; None where it can."""
        try:
            ox.Store.read_only(str(state))
        except (OSError, RuntimeError) as error:
            return str(error)
        return None

    def states(self) -> list[tuple[Path, int]]:
        """All states with their revisions, the oldest first."""
        found = []
        with suppress(OSError):
            found = [
                (path, int(path.name)) for path in self.folder.iterdir() if path.name.isascii() and path.name.isdigit()
            ]
        return sorted(found, key=lambda state: state[1])
