"""Measures the page of the graph beside plain pyvis: python benchmarks/view.py [--nodes 100 1000] [--ours] [--json].

Wall-clock times depend on what else the machine does. Beside them stands the processor time of the page's own thread, which on an idle
machine is nearly what a reader waits; of repeated actions the quickest counts.
"""

import argparse
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, CDPSession, Error, Page, sync_playwright
from pyvis.network import Network
from view_made import made

from kg.view.graph import ViewGraph
from kg.view.picture import Picture
from kg.view.render import render
from kg.view.words import Words

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MOST_PLAIN = {"pyvis as it comes": 1_000, "pyvis, fixed": 20_000}
"""Up to so many nodes plain pyvis is measured: beyond, it doesn't finish in minutes."""
PATIENCE = 240.0
# Waits until something is painted: enough points of the canvas have another colour than its corner.
_WATCH = """(() => { const look = () => { const canvas = document.querySelector('#graph canvas, #mynetwork canvas');
  if (canvas && canvas.width) { const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height); let ink = 0;
    for (let at = 0; at < data.length; at += 44) if (data[at + 3] && Math.abs(data[at] - data[0]) + Math.abs(data[at + 2] - data[2]) > 30) ink++;
    if (ink > 30) return void (window.firstPicture = performance.now()); }
  requestAnimationFrame(look) }; requestAnimationFrame(look) })()"""
_ASKED = ("kakaso", "كاكا", "кака", "ta ri")
_EXPANDED = (0, 1, 2)


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one page: seconds to make it, MB, seconds to the first picture (and of the processor), frames per second while panning and
    milliseconds of the processor per frame, milliseconds to search, to add neighbours and of the processor for that; None where it has
    no such thing."""

    page: str
    nodes: int
    made: float
    size: float
    first: float | None = None
    first_processor: float | None = None
    frames: float | None = None
    frame_processor: float | None = None
    search: float | None = None
    expand: float | None = None
    expand_processor: float | None = None


def ours(graph: ViewGraph) -> str:
    """The page that kg view writes."""
    words = Words.of("en")
    return render(Picture.of(graph, words, 300), words, "Benchmark", "")


def plain(graph: ViewGraph, fixed: bool) -> str:
    """What pyvis writes by itself, all nodes and lines with their evidence as titles; on a grid without physics if ``fixed``."""
    network = Network(height="800px", width="100%", cdn_resources="in_line")
    number = {node.iri: place for place, node in enumerate(graph.nodes)}
    network.nodes = [{"id": n, "label": node.label, "shape": "dot"} for n, node in enumerate(graph.nodes)]
    network.edges = [
        {
            "from": number[edge.source],
            "to": number[edge.target],
            "title": graph.evidence[edge.facts[0].evidence[0]].quote,
        }
        for edge in graph.edges
    ]
    if fixed:
        for n, node in enumerate(network.nodes):
            node |= {"x": 60 * (n % 150), "y": 60 * (n // 150)}
        network.toggle_physics(False)
        network.options.edges.smooth.enabled = False
    return str(network.generate_html())


def measure(browser: Browser, name: str, graph: ViewGraph, write: Callable[[ViewGraph], str], folder: Path) -> Figures:
    """Write a page, open it, and do with it what a reader does."""
    begin = time.process_time()
    text = write(graph)
    took, path = time.process_time() - begin, folder / "page.html"
    path.write_text(text, encoding="utf-8")
    figures = Figures(name, len(graph.nodes), took, path.stat().st_size / 1e6)
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.route("http*://**", lambda route: route.abort())
    page.add_init_script(_WATCH)
    page.set_default_timeout(1000 * PATIENCE)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    try:
        page.goto(path.as_uri(), wait_until="commit")
        return _used(page, session, figures)
    except Error as error:  # what doesn't finish is a figure as well
        print(f"{name}, {len(graph.nodes)} nodes: {str(error).splitlines()[0]}")
        return figures
    finally:
        page.close()


def _used(page: Page, session: CDPSession, figures: Figures) -> Figures:
    begin = time.monotonic()
    while not page.evaluate("window.firstPicture"):
        if time.monotonic() - begin > PATIENCE:
            return figures
        time.sleep(0.05)
    first, processor = page.evaluate("window.firstPicture") / 1000, _processor(session)
    page.wait_for_timeout(500)
    frames, per_frame = _panned(page, session)
    acted: dict[str, float] = {}
    if page.evaluate("window.kgView !== undefined"):
        page.evaluate("() => kgView.search('a')")
        searches = [min(_timed(page, f"kgView.search('{asked}')") for _ in range(7)) for asked in _ASKED]
        acted["search"] = max(searches)
        acted["expand"], acted["expand_processor"] = min(_expanded(page, session, node) for node in _EXPANDED)
    return Figures(
        figures.page, figures.nodes, figures.made, figures.size, first, processor, frames, per_frame, **acted
    )


def _processor(session: CDPSession) -> float:
    found = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    return float(found["TaskDuration"])


def _panned(page: Page, session: CDPSession) -> tuple[float, float]:
    page.mouse.move(1150, 600)
    page.mouse.down()
    page.evaluate(
        "() => { window.drawnAt = []; const note = (at) => { drawnAt.push(at); requestAnimationFrame(note) }; requestAnimationFrame(note) }"
    )
    before, begin, step = _processor(session), time.monotonic(), 0
    while time.monotonic() - begin < 2.5:
        step += 1
        page.mouse.move(1150 - 5 * (step % 40), 600 - 3 * (step % 25))
    frames = page.evaluate("drawnAt.length")
    rate = page.evaluate("1000 * (drawnAt.length - 1) / (drawnAt.at(-1) - drawnAt[0])")
    spent = _processor(session) - before
    page.mouse.up()
    return float(rate), 1000 * spent / frames


def _expanded(page: Page, session: CDPSession, node: int) -> tuple[float, float]:
    """Milliseconds to add the neighbours of a node that was clicked before, as a double click does; and of the processor."""
    page.evaluate(f"() => kgView.state.selectNode({node})")
    page.wait_for_timeout(300)
    before = _processor(session)
    took = _timed(page, f"kgView.state.expand({node})")
    return took, 1000 * (_processor(session) - before)


def _timed(page: Page, action: str) -> float:
    return float(
        page.evaluate(f"() => {{ const begin = performance.now(); {action}; return performance.now() - begin }}")
    )


HEAD = (
    "| page | nodes | made, s | MB | first picture, s (processor) | frames/s (ms of the processor each) | search, ms | expand, ms (processor) |\n"
    + "| --- " * 8
    + "|"
)


def row(each: Figures) -> str:
    """What was measured of a page, as a row of a table in Markdown."""
    first = "–" if each.first is None else f"{each.first:.1f} ({each.first_processor:.2f})"
    frames = "–" if each.frames is None else f"{each.frames:.0f} ({each.frame_processor:.1f})"
    search = "–" if each.search is None else f"{each.search:.1f}"
    expand = "–" if each.expand is None else f"{each.expand:.0f} ({each.expand_processor:.0f})"
    return f"| {each.page} | {each.nodes:,} | {each.made:.1f} | {each.size:.1f} | {first} | {frames} | {search} | {expand} |"


def pages(nodes: int, plainly: bool) -> Iterator[tuple[str, Callable[[ViewGraph], str]]]:
    """The pages that are compared at a size."""
    yield "kg view", ours
    for name, write in (
        ("pyvis as it comes", partial(plain, fixed=False)),
        ("pyvis, fixed", partial(plain, fixed=True)),
    ):
        if plainly and nodes <= MOST_PLAIN[name]:
            yield name, write


def main(words: list[str] | None = None) -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, nargs="+", default=[100, 1_000, 5_000, 20_000, 100_000])
    parser.add_argument("--ours", action="store_true", help="leave plain pyvis out")
    parser.add_argument("--json", action="store_true", help="print a JSON object a line")
    options = parser.parse_args(words)
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not options.json:
        print(HEAD)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for nodes in options.nodes:
            graph = made(nodes)
            for name, write in pages(nodes, not options.ours):
                figures = measure(browser, name, graph, write, Path(folder))
                print(json.dumps(asdict(figures)) if options.json else row(figures), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
