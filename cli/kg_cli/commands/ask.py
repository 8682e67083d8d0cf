"""``kg ask``: questions that have a name."""

import click

from kg_cli.options import Place, format_option, store_option

EPILOG = """\b
Examples:
  kg ask                                       the questions and their parameters
  kg ask who-met-whom --person Lavrentiev
  kg ask who-met-whom --person لافرنتييف --from 2020-10 --format csv
"""


@click.command(
    "ask",
    short_help="Answer a question by its name.",
    epilog=EPILOG,
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "allow_interspersed_args": True},
)
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED, metavar="[--PARAMETER VALUE]...")
@format_option
@store_option
def command(name: str | None, parameters: tuple[str, ...], format: str, store: Place) -> None:
    """Answer the question NAME; without a name, list the questions."""
    from kg_cli.output import print_answer

    if name is None:
        from kg_cli.rows import question_table

        print_answer(question_table(), format)
        return
    from kg.questions import ask
    from kg_cli.reading import reading
    from kg_cli.terms import answer_of

    given = pairs(parameters)
    with reading(store) as graph:
        print_answer(answer_of(ask(graph, name, given), format), format)


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
