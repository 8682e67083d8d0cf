"""Lays out the events of a timeline as rows of plain values."""

from collections.abc import Iterable

from kg.reports.events import EventRow
from kg.reports.timeline import Entry
from kg_cli.output import Answer, Cell
from kg_cli.rows import LIST, short_id, when


def timeline_table(entries: Iterable[Entry], *, for_people: bool) -> Answer:
    """The timeline: few columns for people, every field for programs."""
    return _for_people(entries) if for_people else _for_programs(entries)


def _for_people(entries: Iterable[Entry]) -> Answer:
    columns = ("date", "type", "status", "participants", "place", "processes", "sources", "id")
    rows: list[tuple[Cell, ...]] = [
        (
            _when(entry.event) + (" ?" if entry.event.date_conflict else ""),
            entry.event.type.value.replace("_", " "),
            _status(entry),
            LIST.join(entry.event.participants),
            f"{entry.event.place} ?" if entry.event.place and entry.event.place_inferred else entry.event.place,
            LIST.join(entry.event.processes),
            entry.event.sources,
            short_id(entry.event.iri),
        )
        for entry in entries
    ]
    return Answer(columns, rows)


def _status(entry: Entry) -> str:
    """What is known of whether it took place: "held (planned for 2020-10-25)", "planned → cancelled 2020-10-25"."""
    told = entry.event.status.value
    if entry.plans:
        days = sorted({_when(plan) for plan in entry.plans} - {""})
        told += f" (planned{' for ' + ' / '.join(days) if days else ''})"
    if entry.outcome:
        told += f" → {entry.outcome.status.value} {_when(entry.outcome)}".rstrip()
    return told


def _for_programs(entries: Iterable[Entry]) -> Answer:
    columns = (
        *("event", "type", "status", "earliest", "latest", "date_text", "date_conflict", "participants"),
        *("place", "place_inferred", "topics", "processes", "sources", "plans", "outcome", "outcome_status"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            entry.event.iri,
            entry.event.type.value,
            entry.event.status.value,
            entry.event.earliest.isoformat() if entry.event.earliest else None,
            entry.event.latest.isoformat() if entry.event.latest else None,
            entry.event.date_text,
            entry.event.date_conflict,
            LIST.join(entry.event.participants),
            entry.event.place,
            entry.event.place_inferred,
            LIST.join(entry.event.topics),
            LIST.join(entry.event.processes),
            entry.event.sources,
            LIST.join(plan.iri for plan in entry.plans),
            entry.outcome.iri if entry.outcome else None,
            entry.outcome.status.value if entry.outcome else None,
        )
        for entry in entries
    ]
    return Answer(columns, rows)


def _when(event: EventRow) -> str:
    return when(event.earliest, event.latest, event.date_text)
