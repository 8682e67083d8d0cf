"""``kg compare``: the accounts of one event side by side."""

import click

from kg_cli.options import Place, format_option, language_option, store_option

COLUMNS = ("outlet", "language", "article")

EPILOG = """\b
Examples:
  kg compare 1f2e3d4c
  kg compare 1f2e3d4c --by language
  kg compare 1f2e3d4c --by article --format csv > readouts.csv

\b
– left out; ✓ told, and no more words on it; ≠ can't be true together with what
most outlets tell; ? inferred. Articles that copy another one are marked and not
counted. An outlet's side is known where its address ends in the domain of a
state that takes part. A topic that isn't known in both languages has two rows.
"""


@click.command("compare", short_help="Lay the accounts of one event side by side.", epilog=EPILOG)
@click.argument("event")
@click.option(
    "--by", type=click.Choice(COLUMNS), default="outlet", show_default=True, help="What each column stands for."
)
@language_option
@format_option
@store_option
def command(event: str, by: str, language: str, format: str, store: Place) -> None:
    """Lay the accounts of one EVENT (its IRI or the first letters of its id) side by side: what each tells of its day,
    place, participants, topics and statements, what it leaves out, and where they contradict each other."""
    from kg.reports.columns import By
    from kg.reports.compare import compare
    from kg_cli.compared import print_comparison
    from kg_cli.reading import reading

    with reading(store) as graph:
        found = compare(graph, event, By(by), language)
    print_comparison(found, format)
