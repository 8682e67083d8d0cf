"""``kg timeline``: the events of a person, a process or a pair in order of time."""

from datetime import date

import click

from kg_cli.options import Place, first_day, format_option, language_option, last_day, store_option

EPILOG = """\b
Examples:
  kg timeline --person لافروف
  kg timeline --process Astana --since 2017 --until 2020
  kg timeline --pair Lavrov Zarif
  kg timeline --pair Russia "United Nations" --format json

\b
A plan stands on the line of the event that it became, or says which one that
is. In a pair, a state or an organization takes part wherever somebody acts for it.
"""


@click.command("timeline", short_help="Tell the events of a person, a process or a pair in order.", epilog=EPILOG)
@click.option("--person", metavar="NAME", help="The events with this person; the name may be in any script.")
@click.option("--process", metavar="WORDS", help="The events within a process with these words in its name.")
@click.option(
    "--pair", nargs=2, metavar="A B", help="The events in which both take part: persons, states or organizations."
)
@click.option(
    "--since", "--from", type=first_day, metavar="DAY", help="Only what may have been on this day or later (2020-10)."
)
@click.option("--until", "--to", type=last_day, metavar="DAY", help="Only what may have been on this day or earlier.")
@language_option
@format_option
@store_option
def command(
    person: str | None,
    process: str | None,
    pair: tuple[str, str] | None,
    since: date | None,
    until: date | None,
    language: str,
    format: str,
    store: Place,
) -> None:
    """Tell the events of a person, a process or a pair in order of time, with how many outlets tell of each, and every plan
    together with what became of it."""
    from kg.reports.timeline import Subject, timeline
    from kg_cli.output import print_answer
    from kg_cli.reading import reading
    from kg_cli.timelines import timeline_table

    if not (person or process or pair):
        raise click.UsageError("Say whose timeline: give --person, --process or --pair.")
    with reading(store) as graph:
        found = timeline(graph, Subject(person, process, pair), since, until, language)
    print_answer(timeline_table(found, for_people=format == "table"), format)
    if not found:
        click.echo("kg: no events found", err=True)
