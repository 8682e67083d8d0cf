"""``kg explain``: why articles were read as they were."""

from pathlib import Path

import click

from kg_cli.options import output_option

EPILOG = """\b
Examples:
  kg explain article.txt                   coloured, with the rule of each event
  kg explain article.txt -o explain.html   as a page that needs no network
  kg explain news/ --format json           each span with its label

\b
Nothing is stored. Where colours can't be shown, words stand in brackets with
their label. Exit code 1 where some input could not be read.
"""


@click.command("explain", short_help="Show why articles were read as they were.", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="ARTICLE...")
@click.option(
    "--format",
    "-f",
    type=click.Choice(["text", "html", "json"]),
    help="How to show it: text, or html if a file is to be written, where nothing is said.",
)
@output_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], format: str | None, path: Path | None) -> None:
    """Show articles with all that was read in them marked, and for each event and statement the rule that made it."""
    import sys
    from collections.abc import Iterator

    from kg_loaders import LoadError, read

    from kg.explain import Explanation, explain
    from kg.pipeline import extract
    from kg_cli.explained import write
    from kg_cli.files import output
    from kg_cli.progress import say
    from kg_cli.terminal import clean

    failed: list[LoadError] = []
    shown = 0

    def explanations() -> Iterator[Explanation]:
        nonlocal shown
        for found in extract(read(paths, sys.stdin.buffer)):
            if isinstance(found, LoadError):
                failed.append(found)
                say(f"kg: {clean(str(found))}", err=True)
            else:
                shown += 1
                yield explain(found.extraction)

    form = format or ("html" if path else "text")
    with output(path) as stream:
        write(explanations(), form, stream)
        if not shown:
            # Leaves no page about nothing, and an older one as it is.
            ctx.exit(1)
    if failed:
        ctx.exit(1)
