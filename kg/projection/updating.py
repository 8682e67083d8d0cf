"""Brings a property graph up to date with its store, at a cost in proportion to what changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.projection.base import Engine
from kg.projection.reading import around, whole
from kg.store.base import Store

PIECE = 500
"""How many touched nodes are brought up to date in one transaction."""


@dataclass(frozen=True, slots=True)
class Update:
    """What was done: ``anew`` where the whole copy was made again, ``nodes`` how many touched nodes were looked at."""

    anew: bool
    nodes: int


def up_to_date(store: Store, engine: Engine) -> Update:
    """Make an engine hold what the store's view holds.

    Raises:
        StoreError: one of both can't be read or written; the copy is behind then, and says so by its mark.
    """
    held = engine.mark()
    changes = store.changes(held)
    if changes.nodes is None or held is None:
        engine.rebuild(whole(store), changes.mark)
        return Update(anew=True, nodes=0)
    pieces = list(_pieces(changes.nodes))
    for piece in pieces[:-1]:
        # The mark moves only with the last piece: what was done before is done again after a kill, and changes nothing.
        engine.apply(around(store, piece), held)
    if pieces:
        engine.apply(around(store, pieces[-1]), changes.mark)
    return Update(anew=False, nodes=len(changes.nodes))


def _pieces(nodes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(nodes), PIECE):
        yield nodes[start : start + PIECE]
