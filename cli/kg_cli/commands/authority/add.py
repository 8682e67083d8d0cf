"""``kg authority add``: keep a file of your own."""

from pathlib import Path

import click

from kg_cli.options import Place, store_option

EPILOG = """\b
Examples:
  kg authority add mine.csv
  kg --store news authority add ministers.csv

\b
A file with a mistake is refused as a whole (exit code 2), and all mistakes are listed.
A file of the same name is replaced.
"""


@click.command("add", short_help="Keep an authority file of your own in the store.", epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@store_option
def command(file: Path, store: Place) -> None:
    """Check the authority file FILE and keep it in the store, under its name."""
    from kg.authority.accepting import accepted, examined
    from kg.store.authorities import add
    from kg.store.opening import open_store
    from kg_cli.authorities import believed_at
    from kg_cli.terminal import clean

    reading = examined(file, believed_at(store, but=file.name))
    for problem in reading.problems:
        click.echo(clean(str(problem)), err=True)
    facts = accepted(reading)
    with open_store(store, create=True) as graph:
        replaced = add(graph, file.name, facts)
    click.echo(f"{'replaced' if replaced else 'added'} {clean(file.name)}: {len(facts)} facts")
