"""Asks rdflib in memory: of a graph that doesn't fit into the memory of the machine it tells what it would take."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from kg_ontology import PREFIXES
from stores_asked import NAMES, Figures, Took, memory, now, once
from stores_contestants import Asked, recorded
from stores_made import counted

from kg.questions import ask
from kg.store.state import OxigraphState

SECONDS = 20
"""How long one question may take."""
TRIED = 500_000
"""After so many triples it is told from their memory whether all of them fit."""
SHARE = 0.9
"""So much of the machine's memory may be taken."""
_CHUNK = 50_000


def rdflib(folder: Path, asked: Asked, times: int) -> list[Figures]:
    """rdflib in memory, once, with the queries of our questions."""
    from rdflib import Graph

    graph, count, start, begin = Graph(), counted(folder), memory(), now()
    with _Uncounted(folder) as store:
        for loaded in _loading(graph, store._open):
            wanted = (memory() - start) * count / loaded
            if loaded >= TRIED and wanted > _allowed():
                return [_too_large(asked, wanted)]
        load = now() - begin
        queries = {title: recorded(store, "select", partial(ask, store, NAMES[title], asked[title])) for title in asked}
    took = {title: _within(partial(_all, graph, each)) for title, each in queries.items()}
    return [Figures("rdflib in memory", took, memory(), load)]


class _Uncounted(OxigraphState):
    """A state of which the counts beside the view, which are graphs of their own, aren't used: a graph of rdflib's has none."""

    counted = False


def _loading(graph: Any, store: ox.Store) -> Iterator[int]:
    """Read the view into a graph, a part at a time; after each how many triples are in."""
    quads, loaded = store.quads_for_pattern(None, None, None, ox.DefaultGraph()), 0
    while part := [quad.triple for quad in islice(quads, _CHUNK)]:
        graph.parse(data=ox.serialize(part, format=ox.RdfFormat.N_TRIPLES), format="nt")
        loaded += len(part)
        yield loaded


def _too_large(asked: Asked, wanted: float) -> Figures:
    name = f"rdflib in memory: would take {wanted / 1024:,.0f} GiB, may take {_allowed() / 1024:,.0f}"
    return Figures(name, dict.fromkeys(asked), None)


def _allowed() -> float:
    """MiB of memory that may be taken."""
    return SHARE * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**20


def _all(graph: Any, queries: list[tuple[str, tuple[Any, ...]]]) -> None:
    for text, _ in queries:
        list(graph.query(text, initNs=dict(PREFIXES)))


def _within(work: Callable[[], object]) -> Took | None:
    def late(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    with suppress(TimeoutError):
        took = once(work)
        signal.alarm(0)
        return took
    return None
