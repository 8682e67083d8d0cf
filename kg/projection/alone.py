"""Lets one process at a time write to the folder in which property graphs are kept; one that is killed lets go of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

FILE = "lock"
SECONDS, TIMES = 1.0, 600
"""How long somebody else is waited for at once, so that Ctrl-C is heard, and how often."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a folder while the block lasts, once nobody else does.

    Raises:
        OSError: it can't be written to, or somebody has held it for ten minutes.
    """
    try:
        data = sqlite3.connect(folder / FILE, timeout=SECONDS, isolation_level=None)
        with closing(data):
            _hold(data)
            yield
    except sqlite3.Error as error:
        told = (
            "another process is writing it: wait until it has finished, then try again" if _busy(error) else str(error)
        )
        raise OSError(told) from error


def _hold(data: sqlite3.Connection) -> None:
    for again in reversed(range(TIMES)):
        try:
            # Nothing is ever written to it: it is a lock that every system has.
            data.execute("BEGIN EXCLUSIVE")
            return
        except sqlite3.OperationalError as error:
            if not (again and _busy(error)):
                raise


def _busy(error: sqlite3.Error) -> bool:
    return error.sqlite_errorcode == sqlite3.SQLITE_BUSY
