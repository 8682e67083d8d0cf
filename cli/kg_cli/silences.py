"""Lays out unusually long gaps between meetings as rows of plain values."""

from kg.reports.gaps import Gap, Gaps
from kg_cli.output import Answer, Cell
from kg_cli.rows import LIST, short_id


def gap_table(found: Gaps, *, for_people: bool) -> Answer:
    """The gaps: few columns for people, every field for programs."""
    return _for_people(found) if for_people else _for_programs(found)


def _for_people(found: Gaps) -> Answer:
    columns = (
        "what",
        "who",
        "and whom",
        "since",
        "until",
        "days",
        "usually",
        "longest before",
        "met",
        "unusual",
        "id",
        "left office",
    )
    rows: list[tuple[Cell, ...]] = [
        (
            gap.silence.value,
            *gap.names,
            gap.last.isoformat(),
            gap.until.isoformat(),
            gap.days,
            f"{gap.usual:.0f} ± {gap.spread:.0f}",
            gap.longest,
            f"{gap.encounters} times",
            f"{gap.unusual:.1f}",
            short_id(gap.event),
            _left(gap),
        )
        for gap in found.gaps
    ]
    return Answer(columns, rows)


def _for_programs(found: Gaps) -> Answer:
    columns = (
        *("what", "first", "second", "first_name", "second_name", "since", "until", "days"),
        *("usual", "spread", "longest", "encounters", "unusual", "event", "left"),
    )
    return Answer(columns, [_fields(gap) for gap in found.gaps])


def _fields(gap: Gap) -> tuple[Cell, ...]:
    return (
        gap.silence.value,
        *gap.pair,
        *gap.names,
        gap.last.isoformat(),
        gap.until.isoformat(),
        gap.days,
        gap.usual,
        round(gap.spread, 2),
        gap.longest,
        gap.encounters,
        round(gap.unusual, 2),
        gap.event,
        _left(gap),
    )


def _left(gap: Gap) -> str | None:
    """Who has left office since they met, with the successor."""
    return LIST.join(map(str, gap.left)) or None
