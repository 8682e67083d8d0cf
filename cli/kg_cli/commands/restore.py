"""``kg restore``: put a backup back."""

from pathlib import Path

import click

from kg_cli.options import Place, quiet_option, store_option

EPILOG = """\b
Examples:
  kg restore monday.nq.gz --store news
  kg --store https://host/dataset restore monday.nq.gz
  kg --store neo4j://host restore monday.nq.gz

\b
All of the backup is looked at first: of a damaged one nothing is put back. The
folder must not be there yet, or be empty; so must the data set of a server. A
Neo4j database must be one that nobody has filled yet.
"""


@click.command("restore", short_help="Put a backup back.", epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path), metavar="BACKUP")
@quiet_option
@store_option
def command(file: Path, quiet: bool, store: Place) -> None:
    """Put the file BACKUP, which kg backup wrote, back as a store."""
    from functools import partial

    from kg.upkeep.restoring import restore
    from kg_cli.progress import track

    done = restore(file, store, watch=partial(track, quiet=quiet))
    if not quiet:
        click.echo(f"{store}: {done.articles} articles, {done.ledgers} ledgers, {done.facts + done.view} facts")
