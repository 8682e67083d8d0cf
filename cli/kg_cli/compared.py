"""Prints the accounts of an event side by side, and what they have in common."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from kg.reports.columns import Column
from kg.reports.compare import Cell as Told
from kg.reports.compare import Comparison, Row, Share
from kg_cli.output import Answer, Cell, print_answer
from kg_cli.rows import LIST
from kg_cli.terminal import shown

LEFT_OUT, BARELY_TOLD, CONTRADICTS = "–", "✓", "≠ "


def print_comparison(comparison: Comparison, form: str) -> None:
    """Print a comparison: a column for each source and a summary for people, a row for each cell for programs."""
    if form != "table":
        print_answer(_for_programs(comparison), form)
        return
    click.echo(f"{shown(comparison.label)}\n{comparison.event}\n")
    print_answer(_for_people(comparison), form)
    for line in _summary(comparison):
        click.echo(line)


def _for_people(comparison: Comparison) -> Answer:
    columns = ("what", "", *map(_title, comparison.columns), "told by")
    rows = [
        (row.kind.value, row.value, *(_text(cell) for cell in row.cells), row.share.value) for row in comparison.rows
    ]
    return Answer(columns, rows)


def _for_programs(comparison: Comparison) -> Answer:
    columns = (
        *("event", "what", "value", "outlets", "languages", "side", "copy", "articles"),
        *("told", "text", "contradicts", "told_by", "only_side"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            comparison.event,
            row.kind.value,
            row.value or None,
            LIST.join(column.outlets),
            LIST.join(column.languages),
            column.side,
            column.copy,
            LIST.join(source.article for source in column.sources),
            cell is not None,
            LIST.join(cell.texts) if cell else None,
            cell is not None and cell.contradicts,
            row.share.value,
            row.side,
        )
        for row in comparison.rows
        for column, cell in zip(comparison.columns, row.cells, strict=True)
    ]
    return Answer(columns, rows)


def _title(column: Column) -> str:
    """What a column is called: two articles of one outlet are told apart by their days."""
    days = sorted({source.published.isoformat() for source in column.sources if source.published})
    told = ", ".join(filter(None, (LIST.join(column.languages), *days[:1], column.side, "copy" if column.copy else "")))
    return f"{LIST.join(column.outlets)} ({told})"


def _text(cell: Told | None) -> str:
    if cell is None:
        return LEFT_OUT
    return (CONTRADICTS if cell.contradicts else "") + (LIST.join(cell.texts) or BARELY_TOLD)


def _summary(comparison: Comparison) -> Iterator[str]:
    own = [column for column in comparison.columns if not column.copy]
    copies = [source for column in comparison.columns for source in column.sources if source.copy]
    yield ""
    if len(own) < 2:
        articles = sum(len(column.sources) for column in own)
        hint = f"; --by article compares the {articles} articles" if articles > 1 else ""
        yield f"Nothing to compare: one column holds all that is told of it{hint}."
    else:
        yield _field("told by all", comparison.told_by(Share.ALL))
        yield _field("told by some", comparison.told_by(Share.SOME))
        yield from _told_alone(comparison)
        yield from _told_by_one_side(comparison)
    yield from (_contradiction(comparison, row) for row in comparison.rows if row.contradicted)
    for source in copies:
        yield f"  copy          {shown(source.outlet)}: prints another one's text and counts for none of its own"


def _told_alone(comparison: Comparison) -> Iterator[str]:
    for at, column in enumerate(comparison.columns):
        alone = [row for row in comparison.told_by(Share.ONE) if row.cells[at] is not None]
        if alone and not column.copy:
            yield _field("told only by", alone, f"{shown(_title(column))}: ")


def _told_by_one_side(comparison: Comparison) -> Iterator[str]:
    for side in sorted({row.side for row in comparison.rows if row.side}):
        yield _field("by one side", [row for row in comparison.rows if row.side == side], f"{shown(side)}: ")


def _contradiction(comparison: Comparison, row: Row) -> str:
    told = [
        f"{LIST.join(map(shown, cell.texts))} ({shown(_title(column))})"
        for column, cell in zip(comparison.columns, row.cells, strict=True)
        if cell is not None
    ]
    what = f"{row.kind.value} {shown(row.value)}".rstrip()
    return f"  contradiction {what}: {' ≠ '.join(told)}"


def _field(name: str, rows: Iterable[Row], by: str = "") -> str:
    kinds = [(kind, [shown(row.value) for row in those]) for kind, those in groupby(rows, lambda row: row.kind.value)]
    told = LIST.join(f"{kind} {', '.join(values)}".strip() for kind, values in kinds)
    return f"  {name:<14}{by}{told or 'nothing'}"
