"""Measures stores and languages on graphs like ours: python benchmarks/stores.py --events 10000 100000 1000000 --neo4j --folder DIR."""

import argparse
import json
import multiprocessing
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import stores_contestants as contestants
from stores_asked import NAMES, Figures, Took
from stores_made import WHOLE, Making, asked_with, make
from stores_rdflib import rdflib

T = TypeVar("T")


def apart(work: Callable[..., T], *given: Any) -> "Future[T]":
    """Do a piece of work in a process of its own, so that its memory is its own; it is done then, or has failed."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *given)


def measure(folder: Path, events: int, times: int, *, neo4j: bool) -> tuple[Making, list[Figures]]:
    """Make the store, where the folder isn't one yet, and ask it in every way."""
    ways = [contestants.sparql, contestants.cypher, contestants.command, contestants.duckdb, rdflib]
    csv = None
    if neo4j:
        import stores_server

        ways.append(stores_server.neo4j)
        csv = stores_server.home_of(folder)
    made = _made(folder, events, csv)
    asked = apart(asked_with, folder).result()
    return made, [figures for way in ways for figures in _asked(way, folder, asked, times)]


def table(events: int, made: Making, figures: list[Figures], *, processor: bool) -> str:
    """What was measured, in Markdown: milliseconds on the clock, or of processor time."""

    def shown(took: Took | None, unit: float = 1000) -> str:
        return _number(None if took is None else (took.processor if processor else took.clock) * unit, 1)

    def rate(count: int, took: Took) -> str:
        return f"{count / (took.processor if processor else took.clock):,.0f}"

    graphs = "with the articles' own graphs" if events <= WHOLE else "the view alone"
    lines = [
        f"## {events:,} events, {graphs}: {made.view:,} triples in the view",
        "",
        f"bulk load of {made.written:,} triples: {rate(made.written, made.bulk)} triples/s; article by article "
        f"{rate(made.facts, made.singly)} facts/s, each written twice; store {made.store_size:,.0f} MiB; property graph made anew "
        f"in {shown(made.projection, 1)} s, an article taken in in {shown(made.article)} ms, {made.graph_size:,.0f} MiB; "
        f"memory of all that {made.memory:,.0f} MiB",
        "",
        f"| milliseconds | load s | MiB | memory | {' | '.join(NAMES)} |",
        "| --- " * (len(NAMES) + 4) + "|",
    ]
    for each in figures:
        cells = [each.name, shown(each.load, 1), _number(each.size), _number(each.memory)]
        lines.append(f"| {' | '.join([*cells, *(shown(each.took[title]) for title in NAMES)])} |")
    return "\n".join(lines) + "\n"


def main(words: list[str] | None = None) -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, nargs="+", default=[10_000])
    parser.add_argument(
        "--folder", type=Path, help="where the stores are, or are made and left; else a temporary folder"
    )
    parser.add_argument("--times", type=int, default=3, help="each question so often; the median counts")
    parser.add_argument(
        "--processor", action="store_true", help="show processor time, which means more on a busy machine"
    )
    parser.add_argument(
        "--neo4j", action="store_true", help="start a Neo4j server and ask it too; compare loads into it"
    )
    parser.add_argument("--json", action="store_true", help="both clocks, a line for each number of events")
    given = parser.parse_args(words)
    with TemporaryDirectory() as rest:
        folder = given.folder or Path(rest)
        folder.mkdir(parents=True, exist_ok=True)
        for events in given.events:
            made, figures = measure(folder / str(events), events, given.times, neo4j=given.neo4j)
            told = {"events": events, "making": asdict(made), "figures": list(map(asdict, figures))}
            print(
                json.dumps(told) if given.json else table(events, made, figures, processor=given.processor), flush=True
            )
        if given.neo4j:
            import stores_server

            print(apart(stores_server.loads, folder).result())


def _asked(way: Callable[..., list[Figures]], folder: Path, asked: contestants.Asked, times: int) -> list[Figures]:
    """What one way takes; where it fails, its row says how, and the others' figures aren't lost."""
    done = apart(way, folder, asked, times)
    if (error := done.exception()) is None:
        return done.result()
    traceback.print_exception(error)
    return [Figures(f"{way.__name__} failed: {type(error).__name__}", dict.fromkeys(asked), None)]


def _made(folder: Path, events: int, csv: Path | None) -> Making:
    """Make a store, or read what was measured when it was made."""
    note = folder.with_name(folder.name + ".json")
    if not folder.exists():
        note.write_text(json.dumps(asdict(apart(make, folder, events, csv).result())), encoding="utf-8")
    kept = json.loads(note.read_text(encoding="utf-8"))
    return Making(**{name: Took(**value) if isinstance(value, dict) else value for name, value in kept.items()})


def _number(value: float | None, digits: int = 0) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"


if __name__ == "__main__":
    main()
