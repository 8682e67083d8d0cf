"""Opens a store for commands that only read, and says so where somebody is writing more to it at this moment."""

import click

from kg.store.base import Store
from kg.store.opening import open_store
from kg_cli.options import Place


def reading(place: Place) -> Store:
    """The newest state of a store; raises like ``open_store``."""
    store = open_store(place, reading=True)
    if getattr(store, "behind", False):
        click.echo(
            "kg: note: somebody is writing to the store, or you may not: this is how it was when it was last published",
            err=True,
        )
    return store
