"""``kg report``: the pictures of a person, a process, a pair or a period on one page."""

from pathlib import Path
from typing import Any

import click

from kg_cli.options import Place, language_option, store_option
from kg_cli.pictured import Asked, choice_options

EPILOG = """\b
Examples:
  kg report -o report.html --open
  kg report --person لافروف --from 2020 -o lavrov.html
  kg report --process Astana --language ar -o astana.html
  kg report --pair Russia Iran --between state -o pair.html

\b
The page works without network. Print it, or save it as PDF, from the browser:
every picture has a page, and the words are there without a click.
"""


@click.command("report", short_help="Put pictures and words together as one page to print.", epilog=EPILOG)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The page to write.",
)
@click.option("--person", metavar="NAME", help="Only events with this person; the name may be in any script.")
@click.option("--process", metavar="WORDS", help="Only events within a process with these words in its name.")
@choice_options
@click.option("--open", "open_it", is_flag=True, help="Open the page in the browser.")
@language_option
@store_option
def command(output: Path, open_it: bool, language: str, store: Place, **chosen: Any) -> None:
    """Write what the graph tells of a person, a process, a pair or a period, or all of it, as one HTML page: how much there
    is, the timeline, who met whom, the map, readouts side by side, and the events with their words."""
    import webbrowser

    from kg.reports.company import Between
    from kg.view.pictures.report import write_report
    from kg_cli.pictured import choice, told
    from kg_cli.reading import reading

    asked = Asked(**chosen)
    with reading(store) as graph:
        between = Between(asked.between or "person")
        click.echo(told(output, write_report(graph, output, choice(asked), between=between, language=language)))
    if open_it:
        webbrowser.open(output.resolve().as_uri())
