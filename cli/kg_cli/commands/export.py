"""``kg export``: hand the graph to other tools."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg_cli.options import Place, first_day, last_day, quiet_option, store_option

if TYPE_CHECKING:
    from kg.reports import EventFilter

WHAT = {
    "turtle": "RDF: the view, for people to read",
    "ntriples": "RDF: the view, a fact a line",
    "rdfxml": "RDF: the view, as XML",
    "trig": "RDF: each article's graph apart, for people to read",
    "nquads": "RDF: each article's graph apart, a fact a line",
    "jsonld": "RDF: each article's graph apart, as JSON",
    "graphml": "the property graph: yEd, Cytoscape, Gephi, igraph, networkx",
    "gexf": "the property graph with its days: Gephi",
    "pairs": "who met, called or wrote to whom, how often: spreadsheets, Gephi, Cytoscape",
    "ftm": "FollowTheMoney, a JSON object a line: Aleph, OpenSanctions' tools",
    "i2": "entities.csv and links.csv in a folder: i2 Analyst's Notebook",
    "maltego": "a row for each participation: Maltego, spreadsheets",
    "neo4j-import": "a folder of CSV files: neo4j-admin database import",
}
NEO4J = "neo4j-import"
EPILOG = """\b
Examples:
  kg export -f turtle -o graph.ttl
  kg export -o graph.gexf --kind Person --language ar
  kg export pairs -o pairs.csv --from 2020 --to 2021-06
  kg export ftm --process Astana | gzip > astana.ftm.json.gz
  kg export i2 -o chart/ --person لافروف
  kg export neo4j-import -o set/ --gzip

\b
`kg export --list` names the formats; docs/exports.md tells which tool reads
which, and how. Without a name the ending of the file tells the format; without
an ending, and on stdout, it is turtle. --person, --process, --from and --to
choose events: what they lead to is written with them. Of trig, nquads and
jsonld whole articles are chosen.
"""


def _list(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        for name, what in WHAT.items():
            click.echo(f"{name:<13} {what}")
        ctx.exit()


@click.command("export", short_help="Write the graph in another format.", epilog=EPILOG)
@click.argument("name", required=False, metavar="[FORMAT]")
@click.option("-f", "--format", metavar="NAME", help="The format to write.")
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to; else, or for -, stdout. A new folder for i2 and neo4j-import.",
)
@click.option("--person", metavar="NAME", help="Only events with this person; the name may be in any script.")
@click.option(
    "--process", metavar="WORDS", help="Only events within a process with these words in its name, in any language."
)
@click.option(
    "--from",
    "since",
    type=first_day,
    metavar="DAY",
    help="Only events that may have been on this day or later (2020-10-21, 2020-10, 2020).",
)
@click.option(
    "--to", "until", type=last_day, metavar="DAY", help="Only events that may have been on this day or earlier."
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="Only nodes of this kind, and what joins them: Person, Event, Actor (whoever can take part), …; "
    "may be given again. For graphml, gexf, pairs and i2.",
)
@click.option("--language", metavar="CODE", help="Names in this language where there are any; else in English.")
@click.option("--gzip", "gzipped", is_flag=True, help="Press the files of neo4j-import, which are read as well.")
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="Name the formats and exit."
)
@quiet_option
@store_option
def command(
    name: str | None,
    format: str | None,
    path: Path | None,
    person: str | None,
    process: str | None,
    since: date | None,
    until: date | None,
    kinds: tuple[str, ...],
    language: str | None,
    gzipped: bool,
    quiet: bool,
    store: Place,
) -> None:
    """Write the graph in another format: all of it, or what tells of some events."""
    from kg.reports import EventFilter

    path = None if path == Path("-") else path
    wanted = _format(name, format, path)
    events = EventFilter(person=person, process=process, since=since, until=until)
    if gzipped and wanted != NEO4J:
        raise click.UsageError(f"--gzip goes with {NEO4J}: give others to gzip, as in kg export | gzip.")
    _check(wanted, path, chosen=events != EventFilter(), kinds=kinds, language=language)
    if wanted == NEO4J and path is not None:
        _write_neo4j(store, path, gzipped, quiet)
    else:
        _write(store, wanted, path, events, kinds, language or "en")


def _format(name: str | None, format: str | None, path: Path | None) -> str:
    from kg.export.formats import format_of

    if name is not None and format not in (None, name):
        raise click.UsageError(f"the formats {name} and {format} are both given: give one.")
    return name or format or (format_of(path) if path else None) or "turtle"


def _check(format: str, path: Path | None, *, chosen: bool, kinds: tuple[str, ...], language: str | None) -> None:
    """Refuse what doesn't go with a format."""
    from kg.export.formats import FOLDERS, FORMATS, IN_ALL_LANGUAGES, OF_KINDS

    if format == NEO4J and (chosen or kinds or language):
        raise click.UsageError(f"{NEO4J} holds the whole graph in all languages: graphml can be chosen from.")
    if format in IN_ALL_LANGUAGES and language:
        raise click.UsageError(f"{format} holds names in all languages: leave --language out.")
    if kinds and format in {*FORMATS, *FOLDERS} - OF_KINDS:
        raise click.UsageError(f"--kind goes with {', '.join(sorted(OF_KINDS))}: {format} needs nodes of all kinds.")
    folder = format in FOLDERS or format == NEO4J
    if folder and path is None:
        raise click.UsageError(f"{format} needs a new folder: give one with -o.")
    if not folder and path is not None and path.is_dir():
        raise click.UsageError(f"{path} is a folder: give the name of a file.")


def _write(
    store: Place, format: str, path: Path | None, events: "EventFilter", kinds: tuple[str, ...], language: str
) -> None:
    import sys

    from kg.export.formats import write
    from kg.graph.exporting import choose, export
    from kg_cli.reading import reading

    with reading(store) as graph:
        choice = choose(graph, events, kinds, language)
        if path is None:
            write(graph, format, sys.stdout.buffer, choice)
        else:
            export(graph, path, format, choice)


def _write_neo4j(store: Place, folder: Path, gzipped: bool, quiet: bool) -> None:
    from kg.export.neo4jimport import export_folder
    from kg_cli.progress import track
    from kg_cli.reading import reading

    with reading(store) as graph:
        run = export_folder(graph, folder, gzipped=gzipped, passing=lambda it: track(it, "batches:", quiet=quiet))
    if not quiet:
        click.echo(run)
