"""``kg show``: one event in full."""

import click

from kg_cli.options import Place, language_option, store_option

EPILOG = """\b
Examples:
  kg show 1f2e3d4c
  kg show https://w3id.org/diplo-kg/id/event/1f2e3d4c5b6a79880123
"""


@click.command("show", short_help="Tell all that is known of one event.", epilog=EPILOG)
@click.argument("event")
@language_option
@store_option
def command(event: str, language: str, store: Place) -> None:
    """Tell all that is known of one EVENT (its IRI or the first letters of its id) and quote the words it was read from."""
    from kg.reports import show
    from kg_cli.card import print_card
    from kg_cli.reading import reading

    with reading(store) as graph:
        report = show(graph, event, language)
    print_card(report)
