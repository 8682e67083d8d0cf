"""``kg undo``: take a judgement back."""

import click

from kg_cli.options import Place, by_option, store_option

EPILOG = """\b
Examples:
  kg undo                     your last judgement, after asking
  kg undo 7c1d2e3f
  kg undo --yes --by Anna

\b
The judgement stays in the store with who took it back and when
(kg judgements --all); the view is then as if it had never been.
"""


@click.command("undo", short_help="Take a judgement back.", epilog=EPILOG)
@click.argument("judgement", metavar="[ID]", required=False)
@click.option("--yes", is_flag=True, help="Don't ask.")
@by_option
@store_option
def command(judgement: str | None, yes: bool, by: str, store: Place) -> None:
    """Take back the judgement with this ID (or the first letters of it), or your last one."""
    from kg.identity.judgementledgers import last_of, named_judgement, undo
    from kg.identity.resolve import resolve_store
    from kg.store.opening import open_store
    from kg_cli.judgementrows import told
    from kg_cli.terminal import shown

    with open_store(store) as graph:
        found = named_judgement(graph, judgement) if judgement else last_of(graph, by)
        if judgement is None and not yes:
            click.confirm(f"undo {shown(told(found))}?", abort=True)
        undo(graph, found, by)
        resolve_store(graph)
    click.echo(f"undone: {shown(told(found))}")
