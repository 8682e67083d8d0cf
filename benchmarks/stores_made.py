"""Makes the store that is asked, and measures what making it takes: bulk load, articles one by one, the property graph, an update of it."""

import marshal
import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from kg_ontology import DATA
from stores_asked import Took, Waiting, memory, now, once, parameters
from stores_graph import graphs

from kg.export.neo4jimport import export_folder
from kg.model import ArticleGraph, Literal, Quad, Triple
from kg.projection.kglite import KgliteEngine
from kg.projection.opening import FOLDER, project
from kg.projection.updating import up_to_date
from kg.store.oxigraph import OxigraphStore
from kg.store.state import OxigraphState

WHOLE = 10_000
"""Up to so many events the graph of each article is written as well; beyond, the view alone, from which questions are answered: the
articles' own graphs of 100,000 events take 5 GB and ten minutes more."""
SINGLY = 200
"""So many articles are put one by one; the last few of them are brought into the property graph one by one."""
FOLLOWED = 5
_BATCH, _AHEAD = 500, 4
_AGAIN = tuple(f"{DATA}{kind}/" for kind in ("person", "state", "office", "place", "topic"))
_TOLD: set[Triple] = set()


@dataclass(frozen=True, slots=True)
class Making:
    """Triples of the view, triples handed to the bulk load and how long it took; facts of the articles put
    one by one, each written twice; MiB on disk and, at the most, in memory."""

    view: int
    written: int
    bulk: Took
    facts: int
    singly: Took
    projection: Took
    article: Took
    store_size: float
    graph_size: float
    memory: float


def make(folder: Path, events: int, csv: Path | None = None) -> Making:
    """Make a store of so many events in a folder that isn't there yet; and the CSV set of ``neo4j-admin database import``, where one is wanted."""
    told, alone = (events + 1) // 2, FOLLOWED + min(SINGLY, max(1, events // 20))
    first = max(0, told - alone)
    written, bulk = _filled(folder, events, first)
    last = list(graphs(events, first))
    with OxigraphStore(folder) as store:
        singly = once(lambda: [store.put(graph) for graph in last[:-FOLLOWED]])
    # Two readers at once: each takes as long as the other.
    with (
        ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool,
        OxigraphState(folder) as state,
    ):
        exported = pool.submit(_export, folder, csv) if csv is not None else None
        begin = now()
        project(state, folder, anew=True)
        projection = now() - begin
        if exported is not None:
            exported.result()
    with OxigraphStore(folder) as store:
        engine = KgliteEngine(folder / FOLDER)
        followed = [_followed(store, engine, graph) for graph in last[-FOLLOWED:]]
        engine.keep()
    return Making(
        counted(folder),
        written,
        bulk,
        sum(len(graph.triples) for graph in last[:-FOLLOWED]),
        singly,
        projection,
        Took(median(each.clock for each in followed), median(each.processor for each in followed)),
        size(folder / "oxigraph"),
        size(folder / FOLDER),
        memory(),
    )


def asked_with(folder: Path) -> dict[str, dict[str, str]]:
    """The parameters to ask a store with."""
    return parameters(KgliteEngine(folder / FOLDER))


def size(folder: Path) -> float:
    """MiB of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20


def streamed(events: int, last: int) -> Iterator[tuple[str, list[Triple]]]:
    """The graphs of all articles but those from ``last`` on, made ahead by another process: to make them takes as long as to write them."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        ahead: deque[Future[bytes]] = deque()
        for start in range(0, last, _BATCH):
            ahead.append(pool.submit(_packed, events, start, min(_BATCH, last - start)))
            if len(ahead) > _AHEAD:
                yield from _unpacked(ahead.popleft().result())
        for batch in ahead:
            yield from _unpacked(batch.result())


def _filled(folder: Path, events: int, last: int) -> tuple[int, Took]:
    """Fill a new store with the articles before ``last``; how many triples were written, and how long that took."""
    written, places = 0, 2 if events <= WHOLE else 1

    def quads() -> Iterator[Quad]:
        nonlocal written
        for name, facts in articles:
            written += len(facts) * places
            yield from (Quad(fact, place) for fact in facts for place in (None, name)[:places])

    articles = Waiting(streamed(events, last))
    with OxigraphStore(folder, create=True) as store:
        took = once(lambda: store.fill(quads()))
    return written, took - articles.took


def _packed(events: int, first: int, count: int) -> bytes:
    # Far quicker than pickling, which looks at every field of every fact.
    batch = islice(graphs(events, first), count)
    return marshal.dumps([(graph.name, [_plain(fact) for fact in _news(graph, events)]) for graph in batch])


def _news(graph: ArticleGraph, events: int) -> Sequence[Triple]:
    """The facts of an article; of the view alone those that the process hasn't handed on yet, as people and states are told of again and again."""
    if events <= WHOLE:
        return graph.triples
    found = [fact for fact in graph.triples if fact not in _TOLD]
    _TOLD.update(fact for fact in found if fact.subject.startswith(_AGAIN))
    return found


def _plain(fact: Triple) -> tuple[str, str, str | tuple[str, str | None, str | None]]:
    told = fact.object
    return fact.subject, fact.predicate, told if isinstance(told, str) else (told.value, told.datatype, told.language)


def _unpacked(batch: bytes) -> Iterator[tuple[str, list[Triple]]]:
    for name, facts in marshal.loads(batch):
        yield (
            name,
            [Triple(one, two, three if isinstance(three, str) else Literal(*three)) for one, two, three in facts],
        )


def _export(folder: Path, csv: Path) -> None:
    with OxigraphState(folder) as state:
        export_folder(state, csv)


def counted(folder: Path) -> int:
    """Triples of the view."""
    with OxigraphState(folder) as state:
        ((count,),) = state.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows
        return int(count.value) if isinstance(count, Literal) else 0


def _followed(store: OxigraphStore, engine: KgliteEngine, graph: ArticleGraph) -> Took:
    store.put(graph)
    return once(lambda: up_to_date(store, engine))
