"""``kg extract``: read articles and print what was found, storing nothing."""

from pathlib import Path

import click

from kg_cli.options import output_option, quiet_option

EPILOG = """\b
Examples:
  kg extract news/ --format jsonl > found.jsonl
  cat article.txt | kg extract -

\b
One JSON object per article and line. Every offset counts characters of the
article's own text; words of a title beside it have none, but in_title: words,
first, last. Exit code 1 where some input could not be read.
"""


@click.command("extract", short_help="Print what articles tell, storing nothing.", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="How to print what was found."
)
@output_option
@quiet_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], format: str, path: Path | None, quiet: bool) -> None:
    """Print the events and statements of articles (text, HTML, JSONL, folders of these, - for standard input)."""
    import sys

    from kg_loaders import LoadError, read

    from kg.export.contract import to_json
    from kg.pipeline import extract
    from kg_cli.files import output
    from kg_cli.progress import say, track
    from kg_cli.terminal import clean

    failed = 0
    with output(path) as stream:
        for found in track(extract(read(paths, sys.stdin.buffer)), "articles read:", quiet=quiet):
            if isinstance(found, LoadError):
                failed += 1
                say(f"kg: {clean(str(found))}", err=True)
            else:
                if found.extraction.unread:
                    name = clean(found.extraction.article.name)
                    say(f"kg: {name}: too long: its last {found.extraction.unread} characters were not read", err=True)
                stream.write(to_json(found).encode("utf-8", "replace") + b"\n")
    if failed:
        ctx.exit(1)
