"""``kg view``: draw the graph."""

from pathlib import Path
from typing import Any

import click

from kg_cli.options import Place, language_option, store_option
from kg_cli.pictured import Asked, picture_options

EPILOG = """\b
Examples:
  kg view -o graph.html --open
  kg view -o graph.html --language ar --limit 100
  kg view --person لافروف -o lavrov.html             with all that two lines lead to
  kg view --process Astana --topic Idlib --depth 1 -o astana.html
  kg view --event 048fa481 -o event.html
  kg view who-met-whom --person Khaji --from 2020-10 -o met.html
  kg view 'SELECT ?e { ?e a diplo:Summit }' -o summits.html
  kg view --timeline --process Astana -o astana.html
  kg view --timeline --pair Russia Iran --from 2019 -o pair.html
  kg view --timeline --by pair --between state -o sides.html
  kg view --matrix --between state --from 2019 -o states.html
  kg view --map --person Lavrov -o map.html
  kg view --readouts 048fa481 -o readouts.html

\b
WHAT is the name of a question (kg ask lists them), whose parameters follow, or
a SPARQL query; the page shows the nodes of the answer, and with each event who
took part and what it was about. A name may be in any script.
"""


@click.command(
    "view",
    short_help="Draw the graph as one HTML page.",
    epilog=EPILOG,
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
)
@click.argument("what", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED, metavar="[--PARAMETER VALUE]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The page to write.",
)
@click.option("--person", metavar="NAME", help="Draw this person and what is around; the name may be in any script.")
@click.option("--process", metavar="WORDS", help="Draw the processes with these words in their name.")
@click.option("--event", metavar="ID", help="Draw this event; the first letters of its id are enough.")
@click.option("--topic", metavar="WORDS", help="Draw the topics with these words in their name.")
@click.option(
    "--depth",
    type=click.IntRange(0, 9),
    metavar="LINES",
    help="Around what has a name, draw all that so many lines lead to.  [default: 2]",
)
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=300,
    show_default=True,
    help="Draw so many nodes at first, the most central; the page holds all.",
)
@click.option(
    "--embed",
    type=click.IntRange(1),
    default=20_000,
    show_default=True,
    help="Let the page hold so many nodes, of more the most central.",
)
@click.option("--open", "open_it", is_flag=True, help="Open the page in the browser.")
@picture_options
@language_option
@store_option
def command(
    what: str | None,
    parameters: tuple[str, ...],
    output: Path,
    person: str | None,
    process: str | None,
    event: str | None,
    topic: str | None,
    depth: int | None,
    limit: int,
    embed: int,
    open_it: bool,
    language: str,
    store: Place,
    **pictures: Any,
) -> None:
    """Write the graph, or what WHAT or a name chooses of it, as one HTML page that works without network: click a node to
    read its evidence, filter, search, follow the time. Or draw events in time, in space or side by side."""
    import webbrowser

    from kg.view.page import write_page
    from kg_cli.drawn import Wish, named, selection
    from kg_cli.pictured import draw
    from kg_cli.reading import reading

    asked = Asked(person=person, process=process, **pictures)
    asked.check(what=what, event=event, topic=topic, depth=depth)
    names = named(person=person, process=process, event=event, topic=topic)
    with reading(store) as graph:
        if asked.picture:
            click.echo(draw(graph, output, asked, language))
        else:
            chosen = selection(graph, Wish(what, names, (*asked.parameters, *parameters), depth))
            summary = write_page(graph, output, language=language, limit=limit, embed=embed, selection=chosen)
            left_out = f"; {summary.left_out} more can be opened from them" if summary.left_out else ""
            beyond = f"; {summary.beyond} less central ones are not in the page (see --embed)" if summary.beyond else ""
            click.echo(f"{output}: {summary.nodes} nodes and {summary.edges} lines drawn{left_out}{beyond}")
            if not summary.nodes:
                click.echo("kg: nothing to draw; the page says why", err=True)
    if open_it:
        webbrowser.open(output.resolve().as_uri())
