"""``kg validate``: check what must never be stored."""

from pathlib import Path

import click

from kg_cli.options import store_option

EPILOG = """\b
Examples:
  kg validate && echo all well

\b
Exit code 1 where a rule is broken.
"""


@click.command("validate", epilog=EPILOG)
@store_option
@click.pass_context
def command(ctx: click.Context, store: Path) -> None:
    """Check the graph against its shapes: an event without evidence, an end before a start, a label without a language."""
