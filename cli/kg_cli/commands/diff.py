"""``kg diff``: what became known between two days."""

from datetime import date

import click

from kg_cli.options import Place, first_day, format_option, language_option, last_day, store_option

EPILOG = """\b
Examples:
  kg diff 2020-10-19 2020-10-25
  kg diff 2020-10 2020-12 --language ar
  kg diff 2021 2021 --format json

\b
"Known" counts days of publication: something is known from the day on which the
first article of the store was published that tells it, whenever it took place and
whenever the article was ingested. Articles without such a day are left out. An
outcome is known once the plan and what became of it are; a contradiction, once
the second way of telling is; a person is new who was never named in full before.
"""


@click.command("diff", short_help="Tell what became known between two days.", epilog=EPILOG)
@click.argument("since", type=first_day, metavar="DAY")
@click.argument("until", type=last_day, metavar="DAY")
@language_option
@format_option
@store_option
def command(since: date, until: date, language: str, format: str, store: Place) -> None:
    """Tell what became known between two days, both included: new events, further accounts of known ones, what became of
    plans, new people and new contradictions. A month or a year stands for its first and its last day."""
    from kg.reports.diff import diff
    from kg_cli.changes import change_table
    from kg_cli.output import print_answer
    from kg_cli.reading import reading

    with reading(store) as graph:
        found = diff(graph, since, until, language)
    print_answer(change_table(found, for_people=format == "table"), format)
    if not found.changes:
        click.echo(f"kg: the articles published from {since} to {until} tell nothing new", err=True)
    if found.undated:
        articles = "1 article" if found.undated == 1 else f"{found.undated} articles"
        click.echo(f"kg: left out {articles} without a day of publication", err=True)
