"""Lays out what the reports say as rows of plain values."""

from collections.abc import Iterable
from datetime import date

from kg.questions import Parameter, names, question
from kg.reports import EventRow, Stats
from kg.validate import Violation
from kg_cli.output import Answer, Cell
from kg_cli.terms import value

SHORT_ID = 8
LIST = "; "


def event_table(events: Iterable[EventRow], *, for_people: bool) -> Answer:
    """The list of events: few columns for people, every field for programs."""
    return _for_people(events) if for_people else _for_programs(events)


def when(earliest: date | None, latest: date | None, text: str | None = None) -> str:
    """A day, an interval of days (``2020-10-01 – 2020-10-10``), or the words of the article where neither is known."""
    if earliest is None or latest is None:
        return f"«{text}»" if text else ""
    return earliest.isoformat() if earliest == latest else f"{earliest.isoformat()} – {latest.isoformat()}"


def short_id(iri: str) -> str:
    """The first letters of the id of an event: enough for ``kg show``."""
    return iri.rsplit("/", 1)[-1][:SHORT_ID]


def _for_people(events: Iterable[EventRow]) -> Answer:
    columns = ("id", "date", "type", "status", "participants", "place", "topics", "processes")
    rows = [
        (
            short_id(event.iri),
            when(event.earliest, event.latest, event.date_text) + (" ?" if event.date_conflict else ""),
            event.type.value.replace("_", " "),
            event.status.value,
            LIST.join(event.participants),
            f"{event.place} ?" if event.place and event.place_inferred else event.place,
            LIST.join(event.topics),
            LIST.join(event.processes),
        )
        for event in events
    ]
    return Answer(columns, rows)


def _for_programs(events: Iterable[EventRow]) -> Answer:
    columns = (
        *("event", "type", "status", "salience", "earliest", "latest", "date_text", "date_conflict"),
        *("participants", "place", "place_inferred", "topics", "processes", "sources"),
    )
    rows = [
        (
            event.iri,
            event.type.value,
            event.status.value,
            event.salience.value,
            event.earliest.isoformat() if event.earliest else None,
            event.latest.isoformat() if event.latest else None,
            event.date_text,
            event.date_conflict,
            LIST.join(event.participants),
            event.place,
            event.place_inferred,
            LIST.join(event.topics),
            LIST.join(event.processes),
            event.sources,
        )
        for event in events
    ]
    return Answer(columns, rows)


def stats_table(stats: Stats) -> Answer:
    """The counts of a store: what is counted, which of it, how many."""
    rows: list[tuple[Cell, ...]] = [("nodes", name, count) for name, count in stats.nodes]
    rows.append(("articles", "without events", stats.articles_without_events))
    rows += [("articles by language", name, count) for name, count in stats.articles_by_language]
    rows += [("events by type", name, count) for name, count in stats.events_by_type]
    rows += [("events by status", name, count) for name, count in stats.events_by_status]
    rows += [
        ("dates of events", name, day.isoformat())
        for name, day in (("first", stats.first), ("last", stats.last))
        if day
    ]
    rows.append(("store", "quads", stats.quads))
    return Answer(("what", "which", "count"), rows)


def violation_table(violations: Iterable[Violation], *, short: bool) -> Answer:
    """What breaks a shape: how bad, which fact, what is wrong with it, and where it was read."""
    columns = ("severity", "fact", "property", "value", "message", "article", "quote")
    rows: list[tuple[Cell, ...]] = [
        (
            one.severity.value,
            value(one.focus, short=short),
            value(one.path, short=short),
            value(one.value, short=short),
            one.message,
            one.article,
            one.quote,
        )
        for one in violations
    ]
    return Answer(columns, rows)


def question_table() -> Answer:
    """The named questions with their parameters."""
    rows: list[tuple[Cell, ...]] = []
    for name in names():
        asked = question(name)
        rows.append((name, asked.title, " ".join(_parameter(one) for one in asked.parameters)))
    return Answer(("name", "question", "parameters"), rows)


def _parameter(one: Parameter) -> str:
    told = f"--{one.name} {one.kind.value.upper()}"
    return told if one.required else f"[{told}]"
