"""Notes in a store that its view is still to be resolved, so that the next one to ingest does so, whether anything is new to it or not."""

from kg.identity.terms import STALE, STALE_LEDGER
from kg.model import Quad, Triple
from kg.store.base import Store

_NOTE = Quad(Triple(STALE_LEDGER, STALE, STALE_LEDGER), STALE_LEDGER)
"""Among the nodes that are to be shown anew: a resolution takes it out with these when it has come to its end."""


def note_unresolved(store: Store) -> None:
    """Note it; raises StoreError where the store can't be written to."""
    store.revise((), [_NOTE])


def is_unresolved(store: Store) -> bool:
    """Whether a resolution is still to be made, or didn't come to its end."""
    return any(True for _ in store.triples(STALE_LEDGER))
