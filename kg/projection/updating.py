"""Brings a property graph up to date with its store, at a cost in proportion to what changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.projection.base import Engine
from kg.projection.model import Slice
from kg.projection.reading import BATCH, around, nodes_of, whole
from kg.store.base import Store

PIECE = 500
"""How many touched nodes are brought up to date in one transaction."""

Passing = Callable[[Iterable[Slice]], Iterable[Slice]]
"""Looks on as slices go by, to show progress, and passes every one on."""


@dataclass(frozen=True, slots=True)
class Update:
    """What was done: ``anew`` where the whole copy was made again, ``nodes`` how many touched nodes were looked at."""

    anew: bool
    nodes: int


def up_to_date(store: Store, engine: Engine, passing: Passing = iter, batch: int = BATCH) -> Update:
    """Make an engine hold what the store's view holds.

    Args:
        store: the store to follow.
        engine: what follows it.
        passing: sees every slice before it is written.
        batch: how many nodes or relationships a slice of a whole load has at most.

    Raises:
        StoreError: one of both can't be read or written; the copy is behind then, and says so by its mark.
    """
    held = engine.mark()
    changes = store.changes(held)
    if changes.nodes is None or held is None:
        engine.rebuild(passing(whole(store, batch)), changes.mark)
        return Update(anew=True, nodes=0)
    pieces = list(_pieces(changes.nodes))
    for piece in pieces if len(pieces) > 1 else ():
        # What joins two nodes is written where both are there, and the other one may be of a later piece.
        engine.apply(Slice(nodes_of(store, piece), ()), held)
    for number, change in enumerate(passing(around(store, piece) for piece in pieces), 1):
        # The mark moves only with the last piece: what was done before is done again after a kill, and changes nothing.
        engine.apply(change, held if number < len(pieces) else changes.mark)
    return Update(anew=False, nodes=len(changes.nodes))


def _pieces(nodes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(nodes), PIECE):
        yield nodes[start : start + PIECE]
