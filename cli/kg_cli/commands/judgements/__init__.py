"""``kg judgements``: what analysts decided."""

import click

from kg_cli.group import LazyGroup
from kg_cli.options import Place, format_option, store_option

COMMANDS = ("export", "import")

EPILOG = """\b
Examples:
  kg judgements
  kg judgements --all --format json
  kg judgements export judgements.jsonl      to share them, in version control
  kg judgements import judgements.jsonl

\b
A judgement counts unless its state says otherwise: undone, overruled by later
ones that contradict it, or about something that no longer exists.
"""


@click.group(
    "judgements",
    cls=LazyGroup,
    modules=COMMANDS,
    package=__name__,
    invoke_without_command=True,
    short_help="What was decided: list, export, import.",
    epilog=EPILOG,
)
@click.option("--all", "every", is_flag=True, help="Those that were undone as well.")
@format_option
@store_option
@click.pass_context
def command(ctx: click.Context, every: bool, format: str, store: Place) -> None:
    """List what was decided by whom, when and why, the oldest first; export it to a file, import it from one."""
    if ctx.invoked_subcommand is not None:
        return
    from kg.identity.resolve import read_basis, settled_of
    from kg.identity.settling import states
    from kg_cli.judgementrows import judgement_table
    from kg_cli.output import print_answer
    from kg_cli.reading import reading

    with reading(store) as graph:
        settled = settled_of(graph, read_basis(graph))
    chosen = [each.judgement for each in settled.bound if every or each.judgement.undone is None]
    print_answer(judgement_table(chosen, states(settled), for_people=format == "table"), format)
    if not chosen:
        click.echo("kg: no judgements", err=True)
