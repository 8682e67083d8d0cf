"""``kg query``: ask in SPARQL."""

from pathlib import Path

import click

from kg_cli.options import format_option, store_option

EPILOG = """\b
Examples:
  kg query meetings.rq
  kg query -e 'SELECT ?label { ?e a diplo:Meeting ; rdfs:label ?label }'
  kg query -e 'ASK { ?e a diplo:Summit }' --format json
  kg query -e 'CONSTRUCT { ?a diplo:met ?b } WHERE { ?a diplo:met ?b }'

\b
The prefixes of the ontology (diplo:, kgid:, rdfs:, skos:, …) are known.
CONSTRUCT and DESCRIBE print Turtle.
"""


@click.command("query", short_help="Answer a SPARQL query.", epilog=EPILOG)
@click.argument("file", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-e", "--expression", metavar="QUERY", help="The query itself, instead of a file.")
@format_option
@store_option
def command(file: Path | None, expression: str | None, format: str, store: Path) -> None:
    """Answer the SPARQL query in FILE (- for standard input) or the one given with -e."""
    if (file is None) == (expression is None):
        raise click.UsageError("give either a FILE that holds a query, or -e 'SELECT …'.")
    import sys

    from kg.export.triples import write_triples
    from kg.reports.query import run
    from kg.store.base import Table
    from kg.store.opening import open_store
    from kg_cli.files import read_text
    from kg_cli.output import print_answer
    from kg_cli.terms import answer_of

    query = expression if expression is not None else read_text(str(file))
    with open_store(store) as graph:
        found = run(graph, query)
    if isinstance(found, Table):
        print_answer(answer_of(found, format), format)
    else:
        write_triples(found, sys.stdout.buffer)
