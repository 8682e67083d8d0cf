"""The browser of the tests that look at pages: one for each of their modules."""

from collections.abc import Iterator

import pytest
from browser_tools import chromium
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started
