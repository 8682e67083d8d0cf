"""Lays the accounts of one event side by side: what each tells and leaves out, and below it its own words, marked in their own direction."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Iri
from kg.reports.columns import By
from kg.reports.compare import Cell, Comparison, Row, compare
from kg.reports.telling import Kind
from kg.view.pictures.figure import Aside, Figure, Item
from kg.view.pictures.filling import fill
from kg.view.pictures.sheet import Sheet
from kg.view.pictures.sides import Side, articles, class_of, side_of
from kg.view.words import Words, clean

MOST = 8
"""So many columns are laid side by side at most."""


@dataclass(frozen=True, slots=True)
class Told:
    """A cell: its texts; ``left_out`` where the column doesn't tell it, ``marked`` where its words are marked below."""

    texts: tuple[str, ...] = ()
    left_out: bool = False
    contradicts: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table, with its number, by which it is tied to the marked words."""

    number: int
    kind: str
    what: str
    value: str
    share: str
    cells: tuple[Told, ...]


def draw_readouts(sheet: Sheet, event: Iri, by: By = By.OUTLET) -> Figure:
    """The comparison of the accounts of an event as a table, below each column the words that it was read from.

    Raises:
        KgError: no event, or more than one, fits.
    """
    words = sheet.words
    found = compare(sheet.store, event, by, words.language)
    told = articles(sheet, event)
    order = sorted(range(len(found.columns)), key=lambda at: found.columns[at].copy)[:MOST]
    numbers = {(row.kind, row.value): number for number, row in enumerate(found.rows)}
    sides = tuple(side_of(words, found.columns[at], told, numbers) for at in order)
    lines = tuple(_line(words, row, number, order, sides) for number, row in enumerate(found.rows))
    node = sheet.node(event)
    return Figure(
        "readouts",
        words.say("picture.readouts"),
        fill("readouts.html", words=words.table, sides=sides, lines=lines, kinds=_legend(words, lines)),
        lead=_lead(words, found),
        notes=_notes(words, len(found.columns) - len(order)),
        asides=(Aside(words.say("picture.all_known"), (Item(sheet.number(event), node.kind, node.label, node.day),)),),
    )


def _lead(words: Words, found: Comparison) -> str:
    own = [column for column in found.columns if not column.copy]
    lead = words.say("picture.readouts_lead" if len(own) > 1 else "picture.one_readout")
    return f"{lead} {words.say('picture.readouts_signs')}"


def _notes(words: Words, left_out: int) -> tuple[str, ...]:
    return (words.say("picture.columns_left_out", n=left_out),) if left_out > 0 else ()


def _legend(words: Words, lines: Iterable[Line]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((line.kind, line.what) for line in lines if any(cell.marked for cell in line.cells)))


def _line(words: Words, row: Row, number: int, order: Sequence[int], sides: Sequence[Side]) -> Line:
    marked = [{part.row for each in side.reports for quote in each.quotes for part in quote.parts} for side in sides]
    cells = tuple(_told(words, row, row.cells[at], number in marked[place]) for place, at in enumerate(order))
    share = words.say(f"picture.share.{row.share.value}")
    if row.side:
        share = words.say("picture.only_side", name=clean(row.side))
    return Line(
        number, class_of(row.kind), words.say(f"picture.told.{class_of(row.kind)}"), _value(words, row), share, cells
    )


def _told(words: Words, row: Row, cell: Cell | None, marked: bool) -> Told:
    if cell is None:
        return Told(left_out=True)
    texts = [
        words.say(f"kind.{text.replace(' ', '_')}") if row.kind is Kind.TYPE else clean(text) for text in cell.texts
    ]
    return Told(tuple(texts), contradicts=cell.contradicts, marked=marked)


def _value(words: Words, row: Row) -> str:
    """What a row is about; the act of a statement in the reader's words."""
    name, dash, act = row.value.rpartition(" — ")
    if row.kind is not Kind.STATEMENT or not dash:
        return clean(row.value)
    key = re.sub(r" (\w)", lambda found: found[1].upper(), act)
    known = words.table["value"]
    return f"{clean(name)} — {known.get(key) or known.get(f'{key}Act') or act}"
