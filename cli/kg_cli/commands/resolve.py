"""``kg resolve``: bring the view up to date."""

from typing import TYPE_CHECKING

import click

from kg_cli.options import Place, store_option

if TYPE_CHECKING:
    from kg.identity.resolve import Summary
    from kg.store.base import Store

EPILOG = """\b
Examples:
  kg resolve
  kg --store news resolve
  kg resolve --anew

\b
kg ingest and all commands that judge do this by themselves; it is needed after
an ingest that was interrupted. What it finds depends on the articles and the
judgements alone, never on their order.
"""


@click.command("resolve", short_help="Find who is one person and what is one event.", epilog=EPILOG)
@click.option("--anew", is_flag=True, help="Make the whole view anew, whatever it holds (kg check says when).")
@store_option
def command(anew: bool, store: Place) -> None:
    """Work out which people and which events of all articles are one, and bring the view up to date."""
    from kg.identity.resolve import resolve_store
    from kg.store.opening import open_store
    from kg_cli.judgementrows import say_settled

    with open_store(store) as graph:
        found = _remade(graph) if anew else resolve_store(graph)
    say_settled(found.settled)
    click.echo(
        f"{found.accounts} accounts of {found.events} events, {found.people} people; "
        f"{len(found.unsure)} unsure pairs; {found.changed} articles shown anew"
    )


def _remade(graph: "Store") -> "Summary":
    from kg.upkeep.remaking import remake

    done = remake(graph)
    click.echo(f"{done.gone} facts taken out of the view and {done.come} put in")
    return done.summary
