"""The overview of all nodes: drawn by WebGL where there is a graphics card; where there is none, the page says so and goes on without."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_tools import FLAGS, Opened, chromium, near, open_page, rgb
from playwright.sync_api import Browser
from view_tools import sample_store

from kg.view.page import write_page

# WebGL on the processor, and a page that takes it for a card or not.
SOFTWARE = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist")


@pytest.fixture(scope="module")
def drawing() -> Iterator[Browser]:
    with chromium(*SOFTWARE, flags=[flag for flag in FLAGS if flag != "--disable-gpu"]) as started:
        yield started


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    write_page(sample_store(), folder / "few.html", limit=4)
    write_page(sample_store(), folder / "ar.html", limit=4, language="ar")
    write_page(sample_store(), folder / "all.html")
    return folder


def points(opened: Opened) -> dict[str, dict[str, float]]:
    """Where each node is on the screen, and the colour that WebGL painted there."""
    return opened.js(
        """() => { const sigma = kgView.overview(); const canvas = document.querySelector('#whole canvas.sigma-nodes');
        sigma.refresh();
        const copy = document.createElement('canvas'); Object.assign(copy, {width: canvas.width, height: canvas.height});
        const ctx = copy.getContext('2d', {willReadFrequently: true}); ctx.drawImage(canvas, 0, 0);
        const box = document.getElementById('whole').getBoundingClientRect();
        return Object.fromEntries(sigma.getGraph().mapNodes((node, {x, y}) => { const at = sigma.graphToViewport({x, y});
          const [r, g, b, a] = ctx.getImageData(Math.round(at.x * devicePixelRatio), Math.round(at.y * devicePixelRatio), 1, 1).data;
          return [node, {x: at.x + box.left, y: at.y + box.top, r, g, b, a}] })) }"""
    )


def test_without_webgl_the_page_says_so_and_goes_on(pages):
    with chromium() as browser:
        opened = open_page(browser, pages / "few.html")
        opened.js(
            "() => { HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {"
            "apply: (target, canvas, [kind, wish]) => kind.startsWith('webgl') ? null : target.call(canvas, kind, wish)}) }"
        )
        opened.page.click("#overview")
        assert "This browser has no WebGL" in opened.page.inner_text("#no-overview")
        assert opened.page.is_hidden("#overview-anyway")
        assert opened.page.is_hidden("#whole")
        opened.page.keyboard.press("Escape")
        assert opened.page.is_hidden("#no-overview")
        opened.js("() => kgView.state.selectNode(0)")
        assert opened.page.is_visible("#panel h2")
        assert opened.complaints == []


def test_with_software_alone_the_page_says_so_and_draws_if_told_to(drawing, pages):
    opened = open_page(drawing, pages / "ar.html")
    opened.page.click("#overview")
    assert "من دون بطاقة رسوميات" in opened.page.inner_text("#no-overview")
    assert opened.js("() => window.Sigma") is None
    opened.page.click("#overview-anyway")
    assert opened.page.is_hidden("#no-overview")
    assert opened.page.is_visible("#whole canvas.sigma-nodes")
    assert opened.page.get_attribute("#overview", "aria-pressed") == "true"
    shown = points(opened)
    assert len(shown) == opened.js("() => kgView.nodes.length")
    kinds = opened.js("() => JSON.parse(document.getElementById('data-kinds').textContent)")
    for number, point in shown.items():
        kind = opened.js("(id) => kgView.nodes[id].kind", int(number))
        assert near((point["r"], point["g"], point["b"]), rgb(kinds[kind]["light"])), (kind, point)
    assert opened.complaints == []
    assert len(opened.requests) == 1


def test_a_point_of_the_overview_opens_its_node(drawing, pages):
    opened = open_page(drawing, pages / "few.html")
    opened.page.click("#overview")
    opened.page.click("#overview-anyway")
    number = opened.js("() => kgView.nodes.find(({kind}) => kind === 'call').id")
    spot = points(opened)[str(number)]
    opened.page.mouse.click(spot["x"], spot["y"])
    opened.page.wait_for_selector("#panel h2")
    assert opened.page.inner_text("#panel h2") == opened.js("(id) => kgView.nodes[id].label", number)
    assert opened.page.is_hidden("#whole")
    assert number in opened.js("() => kgView.network.body.nodeIndices")


def test_the_overview_follows_filters_and_legend_and_gives_way_to_what_is_searched_for(drawing, pages):
    opened = open_page(drawing, pages / "few.html")
    opened.page.click("#overview")
    opened.page.click("#overview-anyway")
    total = len(points(opened))
    opened.page.locator("#kinds button", has_text="People").click()
    people = opened.js("() => kgView.nodes.filter(({kind}) => kind === 'person').length")
    assert len(points(opened)) == total - people > 0
    opened.page.locator("#kinds button", has_text="People").click()
    assert len(points(opened)) == total
    opened.js(
        "() => { document.getElementById('filters').open = true; document.getElementById('choose-process').open = true }"
    )
    opened.page.locator("#choose-process label").first.click()
    assert 0 < len(points(opened)) < total
    opened.page.fill("#query", "Khaji")
    opened.page.press("#query", "Enter")
    assert opened.page.is_hidden("#whole")
    assert opened.page.inner_text("#panel h2") == "Ali Asghar Khaji"
    assert opened.complaints == []


def test_a_graphics_card_draws_at_once(drawing, pages):
    opened = open_page(drawing, pages / "few.html")
    # 0x9246 and 0x1f01 are the parameters that tell which card draws.
    opened.js(
        """() => { const real = WebGL2RenderingContext.prototype.getParameter;
        WebGL2RenderingContext.prototype.getParameter = function (name) {
          return [0x9246, 0x1f01].includes(name) ? 'ANGLE (Some Vendor, Some Card)' : real.call(this, name) } }"""
    )
    opened.page.click("#overview")
    assert opened.page.is_hidden("#no-overview")
    assert len(points(opened)) == opened.js("() => kgView.nodes.length")
    assert f"{len(points(opened))} nodes" in opened.page.inner_text("#shown")
    opened.page.click("#overview")
    assert opened.page.is_hidden("#whole")


def test_a_page_that_draws_all_needs_no_overview(drawing, pages):
    opened = open_page(drawing, pages / "all.html")
    assert opened.page.locator("#overview").count() == 0
    assert 'id="overview-sigma"' not in (pages / "all.html").read_text("utf-8")
