"""Prints answers: as a table for people, or as CSV, TSV or JSON for programs."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from types import NoneType

from kg_cli.terminal import clean, is_terminal

Cell = str | int | float | bool | None | Sequence["Cell"] | Mapping[str, "Cell"]
"""What stands in one place of an answer; lists and maps for JSON alone."""
WIDE = 100_000


@dataclass(frozen=True, slots=True)
class Answer:
    """Named columns and rows of plain values."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def print_answer(answer: Answer, form: str) -> None:
    """Print an answer in one of the forms of ``kg_cli.options.FORMATS``."""
    _PRINTERS[form](answer)


def _table(answer: Answer) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from kg_cli.cells import isolated

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in answer.columns:
        table.add_column(column, overflow="fold")
    for row in answer.rows:
        table.add_row(*(isolated(clean(_raw(cell))) for cell in row))
    console = Console(file=sys.stdout, width=None if is_terminal() else WIDE, highlight=False)
    with console.capture() as captured:
        console.print(table)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def _csv(answer: Answer) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.columns)
    # A carriage return would be read as the end of the row: the writer quotes only the line ends that it writes.
    writer.writerows([_raw(cell).replace("\r\n", "\n").replace("\r", "\n") for cell in row] for row in answer.rows)


def _tsv(answer: Answer) -> None:
    for row in (answer.columns, *answer.rows):
        cells = (_raw(cell).replace("\\", "\\\\") for cell in row)
        sys.stdout.write(
            "\t".join(cell.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r") for cell in cells) + "\n"
        )


def _json(answer: Answer) -> None:
    # Made once, and texts that repeat are written once: json.dumps makes an encoder for each row.
    write = json.JSONEncoder(ensure_ascii=False).encode
    begins = ("{", *repeat(", ", len(answer.columns) - 1))
    columns = [
        _written(f"{begin}{write(name)}: ", column, write)
        for begin, name, column in zip(begins, answer.columns, zip(*answer.rows, strict=True), strict=False)
    ]
    lines = "},\n".join(map("".join, zip(*columns, strict=True)))
    sys.stdout.write(f"[{lines}}}]\n" if columns else "[]\n")


def _written(begin: str, column: Sequence[Cell], write: Callable[[Cell], str]) -> Iterable[str]:
    # True is 1 and 1.0 to Python, so only where these can't be mistaken for one another.
    if not set(map(type, column)) <= {str, int, NoneType}:
        return [begin + write(cell) for cell in column]
    texts = {cell: begin + write(cell) for cell in set(column)}
    return map(texts.__getitem__, column)


def _raw(cell: Cell) -> str:
    """A cell as programs read it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)


_PRINTERS: dict[str, Callable[[Answer], None]] = {"table": _table, "csv": _csv, "tsv": _tsv, "json": _json}
