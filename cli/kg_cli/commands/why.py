"""``kg why``: why two things are one, or two."""

import click

from kg_cli.options import Place, format_option, store_option

EPILOG = """\b
Examples:
  kg why 1f2e3d4c 5b6a7988                two events, or two accounts of one
  kg why "Ali Asghar Khaji" "علی اصغر خاجی"
  kg why 1f2e3d4c 5b6a7988 --format json

\b
`kg show EVENT` lists the accounts of an event.
"""


@click.command("why", short_help="Tell why two things are one, or two.", epilog=EPILOG)
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@format_option
@store_option
def command(one: str, other: str, format: str, store: Place) -> None:
    """Compare two events, accounts or people (names, IRIs or first letters of ids): score, reasons, what speaks against
    their being one, and the judgements about them."""
    from kg.identity.desk import Desk
    from kg.identity.whys import why
    from kg_cli.judgementrows import why_table
    from kg_cli.output import print_answer
    from kg_cli.reading import reading

    with reading(store) as graph:
        desk = Desk(graph)
        found = why(desk, desk.target(one), desk.target(other))
    print_answer(why_table(found, for_people=format == "table"), format)
