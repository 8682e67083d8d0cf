"""``kg ask``: questions that have a name."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from kg_cli.options import Place, format_option, store_option

if TYPE_CHECKING:
    from kg.projection.base import Engine, Records
    from kg.store.names import Names

EPILOG = """\b
Examples:
  kg ask                                       the questions and their parameters
  kg ask who-met-whom --person Lavrentiev
  kg ask who-met-whom --person لافرنتييف --from 2020-10 --format csv
  kg ask shortest-chain --person Khaji --with Pedersen --cypher

\b
Both languages give the same rows. A name that nothing in the graph bears is
told on stderr, with those near it. docs/questions.md has an example of each.
"""


@click.command(
    "ask",
    short_help="Answer a question by its name.",
    epilog=EPILOG,
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "allow_interspersed_args": True},
)
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED, metavar="[--PARAMETER VALUE]...")
@click.option(
    "--cypher/--sparql", default=None, help="The language to ask in; SPARQL unless told, but Cypher of a Neo4j server."
)
@format_option
@store_option
def command(name: str | None, parameters: tuple[str, ...], cypher: bool | None, format: str, store: Place) -> None:
    """Answer the question NAME; without a name, list the questions."""
    from kg_cli.output import print_answer

    if name is None:
        from kg_cli.rows import question_table

        print_answer(question_table(), format)
        return
    from kg.projection.neo4jaddress import is_neo4j
    from kg_cli.records import answer_of_records
    from kg_cli.terminal import unspoilt

    ask = _in_cypher if cypher or (cypher is None and is_neo4j(store)) else _in_sparql
    found = ask(store, name, pairs(parameters))
    print_answer(answer_of_records(found, format), format)
    for note in found.notes:
        click.echo(f"kg: note: {unspoilt(note)}", err=True)


def _in_sparql(store: Place, name: str, given: Mapping[str, str]) -> "Records":
    from kg.questions import ask
    from kg_cli.reading import reading

    with reading(store) as graph:
        return ask(graph, name, given)


def _in_cypher(store: Place, name: str, given: Mapping[str, str]) -> "Records":
    from contextlib import closing

    from kg.questions import ask_cypher

    engine, kept = _engine(store)
    with closing(engine):
        return ask_cypher(engine, name, given, kept)


def _engine(store: Place) -> "tuple[Engine, Names | None]":
    """A Neo4j server itself; of any other place the embedded engine, with what the store holds now, and the names that it keeps."""
    from kg.projection.opening import filled_elsewhere, property_graph
    from kg_cli.reading import reading

    if (engine := filled_elsewhere(store)) is not None:
        return engine, None
    with reading(store) as graph:
        return property_graph(graph, store)[0], getattr(graph, "names", None)


def pairs(words: tuple[str, ...]) -> dict[str, str]:
    """``{"person": "Lavrov"}`` for ``--person Lavrov`` or ``--person=Lavrov``.

    Raises:
        click.UsageError: a parameter has no value, or a value no parameter.
    """
    given: dict[str, str] = {}
    rest = list(words)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if not name.startswith("--"):
            raise click.UsageError(f"'{name}' has no parameter: write --PARAMETER VALUE.")
        if not equals:
            if not rest:
                raise click.UsageError(f"the parameter {name} has no value.")
            value = rest.pop(0)
        given[name.removeprefix("--")] = value
    return given
