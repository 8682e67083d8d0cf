"""``kg stats``: how much there is."""

import click

from kg_cli.options import Place, format_option, store_option

EPILOG = """\b
Examples:
  kg stats
  kg stats --format json
"""


@click.command("stats", short_help="Count what the store holds.", epilog=EPILOG)
@format_option
@store_option
def command(format: str, store: Place) -> None:
    """Count what the store holds: articles, events by type and status, people, places, topics."""
    from kg.reports import stats
    from kg_cli.output import print_answer
    from kg_cli.reading import reading
    from kg_cli.rows import stats_table

    with reading(store) as graph:
        counted = stats(graph)
    print_answer(stats_table(counted), format)
