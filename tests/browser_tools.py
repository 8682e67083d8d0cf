"""Starts the browser that the tests look at pages with."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium: the one that the environment variable CHROMIUM names, or the first that is found."""
    path = os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        except Error as error:
            pytest.fail(
                "No browser could be started to look at the page: install Chromium (Debian: apt-get install chromium), "
                f"or name one in the environment variable CHROMIUM. {error.message.splitlines()[0]}",
                pytrace=False,
            )
        yield started
        started.close()
