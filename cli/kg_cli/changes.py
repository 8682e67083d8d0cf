"""Lays out what became known between two days as rows of plain values."""

from kg.reports.diff import Change, Difference
from kg_cli.output import Answer, Cell
from kg_cli.rows import LIST, short_id, when


def change_table(difference: Difference, *, for_people: bool) -> Answer:
    """What became known: few columns for people, every field for programs."""
    return _for_people(difference) if for_people else _for_programs(difference)


def _for_people(difference: Difference) -> Answer:
    columns = ("what", "known since", "of", "in particular", "told by", "id")
    rows: list[tuple[Cell, ...]] = [
        (
            change.sort.value,
            change.day.isoformat(),
            change.label,
            _detail(change),
            LIST.join(f"{outlet} (copy)" if outlet in change.copies else outlet for outlet in change.outlets),
            short_id(change.subject) if change.event else None,
        )
        for change in difference.changes
    ]
    return Answer(columns, rows)


def _for_programs(difference: Difference) -> Answer:
    columns = (
        *("what", "known_since", "subject", "label", "status", "outcome", "outcome_status"),
        *("contradicted", "values", "outlets", "copies"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            change.sort.value,
            change.day.isoformat(),
            change.subject,
            change.label,
            change.event.status.value if change.event else None,
            change.outcome.iri if change.outcome else None,
            change.outcome.status.value if change.outcome else None,
            change.kind,
            LIST.join(change.values) if change.values else None,
            LIST.join(change.outlets),
            LIST.join(sorted(change.copies)),
        )
        for change in difference.changes
    ]
    return Answer(columns, rows)


def _detail(change: Change) -> str:
    if change.kind:
        return f"{change.kind}: {' ≠ '.join(change.values)}"
    told = change.outcome or change.event
    if told is None:
        return ""
    return f"{told.status.value} {when(told.earliest, told.latest, told.date_text)}".strip() + (
        f", {told.place}" if told.place else ""
    )
