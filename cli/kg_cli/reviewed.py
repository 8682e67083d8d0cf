"""Shows unsure pairs with both sides beside each other, and asks what they are."""

from collections.abc import Iterator, Sequence

import click

from kg.identity.desk import Desk
from kg.identity.faces import Face
from kg.identity.records import Pair
from kg.identity.reviewing import Review
from kg.model import Iri
from kg.reports.accountrows import AccountRow, account_rows
from kg.reports.nodes import fetch
from kg_cli.card import headline
from kg_cli.output import Answer, Cell
from kg_cli.rows import LIST, short_id, when
from kg_cli.terminal import shown

_SHOWN = 3
_ANSWERS = click.Choice(["s", "n", "l", "q"])
_QUESTION = "same (s), not the same (n), later (l), quit (q)"

Side = Sequence[tuple[str, str]]


def queue_table(desk: Desk, review: Review, language: str, *, for_people: bool) -> Answer:
    """The unsure pairs, the surest first."""
    name = short_id if for_people else str
    rows: list[tuple[Cell, ...]] = [
        (
            "event" if pair.first in desk.accounts else "person",
            name(pair.first),
            name(pair.second),
            pair.likeness.score,
            _title(desk, pair.first, language),
            _title(desk, pair.second, language),
            LIST.join(pair.likeness.reasons),
        )
        for pair in review.queue
    ]
    return Answer(("kind", "first", "second", "score", "first_label", "second_label", "reasons"), rows)


def walk(desk: Desk, review: Review, by: str, language: str) -> None:
    """Ask about each pair until the end or a quit; the view is brought up to date in any case."""
    decided = 0
    try:
        for pair in review.open():
            _show(desk, pair, language)
            answer = _answer()
            if answer == "q":
                break
            if answer in ("s", "n"):
                review.decide(pair, same=answer == "s", by=by)
                decided += 1
    finally:
        if decided:
            summary = desk.update()
            click.echo(f"{decided} decided; {len(summary.unsure)} unsure pairs left")


def _answer() -> str:
    """What the analyst says; an interruption, or the end of what is piped in, is a quit."""
    try:
        answer: str = click.prompt(_QUESTION, type=_ANSWERS, show_choices=False)
    except click.Abort:
        click.echo("")
        return "q"
    return answer


def _show(desk: Desk, pair: Pair, language: str) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from kg_cli.cells import isolated

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, show_header=False)
    for _ in range(3):
        table.add_column(overflow="fold")
    for name, left, right in _beside(_side(desk, pair.first, language), _side(desk, pair.second, language)):
        table.add_row(name, isolated(left), isolated(right))
    click.echo("")
    console = Console(highlight=False)
    with console.capture() as captured:
        console.print(table)
    click.echo("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()), nl=False)
    click.echo(f"{pair.likeness.score:.2f}: {'; '.join(pair.likeness.reasons)}")


def _beside(left: Side, right: Side) -> Iterator[tuple[str, str, str]]:
    """Both sides by the names of what is told; what one side tells oftener stands alone."""
    for name in dict.fromkeys(name for name, _ in (*left, *right)):
        some = [value for told, value in left if told == name]
        others = [value for told, value in right if told == name]
        for at in range(max(len(some), len(others))):
            yield name if at == 0 else "", "".join(some[at : at + 1]), "".join(others[at : at + 1])


def _side(desk: Desk, iri: Iri, language: str) -> Side:
    if iri in desk.accounts:
        rows = account_rows(desk.store, desk.group(iri)[:_SHOWN], language)
        return [("event", _title(desk, iri, language)), *(line for row in rows for line in _told(row))]
    face = desk.face(iri)
    return [
        *_portrait(desk, face, language),
        *(line for row in _sightings(desk, iri, language) for line in _words(row)),
    ]


def _told(row: AccountRow) -> Iterator[tuple[str, str]]:
    yield "day", when(row.earliest, row.latest, row.date_text) or "not told"
    yield "place", row.place or "not told"
    yield "status", row.status.value
    yield from (("who", name) for name in row.participants)
    yield from _words(row)


def _words(row: AccountRow) -> Iterator[tuple[str, str]]:
    yield "article", headline(row)
    yield from (("words", quote) for quote in row.quotes[:_SHOWN])


def _portrait(desk: Desk, face: Face, language: str) -> Iterator[tuple[str, str]]:
    yield from (("name", name) for name in dict.fromkeys(face.names))
    side = fetch(desk.store, [face.side])[face.side].label(language) if face.side else "not told"
    yield "speaks for", side
    # The days are those of quarters: to the year they can be trusted.
    told = {(office.rank, office.portfolio or "", day.year) for office, day in face.offices}
    for rank, portfolio, year in sorted(told, key=lambda one: (one[2], one)):
        yield "office", f"{', '.join(filter(None, [rank, portfolio]))} ({year})"


def _sightings(desk: Desk, iri: Iri, language: str) -> tuple[AccountRow, ...]:
    """What some accounts tell in which a face takes part."""
    seen = [each.iri for each in desk.records.accounts if any(desk.is_face(part, iri) for part in each.parts)]
    return account_rows(desk.store, seen[:_SHOWN], language)


def _title(desk: Desk, iri: Iri, language: str) -> str:
    if iri not in desk.accounts:
        return LIST.join(dict.fromkeys(desk.face(iri).names))
    node = desk.group(iri)[0]
    return shown(fetch(desk.store, [node])[node].label(language))
