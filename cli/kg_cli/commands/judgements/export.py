"""``kg judgements export``: write judgements into a file."""

from pathlib import Path

import click

from kg_cli.options import Place, store_option

EPILOG = """\b
Examples:
  kg judgements export judgements.jsonl
  kg judgements export - | grep retract

\b
One judgement per line, the oldest first, those that were undone included: the
same judgements give the same file, so that it can be kept in version control.
"""


@click.command("export", short_help="Write all judgements into a file.", epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@store_option
def command(file: Path, store: Place) -> None:
    """Write all judgements into FILE (- for standard output), a JSON object per line."""
    from kg.identity.judgementledgers import read_judgements
    from kg.identity.sharing import lines
    from kg_cli.files import output
    from kg_cli.reading import reading

    with reading(store) as graph:
        judgements = read_judgements(graph)
    with output(file) as stream:
        stream.writelines(line.encode("utf-8") for line in lines(judgements))
    click.echo(f"exported {len(judgements)} judgements", err=True)
