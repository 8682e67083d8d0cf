"""Lays the accounts of one event side by side: what each tells and leaves out, and below it its own words, marked in their own direction."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Iri
from kg.reports.accounts import accounts
from kg.reports.columns import By, Column
from kg.reports.compare import Cell, Comparison, Row, compare
from kg.reports.nodes import fetch
from kg.reports.telling import Kind
from kg.view.build import safe_link
from kg.view.pictures.figure import Aside, Figure, Item
from kg.view.pictures.filling import fill
from kg.view.pictures.passages import Hint, Passage, passages
from kg.view.pictures.sheet import Sheet
from kg.view.words import Words, clean, isolate

MOST = 8
"""So many columns are laid side by side at most."""
_QUOTE = 3000


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


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of words below a column; ``row`` is the number of the row that it belongs to."""

    text: str
    kind: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence: its words, their language, and where they stand."""

    parts: tuple[Part, ...]
    language: str
    where: str


@dataclass(frozen=True, slots=True)
class Report:
    """An article with the sentences that tell of the event."""

    title: str
    url: str | None
    source: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A column: who tells, in which languages, since when, and its words."""

    name: str
    notes: tuple[str, ...]
    reports: tuple[Report, ...]


def draw_readouts(sheet: Sheet, event: Iri, by: By = By.OUTLET) -> Figure:
    """The comparison of the accounts of an event as a table, below each column the words that it was read from.

    Raises:
        KgError: no event, or more than one, fits.
    """
    words = sheet.words
    found = compare(sheet.store, event, by, words.language)
    told = _passages(sheet, event)
    order = sorted(range(len(found.columns)), key=lambda at: found.columns[at].copy)[:MOST]
    numbers = {(row.kind, row.value): number for number, row in enumerate(found.rows)}
    sides = tuple(_side(words, found.columns[at], told, numbers) for at in order)
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


def _passages(sheet: Sheet, event: Iri) -> Mapping[Iri, tuple[Passage, ...]]:
    """The passages of each article that tells of the event."""
    found: defaultdict[Iri, tuple[Passage, ...]] = defaultdict(tuple)
    for account in accounts(sheet.store, fetch(sheet.store, [event])[event]):
        found[account.article.iri] += passages(sheet.store, account, sheet.words.language)
    return found


def _side(
    words: Words, column: Column, told: Mapping[Iri, tuple[Passage, ...]], numbers: Mapping[tuple[Kind, str], int]
) -> Side:
    days = sorted({source.published.isoformat() for source in column.sources if source.published})
    notes = (
        *(words.say(f"picture.language.{language}") for language in column.languages),
        *days[:1],
        *((words.say("picture.side", name=clean(column.side)),) if column.side else ()),
        *((words.say("picture.copy"),) if column.copy else ()),
    )
    reports = tuple(
        _report(words, told[source.article], numbers) for source in column.sources if told.get(source.article)
    )
    return Side(", ".join(map(clean, column.outlets)), notes, reports)


def _report(words: Words, told: Sequence[Passage], numbers: Mapping[tuple[Kind, str], int]) -> Report:
    row = told[0].row
    published = words.say("published", date=isolate(row.published.isoformat())) if row.published else ""
    return Report(
        clean(row.title or "") or words.say("untitled"),
        safe_link(row.url or ""),
        tuple(filter(None, (clean(row.site or ""), published))),
        tuple(_quote(words, passage, numbers) for passage in told),
    )


def _quote(words: Words, passage: Passage, numbers: Mapping[tuple[Kind, str], int]) -> Quote:
    row = passage.row
    told = "characters_of_title" if row.in_title else "characters"
    where = words.say(told, start=f"\u2066{row.start}", end=f"{row.end}\u2069")
    parts = tuple(_part(piece.text, piece.hint, numbers) for piece in passage.pieces)
    return Quote(parts, passage.language, where)


def _part(text: str, hint: Hint | None, numbers: Mapping[tuple[Kind, str], int]) -> Part:
    row = numbers.get((hint.kind, hint.value)) if hint else None
    short = text if len(text) <= _QUOTE else text[:_QUOTE] + "…"
    return Part(short) if hint is None or row is None else Part(short, _class(hint.kind), row)


def _line(words: Words, row: Row, number: int, order: Sequence[int], sides: Sequence[Side]) -> Line:
    marked = [{part.row for each in side.reports for quote in each.quotes for part in quote.parts} for side in sides]
    cells = tuple(_told(words, row, row.cells[at], number in marked[place]) for place, at in enumerate(order))
    share = words.say(f"picture.share.{row.share.value}")
    if row.side:
        share = words.say("picture.only_side", name=clean(row.side))
    return Line(
        number, _class(row.kind), words.say(f"picture.told.{_class(row.kind)}"), _value(words, row), share, cells
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


def _class(kind: Kind) -> str:
    """The name of a kind of telling as a class of the style and a key of the words: ``office`` for an office conflict."""
    return kind.value.partition(" ")[0]
