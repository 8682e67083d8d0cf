"""``kg authority list``: of whom and of what something is known."""

import click

from kg_cli.options import Place, format_option, store_option

KINDS = ("person", "organization", "state", "place", "process", "office", "topic")
EPILOG = """\b
Examples:
  kg authority list --kind office
  kg authority list --kind person --format csv > people.csv
  kg authority list --files                                  the files that you added
"""


@click.command("list", short_help="List what the authority knows.", epilog=EPILOG)
@click.option("--kind", type=click.Choice(KINDS), help="Only things of this kind.")
@click.option("--files", is_flag=True, help="The files that were added, instead of what they tell.")
@format_option
@store_option
def command(kind: str | None, files: bool, format: str, store: Place) -> None:
    """List the ids that the starter and your own files know, with their names and how many facts are known of each."""
    from kg_cli.authorities import believed_at
    from kg_cli.authorityrows import file_table, id_table
    from kg_cli.output import print_answer

    print_answer(file_table(store) if files else id_table(believed_at(store), kind), format)
