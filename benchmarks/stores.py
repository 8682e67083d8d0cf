"""Measures stores and languages on graphs like ours: python benchmarks/stores.py --events 10000 [--folder DIR] [--processor] [--json]."""

import argparse
import json
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import stores_contestants as contestants
from stores_asked import CLOCK, NAMES, Figures
from stores_made import Making, asked_with, make

RDFLIB_EVENTS = 10_000
"""Up to so many events rdflib is asked as well: beyond, its answers take minutes each."""


def apart(work: Callable[..., Any], *given: Any) -> Any:
    """Do a piece of work in a process of its own, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def measure(folder: Path, events: int, times: int) -> tuple[Making | None, list[Figures]]:
    """Make the store, where the folder isn't one yet, and ask it in every way."""
    made = None if folder.exists() else apart(make, folder, events)
    asked = apart(asked_with, folder)
    ways = [contestants.sparql, contestants.cypher, contestants.command, contestants.duckdb]
    if events <= RDFLIB_EVENTS:
        ways.append(contestants.rdflib)
    return made, [figures for way in ways for figures in apart(way, folder, asked, times)]


def table(made: Making | None, figures: list[Figures]) -> str:
    """What was measured, in Markdown."""
    lines = []
    if made is not None:
        lines = [
            f"{made.facts:,} facts of articles: in bulk {made.bulk:,.0f} facts/s, article by article {made.singly:,.0f} facts/s; "
            f"store {made.store_size:.0f} MiB",
            f"property graph: made anew in {made.projection:.1f} s, an article taken in in {made.article:.0f} ms; "
            f"{made.graph_size:.0f} MiB; memory of all that {made.memory:.0f} MiB",
            "",
        ]
    lines += [f"| milliseconds | load s | MiB | memory | {' | '.join(NAMES)} |", "| --- " * (len(NAMES) + 4) + "|"]
    for each in figures:
        cells = [each.name, _shown(each.load, 1), _shown(each.size), _shown(each.memory)]
        cells += [_shown(each.milliseconds[title], 1) for title in NAMES]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main(words: list[str] | None = None) -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument(
        "--folder", type=Path, help="where the store is, or is made and left; else it is made in a temporary folder"
    )
    parser.add_argument("--times", type=int, default=3, help="each question so often; the median counts")
    parser.add_argument("--processor", action="store_true", help="measure processor time, on a busy machine")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(words)
    os.environ[CLOCK] = "processor" if given.processor else "wall"
    with TemporaryDirectory() as rest:
        made, figures = measure(given.folder or Path(rest) / "store", given.events, given.times)
    if given.json:
        print(json.dumps({"making": made and asdict(made), "figures": list(map(asdict, figures))}, indent=1))
    else:
        print(table(made, figures))


def _shown(value: float | None, digits: int = 0) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"


if __name__ == "__main__":
    main()
