"""``kg authority remove``: forget a file."""

import click

from kg_cli.options import Place, store_option

EPILOG = """\b
Examples:
  kg authority remove mine.csv
"""


@click.command("remove", short_help="Forget a file that was added.", epilog=EPILOG)
@click.argument("name")
@store_option
def command(name: str, store: Place) -> None:
    """Forget the file that was added under NAME, with all that only it told."""
    from kg.store.authorities import remove
    from kg.store.opening import open_store
    from kg_cli.terminal import clean

    with open_store(store) as graph:
        count = remove(graph, name)
    click.echo(f"removed {clean(name)}: {count} facts")
