"""``kg authority check``: what is wrong with a file."""

from pathlib import Path

import click

from kg_cli.options import Place, format_option, store_option

EPILOG = """\b
Examples:
  kg authority check mine.csv
  kg authority check mine.csv --format json

\b
Exit code 1 where there is a mistake.
"""


@click.command("check", short_help="List what is wrong with an authority file.", epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@format_option
@store_option
@click.pass_context
def command(ctx: click.Context, file: Path, format: str, store: Place) -> None:
    """List all mistakes of the authority file FILE, in itself and against what is known already; nothing is stored."""
    from kg.authority.accepting import examined
    from kg_cli.authorities import believed_at
    from kg_cli.authorityrows import problem_table
    from kg_cli.output import print_answer
    from kg_cli.terminal import clean

    reading = examined(file, believed_at(store, but=file.name))
    if reading.problems or format != "table":
        print_answer(problem_table(reading.problems), format)
    click.echo(f"kg: {clean(file.name)}: {len(reading.rows)} rows, {len(reading.problems)} mistakes", err=True)
    if reading.problems:
        ctx.exit(1)
