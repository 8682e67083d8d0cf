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
  kg query --cypher -e 'MATCH (a:Person)-[r:MET]-(b:Person) RETURN a, r.date, b'

\b
The prefixes of the ontology (diplo:, kgid:, rdfs:, skos:, …) are known.
CONSTRUCT and DESCRIBE print Turtle. docs/graph.md has the triples, and the
labels and types that Cypher sees.
"""


@click.command("query", short_help="Answer a query in SPARQL or Cypher.", epilog=EPILOG)
@click.argument("file", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-e", "--expression", metavar="QUERY", help="The query itself, instead of a file.")
@click.option("--cypher", is_flag=True, help="The query is Cypher; so is one in a file that ends in .cypher or .cql.")
@format_option
@store_option
def command(file: Path | None, expression: str | None, cypher: bool, format: str, store: Place) -> None:
    """Answer the query in FILE (- for standard input) or the one given with -e: SPARQL, or with --cypher Cypher."""
    if (file is None) == (expression is None):
        raise click.UsageError("give either a FILE that holds a query, or -e 'SELECT …'.")
    from kg_cli.files import read_text

    query = expression if expression is not None else read_text(str(file))
    if cypher or (file is not None and file.suffix in (".cypher", ".cql")):
        _ask_cypher(query, format, store)
    else:
        _ask_sparql(query, format, store)


def _ask_sparql(query: str, format: str, store: Place) -> None:
    import sys

    from kg.export.triples import write_triples
    from kg.reports.query import run
    from kg.store.base import Table
    from kg_cli.output import print_answer
    from kg_cli.reading import reading
    from kg_cli.terms import answer_of

    with reading(store) as graph:
        found = run(graph, query)
    if isinstance(found, Table):
        print_answer(answer_of(found, format), format)
    else:
        write_triples(found, sys.stdout.buffer)


def _ask_cypher(query: str, format: str, store: Place) -> None:
    from kg.projection.opening import filled_elsewhere, property_graph
    from kg_cli.output import print_answer
    from kg_cli.reading import reading
    from kg_cli.records import answer_of_records

    engine = filled_elsewhere(store)
    if engine is None:
        with reading(store) as graph:
            engine, _ = property_graph(graph, store)
    found = engine.cypher(query)
    engine.close()
    print_answer(answer_of_records(found, format), format)
    for note in found.notes:
        click.echo(f"kg: note: {note}", err=True)
