"""``kg assert``: give a property of an event a value."""

from pathlib import Path

import click

from kg_cli.options import by_option, store_option, why_option

PROPERTIES = ("status", "date", "place", "topic", "process")
EPILOG = """\b
Examples:
  kg assert 1f2e3d4c date 2020-10-22 --why "the ministry's own readout"
  kg assert 1f2e3d4c date 2020-10-22/2020-10-23
  kg assert 1f2e3d4c status cancelled
  kg assert 1f2e3d4c place Tehran
  kg assert 1f2e3d4c process "Astana process"

\b
The value goes before what articles tell; what they tell is kept beside it
(diplo:alternative). Topics and processes are added to those that are told.
kg undo takes it back.
"""


@click.command("assert", short_help="Give a property of an event a value.", epilog=EPILOG)
@click.argument("event")
@click.argument("name", metavar="PROPERTY", type=click.Choice(PROPERTIES))
@click.argument("value")
@why_option
@by_option
@store_option
def command(event: str, name: str, value: str, why: str, by: str, store: Path) -> None:
    """Give the PROPERTY (status, date, place, topic or process) of an EVENT a VALUE that goes before what articles tell."""
    from kg.identity.curating import Author, assert_value
    from kg.identity.desk import Desk
    from kg.store.opening import open_store
    from kg_cli.judgementrows import say_recorded

    with open_store(store) as graph:
        desk = Desk(graph)
        made = assert_value(desk, desk.target(event), name, value, Author(by, why))
        say_recorded(made, desk.update())
