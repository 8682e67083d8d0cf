"""Pushes a store's property graph to a Neo4j server, and later only what changed; never over the graph of another store."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.errors import StoreError
from kg.projection.model import Slice
from kg.projection.neo4j import Neo4jEngine
from kg.projection.neo4jhead import OtherGraph
from kg.projection.reading import BATCH
from kg.projection.updating import Passing, up_to_date
from kg.store.base import Store

AGAIN = "nothing is lost: run the same command again, and it goes on from there"


@dataclass(frozen=True, slots=True)
class Synced:
    """What was done: a whole load (``anew``), maybe one that had been interrupted (``resumed``), or ``touched`` nodes looked at.

    ``nodes`` and ``relationships`` count what was in the slices.
    """

    anew: bool
    resumed: bool
    touched: int
    nodes: int
    relationships: int


def sync(
    store: Store,
    engine: Neo4jEngine,
    passing: Passing = iter,
    batch: int = BATCH,
    *,
    anew: bool = False,
    hint: str = AGAIN,
) -> Synced:
    """Make the database hold what the store's view holds; killed on the way, the next call goes on.

    Args:
        store: the store to follow.
        engine: the database.
        passing: sees every slice before it is written.
        batch: how many nodes or relationships are written in one transaction at most.
        anew: take out all that is ours, and load the whole graph again.
        hint: what to tell the user of a failure on the way.

    Raises:
        StoreError: the database was filled from another store or holds other things (and the engine may not replace), or one
            of both can't be read or written.
    """
    try:
        mark = store.changes().mark
        refuse_other(engine, mark.lineage)
        if anew:
            engine.disown(mark)
        return _followed(store, engine, passing, batch)
    except OtherGraph:
        raise
    except StoreError as error:
        raise StoreError(f"{error}; {hint}") from error


def refuse_other(engine: Neo4jEngine, lineage: str | None) -> None:
    """Refuse a database that another store has filled, or in which others keep something.

    Raises:
        OtherGraph: it is such a one, and the engine may not replace.
    """
    held = engine.lineage()
    if held is None:
        engine.refuse_others()
    elif held != lineage and not engine.replace:
        raise OtherGraph(
            f"the database at {engine.place} was filled from another store: work with that one (on its machine), or put this "
            f"one in its place with kg store sync {engine.place} --replace"
        )


def _followed(store: Store, engine: Neo4jEngine, passing: Passing, batch: int) -> Synced:
    mark, held = store.changes().mark, engine.mark()
    if held is not None and held.lineage == mark.lineage and held.revision > mark.revision:
        # Somebody who writes to the store has pushed more than this reader of it sees.
        return Synced(anew=False, resumed=False, touched=0, nodes=0, relationships=0)
    resumed, counter = engine.interrupted(mark), _Counter()
    done = up_to_date(store, engine, lambda slices: counter.count(passing(slices)), batch)
    return Synced(done.anew, resumed and done.anew, done.nodes, counter.nodes, counter.relationships)


class _Counter:
    """Counts the nodes and relationships of slices that go by."""

    def __init__(self) -> None:
        self.nodes = self.relationships = 0

    def count(self, slices: Iterable[Slice]) -> Iterator[Slice]:
        for piece in slices:
            yield piece
            self.nodes += len(piece.nodes)
            self.relationships += len(piece.relationships)
