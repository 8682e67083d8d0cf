"""``kg validate``: check what must never be stored."""

import click

from kg_cli.options import Place, format_option, store_option

EPILOG = """\b
Examples:
  kg validate && echo all well
  kg validate --format csv > broken.csv

\b
Exit code 1 where a rule is broken; a warning alone is no failure.
"""


@click.command("validate", short_help="Check the graph against its shapes.", epilog=EPILOG)
@format_option
@store_option
@click.pass_context
def command(ctx: click.Context, format: str, store: Place) -> None:
    """Check the graph against its shapes: an event without evidence, an end before a start, a label without a language."""
    from kg.validate import Severity, validate
    from kg_cli.output import print_answer
    from kg_cli.reading import reading
    from kg_cli.rows import violation_table

    with reading(store) as graph:
        found = list(validate(graph))
        checked = len(graph.graphs())
    if found or format != "table":
        print_answer(violation_table(found, short=format == "table"), format)
    broken = sum(one.severity is Severity.VIOLATION for one in found)
    click.echo(f"kg: {checked} article graphs checked, {broken} violations, {len(found) - broken} warnings", err=True)
    if broken:
        ctx.exit(1)
