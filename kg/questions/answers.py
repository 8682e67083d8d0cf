"""Answers column by column, in which nodes are told by their IRIs: long ones are put in order and unfolded faster so than row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from kg.projection.base import Cell
from kg.store.counts import unlisted

_LISTED = "listed"
"""The column of which each cell stands for as many rows as it lists."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The names of columns, and the cells of each in the order of the rows; no columns of cells where there are no rows."""

    columns: tuple[str, ...]
    cells: tuple[Sequence[Cell], ...]


def ordered(told: Answer, columns: tuple[str, ...]) -> Answer:
    """The answer with its rows in the order of some columns; as it is where there are none."""
    if not columns or not told.cells:
        return told
    places = [0] * len(told.cells[0])
    for name in columns:
        cells = told.cells[told.columns.index(name)]
        ranks = _ranks(cells)
        many = len(ranks)
        places = [place * many + ranks[cell] for place, cell in zip(places, cells, strict=True)]
    order = sorted(range(len(places)), key=places.__getitem__)
    return Answer(told.columns, tuple(list(map(cells.__getitem__, order)) for cells in told.cells))


def unfolded(told: Answer, columns: tuple[str, ...]) -> Answer:
    """The answer with a row for each month that a cell of ``?listed`` lists; as it is where it has no such column.

    Args:
        told: the answer; a cell of that column lists months and numbers as a store keeps them: ``2020-10 17, 2020-12 3``.
        columns: all columns that the answer is to have; the two that it lacks are those of the months and of the numbers.

    Raises:
        StoreError: a list isn't written so.
    """
    if _LISTED not in told.columns:
        return told
    held = dict(zip(told.columns, told.cells, strict=False))
    counts, months, numbers = unlisted(list(map(str, held.pop(_LISTED, ()))))
    given: dict[str, Sequence[Cell]] = {
        name: list(chain.from_iterable(map(repeat, cells, counts))) for name, cells in held.items()
    }
    month, number = (name for name in columns if name not in told.columns)
    given |= {month: months, number: numbers}
    return Answer(columns, tuple(given[name] for name in columns) if months else ())


def _ranks(column: Sequence[Cell]) -> dict[Cell, int]:
    """The place of each different cell in the order of texts: numbers are put in order faster, and a long column has few texts."""
    texts = {cell: cell if isinstance(cell, str) else str(cell or "") for cell in set(column)}
    places = {text: place for place, text in enumerate(sorted(set(texts.values())))}
    return {cell: places[text] for cell, text in texts.items()}
