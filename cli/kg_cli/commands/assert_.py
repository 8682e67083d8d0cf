"""``kg assert``: give a property of an event, or the name of a person, a value."""

import click

from kg_cli.options import Place, by_option, store_option, why_option

PROPERTIES = ("status", "date", "place", "topic", "process", "participant", "label")
EPILOG = """\b
Examples:
  kg assert 1f2e3d4c date 2020-10-22 --why "the ministry's own readout"
  kg assert 1f2e3d4c date 2020-10-22/2020-10-23
  kg assert 1f2e3d4c status cancelled
  kg assert 1f2e3d4c place Tehran
  kg assert 1f2e3d4c process "Astana process"
  kg assert 1f2e3d4c participant "Geir Pedersen"
  kg assert "Haji" label "Ali Asghar Khaji" --why "as the ministry spells him"
  kg assert "Haji" label "علی اصغر خاجی" --lang fa

\b
The value goes before what articles tell; what they tell is kept beside it
(diplo:alternative; of names skos:altLabel). Topics, processes and participants are
added to those that are told. Direct edges such as met and visited follow.
kg undo takes it back.
"""


@click.command("assert", short_help="Give a property of an event, or a person's name, a value.", epilog=EPILOG)
@click.argument("about", metavar="EVENT|PERSON")
@click.argument("name", metavar="PROPERTY", type=click.Choice(PROPERTIES))
@click.argument("value")
@click.option(
    "--lang", "language", metavar="TAG", help="Of a label: its language; default: en, if its letters are Latin."
)
@why_option
@by_option
@store_option
def command(about: str, name: str, value: str, language: str | None, why: str, by: str, store: Place) -> None:
    """Give the PROPERTY (status, date, place, topic, process or participant) of an EVENT, or the label of a PERSON, a VALUE that goes before
    what articles tell."""
    from kg.identity.curating import Author, assert_label, assert_value
    from kg.identity.desk import Desk
    from kg.store.opening import open_store
    from kg_cli.judgementrows import say_recorded

    if language is not None and name != "label":
        raise click.UsageError(f"--lang tells the language of a label; a {name} has none")
    with open_store(store) as graph:
        desk, author = Desk(graph), Author(by, why)
        target = desk.target(about)
        if name == "label":
            made = assert_label(desk, target, value, language, author)
        else:
            made = assert_value(desk, target, name, value, author)
        say_recorded(made, desk.update())
