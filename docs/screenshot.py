"""Takes the picture of a graph page for the README: ``python docs/screenshot.py graph.html docs/graph.png [--select NAME] [--address HASH] [--dark]``."""

import argparse
import os
import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET = ["--disable-component-update", "--disable-sync"]


def select(page: Page, name: str) -> None:
    """Open the first node that a search for ``name`` finds."""
    page.fill("#query", name)
    page.press("#query", "Enter")
    page.fill("#query", "")
    page.evaluate("document.activeElement.blur()")
    page.wait_for_timeout(500)
    page.click("#fit")
    page.mouse.move(2, 2)
    page.wait_for_timeout(700)


def main() -> None:
    """Open the page, select a node if asked to, and save what is seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--select", metavar="NAME", help="a node to open, as one would search for it")
    parser.add_argument(
        "--address", default="", metavar="HASH", help="what the address says after #, to open what was chosen"
    )
    parser.add_argument("--dark", action="store_true", help="as a reader with a dark desktop sees it")
    parser.add_argument("--size", default="1280x760", help="width and height in pixels")
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    browser_path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS + QUIET)
        scheme = "dark" if options.dark else "light"
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        page.goto(f"{options.page.resolve().as_uri()}#{options.address}")
        page.wait_for_function("() => window.kgView !== undefined || document.querySelector('#sheet')")
        if options.select:
            select(page, options.select)
        page.wait_for_timeout(300)
        page.screenshot(path=options.picture)
        browser.close()


if __name__ == "__main__":
    main()
