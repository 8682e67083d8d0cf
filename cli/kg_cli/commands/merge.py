"""``kg merge``: decide that two things are one."""

import click

from kg_cli.options import Place, by_option, store_option, why_option

EPILOG = """\b
Examples:
  kg merge 1f2e3d4c 5b6a7988
  kg merge "Ali Asghar Khaji" "Aliasghar Haji" --why "one photograph" --by Anna
  kg merge 5eb3969c "Sergey Lavrov"      whoever an article calls just "Lavrov"

\b
`kg show EVENT` tells the ids of those who are told by a surname or an office
alone. The judgement is kept across edits of the articles; kg undo takes it back.
"""


@click.command("merge", short_help="Decide that two events or people are one.", epilog=EPILOG)
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@why_option
@by_option
@store_option
def command(one: str, other: str, why: str, by: str, store: Place) -> None:
    """Decide that two events, or two people, are one (names, IRIs or first letters of ids)."""
    from kg.identity.curating import Author, merge
    from kg.identity.desk import Desk
    from kg.store.opening import open_store
    from kg_cli.judgementrows import say_recorded

    with open_store(store) as graph:
        desk = Desk(graph)
        made = merge(desk, desk.target(one), desk.target(other), Author(by, why))
        say_recorded(made, desk.update())
