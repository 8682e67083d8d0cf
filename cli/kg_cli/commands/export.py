"""``kg export``: hand the graph to other tools."""

from pathlib import Path

import click

from kg_cli.options import Place, quiet_option, store_option

FOLDER_FORMAT = "neo4j-import"
EPILOG = """\b
Examples:
  kg export -f turtle -o graph.ttl
  kg export nquads | gzip > graph.nq.gz
  kg export neo4j-import -o set/ --gzip

\b
`kg export --list` names the formats. neo4j-import writes a folder: the CSV
files of `neo4j-admin database import`, and prints the command that reads them.
"""


def _list(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from kg.export.formats import FORMATS

        click.echo("\n".join((*FORMATS, FOLDER_FORMAT)))
        ctx.exit()


@click.command("export", short_help="Write the graph in another format.", epilog=EPILOG)
@click.argument("name", required=False, metavar="[FORMAT]")
@click.option("-f", "--format", metavar="NAME", help="The format to write, turtle if none is given.")
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to; else stdout. A new folder for neo4j-import.",
)
@click.option("--gzip", "gzipped", is_flag=True, help="Press the files of neo4j-import, which are read as well.")
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="Name the formats and exit."
)
@quiet_option
@store_option
def command(name: str | None, format: str | None, path: Path | None, gzipped: bool, quiet: bool, store: Place) -> None:
    """Write the whole graph in another format."""
    if name is not None and format not in (None, name):
        raise click.UsageError(f"the formats {name} and {format} are both given: give one.")
    wanted = name or format or "turtle"
    if wanted == FOLDER_FORMAT:
        _write_folder(store, path, gzipped, quiet)
        return
    if gzipped:
        raise click.UsageError(f"--gzip goes with {FOLDER_FORMAT}: give others to gzip, as in kg export | gzip.")
    if path is not None and path.is_dir():
        raise click.UsageError(f"{path} is a folder: give the name of a file.")
    _write(store, wanted, path)


def _write(store: Place, format: str, path: Path | None) -> None:
    import sys

    from kg.export.formats import write, write_file
    from kg_cli.reading import reading

    with reading(store) as graph:
        if path is None:
            write(graph, format, sys.stdout.buffer)
        else:
            write_file(graph, format, path)


def _write_folder(store: Place, folder: Path | None, gzipped: bool, quiet: bool) -> None:
    if folder is None:
        raise click.UsageError(f"{FOLDER_FORMAT} needs a new folder: give one with -o.")
    from kg.export.neo4jimport import export_folder
    from kg_cli.progress import track
    from kg_cli.reading import reading

    with reading(store) as graph:
        run = export_folder(graph, folder, gzipped=gzipped, passing=lambda it: track(it, "batches:", quiet=quiet))
    if not quiet:
        click.echo(run)
