"""Asks one store in one way, in a process of its own: ours and the engine below it with the same queries, DuckDB."""

import csv
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from kg_ontology import PREFIXES
from stores_asked import NAMES, SQL, TABLES, Figures, Took, memory, now, once, timed
from stores_made import size

from kg.projection.kglite import KgliteEngine
from kg.projection.opening import FOLDER
from kg.questions import ask, ask_cypher
from kg.store.names import Names
from kg.store.state import OxigraphState

Asked = Mapping[str, Mapping[str, str]]
_KG = (sys.executable, "-c", "from kg_cli.main import cli; cli(prog_name='kg')")


def sparql(folder: Path, asked: Asked, times: int) -> list[Figures]:
    """Our questions in SPARQL, and the queries that they are made of: put to our store, and to Oxigraph."""
    with OxigraphState(folder) as store:
        below, given = store._open, dict(PREFIXES)

        def race(title: str) -> list[Took]:
            def ours() -> object:
                return ask(store, NAMES[title], asked[title])

            return raced(ours, store, "select", lambda text: list(map(tuple, below.query(text, prefixes=given))), times)

        return by_turns(
            ("our SPARQL", "its queries, our store", "raw Oxigraph"),
            {title: race(title) for title in asked},
            memory(),
            None,
            size(folder / "oxigraph"),
        )


def cypher(folder: Path, asked: Asked, times: int) -> list[Figures]:
    """Our questions in Cypher, and the queries that they are made of: put to our engine, and to kglite."""
    begin = now()
    engine = KgliteEngine(folder / FOLDER)
    load = now() - begin
    below = engine._graph
    kept = names_of(folder)

    def race(title: str) -> list[Took]:
        def ours() -> object:
            return ask_cypher(engine, NAMES[title], asked[title], kept)

        return raced(
            ours, engine, "cypher", lambda text, *rest: below.cypher(text, params=dict(*rest)).to_list(), times
        )

    return by_turns(
        ("our Cypher", "its queries, our engine", "raw kglite"),
        {title: race(title) for title in asked},
        memory(),
        load,
        size(folder / FOLDER),
    )


def command(folder: Path, asked: Asked, times: int) -> list[Figures]:
    """The command ``kg ask`` as a whole, from its start to its last row."""

    def run(title: str, *more: str) -> Took:
        words = [word for key, value in asked[title].items() for word in (f"--{key}", value)]
        line = [*_KG, "ask", NAMES[title], *words, *more, "--store", str(folder), "--format", "json"]
        return timed([lambda: subprocess.run(line, check=True, capture_output=True)], times)[0]

    def figures(name: str, *more: str) -> Figures:
        took = {title: run(title, *more) for title in asked}
        return Figures(name, took, memory(resource.RUSAGE_CHILDREN))

    return [figures("kg ask"), figures("kg ask --cypher", "--cypher")]


def duckdb(folder: Path, asked: Asked, times: int) -> list[Figures]:
    """DuckDB on flat tables, which are written from the property graph."""
    import duckdb as engine

    place = folder.with_name(folder.name + "-flat")
    _write_tables(KgliteEngine(folder / FOLDER), place)
    data = engine.connect(str(place / "flat.duckdb"))

    def fill() -> None:
        for table in TABLES:
            path = place / f"{table}.csv"
            data.execute(
                f"CREATE OR REPLACE TABLE {table} AS FROM read_csv('{path}', header = true, all_varchar = true)"
            )
        data.execute("CHECKPOINT")

    load = once(fill)

    def run(title: str) -> Took:
        return timed([lambda: data.execute(SQL[title], dict(asked[title]) or None).fetchall()], times)[0]

    took = {title: run(title) for title in asked}
    return [Figures("DuckDB on flat tables", took, memory(), load, (place / "flat.duckdb").stat().st_size / 2**20)]


def _write_tables(engine: KgliteEngine, place: Path) -> None:
    place.mkdir(exist_ok=True)
    for table, query in TABLES.items():
        records = engine.cypher(query)
        with (place / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([records.columns, *records.rows])


def names_of(folder: Path) -> Names:
    """The names that a store keeps, with which ``kg ask --cypher`` finds nodes."""
    with OxigraphState(folder) as store:
        return store.names


def by_turns(
    names: tuple[str, ...], took: Mapping[str, list[Took]], held: float | None, load: Took | None, size: float
) -> list[Figures]:
    """The figures of some ways that were measured by turns."""
    return [
        Figures(name, {title: each[place] for title, each in took.items()}, held, load, size)
        for place, name in enumerate(names)
    ]


def raced(ours: Callable[[], object], target: Any, method: str, below: Callable[..., object], times: int) -> list[Took]:
    """What a question takes, its queries put to the store or engine that it asks, and the same put to what is below that."""
    queries, own = recorded(target, method, ours), getattr(target, method)
    ways = (partial(_put, to, queries) for to in (own, below))
    return timed([ours, *ways], times)


def _put(to: Callable[..., object], queries: list[tuple[str, tuple[Any, ...]]]) -> None:
    for text, rest in queries:
        to(text, *rest)


def recorded(target: Any, method: str, work: Callable[[], object]) -> list[tuple[str, tuple[Any, ...]]]:
    """The queries that a question puts to a store or an engine."""
    told: list[tuple[str, tuple[Any, ...]]] = []
    real = getattr(target, method)

    def listening(query: str, *rest: Any, **more: Any) -> Any:
        told.append((query, rest))
        return real(query, *rest, **more)

    setattr(target, method, listening)
    try:
        work()
    finally:
        delattr(target, method)
    return told
