"""Writes tables for spreadsheets and for tools that read them: who met whom, and links between entities for i2 and Maltego."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import IO

from kg.export.texts import cell
from kg.projection.model import Value

_MARK = "\ufeff".encode()

Row = Iterable[Value | None]


class Table:
    """A table of which rows are written one after another."""

    def __init__(self, stream: IO[bytes], columns: tuple[str, ...]) -> None:
        """Write the head; a byte order mark comes first, without which Excel doesn't read Arabic or Cyrillic letters."""
        stream.write(_MARK)
        self._text = TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
        self._rows = csv.writer(self._text, lineterminator="\r\n")
        self._rows.writerow(columns)

    def write(self, row: Row) -> None:
        """Write a row; see ``cell``."""
        self._rows.writerow([cell(value) for value in row])

    def leave(self) -> None:
        """Leave the stream open for who opened it."""
        self._text.detach()


@contextmanager
def table(stream: IO[bytes], columns: tuple[str, ...]) -> Iterator[Table]:
    """A table on a stream that stays open."""
    written = Table(stream, columns)
    try:
        yield written
    finally:
        written.leave()
