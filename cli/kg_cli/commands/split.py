"""``kg split``: decide that what is shown as one isn't."""

import click

from kg_cli.options import Place, by_option, store_option, why_option

EPILOG = """\b
Examples:
  kg split 1f2e3d4c 5b6a7988             this account tells of something else
  kg split "Ali Hassan" "Ali Hasan" --why "two people, two ministries"
  kg split "Sergey Lavrov" 1f2e3d4c      whom this account tells by office alone

\b
`kg show EVENT` lists the accounts of an event. The judgement is kept across
edits of the articles; kg undo takes it back.
"""


@click.command("split", short_help="Decide that accounts, or names, are not of one event or person.", epilog=EPILOG)
@click.argument("whole", metavar="WHOLE")
@click.argument("parts", metavar="PART...", nargs=-1, required=True)
@why_option
@by_option
@store_option
def command(whole: str, parts: tuple[str, ...], why: str, by: str, store: Place) -> None:
    """Decide that the PARTs (accounts of an event, or names of a person) aren't of the same event or person as what else
    is shown as the WHOLE."""
    from kg.identity.curating import Author, split
    from kg.identity.desk import Desk
    from kg.store.opening import open_store
    from kg_cli.judgementrows import say_recorded

    with open_store(store) as graph:
        desk = Desk(graph)
        made = split(desk, desk.target(whole), [desk.target(part) for part in parts], Author(by, why))
        say_recorded(made, desk.update())
