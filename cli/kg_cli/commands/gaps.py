"""``kg gaps``: who has not met for unusually long."""

from datetime import date

import click

from kg_cli.options import Place, format_option, language_option, last_day, store_option

EPILOG = """\b
Examples:
  kg gaps
  kg gaps --by state --on 2020-12-31
  kg gaps --min-meetings 5 --times 3 --calls --format csv

\b
Each pair is measured by its own rhythm: the median of the gaps between its
encounters ± how far gaps commonly are from it, in days. "Unusual" is by how many
such spreads a gap is longer than usual. Held meetings, summits, rounds and visits
count whose day is known to a month; meetings at most a week apart are one
encounter. The store knows only what its articles tell: a pair may have met unread.
Who has left office since, as the authority shows, isn't missed: such pairs come
last ("left office"), with the successor where one is known.
"""


@click.command("gaps", short_help="Tell who has not met for unusually long.", epilog=EPILOG)
@click.option(
    "--by", type=click.Choice(("person", "state")), default="person", show_default=True, help="Pairs of what."
)
@click.option(
    "--on", type=last_day, metavar="DAY", help="Look back from this day; default: the latest day of publication."
)
@click.option(
    "--min-meetings",
    type=click.IntRange(min=3),
    default=3,
    show_default=True,
    metavar="N",
    help="Only pairs that met at least so often before.",
)
@click.option(
    "--times",
    type=click.FloatRange(min=1),
    default=2.0,
    show_default=True,
    metavar="N",
    help="Only gaps longer than so many usual ones.",
)
@click.option("--calls", is_flag=True, help="Count calls as meetings.")
@language_option
@format_option
@store_option
def command(
    by: str,
    on: date | None,
    min_meetings: int,
    times: float,
    calls: bool,
    language: str,
    format: str,
    store: Place,
) -> None:
    """Tell which pairs, who met regularly, have not met for unusually long ("not met since"), and which met for the first
    time after unusually long ("met again after"); the most unusual first. Pairs of whom one has left office are told apart."""
    from kg.reports.company import Between
    from kg.reports.gaps import GapFilter, gaps
    from kg_cli.output import print_answer
    from kg_cli.reading import reading
    from kg_cli.silences import gap_table

    with reading(store) as graph:
        found = gaps(graph, GapFilter(Between(by), on, min_meetings, times, calls), language)
    print_answer(gap_table(found, for_people=format == "table"), format)
    if not found.gaps:
        click.echo(f"kg: no pair that met {min_meetings} times or more has an unusual gap by {found.on}", err=True)
