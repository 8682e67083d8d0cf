"""Reads and writes the files that commands name, ``-`` standing for the standard streams."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError


def read_text(path: str, what: str = "a query") -> str:
    """The text of a file, or of standard input; ``what`` it should hold is told if it can't be read.

    Raises:
        KgError: it can't be read or is not text.
    """
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KgError(f"{path} is not UTF-8 text: give a file that holds {what}") from error


@contextlib.contextmanager
def output(path: Path | None) -> Iterator[BinaryIO]:
    """A stream to write to: standard output for None or ``-``, else a file that appears only when it is whole.

    Raises:
        OSError: the file can't be written.
    """
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
