"""Makes a store's view anew from its articles, judgements and authority files, to tell whether it is right, or to put it right."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.identity.resolve import Summary, resolve_store
from kg.model import Iri, Quad, Triple
from kg.store.base import LEDGERS, Store
from kg.store.opening import open_store
from kg.store.oxigraph import OxigraphStore
from kg.upkeep.watching import Watch, unwatched

_IDENTITY = LEDGERS[0]
_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Difference:
    """Facts about one node, or of one ledger, that stand in a store and shouldn't, and that should and don't."""

    gone: tuple[Quad, ...]
    come: tuple[Quad, ...]


@dataclass(frozen=True, slots=True)
class Remade:
    """What making a view anew did: what the resolution came to, and how many facts were taken out and put in."""

    summary: Summary
    gone: int
    come: int


def remake(store: Store, watch: Watch = unwatched) -> Remade:
    """Put right whatever is wrong with the view and with what tells how it was made; article graphs stay as they are.

    A process that is killed meanwhile leaves a part as it was; making it anew again finishes.

    Raises:
        StoreError: the store can't be read or written to, or there is no room for a view beside it.
    """
    gone = come = 0
    with made_anew(store, watch) as (new, summary):
        for batch in _batches(differences(store, new)):
            store.revise((quad for each in batch for quad in each.gone), (quad for each in batch for quad in each.come))
            gone += sum(len(each.gone) for each in batch)
            come += sum(len(each.come) for each in batch)
    if isinstance(store, OxigraphStore):
        store.recount()
    return Remade(summary, gone, come)


@contextmanager
def made_anew(store: Store, watch: Watch = unwatched) -> Iterator[tuple[Store, Summary]]:
    """A store for the moment, in a folder for temporary files, whose view is made of what this one's articles and ledgers say."""
    with _for_the_moment(_told(store, watch)) as new:
        yield new, resolve_store(new)


def resolving_mends(store: Store, should: Store) -> bool:
    """Whether a resolution makes the view of a store what it should be, and it needn't be made anew: tried on a copy of the store."""
    with _for_the_moment(_all(store)) as copy:
        try:
            resolve_store(copy)
        except (LookupError, TypeError, ValueError):
            # The resolution relies on what is damaged.
            return False
        return not any(differences(copy, should))


@contextmanager
def _for_the_moment(quads: Iterable[Quad]) -> Iterator[Store]:
    # An engine that an error still holds may write while the folder goes: the error is what matters then.
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        open_store(Path(folder) / "anew", create=True) as new,
    ):
        new.fill(quads)
        yield new


def differences(was: Store, should: Store) -> Iterator[Difference]:
    """What sets the view and the identity ledgers of a store apart from what they should be."""
    alike = 0
    for subject, facts in groupby(was.triples(), key=lambda fact: fact.subject):
        held, meant = set(facts), set(should.facts(subject))
        alike += len(held & meant)
        yield from _difference(held, meant, None)
    if alike < sum(1 for _ in should.triples()):
        # Looked for only where the numbers tell that there are such: of a server it is asked node by node.
        for subject, facts in groupby(should.triples(), key=lambda fact: fact.subject):
            if not was.facts(subject):
                yield from _difference(set(), set(facts), None)
    ledgers = {name for each in (was, should) for name in each.ledgers() if name.startswith(_IDENTITY)}
    for name in sorted(ledgers):
        yield from _difference(set(was.triples(name)), set(should.triples(name)), name)


def _difference(held: set[Triple], meant: set[Triple], place: Iri | None) -> Iterator[Difference]:
    if held != meant:
        gone, come = sorted(held - meant, key=repr), sorted(meant - held, key=repr)
        yield Difference(tuple(Quad(fact, place) for fact in gone), tuple(Quad(fact, place) for fact in come))


def _told(store: Store, watch: Watch) -> Iterator[Quad]:
    for name in watch(store.graphs(), "articles:"):
        for fact in store.triples(name):
            yield Quad(fact, name)
            yield Quad(fact)
    for name in store.ledgers():
        if not name.startswith(_IDENTITY):
            yield from (Quad(fact, name) for fact in store.triples(name))


def _all(store: Store) -> Iterator[Quad]:
    yield from map(Quad, store.triples())
    for name in (*store.graphs(), *store.ledgers()):
        yield from (Quad(fact, name) for fact in store.triples(name))


def _batches(found: Iterable[Difference]) -> Iterator[list[Difference]]:
    batch: list[Difference] = []
    for each in found:
        batch.append(each)
        if sum(len(one.gone) + len(one.come) for one in batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
