"""``kg backup``: all that a store keeps, as one file."""

from pathlib import Path

import click

from kg_cli.options import Place, quiet_option, store_option

EPILOG = """\b
Examples:
  kg backup monday.nq.gz
  kg backup /media/stick/             into a folder: named after the store
  kg --store https://host/dataset backup server.nq.gz

\b
The file is compressed N-Quads, which other RDF tools read as well. Others may
write to a folder meanwhile: the newest state that they published is taken.
"""


@click.command("backup", short_help="Write all that the store keeps into one file.", epilog=EPILOG)
@click.argument("target", type=click.Path(path_type=Path), metavar="FILE_OR_FOLDER")
@click.option("--force", is_flag=True, help="Replace a file of that name.")
@quiet_option
@store_option
def command(target: Path, force: bool, quiet: bool, store: Place) -> None:
    """Write articles, judgements, authority files and the view into one file, which kg restore puts back anywhere."""
    from functools import partial

    from kg.upkeep.backup import backup, named_after
    from kg_cli.progress import track
    from kg_cli.reading import reading

    path = named_after(target, store) if target.is_dir() else target
    with reading(store) as graph:
        done = backup(graph, path, force=force, watch=partial(track, quiet=quiet))
    if not quiet:
        click.echo(
            f"{path}: {done.articles} articles, {done.ledgers} ledgers, {done.facts + done.view} facts, "
            f"{path.stat().st_size} bytes"
        )
