"""``kg authority show``: what is known of somebody or something."""

import click

from kg_cli.options import Place, first_day, format_option, store_option

EPILOG = """\b
Examples:
  kg authority show person/sergey-lavrov
  kg authority show "Angela Merkel" --on 2015-07-01            which offices she held on that day
  kg authority show office/US/foreign-minister --on 2014-06    who held it on that day

\b
Only what the sources show is told: an empty answer means that nobody verified it.
"""


@click.command("show", short_help="Show what is known of somebody, with the sources.", epilog=EPILOG)
@click.argument("id")
@click.option("--on", metavar="DATE", help="Who held the office, or which offices the person held, on this day.")
@format_option
@store_option
def command(id: str, on: str | None, format: str, store: Place) -> None:
    """Show every fact that is known of ID (an id or a name), each with its source."""
    from kg_cli.authorities import believed_at, identified
    from kg_cli.authorityrows import fact_table, on_day, term_table
    from kg_cli.output import print_answer

    day = first_day(on) if on else None
    authority = believed_at(store)
    identifier = identified(authority, id)
    if day is None:
        print_answer(fact_table(authority.of(identifier)), format)
        return
    terms = on_day(authority, identifier, day)
    if terms is None:
        raise click.UsageError(f"--on asks for offices and persons, and {identifier} is neither.")
    print_answer(term_table(authority, terms), format)
