"""Resolves a store: finds who is one person and what is one event in all its articles, and brings the view up to date."""

from dataclasses import dataclass, field

from kg.identity.applying import apply
from kg.identity.binding import Binder
from kg.identity.faces import gather
from kg.identity.judgementledgers import read_judgements
from kg.identity.knowledge import Knowledge
from kg.identity.outcomes import link, outcomes
from kg.identity.reading import read_records
from kg.identity.records import Pair, Records
from kg.identity.resolution import Resolution, work_out
from kg.identity.settling import Settled, bind, settle
from kg.store.authorities import believed
from kg.store.base import Store


@dataclass(frozen=True, slots=True)
class Basis:
    """What a resolution rests on besides judgements: what articles tell, and what the authority knows."""

    records: Records
    knowledge: Knowledge


@dataclass(frozen=True, slots=True)
class Summary:
    """What a resolution did: how many accounts make how many events, how many graphs are shown anew, what is left to decide, and
    what judgements came to."""

    accounts: int
    events: int
    people: int
    changed: int
    unsure: tuple[Pair, ...]
    settled: Settled = field(default_factory=Settled)


def read_basis(store: Store) -> Basis:
    """Read what a resolution rests on."""
    return Basis(read_records(store), Knowledge(believed(store)))


def resolve_store(store: Store, basis: Basis | None = None) -> Summary:
    """Make the view show one node for each person and each event, whatever order the articles came in.

    ``basis`` spares reading the store again.

    Raises:
        StoreError: the store can't be written to.
    """
    basis = basis or read_basis(store)
    settled = settled_of(store, basis)
    resolution = resolution_of(store, basis, settled)
    changed = apply(store, resolution)
    link(store, outcomes(resolution))
    return Summary(
        accounts=len(resolution.witnesses),
        events=len(resolution.groups),
        people=len(set(resolution.stand_ins.values())),
        changed=changed,
        unsure=(*resolution.unsure_events, *resolution.unsure_people),
        settled=settled,
    )


def resolution_of(store: Store, basis: Basis | None = None, settled: Settled | None = None) -> Resolution:
    """What is the same in a store, without changing its view; ``basis`` and ``settled`` spare reading the store again."""
    basis = basis or read_basis(store)
    settled = settled or settled_of(store, basis)
    return work_out(basis.records, settled.rulings, basis.knowledge)


def settled_of(store: Store, basis: Basis) -> Settled:
    """What the judgements of a store come to."""
    judgements = read_judgements(store)
    if not judgements:
        return Settled()
    faces = gather(basis.records.sightings(), basis.records.labels, basis.knowledge)
    return settle(bind(judgements, Binder(basis.records.accounts, faces, basis.knowledge)))
