"""``kg export``: hand the graph to other tools."""

from pathlib import Path

import click

from kg_cli.options import Place, output_option, store_option

EPILOG = """\b
Examples:
  kg export -f turtle -o graph.ttl
  kg export -f nquads | gzip > graph.nq.gz

\b
`kg export --list` names the formats.
"""


def _list(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from kg.export.formats import FORMATS

        click.echo("\n".join(FORMATS))
        ctx.exit()


@click.command("export", short_help="Write the graph in another format.", epilog=EPILOG)
@click.option("-f", "--format", default="turtle", show_default=True, metavar="NAME", help="The format to write.")
@output_option
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="Name the formats and exit."
)
@store_option
def command(format: str, path: Path | None, store: Place) -> None:
    """Write the whole graph in another format."""
    import sys

    from kg.export.formats import write, write_file
    from kg_cli.reading import reading

    with reading(store) as graph:
        if path is None:
            write(graph, format, sys.stdout.buffer)
        else:
            write_file(graph, format, path)
