"""Keeps the counts true of what the view holds, at a cost in proportion to what changed; only its writer does so.

What changed since is told by the journal, and what it gave to the counts before by the state that was published then. The mark is
taken off first and put on last: a process that is killed in between leaves counts that nobody believes, and that are made anew.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

import pyoxigraph as ox
from kg_ontology import DATA

from kg.model import Iri
from kg.store.base import COUNTS
from kg.store.counts import GRAPHS, Counts, Key, contact, counted, kept, mark, months, series, text, topic, true_of
from kg.store.journal import Journal
from kg.store.published import Published
from kg.store.updating import data

_EVENT = DATA + "event/"
_Change = tuple[list[ox.Quad], tuple[ox.Quad, ...]]
"""What is kept, and what is to be kept instead."""


def follow(engine: ox.Store, journal: Journal, published: Published, *, anew: bool) -> bool:
    """Make the counts true of what the view holds now; whether there was anything to do.

    Where it isn't known what changed, all is counted ``anew`` (seconds for a large graph), or nothing is done.

    Raises:
        OSError, RuntimeError: the engine can't be read or written.
    """
    held, now = true_of(engine), journal.changes(None).mark
    if held == now:
        return False
    nodes = journal.changes(held).nodes
    then = None if held is None else published.at(held.revision)
    if nodes is not None and then is not None:
        events = [node for node in nodes if node.startswith(_EVENT)]
        was, meant, write = counted(ox.Store.read_only(str(then)), events), counted(engine, events), engine.extend
    elif anew:
        was, meant, write = _sound(engine), counted(engine), engine.bulk_extend
    else:
        return False
    changes = [*_contacts(engine, was.contacts, meant.contacts), *_topics(engine, was.events, meant.events)]
    unmark(engine)
    if gone := [quad for before, _ in changes for quad in before]:
        engine.update(f"DELETE DATA {{ {data(gone)} }}")
    write(quad for _, after in changes for quad in after)
    engine.add(mark(now))
    return True


def _contacts(engine: ox.Store, was: Counter[Key], now: Counter[Key]) -> Iterator[_Change]:
    for key in sorted(was.keys() | now.keys()):
        if now[key] != was[key]:
            about = contact(key, 0)[0]
            held = list(engine.quads_for_pattern(about.subject, None, None, about.graph_name))
            times = sum(int(text(quad.object)) for quad in held if quad.predicate == about.predicate)
            after = times + now[key] - was[key]
            yield held, contact(key, after) if after > 0 else ()


def _topics(engine: ox.Store, was: Counter[Key], now: Counter[Key]) -> Iterator[_Change]:
    more = defaultdict[Iri, Counter[str]](Counter)
    for key in was.keys() | now.keys():
        if now[key] != was[key]:
            more[key[1]][key[0]] = now[key] - was[key]
    for iri, events in sorted(more.items()):
        held = series(engine, iri)
        for quad in held:
            events.update(months(quad))
        yield held, topic(iri, events)


def _sound(engine: ox.Store) -> Counts:
    """What is kept; nothing, and nothing is kept any more, where that is damaged. What another layout kept goes."""
    held = kept(engine)
    damaged = any("" in key for key in (*held.contacts, *held.events))
    for graph in list(engine.named_graphs()):
        if text(graph).startswith(COUNTS) and (damaged or graph not in GRAPHS):
            engine.remove_graph(graph)
    return Counts() if damaged else held


def unmark(engine: ox.Store) -> None:
    """Let the counts be true of nothing, so that they are made anew."""
    if (held := true_of(engine)) is not None:
        engine.remove(mark(held))
