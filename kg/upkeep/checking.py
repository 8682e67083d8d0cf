"""Checks all that a store keeps, part by part, and says of what is wrong which command mends it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.projection.engines import embedded, engine_name
from kg.projection.files import Shelf, ending
from kg.projection.opening import FOLDER
from kg.store.base import LEDGERS, Store, identity_ledger
from kg.store.journal import FILE, Journal
from kg.store.published import Published
from kg.upkeep import articles
from kg.upkeep.remaking import differences, made_anew
from kg.upkeep.watching import Watch, unwatched
from kg.validate import Severity, validate_graph

_SHOWN = 20
_ANEW = "kg resolve --anew"
_RESTORE = "kg restore a backup, or kg ingest its articles into a new store"
_STALE = LEDGERS[0] + "stale"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, in one sentence, and the command that mends it."""

    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a store: what of it was looked at, and what is wrong with it."""

    name: str
    looked_at: str
    findings: tuple[Finding, ...] = ()


def check(store: Store, place: Path | str, *, quick: bool = False, watch: Watch = unwatched) -> Iterator[Part]:
    """Check a store that is open for reading; nothing is changed.

    Args:
        store: the store.
        place: where it is: a folder has a journal, published states and perhaps a property graph beside it.
        quick: leave out what takes long: the view, the property graph and the shapes.
        watch: who counts the articles.

    Raises:
        StoreError: the store can't be read.
    """
    yield _articles(store, watch)
    yield _ledgers(store)
    if isinstance(place, Path):
        yield _journal(place)
        yield _published(place)
    if quick:
        return
    yield _view(store, watch)
    if isinstance(place, Path):
        yield _property_graph(store, place)
    yield _shapes(store, watch)


def _articles(store: Store, watch: Watch) -> Part:
    graphs = store.graphs()
    wrong = (
        (name, fault) for name in watch(graphs, "articles:") for fault in articles.faults(name, store.triples(name))
    )
    return Part("articles", f"{len(graphs)} article graphs", _some(Finding(f"{n} {f}", _RESTORE) for n, f in wrong))


def _ledgers(store: Store) -> Part:
    ledgers = store.ledgers()
    known = {identity_ledger(graph) for graph in store.graphs()} | {_STALE}
    lost = [name for name in ledgers if name.startswith(LEDGERS[0]) and name not in known]
    found = (Finding(f"{name} is about an article that isn't there", _ANEW) for name in lost)
    return Part("ledgers", f"{len(ledgers)} ledgers", _some(found))


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
    what = f"{gone} facts are there that follow from no article, and {come} are missing, first of {first}"
    return Part("view", f"{count} facts", (Finding(what, _ANEW),) if gone or come else ())


def _property_graph(store: Store, place: Path) -> Part:
    if Shelf(place / FOLDER, ending(engine_name())).current() is None:
        return Part("property graph", "none is kept")
    from kg.projection.reading import whole
    from kg.projection.updating import up_to_date
    from kg.upkeep.graphs import apart, tallies

    mend, engine, meant = "kg project --anew", embedded(place / FOLDER), embedded(None)
    if engine.mark() is None:
        return Part("property graph", "a file", (Finding("the file can't be read", mend),))
    done = up_to_date(store, engine)
    meant.rebuild(whole(store), store.changes().mark)
    held = tallies(engine)
    count = sum(each.count for each in held.values())
    behind = "behind the store, made anew here" if done.anew else f"after {done.nodes} touched nodes were looked at"
    found = (Finding(each, mend) for each in apart(held, tallies(meant)))
    return Part("property graph", f"{count} nodes and relationships, {behind}", _some(found))


def _shapes(store: Store, watch: Watch) -> Part:
    graphs = store.graphs()
    broken = (
        Finding(f"{each.focus}: {each.message}", "kg validate says where it was read; kg retract leaves an event out")
        for name in watch(graphs, "shapes of articles:")
        for each in validate_graph(store.triples(name), name)
        if each.severity is Severity.VIOLATION
    )
    return Part("shapes", f"{len(graphs)} article graphs", _some(broken))


def _some(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The first findings, and one that says how many more there are of their kind."""
    told = list(findings)
    more = len(told) - _SHOWN
    return (*told[:_SHOWN], Finding(f"{more} more like these", told[0].mend)) if more > 0 else tuple(told)
