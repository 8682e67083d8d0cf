"""``kg eval``: how well articles are read, measured against what a careful reader found in them."""

from pathlib import Path

import click

from kg_cli.options import format_option, quiet_option

EPILOG = """\b
Examples:
  kg eval my-gold/
  kg eval my-gold/ --misses
  kg eval my-gold/ --reliability
  kg eval my-gold/ --format json > figures.json

\b
An annotation is a JSON file beside its article; docs/gold-format.md tells
the fields. With --misses or --reliability, csv, tsv and json hold what that
option adds alone. Exit code 1 where an annotation is wrong, 2 where there is
nothing to evaluate.
"""


@click.command("eval", short_help="Measure how well your own annotated articles are read.", epilog=EPILOG)
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="GOLD...")
@click.option("--misses", is_flag=True, help="Tell each thing that was missed, added or misread.")
@click.option("--reliability", is_flag=True, help="Tell how many events are right at each confidence.")
@format_option
@quiet_option
@click.pass_context
def command(
    ctx: click.Context, gold: tuple[Path, ...], misses: bool, reliability: bool, format: str, quiet: bool
) -> None:
    """Print precision, recall and F1 by language for the annotations GOLD (folders of *.json files, or such files)."""
    from kg_loaders import read

    from kg.errors import GoldError
    from kg.evaluate import Evaluation, evaluate
    from kg_cli.evaluated import print_figures
    from kg_cli.progress import say, track
    from kg_cli.terminal import clean

    if misses and reliability and format != "table":
        raise click.UsageError("--misses and --reliability are two lists: ask for one, or for --format table")
    done: list[Evaluation] = []
    wrong = 0
    for one in track(evaluate(gold, lambda name: read([name])), "articles read:", quiet=quiet):
        if isinstance(one, GoldError):
            wrong += 1
            say(f"kg: {clean(str(one))}", err=True)
            continue
        done.append(one)
        if one.flaw:
            wrong += 1
            say(f"kg: {clean(one.flaw)}", err=True)
    if not done:
        raise GoldError("nothing to evaluate: give a folder with annotations (*.json) beside their articles")
    print_figures(done, format, misses=misses, reliability=reliability, quiet=quiet)
    if wrong:
        ctx.exit(1)
