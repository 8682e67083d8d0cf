"""Makes the store that is asked, and measures what making it takes: bulk load, articles one by one, the property graph, an update of it."""

import resource
import shutil
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from stores_asked import now, parameters
from stores_graph import graphs

from kg.model import ArticleGraph, Quad
from kg.projection.kglite import KgliteEngine
from kg.projection.opening import FOLDER, project
from kg.projection.updating import up_to_date
from kg.store.oxigraph import OxigraphStore

SINGLY = 200
"""So many articles are put one by one; the last few of them are brought into the property graph one by one."""
FOLLOWED = 5


@dataclass(frozen=True, slots=True)
class Making:
    """Facts per second into the store, in bulk and article by article (each is held twice: in its article's graph and in the view);
    seconds to make the property graph anew and milliseconds to take in an article; MiB on disk and, at the most, in memory."""

    facts: int
    bulk: float
    singly: float
    projection: float
    article: float
    store_size: float
    graph_size: float
    memory: float


def make(folder: Path, events: int) -> Making:
    """Make a store of so many events in a folder that isn't there yet."""
    articles = graphs(events)
    alone = FOLLOWED + min(SINGLY, max(1, events // 20))
    with OxigraphStore(folder, create=True) as store:
        bulk = list(islice(articles, max(0, (events + 1) // 2 - alone)))
        begin = now()
        store.fill(Quad(fact, place) for graph in bulk for fact in graph for place in (graph.name, None))
        took = now() - begin
        facts = sum(len(graph.triples) for graph in bulk)
        del bulk
    with OxigraphStore(folder) as store:
        last = list(articles)
        begin = now()
        for graph in last[:-FOLLOWED]:
            store.put(graph)
        single = now() - begin
        begin = now()
        project(store, folder, anew=True)
        projection = now() - begin
        engine = KgliteEngine(folder / FOLDER)
        article = median(_followed(store, engine, graph) for graph in last[-FOLLOWED:])
        engine.keep()
    told = sum(len(graph.triples) for graph in last[:-FOLLOWED])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shutil.rmtree(folder / "published", ignore_errors=True)
    return Making(
        facts + sum(len(graph.triples) for graph in last),
        facts / took,
        told / single,
        projection,
        article,
        size(folder / "oxigraph"),
        size(folder / FOLDER),
        memory,
    )


def asked_with(folder: Path) -> dict[str, dict[str, str]]:
    """The parameters to ask a store with."""
    return parameters(KgliteEngine(folder / FOLDER))


def size(folder: Path) -> float:
    """MiB of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20


def _followed(store: OxigraphStore, engine: KgliteEngine, graph: ArticleGraph) -> float:
    store.put(graph)
    begin = now()
    up_to_date(store, engine)
    return (now() - begin) * 1000
