"""``kg judgements import``: take over the judgements of a file."""

from datetime import UTC, datetime

import click

from kg_cli.options import Place, store_option

EPILOG = """\b
Examples:
  kg judgements import judgements.jsonl

\b
What the store holds already stays as it is, so that a file can be imported again.
What was undone in the file or in the store stays undone. A damaged file is refused as a
whole (exit code 2), with the number of the line.
"""


@click.command("import", short_help="Take over the judgements of a file.", epilog=EPILOG)
@click.argument("file")
@store_option
def command(file: str, store: Place) -> None:
    """Take over the judgements of FILE (- for standard input), as export writes it, and bring the view up to date."""
    from kg.identity.judgementledgers import record
    from kg.identity.resolve import resolve_store
    from kg.identity.sharing import read_lines
    from kg.store.opening import open_store
    from kg_cli.files import read_text
    from kg_cli.judgementrows import say_ahead, say_settled

    judgements = read_lines(read_text(file, "judgements"), file)
    with open_store(store) as graph:
        new = record(graph, judgements)
        summary = resolve_store(graph)
    say_settled(summary.settled)
    say_ahead(judgements, datetime.now(UTC))
    click.echo(f"{len(judgements)} judgements read, {len(new)} of them new here or newly undone")
