"""``kg analyze``: who is central, who stands between others, and which communities there are."""

from datetime import date

import click

from kg_cli.options import Place, first_day, format_option, language_option, last_day, store_option

EPILOG = """\b
Examples:
  kg analyze                                      people by how many they met
  kg analyze --sort betweenness --top 10          brokers
  kg analyze --of sides --by year                 states and organizations, year by year
  kg analyze --of processes                       processes by the people they share
  kg analyze --by month --from 2020 --to 2020-06 --format csv

\b
Two people or sides are joined by each event that they share, two processes by
each person. partners: how many others; shared: how much with all of them;
betweenness: the share of shortest paths between others that lead through one
(above 400 nodes estimated from 100 of them); community: 1 is the largest.
Only events that were held count.
"""


@click.command("analyze", short_help="Rank people, sides or processes in their network.", epilog=EPILOG)
@click.option(
    "--of",
    type=click.Choice(["people", "sides", "processes"]),
    default="people",
    show_default=True,
    help="Whom: people, sides (states and organizations) or processes.",
)
@click.option("--by", type=click.Choice(["year", "month"]), help="A ranking for each period.")
@click.option("--from", "since", type=first_day, metavar="DAY", help="Only events of this day or later (2020-10).")
@click.option("--to", "until", type=last_day, metavar="DAY", help="Only events of this day or earlier.")
@click.option(
    "--sort",
    type=click.Choice(["partners", "shared", "betweenness"]),
    default="partners",
    show_default=True,
    help="What to rank by.",
)
@click.option(
    "--top",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    metavar="N",
    help="How many of each period; 0 for all.",
)
@language_option
@format_option
@store_option
def command(
    of: str,
    by: str | None,
    since: date | None,
    until: date | None,
    sort: str,
    top: int,
    language: str,
    format: str,
    store: Place,
) -> None:
    """Rank people, sides or processes in the network of what they share, with the communities that they form."""
    from kg.analysis import By, Measure, Of, Wanted, analyze
    from kg_cli.output import print_answer
    from kg_cli.rankings import ranking_table
    from kg_cli.reading import reading

    wanted = Wanted(Of(of), since, until, By(by) if by else None, Measure(sort), top or None)
    with reading(store) as graph:
        found = analyze(graph, wanted, language)
    print_answer(ranking_table(found, periods=by is not None, short=format == "table"), format)
    if not found:
        click.echo("kg: no events found that were held", err=True)
