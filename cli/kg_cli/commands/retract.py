"""``kg retract``: decide that an event is wrong."""

import click

from kg_cli.options import Place, by_option, store_option, why_option

EPILOG = """\b
Examples:
  kg retract 1f2e3d4c --why "a rehearsal, misread"
  kg retract 1f2e3d4c 5b6a7988           only what this account tells

\b
Its participations, ties, evidence and links go with it; the article's own graph
stays as it is. kg undo takes it back.
"""


@click.command("retract", short_help="Decide that an event is wrong; the view leaves it out.", epilog=EPILOG)
@click.argument("event")
@click.argument("accounts", metavar="[ACCOUNT]...", nargs=-1)
@why_option
@by_option
@store_option
def command(event: str, accounts: tuple[str, ...], why: str, by: str, store: Place) -> None:
    """Decide that an EVENT never was, or that some ACCOUNTs of it are wrong; the view leaves them out with what hangs on them."""
    from kg.identity.curating import Author, retract
    from kg.identity.desk import Desk
    from kg.store.opening import open_store
    from kg_cli.judgementrows import say_recorded

    with open_store(store) as graph:
        desk = Desk(graph)
        made = retract(desk, desk.target(event), [desk.target(one) for one in accounts], Author(by, why))
        say_recorded(made, desk.update())
