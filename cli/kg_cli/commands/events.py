"""``kg events``: list what happened."""

from datetime import date

import click

from kg_cli.options import Place, first_day, format_option, language_option, last_day, store_option

TYPES = ("meeting", "call", "visit", "summit", "negotiation_round", "correspondence")
STATUSES = ("held", "planned", "postponed", "cancelled", "denied")

EPILOG = """\b
Examples:
  kg events
  kg events --person لافروف --from 2020-10 --to 2020-12
  kg events --type call --status held --process Astana
  kg events --format csv > events.csv

\b
In the table, a date with ? conflicts with the date of its page, and a place
with ? is inferred rather than told. `kg show ID` has the readings and the words.
"""


@click.command("events", short_help="List events by date.", epilog=EPILOG)
@click.option("--type", "kind", type=click.Choice(TYPES), help="Only events of this type.")
@click.option("--status", type=click.Choice(STATUSES), help="Only events of this status.")
@click.option("--person", metavar="NAME", help="Only events with this person; the name may be in any script.")
@click.option(
    "--process", metavar="WORDS", help="Only events within a process with these words in its name, in any language."
)
@click.option("--topic", metavar="WORDS", help="Only events on a topic with these words in its name, in any language.")
@click.option(
    "--from",
    "since",
    type=first_day,
    metavar="DAY",
    help="Only events that may have been on this day or later (2020-10-21, 2020-10, 2020).",
)
@click.option(
    "--to", "until", type=last_day, metavar="DAY", help="Only events that may have been on this day or earlier."
)
@click.option(
    "--limit", type=click.IntRange(min=0), metavar="N", help="Only the first so many; 0 for all, as without it."
)
@language_option
@format_option
@store_option
def command(
    kind: str | None,
    status: str | None,
    person: str | None,
    process: str | None,
    topic: str | None,
    since: date | None,
    until: date | None,
    limit: int | None,
    language: str,
    format: str,
    store: Place,
) -> None:
    """List events by date: type, status, who took part, where, on what, within which process."""
    from kg.model import EventType, Status
    from kg.reports import EventFilter, events
    from kg_cli.output import print_answer
    from kg_cli.reading import reading
    from kg_cli.rows import event_table

    wanted = EventFilter(
        type=EventType(kind) if kind else None,
        status=Status(status) if status else None,
        person=person,
        process=process,
        topic=topic,
        since=since,
        until=until,
        limit=limit,
    )
    with reading(store) as graph:
        found = events(graph, wanted, language)
    print_answer(event_table(found, for_people=format == "table"), format)
    if not found:
        click.echo("kg: no events found", err=True)
