"""``kg query``: ask in SPARQL or in Cypher."""

from pathlib import Path

import click

from kg_cli.options import Place, format_option, store_option

EPILOG = """\b
Examples:
  kg query meetings.rq
  kg query -e 'SELECT ?label { ?e a diplo:Meeting ; rdfs:label ?label }'
  kg query -e 'ASK { ?e a diplo:Summit }' --format json
  kg query -e 'CONSTRUCT { ?a diplo:met ?b } WHERE { ?a diplo:met ?b }'
  kg query with.rq --param 'who=<kgid:person/1f2e>' --param 'from=2020-10-21^^xsd:date'
  kg query --cypher -e 'MATCH (a:Person)-[r:MET]-(b:Person) RETURN a, r.date, b'
  kg query --cypher -e 'MATCH (p:Person {name: $name}) RETURN p' --param 'name=Sergei Lavrov'

\b
The prefixes of the ontology (diplo:, kgid:, rdfs:, skos:, …) are known.
CONSTRUCT and DESCRIBE print Turtle, or triples as csv, tsv or json.
A parameter is ?name or $name in SPARQL, $name in Cypher. Its value is a text;
name:=5 gives JSON: a number, true, for Cypher a list as well. In SPARQL <…> is
an IRI, 2020-10-21^^xsd:date has a type and "текст"@ru a language.
Queries only read: kg ingest, merge, split, retract and assert change the graph.
A SPARQL update with --write adds notes of your own, in graphs whose names begin
with https://w3id.org/diplo-kg/id/note/ and in no other.
docs/graph.md has the triples, and the labels and types that Cypher sees.
"""


@click.command("query", short_help="Answer a query in SPARQL or Cypher.", epilog=EPILOG)
@click.argument("file", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-e", "--expression", metavar="QUERY", help="The query itself, instead of a file.")
@click.option("--cypher", is_flag=True, help="The query is Cypher; so is one in a file that ends in .cypher or .cql.")
@click.option("--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A value for the query; NAME:=JSON.")
@click.option(
    "--timeout",
    "seconds",
    type=click.FloatRange(min=0),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="How long it may take; 0 for as long as it takes.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=10_000,
    show_default=True,
    metavar="ROWS",
    help="How many rows or triples to print at most; 0 for all.",
)
@click.option("--explain", is_flag=True, help="Say what would be asked and how, instead of asking it.")
@click.option("--write", is_flag=True, help="The query is a SPARQL update, of graphs of notes alone.")
@format_option
@store_option
def command(
    file: Path | None,
    expression: str | None,
    cypher: bool,
    parameters: tuple[str, ...],
    seconds: float,
    limit: int,
    explain: bool,
    write: bool,
    format: str,
    store: Place,
) -> None:
    """Answer the query in FILE (- for standard input) or the one given with -e: SPARQL, or with --cypher Cypher."""
    if (file is None) == (expression is None):
        raise click.UsageError("give either a FILE that holds a query, or -e 'SELECT …'.")
    if any(sign in str(file or "") for sign in "{( ") and not _is_there(file):
        raise click.UsageError(f"there is no file '{str(file)[:60]}'; a query itself is given with -e.")
    from kg_cli import querying
    from kg_cli.files import read_text

    text = expression if expression is not None else read_text(str(file))
    in_cypher = cypher or (file is not None and file.suffix in (".cypher", ".cql"))
    if write and (in_cypher or explain or parameters):
        raise click.UsageError("--write takes a SPARQL update, without --cypher, --explain and --param.")
    if write:
        querying.annotate(text, store)
        return
    asked = querying.Request(text, parameters, seconds or None, limit or None, format, store)
    if explain:
        (querying.explain_cypher if in_cypher else querying.explain_sparql)(asked)
    else:
        (querying.ask_cypher if in_cypher else querying.ask_sparql)(asked)


def _is_there(file: Path | None) -> bool:
    try:
        return file is not None and file.exists()
    except OSError:
        # Too long for the name of a file.
        return False
