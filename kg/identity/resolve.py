"""Resolves a store: finds who is one person and what is one event in all its articles, and brings the view up to date."""

from dataclasses import dataclass

from kg.identity.applying import apply
from kg.identity.judgements import read_judgements, rulings
from kg.identity.knowledge import Knowledge
from kg.identity.outcomes import link, outcomes
from kg.identity.reading import read_records
from kg.identity.records import Pair
from kg.identity.resolution import Resolution, work_out
from kg.store.authorities import believed
from kg.store.base import Store


@dataclass(frozen=True, slots=True)
class Summary:
    """What a resolution did: how many accounts make how many events, how many graphs are shown anew, and what is left to decide."""

    accounts: int
    events: int
    people: int
    changed: int
    unsure: tuple[Pair, ...]


def resolve_store(store: Store) -> Summary:
    """Make the view show one node for each person and each event, whatever order the articles came in.

    Raises:
        StoreError: the store can't be written to.
    """
    resolution = resolution_of(store)
    changed = apply(store, resolution)
    link(store, outcomes(resolution))
    return Summary(
        accounts=len(resolution.witnesses),
        events=len(resolution.groups),
        people=len(resolution.faces.faces),
        changed=changed,
        unsure=(*resolution.unsure_events, *resolution.unsure_people),
    )


def resolution_of(store: Store) -> Resolution:
    """What is the same in a store, without changing its view."""
    return work_out(read_records(store), rulings(read_judgements(store)), Knowledge(believed(store)))
