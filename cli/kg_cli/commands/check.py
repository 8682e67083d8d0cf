"""``kg check``: whether all that a store keeps is as it should be."""

import click

from kg_cli.options import Place, format_option, quiet_option, store_option

EPILOG = """\b
Examples:
  kg check && echo all well
  kg check --quick                        without view, counts, names, property graph, shapes
  kg check --format json

\b
Nothing is changed. Each line that tells what is wrong names the command that
mends it. The view is compared with one made anew in a temporary folder. Exit
code 1 where something is wrong.
"""


@click.command("check", short_help="Check all that the store keeps.", epilog=EPILOG)
@click.option("--quick", is_flag=True, help="Leave out what takes long: view, counts, names, property graph, shapes.")
@format_option
@quiet_option
@store_option
@click.pass_context
def command(ctx: click.Context, quick: bool, format: str, quiet: bool, store: Place) -> None:
    """Check whether articles are whole, whether ledgers, journal, published states, view and property graph agree, and the shapes."""
    from functools import partial

    from kg.upkeep.checking import check
    from kg_cli.output import Answer, print_answer
    from kg_cli.progress import track
    from kg_cli.reading import reading

    with reading(store) as graph:
        parts = list(check(graph, store, quick=quick, watch=partial(track, quiet=quiet)))
    rows = [
        (
            part.name,
            "wrong" if found else "well",
            found.what if found else part.looked_at,
            found.mend if found else None,
        )
        for part in parts
        for found in part.findings or (None,)
    ]
    wrong = any(part.findings for part in parts)
    if wrong or not quiet:
        print_answer(Answer(("part", "state", "what", "mend"), rows), format)
    if wrong:
        ctx.exit(1)
