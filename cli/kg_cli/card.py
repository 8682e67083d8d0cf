"""Prints all that is known of one event, for reading."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from kg.reports import EventReport
from kg.reports.accountrows import AccountRow
from kg.reports.evidence import EvidenceRow
from kg.reports.show import ParticipantRow, Related, StatementRow
from kg_cli.rows import short_id, when
from kg_cli.terminal import shown


def print_card(report: EventReport) -> None:
    """Print a report section by section."""
    for line in _lines(report):
        click.echo(line)


def _lines(report: EventReport) -> Iterator[str]:
    yield shown(report.label)
    yield report.row.iri
    yield ""
    yield from _facts(report)
    yield from _section("Accounts", [_account(one) for one in report.accounts])
    yield from _section("Participants", [line for one in report.participants for line in _participant(one)])
    yield from _section("Statements", [_statement(one) for one in report.statements])
    yield from _section("Evidence", list(_evidence(report.evidence)))


def _facts(report: EventReport) -> Iterator[str]:
    row = report.row
    yield _field("type", row.type.value.replace("_", " "))
    yield _field("status", f"{row.status.value} ({row.salience.value})")
    yield _field("date", when(row.earliest, row.latest) or "unknown")
    if row.date_text:
        untold = "" if row.earliest else " (no year, or no day of publication to count from)"
        yield _field("", f"as written: {shown(row.date_text)}{untold}")
    if row.date_conflict:
        yield _field("", "conflicts with the date of the page")
    if len(report.dates) > 1:
        for reading in report.dates:
            yield _field("", f"reading: {when(reading.earliest, reading.latest)} ({reading.share:.0%})")
    if row.place:
        yield _field("place", shown(row.place) + (" (inferred)" if row.place_inferred else ""))
    for name, values in (("topics", row.topics), ("processes", row.processes)):
        for at, value in enumerate(values):
            yield _field(name if at == 0 else "", shown(value))
    yield from _related("during", (report.during,) if report.during else ())
    yield from _related("meetings", report.meetings)
    if report.confidence is not None:
        yield _field("confidence", f"{report.confidence:.2f}")
    for one in report.asserted:
        yield _field(
            "asserted", f"{one.property}: {shown(one.value)} (by {shown(one.by)}, judgement {one.judgement[:8]})"
        )
    yield _field("sources", f"{row.sources} article{'s' if row.sources != 1 else ''}")


def _related(name: str, events: Iterable[Related]) -> Iterator[str]:
    for at, event in enumerate(events):
        yield _field(name if at == 0 else "", f"{shown(event.label)} [{short_id(event.iri)}]")


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        yield from (f"  {line}" for line in lines)


def _field(name: str, value: str) -> str:
    return f"  {name:<12}{value}"


def _account(one: AccountRow) -> str:
    """An account on a line: its id, language, day, place, article."""
    day = when(one.earliest, one.latest, one.date_text) or "no day"
    return f"{short_id(one.iri)}  {one.language}  {shown(day)}  {shown(one.place or 'no place')}  {headline(one)}"


def headline(one: AccountRow) -> str:
    """The article of an account in a few words."""
    published = f"published {one.published.isoformat()}" if one.published else ""
    return ", ".join(shown(part) for part in (one.title, one.site, published) if part)


def _participant(one: ParticipantRow) -> Iterator[str]:
    """A participant on a line, and who held his office if that was somebody else."""
    yield _told(one)
    for each in one.conflicts:
        source = f" ({shown(each.source)})" if each.source else ""
        yield f"  ≠ somebody else's office: {shown(each.reason)}{source}"


def _told(one: ParticipantRow) -> str:
    parts = [shown(one.name)]
    if one.native:
        parts.append(f"({', '.join(shown(name) for name in one.native)})")
    if one.function != "participant":
        parts.append(f"[{one.function}]")
    if one.offices:
        parts.append(f"— {' / '.join(shown(office) for office in one.offices)}")
    if one.represents:
        parts.append(f"— for {shown(one.represents)}")
    if one.naming:
        parts.append(f"— told {one.naming}, {short_id(one.iri)}")
    return " ".join(parts)


def _statement(one: StatementRow) -> str:
    to = f" to {shown(one.addressee)}" if one.addressee else ""
    about = f": {shown(one.about)}" if one.about else ""
    verb = f" ({shown(one.verb)})" if one.verb else ""
    return f"{shown(one.speaker)} — {one.act}{verb}{to}{about}"


def _evidence(quotes: Iterable[EvidenceRow]) -> Iterator[str]:
    """The quotes below the article they stand in, with their characters of its text or title."""
    for _, same in groupby(quotes, key=lambda one: one.article):
        rows = list(same)
        yield _article(rows[0])
        yield from (f"  {'title, ' * one.in_title}{one.start}–{one.end}: “{shown(one.quote)}”" for one in rows)


def _article(one: EvidenceRow) -> str:
    told = [shown(part) for part in (one.title or one.name, one.site, one.url) if part]
    if one.published:
        told.append(f"published {one.published.isoformat()} (from {shown(one.published_from or 'unknown')})")
    return ", ".join(told)
