"""Starts the browser that the tests look at pages with, and opens pages of graphs in it."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


PATIENCE = 120_000
"""How long a page may take to be ready on a busy machine, in milliseconds."""


@contextmanager
def chromium(*more: str, flags: Sequence[str] = FLAGS) -> Iterator[Browser]:
    """A headless Chromium, with ``more`` flags: the one that the environment variable CHROMIUM names, or the first that is found."""
    path = os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=path, args=[*flags, *more])
        except Error as error:
            pytest.fail(
                "No browser could be started to look at the page: install Chromium (Debian: apt-get install chromium), "
                f"or name one in the environment variable CHROMIUM. {error.message.splitlines()[0]}",
                pytrace=False,
            )
        yield started
        started.close()


@dataclass
class Opened:
    """A page with all that it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def js(self, expression: str, argument: Any = None) -> Any:
        return self.page.evaluate(expression, argument)

    def spot(self, number: int) -> dict[str, float]:
        """Where a node is on the canvas, in pixels of the page."""
        return self.js(
            """(id) => { const {network} = kgView; const {x, y} = network.canvasToDOM(network.getPosition(id));
            const box = document.getElementById('graph').getBoundingClientRect(); return {x: x + box.left, y: y + box.top} }""",
            number,
        )

    def colour(self, spot: dict[str, float]) -> tuple[int, int, int]:
        """The colour that the canvas has at a point of the page."""
        return tuple(
            self.js(
                """({x, y}) => { const canvas = document.querySelector('#graph canvas'); const box = canvas.getBoundingClientRect();
                return [...canvas.getContext('2d').getImageData(Math.round(x - box.left), Math.round(y - box.top), 1, 1).data].slice(0, 3) }""",
                spot,
            )
        )

    def click(self, spot: dict[str, float]) -> None:
        self.page.mouse.click(spot["x"], spot["y"])

    def settle(self) -> None:
        """Wait until the canvas fills its place again after the panel came or went."""
        self.page.wait_for_function(
            """() => { const graph = document.getElementById('graph'), canvas = graph.querySelector('canvas');
            return Math.abs(canvas.clientWidth - graph.clientWidth) < 2 && Math.abs(canvas.width - canvas.clientWidth * devicePixelRatio) < 2 }"""
        )
        self.js("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def close_panel(self) -> None:
        self.js("() => kgView.state.clear()")
        self.settle()

    def numbers(self, kind: str) -> list[int]:
        return self.js("(kind) => kgView.nodes.filter((node) => node.kind === kind).map((node) => node.id)", kind)

    def panel(self) -> str:
        return self.page.inner_text("#panel")

    def quotes(self) -> list[str]:
        return self.js("() => [...document.querySelectorAll('#panel blockquote')].map((quote) => quote.textContent)")


def open_page(browser: Browser, path: Path, anchor: str = "", scheme: str = "light") -> Opened:
    page = browser.new_page(viewport={"width": 1200, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    page.set_default_timeout(PATIENCE)
    opened = Opened(page)
    page.on("request", lambda request: opened.requests.append(request.url))
    page.on(
        "console",
        lambda message: opened.complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (opened.complaints.append(dialog.message), dialog.dismiss()))
    page.goto(path.as_uri() + anchor)
    return opened


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 6 for a, b in zip(one, other, strict=True))
