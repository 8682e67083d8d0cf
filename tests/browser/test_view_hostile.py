"""Opens a page whose every label, title, address and text wants to run, turn round what is beside it, or never end; uses all of it."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from browser_tools import Opened, open_page
from kg_ontology import DATA
from playwright.sync_api import Browser
from view_tools import DIPLO, HOSTILE, SCHEMA, evidence, hostile_store, meeting, person, store_of

from kg.model import Literal, Triple
from kg.view.page import write_page

OVERRIDES = "[...document.querySelectorAll('#side, #panel h2, #panel dd, #panel .names, #hits, #tip, #span, #picking')].some((each) => /[\\u202a-\\u202e]/.test(each.textContent))"
ADDRESSES = (
    "javascript:window.ran=true",
    " JavaScript:window.ran=true",
    "data:text/html,<script>window.ran=true</script>",
    "vbscript:x",
    "https://wire.example/a?<script>",
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    write_page(hostile_store(), folder / "all.html", title=HOSTILE[0])
    write_page(addressed(), folder / "addresses.html")
    return folder


def addressed():
    """A meeting with one article for each of the addresses."""
    triples = [*person("a", "A"), *meeting("x", "a")]
    for at, address in enumerate(ADDRESSES):
        triples += [
            *evidence("x", "They met.")[:1],
            Triple(f"{DATA}event/x", DIPLO + "evidence", f"{DATA}evidence/x{at}"),
        ]
        article = f"{DATA}article/{at}"
        for subject, name, value in (
            (f"{DATA}evidence/x{at}", "quote", Literal(f"They met {at}.")),
            (f"{DATA}evidence/x{at}", "article", article),
            (article, "site", Literal(HOSTILE[at])),
        ):
            triples.append(Triple(subject, DIPLO + name, value))
        triples += [Triple(article, SCHEMA + "url", Literal(address))]
        triples += [
            Triple(subject, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", DIPLO + kind)
            for subject, kind in ((article, "Article"), (f"{DATA}evidence/x{at}", "Evidence"))
        ]
    return store_of(triples)


@pytest.fixture(scope="module")
def hostile(browser: Browser, place: Path) -> Iterator[Opened]:
    opened = ready(browser, place / "all.html")
    yield opened
    assert ran(opened) is None
    assert opened.complaints == []
    assert len(opened.requests) == 1
    opened.page.close()


def ready(browser: Browser, path: Path, anchor: str = "") -> Opened:
    opened = open_page(browser, path, anchor)
    opened.page.wait_for_function("() => window.kgView !== undefined")
    opened.js("() => document.querySelectorAll('details').forEach((each) => (each.open = true))")
    return opened


def ran(opened: Opened):
    return opened.js("() => window.ran")


def test_every_filter_and_look_can_be_used(hostile):
    boxes = hostile.page.locator("#side input[type=checkbox]").count()
    assert boxes > 5
    hostile.js(
        """() => { for (const box of document.querySelectorAll('#side input[type=checkbox]')) { box.click(); box.click(); }
        for (const choice of document.querySelectorAll('#side select')) for (const {value} of choice.options) {
          choice.value = value; choice.dispatchEvent(new Event('change')); } }"""
    )
    assert not hostile.js(f"() => {OVERRIDES}")
    assert "<script>window.ran = true</script>" in hostile.page.inner_text("#side")
    assert hostile.js("() => document.querySelectorAll('#side script, #side img, #side svg [onload]').length") == 0


@pytest.mark.parametrize("asked", [*HOSTILE, "ا<b>" * 2000, "\u202e", "\ud800", "." * 5000, "(((((("])
def test_whatever_is_searched_for_is_text(hostile, asked):
    hostile.js(
        "(text) => { const box = document.getElementById('query'); box.value = text; box.dispatchEvent(new Event('input')); }",
        asked,
    )
    assert hostile.js("() => document.querySelectorAll('#hits script, #hits img').length") == 0
    assert not hostile.js(f"() => {OVERRIDES}")
    hostile.page.fill("#query", "")


def test_paths_and_lines_of_hostile_names_are_text(hostile):
    count = hostile.js("() => kgView.nodes.length")
    for end in range(1, count):
        hostile.js(
            "(end) => { kgView.state.selectNode(0); document.querySelector('#panel .expand:last-child').click(); kgView.state.selectNode(end); }",
            end,
        )
        assert not hostile.js(f"() => {OVERRIDES}")
    assert hostile.js("() => document.querySelectorAll('#panel script, #panel img, #panel a').length") == 0


def test_no_label_is_endless(hostile):
    longest = hostile.js("() => Math.max(...kgView.nodes.map(({label}) => label.length))")
    assert 250 < longest <= 300


def test_the_saved_drawing_of_hostile_names_runs_nothing_either(hostile, browser, tmp_path):
    hostile.js("() => kgView.goTo('')")
    with hostile.page.expect_download() as coming:
        hostile.page.click("#save-svg")
    coming.value.save_as(tmp_path / "graph.svg")
    root = ElementTree.fromstring((tmp_path / "graph.svg").read_bytes())
    assert {each.tag.rpartition("}")[2] for each in root.iter()} == {"svg", "title", "rect", "line", "path", "text"}
    assert not any(name.startswith("on") or "href" in name for each in root.iter() for name in each.attrib)
    assert "window.ran" in "".join(each.text or "" for each in root.iter())
    drawing = browser.new_page()
    requests: list[str] = []
    drawing.on("request", lambda request: requests.append(request.url))
    drawing.goto((tmp_path / "graph.svg").as_uri())
    assert drawing.evaluate("() => window.ran") is None
    assert len(requests) == 1
    drawing.close()


@pytest.mark.parametrize("name", ["node", "path", "topic", "colour", "language", "hide-kinds"])
def test_a_hostile_address_does_nothing(hostile, name):
    for text in HOSTILE:
        hostile.js("([name, text]) => kgView.goTo(new URLSearchParams({[name]: text}).toString())", [name, text])
    assert hostile.page.is_hidden("#panel")
    assert hostile.js("() => kgView.network.body.nodeIndices.length === kgView.nodes.length")


def test_only_web_addresses_can_be_followed(browser, place):
    opened = ready(browser, place / "addresses.html")
    opened.js("() => kgView.state.selectNode(kgView.nodes.find(({kind}) => kind === 'meeting').id)")
    assert opened.page.locator("#panel figure").count() == len(ADDRESSES)
    links = opened.js("() => [...document.querySelectorAll('a')].map((link) => [link.protocol, link.rel, link.target])")
    assert links == [["https:", "noreferrer noopener", "_blank"]]
    opened.page.close()


def test_an_address_that_was_put_into_the_page_later_can_not_be_followed_either(browser, place, tmp_path):
    page = (place / "addresses.html").read_text("utf-8")
    changed = page.replace('"https://wire.example/a?', '"javascript:window.ran=true;//')
    assert changed != page
    (tmp_path / "changed.html").write_text(changed, "utf-8")
    opened = ready(browser, tmp_path / "changed.html")
    opened.js("() => kgView.state.selectNode(kgView.nodes.find(({kind}) => kind === 'meeting').id)")
    assert opened.page.locator("#panel figure").count() == len(ADDRESSES)
    assert opened.js("() => document.querySelectorAll('a').length") == 0
    opened.page.close()


def test_even_markup_that_got_in_would_not_run(browser, place):
    opened = ready(browser, place / "addresses.html")
    opened.js(
        """() => { document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = true"><a id="bad" href="javascript:window.ran = true">x</a>');
        const made = document.createElement('script'); made.textContent = 'window.ran = true'; document.body.append(made); document.getElementById('bad').click(); }"""
    )
    opened.page.wait_for_timeout(150)
    assert ran(opened) is None
    assert len([each for each in opened.complaints if "Content Security Policy" in each]) >= 3
    opened.page.close()


def test_a_quote_that_turns_letters_round_turns_nothing_beside_it(hostile):
    hostile.js("() => kgView.state.selectNode(kgView.nodes.find(({kind}) => kind === 'meeting').id)")
    boxes = hostile.js(
        """() => [...document.querySelectorAll('#panel blockquote, #panel figcaption span, #panel figcaption cite, #panel dd, #panel h2')].map((each) => {
        const style = getComputedStyle(each); return [style.display, style.unicodeBidi, each.getAttribute('dir')] })"""
    )
    assert boxes
    for display, bidi, direction in boxes:
        assert bidi == "isolate" or display in ("block", "flex"), (display, bidi, direction)
