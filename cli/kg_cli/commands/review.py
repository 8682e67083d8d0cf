"""``kg review``: decide on the unsure pairs, one by one."""

import click

from kg_cli.options import Place, by_option, format_option, language_option, store_option

EPILOG = """\b
Examples:
  kg review --by Anna
  kg review --list
  kg review --list --format json

\b
Answers: s (same), n (not the same), l (later: nothing is decided), q (quit).
What you decide is written down at once; the view is brought up to date at the
end. kg undo takes the last judgement back.
"""


@click.command("review", short_help="Decide on the pairs that only a person can decide.", epilog=EPILOG)
@click.option(
    "--list", "only_list", is_flag=True, help="Only print the pairs; --format csv, tsv or json does so as well."
)
@by_option
@language_option
@format_option
@store_option
def command(only_list: bool, by: str, language: str, format: str, store: Place) -> None:
    """Walk the pairs of events and of people that may be one, the surest first: both sides beside each other, then the question."""
    from kg.identity.desk import Desk
    from kg.identity.reviewing import Review
    from kg.store.opening import open_store
    from kg_cli.output import print_answer
    from kg_cli.reviewed import queue_table, walk

    with open_store(store) as graph:
        desk = Desk(graph)
        review = Review(desk)
        if only_list or format != "table":
            print_answer(queue_table(desk, review, language, for_people=format == "table"), format)
        else:
            walk(desk, review, by, language)
    if not review.queue:
        click.echo("kg: no unsure pairs", err=True)
