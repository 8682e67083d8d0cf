"""``kg ingest``: read articles into the graph."""

import click

from kg_cli.options import Place, quiet_option, store_option

EPILOG = """\b
Examples:
  kg ingest articles/
  kg ingest page.html notes.txt wire.jsonl
  curl -s https://example.org/news/1 | kg ingest -

\b
Every article is one transaction: after an interruption, run the same command
again. An article that is there already adds nothing; an edited one replaces
what its former version said. Exit code 1 where some input could not be read.
"""


@click.command("ingest", short_help="Read articles into the graph.", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-v", "--verbose", is_flag=True, help="A line for every article, with what its publication date was taken from."
)
@quiet_option
@store_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], verbose: bool, quiet: bool, store: Place) -> None:
    """Read articles (text, HTML, JSONL, folders of these, - for standard input) and add what they tell to the graph."""
    import sys

    from kg_loaders import read

    from kg.pipeline import ingest
    from kg.projection.opening import follow
    from kg.store.opening import open_store
    from kg_cli.diary import Diary
    from kg_cli.progress import track

    diary = Diary(verbose=verbose, quiet=quiet)
    with open_store(store, create=True) as graph:
        try:
            for outcome in track(ingest(read(paths, sys.stdin.buffer), graph), "articles:", quiet=quiet):
                diary.note(outcome)
        finally:
            diary.close()
        follow(graph, store)
    if diary.failed:
        ctx.exit(1)
