"""Checks all that a store keeps, part by part, and says of what is wrong which command mends it."""

from collections.abc import Iterator
from pathlib import Path

from kg.projection.neo4jaddress import is_neo4j
from kg.store import days, names
from kg.store.base import LEDGERS, Store, identity_ledger
from kg.store.counts import counted, kept
from kg.store.journal import FILE, Journal
from kg.store.published import Published
from kg.store.state import OxigraphState
from kg.upkeep import articles
from kg.upkeep.findings import Finding, Part, some
from kg.upkeep.graphs import kept_graph, served_graph
from kg.upkeep.remaking import differences, made_anew, resolving_mends
from kg.upkeep.watching import Watch, unwatched
from kg.validate import Severity, validate_graph

_RESOLVE, _ANEW = "kg resolve", "kg resolve --anew"
_RESTORE = "kg restore a backup, or kg ingest its articles into a new store"
_STALE = LEDGERS[0] + "stale"


def check(store: Store, place: Path | str, *, quick: bool = False, watch: Watch = unwatched) -> Iterator[Part]:
    """Check a store that is open for reading; nothing is changed.

    Args:
        store: the store.
        place: where it is: a folder has a journal, published states and perhaps a property graph beside it; that of a Neo4j
            server's address has the property graph there.
        quick: leave out what takes long: the view, the property graph and the shapes.
        watch: who counts the articles.

    Raises:
        StoreError: the store can't be read.
    """
    yield _articles(store, watch)
    yield _ledgers(store)
    folder = _folder(place)
    if folder is not None:
        yield _journal(folder)
        yield _published(folder)
    if quick:
        return
    yield _view(store, watch)
    if isinstance(store, OxigraphState):
        yield _counts(store)
        yield from _beside(store)
    if folder is not None:
        yield kept_graph(store, folder) if isinstance(place, Path) else served_graph(store, place)
    yield _shapes(store, watch)


def _folder(place: Path | str) -> Path | None:
    """The folder that a store is in, which that of a Neo4j server's address is as well; None for a SPARQL server."""
    if isinstance(place, str) and is_neo4j(place):
        from kg.projection.workingcopy import source_of

        place = source_of(place)
    return place if isinstance(place, Path) else None


def _articles(store: Store, watch: Watch) -> Part:
    graphs = store.graphs()
    wrong = (
        (name, fault) for name in watch(graphs, "articles:") for fault in articles.faults(name, store.triples(name))
    )
    return Part("articles", f"{len(graphs)} article graphs", some(Finding(f"{n} {f}", _RESTORE) for n, f in wrong))


def _ledgers(store: Store) -> Part:
    ledgers = store.ledgers()
    known = {identity_ledger(graph) for graph in store.graphs()} | {_STALE}
    lost = [name for name in ledgers if name.startswith(LEDGERS[0]) and name not in known]
    found = (Finding(f"{name} is about an article that isn't there", _ANEW) for name in lost)
    return Part("ledgers", f"{len(ledgers)} ledgers", some(found))


def _journal(place: Path) -> Part:
    journal = Journal(place / FILE, reading=True)
    try:
        wrong = journal.faults()
        revision = journal.changes(None).mark.revision
    finally:
        journal.close()
    mend = f"delete {place / FILE}: the next command makes it anew"
    return Part("journal", f"revision {revision}", tuple(Finding(each, mend) for each in wrong))


def _published(place: Path) -> Part:
    states = Published(place).states()
    mend = "kg stats publishes the newest anew; an older one may be deleted"
    found = [Finding(f"{path} can't be read: {why}", mend) for path, _ in states if (why := Published.fault(path))]
    return Part("published states", f"{len(states)} states", tuple(found))


def _view(store: Store, watch: Watch) -> Part:
    try:
        return _compared(store, watch)
    except (LookupError, TypeError, ValueError) as error:
        # Facts that a resolution relies on are missing from an article's graph.
        what = f"the view can't be made anew from the articles ({type(error).__name__}: {error})"
        return Part("view", "", (Finding(what, _RESTORE),))


def _compared(store: Store, watch: Watch) -> Part:
    gone = come = 0
    first = ""
    with made_anew(store, watch) as (new, _):
        for each in differences(store, new):
            gone, come = gone + len(each.gone), come + len(each.come)
            quad = (*each.gone, *each.come)[0]
            first = first or (quad.graph or quad.triple.subject)
        count = sum(1 for _ in new.triples())
        if not first:
            return Part("view", f"{count} facts")
        mend = _RESOLVE if resolving_mends(store, new) else _ANEW
    what = f"{gone} facts are there that follow from no article, and {come} are missing, first of {first}"
    return Part("view", f"{count} facts", (Finding(what, mend),))


def _counts(store: OxigraphState) -> Part:
    if not store.counted:
        return Part("counts", "none that are believed")
    held, meant = kept(store.engine), counted(store.engine)
    wrong = sum(
        one[key] != other[key]
        for one, other in ((held.contacts, meant.contacts), (held.events, meant.events))
        for key in one.keys() | other.keys()
    )
    found = (Finding(f"{wrong} are not those of the view", _ANEW),) if wrong else ()
    return Part("counts", f"{len(held.contacts)} pairs of people, {len(held.events)} topics of months", found)


def _beside(store: OxigraphState) -> Iterator[Part]:
    """The files that are kept beside the store to find things at once."""
    for name, what, held, file in (
        ("names", "names", store.names.rows(), names),
        ("days", "events", store.days.rows(), days),
    ):
        if held is None:
            yield Part(name, "none that are believed")
            continue
        wrong = len(held ^ set(file.told(store.engine)))
        mend = f"delete {store.path / file.FILE}: the next command that writes makes it anew"
        found = (Finding(f"{wrong} are not those of the view", mend),) if wrong else ()
        yield Part(name, f"{len(held)} {what}", found)


def _shapes(store: Store, watch: Watch) -> Part:
    graphs = store.graphs()
    broken = (
        Finding(f"{each.focus}: {each.message}", "kg validate says where it was read; kg retract leaves an event out")
        for name in watch(graphs, "shapes of articles:")
        for each in validate_graph(store.triples(name), name)
        if each.severity is Severity.VIOLATION
    )
    return Part("shapes", f"{len(graphs)} article graphs", some(broken))
