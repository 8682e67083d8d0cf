"""Lays out judgements, and what they come to, as rows of plain values and as sentences."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

import click

from kg.identity.judgements import Judgement
from kg.identity.resolve import Summary
from kg.identity.settling import Settled
from kg.identity.whys import Why
from kg_cli.output import Answer, Cell
from kg_cli.rows import LIST, short_id
from kg_cli.terminal import clean, shown


def judgement_table(judgements: Iterable[Judgement], state: Mapping[str, str], *, for_people: bool) -> Answer:
    """Judgements with their state: what counts has none."""
    columns = ("id", "at", "by", "verdict", "about", "against", "property", "value", "why", "state")
    rows = [_row(one, state.get(one.id), short=for_people) for one in judgements]
    return Answer(columns, rows)


def why_table(found: Why, *, for_people: bool) -> Answer:
    """A comparison, line by line."""
    name = short_id if for_people else str
    rows: list[tuple[Cell, ...]] = [
        ("one", "yes" if found.one else "no"),
        ("compared", f"{name(found.first)} and {name(found.second)}"),
        ("score", f"{found.likeness.score:.2f} (joined from {found.sure:.2f} on)"),
        *(("reason", reason) for reason in found.likeness.reasons),
        *(("against", reason) for reason in found.against),
        *(("through", name(iri)) for iri in found.through),
        *(("judgement", told(each)) for each in found.judgements),
    ]
    return Answer(("what", "told"), rows)


def told(one: Judgement) -> str:
    """A judgement as a sentence."""
    undone = f", undone by {one.undone[0]}" if one.undone else ""
    why = f": {one.why}" if one.why else ""
    return f"{one.short}: {one.verdict.value}, {one.by} on {one.at.date().isoformat()}{undone}{why}"


def say_recorded(one: Judgement, summary: Summary) -> None:
    """Say that a judgement was written down, and what it overrules or is overruled by."""
    click.echo(f"judgement {one.short} of {shown(one.by)}: {one.verdict.value}")
    for each in summary.settled.overruled:
        if one in each.by or one == each.judgement:
            click.echo(f"kg: {clean(contradiction(summary.settled, each.judgement))}", err=True)


def contradiction(settled: Settled, one: Judgement) -> str:
    """Which judgements contradict each other, and which of them count."""
    by = next(each for each in settled.overruled if each.judgement == one).by
    later = "; ".join(told(each) for each in by)
    return f"the judgement {told(one)} contradicts later ones, which count instead: {later}"


def say_ahead(judgements: Iterable[Judgement], now: datetime) -> None:
    """Warn of judgements that are dated more than a day after now: by a clock that goes wrong they overrule whatever is decided."""
    for one in judgements:
        if one.at > now + timedelta(days=1) and one.undone is None:
            click.echo(
                f"kg: the judgement {clean(told(one))} is dated in the future: it counts before all that is decided until then",
                err=True,
            )


def say_settled(settled: Settled) -> None:
    """Warn of judgements that don't count, each with the reason."""
    for one in settled.idle:
        click.echo(
            f"kg: the judgement {clean(told(one))} is about something that no longer exists; it is kept", err=True
        )
    for each in settled.overruled:
        click.echo(f"kg: {clean(contradiction(settled, each.judgement))}", err=True)


def _row(one: Judgement, state: str | None, *, short: bool) -> tuple[Cell, ...]:
    name = short_id if short else str
    return (
        one.short if short else one.id,
        one.at.isoformat(timespec="seconds") if short else one.at.isoformat(),
        one.by,
        one.verdict.value,
        LIST.join(map(name, one.nodes)),
        LIST.join(map(name, one.against)) or None,
        one.asserted.property if one.asserted else None,
        _value(one, short=short),
        one.why or None,
        state,
    )


def _value(one: Judgement, *, short: bool) -> str | None:
    if one.asserted is None:
        return None
    return one.asserted.labels[0][0] if short and one.asserted.labels else one.asserted.value
