"""Answers column by column, in which nodes are told by their IRIs: long ones are put in order and unfolded faster so than row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from kg.errors import StoreError
from kg.projection.base import Cell

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
        texts = _texts(told.cells[told.columns.index(name)])
        # Numbers are put in order faster than texts, of which a long answer has few.
        ranks = {text: rank for rank, text in enumerate(sorted(set(texts)))}
        places = [place * len(ranks) + ranks[text] for place, text in zip(places, texts, strict=True)]
    order = sorted(range(len(places)), key=places.__getitem__)
    return Answer(told.columns, tuple(list(map(cells.__getitem__, order)) for cells in told.cells))


def unfolded(told: Answer, columns: tuple[str, ...]) -> Answer:
    """The answer with a row for each thing that a cell of ``?listed`` lists; as it is where it has no such column.

    Args:
        told: the answer; a cell of that column lists a text and a number of each thing: ``2020-10 17, 2020-12 3``.
        columns: all columns that the answer is to have; the two that it lacks are those of the texts and of the numbers.

    Raises:
        StoreError: a list isn't written so.
    """
    if _LISTED not in told.columns:
        return told
    held = dict(zip(told.columns, told.cells, strict=False))
    lists = [str(cell).split(", ") for cell in held.pop(_LISTED, ())]
    given = {name: list(chain.from_iterable(map(repeat, cells, map(len, lists)))) for name, cells in held.items()}
    things = [each.rpartition(" ") for each in chain.from_iterable(lists)]
    text, number = (name for name in columns if name not in told.columns)
    try:
        given |= {text: [each[0] for each in things], number: [int(each[2]) for each in things]}
    except ValueError as error:
        raise StoreError(f"the store's counts can't be read ({error}): kg resolve --anew makes them anew") from error
    return Answer(columns, tuple(given[name] for name in columns) if things else ())


def _texts(column: Sequence[Cell]) -> Sequence[str]:
    return [cell if isinstance(cell, str) else str(cell or "") for cell in column]
