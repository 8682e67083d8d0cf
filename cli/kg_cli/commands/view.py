"""``kg view``: draw the graph."""

from pathlib import Path

import click

from kg_cli.options import Place, language_option, store_option

EPILOG = """\b
Examples:
  kg view -o graph.html --open
  kg view -o graph.html --language ar --limit 100
"""


@click.command("view", short_help="Draw the graph as one HTML page.", epilog=EPILOG)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The page to write.",
)
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=300,
    show_default=True,
    help="Draw so many nodes at first, the most central; the page holds all.",
)
@click.option("--open", "open_it", is_flag=True, help="Open the page in the browser.")
@language_option
@store_option
def command(output: Path, limit: int, open_it: bool, language: str, store: Place) -> None:
    """Write the graph as one HTML page that works without network: click a node to read its evidence."""
    import webbrowser

    from kg.view.page import write_page
    from kg_cli.reading import reading

    with reading(store) as graph:
        summary = write_page(graph, output, language=language, limit=limit)
    left_out = f"; {summary.left_out} more can be opened from them" if summary.left_out else ""
    click.echo(f"{output}: {summary.nodes} nodes and {summary.edges} lines drawn{left_out}")
    if open_it:
        webbrowser.open(output.resolve().as_uri())
