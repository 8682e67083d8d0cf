"""Works with the page of the graph as an analyst does: filters, time, paths, colours, sizes, names, evidence, files, addresses."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from browser_tools import Opened, near, open_page, rgb
from playwright.sync_api import Browser
from view_story import QUOTE, TITLE, analyst_store

from kg.resolve.skeletons import skeleton
from kg.view.choosing import of_query
from kg.view.page import write_page

ALL = {
    *("سيرغي لافروف", "Mohammad Javad Zarif", "Geir Pedersen", "Talgat Kaliyev", "Nobody Met", "Russia", "Iran"),
    *("sanctions", "situation in Idlib", "Astana process", "Meeting jan", "Meeting mar", "Meeting jun", "Meeting some"),
}
JAN = {"Meeting jan", "سيرغي لافروف", "Mohammad Javad Zarif", "sanctions", "Astana process"}
MAR = {"Meeting mar", "Mohammad Javad Zarif", "Geir Pedersen", "situation in Idlib"}
JUN = {"Meeting jun", "Geir Pedersen", "Talgat Kaliyev", "situation in Idlib"}
SOME = {"Meeting some", "Talgat Kaliyev", "سيرغي لافروف"}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    write_page(analyst_store(), folder / "en.html")
    write_page(analyst_store(), folder / "ar.html", language="ar")
    write_page(analyst_store(), folder / "few.html", limit=2)
    people = of_query(analyst_store(), "SELECT ?p { ?p a diplo:Person }")
    write_page(analyst_store(), folder / "people.html", selection=people)
    return folder


@pytest.fixture(scope="module")
def shared(browser: Browser, place: Path) -> Iterator[Opened]:
    opened = started(browser, place / "en.html")
    yield opened
    # Reading pixels as the tests do is slow, and the browser says so.
    assert [each for each in opened.complaints if "getImageData" not in each] == []
    assert len(opened.requests) == 1
    opened.page.close()


@pytest.fixture
def page(shared: Opened) -> Opened:
    """The page as it was when it was opened."""
    shared.js("() => kgView.goTo('')")
    shared.js("() => document.querySelectorAll('#side details').forEach((each) => (each.open = true))")
    shared.settle()
    return shared


def started(browser: Browser, path: Path, anchor: str = "", scheme: str = "light") -> Opened:
    opened = open_page(browser, path, anchor, scheme)
    opened.page.wait_for_function("window.kgView !== undefined")
    opened.settle()
    return opened


def shown(opened: Opened) -> set[str]:
    """The labels of the nodes that are on the canvas, each with ink in its middle."""
    opened.settle()
    labels = opened.js(
        "() => kgView.nodes.filter(({id}) => kgView.network.body.nodeIndices.includes(id)).map(({label}) => label)"
    )
    assert opened.page.inner_text("#shown").startswith(f"Nodes: {len(labels)} ")
    return set(labels)


def number(opened: Opened, label: str) -> int:
    return opened.js("(label) => kgView.nodes.find((node) => node.label === label).id", label)


def tick(opened: Opened, kind: str, text: str) -> None:
    opened.page.locator(f"#choose-{kind} label", has_text=text).click()


@pytest.mark.parametrize(
    ("kind", "values", "left"),
    [
        ("status", ["planned"], MAR),
        ("status", ["planned", "cancelled"], MAR | JUN),
        ("country", ["Russia"], JAN | SOME),
        ("country", ["Iran"], JAN | MAR),
        ("process", ["Astana process"], JAN),
        ("topic", ["situation in Idlib"], MAR | JUN),
        ("topic", ["sanctions", "situation in Idlib"], JAN | MAR | JUN),
    ],
)
def test_a_filter_leaves_the_events_that_fit_and_what_they_tie(page, kind, values, left):
    for value in values:
        tick(page, kind, value)
    assert shown(page) == left
    assert page.page.inner_text("#filters-count") == "1"
    assert page.page.inner_text("#clear-filters") == "Clear all filters"
    page.page.click("#clear-filters")
    assert shown(page) == ALL
    assert page.page.inner_text("#filters-count") == ""


def test_what_is_filtered_has_no_ink_and_comes_back_where_it_was(page):
    spots = {label: page.spot(number(page, label)) for label in ("Talgat Kaliyev", "Mohammad Javad Zarif")}
    before = {label: page.colour(spot) for label, spot in spots.items()}
    tick(page, "topic", "sanctions")
    page.settle()
    assert not near(page.colour(spots["Talgat Kaliyev"]), before["Talgat Kaliyev"])
    assert near(page.colour(spots["Mohammad Javad Zarif"]), before["Mohammad Javad Zarif"])
    tick(page, "topic", "sanctions")
    page.settle()
    assert {label: page.colour(spot) for label, spot in spots.items()} == before


def test_filters_of_two_sorts_must_both_fit(page):
    tick(page, "status", "planned")
    tick(page, "topic", "situation in Idlib")
    assert shown(page) == MAR
    tick(page, "country", "Russia")
    assert shown(page) == set()
    assert page.page.is_visible("#nothing-fits")
    assert page.page.inner_text("#nothing-fits") == "No event fits these filters."
    assert page.page.inner_text("#filters-count") == "3"


def test_the_least_confidence_hides_what_is_less_sure(page):
    page.page.fill("#confidence", "80")
    assert shown(page) == JAN | JUN
    assert page.page.inner_text("#confidence-least") == "at least 80 %"
    page.page.fill("#confidence", "0")
    assert shown(page) == ALL


def test_days_leave_what_was_then_and_if_one_likes_what_has_no_day(page):
    page.page.fill("#from-day", "2020-03-01")
    assert shown(page) == MAR | JUN | SOME
    page.page.fill("#to-day", "2020-03-31")
    assert shown(page) == MAR | SOME
    page.page.uncheck("#undated")
    assert shown(page) == MAR


def test_the_handles_of_the_axis_narrow_the_time_by_keyboard(page):
    page.page.uncheck("#undated")
    page.page.focus("#span-from")
    page.page.keyboard.press("ArrowRight")
    assert shown(page) == MAR | JUN
    assert page.page.inner_text("#span-days") == "\u20662020-02-01 – 2020-06-30\u2069"
    assert page.page.get_attribute("#span-from", "aria-valuetext") == "2020-02-01"
    page.page.focus("#span-to")
    for _ in range(2):
        page.page.keyboard.press("ArrowLeft")
    assert shown(page) == MAR
    assert page.js("() => [...document.querySelectorAll('#bars rect')].map((bar) => bar.getAttribute('class'))") == [
        *("out", "in", "in", "in", "out", "out")
    ]
    page.page.click("#whole-span")
    assert shown(page) == ALL


def test_the_bars_count_the_events_of_each_month(page):
    heights = "() => [...document.querySelectorAll('#bars rect')].map((bar) => Number(bar.getAttribute('height')))"
    assert page.js(heights) == [1, 0, 1, 0, 0, 1]
    tick(page, "status", "planned")
    assert page.js(heights) == [0, 0, 1, 0, 0, 0]


def test_played_time_lets_the_picture_grow_to_all_of_it(page):
    page.page.uncheck("#undated")
    page.js(
        "() => { window.seen = []; new MutationObserver(() => seen.push(document.getElementById('shown').textContent)).observe(document.getElementById('shown'), {childList: true}) }"
    )
    page.page.click("#play")
    assert page.page.get_attribute("#play", "aria-label") == "Pause"
    page.page.wait_for_function("() => document.getElementById('play').getAttribute('aria-pressed') === 'false'")
    counts = [int(text.split()[1]) for text in page.js("() => seen")]
    assert counts[0] == len(JAN)
    assert sorted(counts[:-1]) == counts[:-1]
    assert len(JAN | MAR) in counts
    assert counts[-1] == len(ALL)


def test_a_part_of_the_time_moves_on_and_can_be_stopped(page):
    page.page.fill("#from-day", "2020-01-01")
    page.page.fill("#to-day", "2020-01-31")
    page.page.click("#play")
    page.page.wait_for_function(
        "() => document.getElementById('span-days').textContent.includes('2020-02-01 – 2020-02-29')"
    )
    page.page.click("#play")
    days = page.page.inner_text("#span-days")
    page.page.wait_for_timeout(700)
    assert page.page.inner_text("#span-days") == days
    assert page.page.get_attribute("#play", "aria-label") == "Let the time pass"


def test_filters_reach_the_ties_of_people_whose_events_are_not_drawn(browser, place):
    opened = started(browser, place / "people.html")
    lines = lambda: opened.js("() => kgView.network.body.edgeIndices.length")  # noqa: E731
    assert lines() == 1
    opened.js("() => kgView.goTo('from=2020-02-01')")
    assert lines() == 0
    opened.js("() => kgView.goTo('to=2020-02-01')")
    assert lines() == 1
    opened.page.close()


def test_what_was_left_out_takes_the_places_of_what_does_not_fit(browser, place):
    opened = started(browser, place / "few.html")
    first = shown(opened)
    assert len(first) == 2
    opened.js("() => kgView.goTo('status=cancelled')")
    assert len(shown(opened)) == 2
    assert shown(opened) <= JUN
    opened.js("() => kgView.goTo('')")
    assert shown(opened) == first
    opened.page.close()


def test_a_click_lights_up_the_neighbours_and_dims_the_rest(page):
    page.click(page.spot(number(page, "Talgat Kaliyev")))
    page.page.wait_for_selector("#panel:not([hidden]) h2")
    assert page.page.inner_text("#panel h2") == "Talgat Kaliyev"
    page.settle()
    full = rgb("#0072B2")
    assert near(page.colour(page.spot(number(page, "Talgat Kaliyev"))), full)
    for label in ("سيرغي لافروف", "Mohammad Javad Zarif"):
        assert not near(page.colour(page.spot(number(page, label))), full)
    page.click(page.spot(number(page, "Meeting some")))
    page.page.wait_for_function("() => document.querySelector('#panel h2').textContent === 'Meeting some'")
    page.settle()
    for label in ("سيرغي لافروف", "Talgat Kaliyev"):
        assert near(page.colour(page.spot(number(page, label))), full)
    assert not near(page.colour(page.spot(number(page, "Mohammad Javad Zarif"))), full)


def test_a_path_leads_from_one_node_to_the_other_with_what_ties_them(page):
    page.js("(id) => kgView.state.selectNode(id)", number(page, "سيرغي لافروف"))
    page.page.click("#panel .expand:has-text('Path from here')")
    assert "سيرغي لافروف" in page.page.inner_text("#picking")
    page.page.fill("#query", "Pedersen")
    page.page.press("#query", "Enter")
    steps = page.js("() => [...document.querySelectorAll('#panel .path > li > .node')].map((step) => step.textContent)")
    assert steps == ["سيرغي لافروف", "Mohammad Javad Zarif", "Meeting mar", "Geir Pedersen"]
    assert "Met" in page.page.inner_text("#panel .path li:first-child dt")
    assert page.page.is_hidden("#picking")
    assert QUOTE in page.quotes()
    page.settle()
    bright = {
        label: page.colour(page.spot(number(page, label))) for label in ("Mohammad Javad Zarif", "Talgat Kaliyev")
    }
    assert near(bright["Mohammad Javad Zarif"], rgb("#0072B2"))
    assert not near(bright["Talgat Kaliyev"], rgb("#0072B2"))


def test_a_path_goes_only_through_what_is_shown(page):
    tick(page, "topic", "sanctions")
    page.js("() => document.querySelectorAll('#side details').forEach((each) => (each.open = false))")
    page.js("(id) => kgView.state.selectNode(id)", number(page, "سيرغي لافروف"))
    page.page.keyboard.press("p") if page.js("() => (document.getElementById('graph').focus(), true)") else None
    page.js("(id) => kgView.state.selectNode(id)", number(page, "Geir Pedersen"))
    assert "Nothing that is shown ties these two" in page.panel()


def test_picking_the_other_end_can_be_given_up(page):
    page.js("(id) => kgView.state.selectNode(id)", number(page, "Iran"))
    page.page.click("#panel .expand:has-text('Path from here')")
    page.page.click("#picking-end")
    page.js("(id) => kgView.state.selectNode(id)", number(page, "Russia"))
    assert page.page.inner_text("#panel h2") == "Russia"


def test_communities_have_colours_of_their_own_and_a_legend(page):
    page.page.select_option("#colour-by", "community")
    page.settle()
    rows = page.js(
        "() => [...document.querySelectorAll('#communities button')].map((row) => [row.querySelector('.text').textContent, Number(row.querySelector('.count').textContent), getComputedStyle(row.querySelector('.swatch')).backgroundColor])"
    )
    assert sum(count for _, count, _ in rows) == len(ALL)
    assert len(rows) >= 3
    assert all(text.startswith("Around") or text == "Others" for text, _, _ in rows)
    swatches = {tuple(int(part) for part in colour[4:-1].split(",")) for _, _, colour in rows}
    for label in ("Geir Pedersen", "Mohammad Javad Zarif", "Nobody Met"):
        assert any(near(page.colour(page.spot(number(page, label))), swatch) for swatch in swatches)
    assert len(swatches) == len(rows)
    page.page.locator("#communities button").first.click()
    assert len(shown(page)) == len(ALL) - rows[0][1]
    page.page.select_option("#colour-by", "kind")
    assert shown(page) == ALL
    assert page.page.is_hidden("#by-community")


def test_sizes_follow_the_measure_that_is_chosen(page):
    sizes = "() => Object.fromEntries(kgView.nodes.map(({id, label}) => [label, kgView.network.body.nodes[id].options.size]))"
    degree = page.js(sizes)
    assert degree["Mohammad Javad Zarif"] > degree["Talgat Kaliyev"] > degree["Nobody Met"]
    page.page.select_option("#size-by", "same")
    assert len(set(page.js(sizes).values())) == 1
    spot = page.spot(number(page, "Nobody Met"))
    beside = {"x": spot["x"] + 11 * page.js("() => kgView.network.getScale()"), "y": spot["y"]}
    page.settle()
    assert near(page.colour(beside), rgb("#0072B2"))
    page.page.select_option("#size-by", "between")
    page.settle()
    between = page.js(sizes)
    assert between["Nobody Met"] == min(between.values()) < max(between.values())
    assert not near(page.colour(beside), rgb("#0072B2"))


def test_names_change_to_another_language_and_fall_back(page):
    page.page.select_option("#label-language", "fa")
    page.settle()
    drawn = {line.strip("\u2068\u2069") for label in page.js("() => kgView.labels()") for line in label["lines"]}
    assert {"محمدجواد ظریف", "ایران", "Geir Pedersen"} <= drawn
    assert "Iran" not in drawn
    page.js("(id) => kgView.state.selectNode(id)", number(page, "محمدجواد ظریف"))
    assert page.page.inner_text("#panel h2") == "محمدجواد ظریف"
    page.page.select_option("#label-language", "ru")
    assert page.page.inner_text("#panel h2") == "Mohammad Javad Zarif"


@pytest.mark.parametrize("asked", ["Lavrov", "sergei lavrov", "Лавров", "لاوروف", "lavro", "Sergey Lawrow", "لافروف"])
def test_a_name_is_found_by_its_sound_in_a_script_that_no_label_has(page, asked):
    page.page.fill("#query", asked)
    assert page.page.inner_text("#hits [role=option] .text >> nth=0") == "سيرغي لافروف"


@pytest.mark.parametrize("asked", ["Lavrin", "Rovlav", "Пять"])
def test_what_sounds_otherwise_is_not_found(page, asked):
    page.page.fill("#query", asked)
    assert page.page.locator("#hits [role=option]").count() == 0


def test_sounds_are_those_of_the_resolver(page):
    for name in (
        "لافروف",
        "Lavrov",
        "Лавров",
        "Cavusoglu",
        "تشاووش",
        "Чавушоглу",
        "Khaji",
        "خاجي",
        "Хаджи",
        "طهران",
        "Geneva",
    ):
        assert page.js("(name) => kgView.skeleton(kgView.fold(name))", name) == skeleton(name), name


def test_evidence_runs_its_own_way_with_the_words_marked_and_says_whence_it_is(page):
    page.js("(id) => kgView.state.selectNode(id)", number(page, "سيرغي لافروف"))
    quote = page.page.locator("#panel blockquote")
    assert quote.inner_text() == QUOTE
    assert quote.evaluate("(each) => getComputedStyle(each).direction") == "rtl"
    assert quote.get_attribute("lang") == "ar"
    marked = page.js("() => [...document.querySelectorAll('#panel blockquote mark')].map((mark) => mark.textContent)")
    assert marked == ["سيرغي لافروف", "محمد جواد ظريف", "لافروف"]
    caption = page.page.inner_text("#panel figcaption")
    for words in (TITLE, "Example Wire", "published 2020-01-11", "87 % sure"):
        assert words in caption
    link = page.page.locator("#panel figcaption a")
    assert link.get_attribute("href") == "https://wire.example/1"
    assert link.evaluate("(each) => getComputedStyle(each).direction") == "rtl"


def download(opened: Opened, button: str) -> tuple[str, bytes]:
    with opened.page.expect_download() as coming:
        opened.page.click(button)
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def test_the_drawing_is_saved_as_svg_with_what_is_seen(page):
    tick(page, "topic", "sanctions")
    page.settle()
    name, text = download(page, "#save-svg")
    root = ElementTree.fromstring(text)
    assert name == "graph.svg"
    assert (int(root.get("width")), int(root.get("height"))) == tuple(
        page.js("() => ['clientWidth', 'clientHeight'].map((side) => document.getElementById('graph')[side])")
    )
    assert {each.text.strip("\u2068\u2069") for each in root.iter(f"{SVG}text")} >= {
        "سيرغي لافروف",
        "sanctions",
        "Meeting",
    }
    assert "Kaliyev" not in text.decode()
    assert len(root.findall(f"{SVG}path")) == 2 * len(JAN)
    frame = page.js(
        "() => { const {left, top} = document.getElementById('graph').getBoundingClientRect(); return [left, top] }"
    )
    spot = page.spot(number(page, "سيرغي لافروف"))
    (label,) = [each for each in root.iter(f"{SVG}text") if "سيرغي لافروف" in each.text]
    assert abs(float(label.get("x")) + frame[0] - spot["x"]) < 90
    assert abs(float(label.get("y")) + frame[1] - spot["y"]) < 50
    assert len(root.findall(f"{SVG}line")) == page.js("() => kgView.network.body.edgeIndices.length")


def test_the_picture_is_saved_as_png_with_the_colours_that_are_seen(page):
    name, image = download(page, "#save-png")
    assert name == "graph.png"
    assert image.startswith(b"\x89PNG")
    spot = page.spot(number(page, "Geir Pedersen"))
    seen = page.js(
        """async ({bytes, x, y}) => { const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0))]));
        const sheet = document.createElement('canvas'); [sheet.width, sheet.height] = [picture.width, picture.height];
        const ctx = sheet.getContext('2d'); ctx.drawImage(picture, 0, 0); const box = document.getElementById('graph').getBoundingClientRect();
        const all = ctx.getImageData(0, 0, sheet.width, sheet.height).data; const colours = new Set();
        for (let at = 0; at < all.length; at += 4) colours.add(all[at] << 16 | all[at + 1] << 8 | all[at + 2]);
        return {width: sheet.width, wide: 2 * box.width, colours: colours.size, middle: [...ctx.getImageData(2 * (x - box.left), 2 * (y - box.top), 1, 1).data].slice(0, 3)} }""",
        {"bytes": b64encode(image).decode(), **spot},
    )
    assert seen["width"] == seen["wide"]
    assert seen["colours"] > 50
    assert near(tuple(seen["middle"]), rgb("#0072B2"))


def test_the_page_turns_dark_and_light_again(page):
    corner = "() => getComputedStyle(document.body).backgroundColor"
    light = page.js(corner)
    page.page.click("#theme")
    page.settle()
    assert page.js(corner) == "rgb(18, 23, 29)" != light
    assert page.page.get_attribute("#theme", "aria-pressed") == "true"
    assert near(page.colour(page.spot(number(page, "Geir Pedersen"))), rgb("#4BA3DB"))
    page.page.click("#theme")
    page.settle()
    assert page.js(corner) == light
    assert near(page.colour(page.spot(number(page, "Geir Pedersen"))), rgb("#0072B2"))


def test_every_control_has_a_name_for_those_who_do_not_see_it(page):
    nameless = page.js(
        """() => [...document.querySelectorAll('button, input, select, [role], summary, [tabindex]')].filter((each) => !each.closest('[hidden]'))
        .filter((each) => !(each.getAttribute('aria-label') || each.getAttribute('aria-labelledby') || each.labels?.[0]?.textContent.trim() || each.textContent.trim()))
        .map((each) => each.outerHTML.slice(0, 120))"""
    )
    assert [
        each
        for each in nameless
        if 'role="presentation"' not in each
        and 'role="tooltip"' not in each
        and "panel" not in each
        and 'id="shown"' not in each
    ] == []


def test_filters_are_reached_and_ticked_by_keyboard_alone(page):
    page.page.focus("#choose-status summary")
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Space")
    assert shown(page) in (MAR, JUN)


def test_an_address_opens_all_that_was_chosen(browser, place, page):
    tick(page, "topic", "situation in Idlib")
    page.page.fill("#from-day", "2020-02-01")
    page.page.uncheck("#undated")
    page.page.fill("#confidence", "50")
    page.page.select_option("#size-by", "between")
    page.page.locator("#kinds button", has_text="Topics").click()
    page.js("(id) => kgView.state.selectNode(id)", number(page, "Geir Pedersen"))
    address = page.page.url
    opened = started(browser, place / "en.html", "#" + address.partition("#")[2], scheme="dark")
    assert shown(opened) == (MAR | JUN) - {"situation in Idlib"}
    assert opened.page.inner_text("#panel h2") == "Geir Pedersen"
    assert opened.page.input_value("#size-by") == "between"
    assert opened.page.input_value("#from-day") == "2020-02-01"
    assert not opened.page.is_checked("#undated")
    assert opened.js("() => location.hash") == "#" + address.partition("#")[2]
    opened.page.close()


@pytest.mark.parametrize(
    ("hash", "heading"),
    [
        ("path=person/lavrov~person/pedersen", "سيرغي لافروف — Geir Pedersen"),
        ("line=person/lavrov~person/zarif", "سيرغي لافروف — Mohammad Javad Zarif"),
        ("node=person/kaliyev", "Talgat Kaliyev"),
    ],
)
def test_an_address_opens_a_path_a_line_or_a_node(page, hash, heading):
    page.js("(hash) => { location.hash = hash }", hash)
    page.page.wait_for_selector("#panel:not([hidden]) h2")
    assert page.page.inner_text("#panel h2").replace("\u2068", "").replace("\u2069", "") == heading


@pytest.mark.parametrize(
    "hash",
    [
        "%",
        "node=nobody",
        "path=a~b",
        "line=~",
        "topic=x&status=y&from=z&confidence=many&colour=red&hide-kinds=,",
        "from=2020-99-99",
    ],
)
def test_an_address_that_says_nothing_true_is_as_none(page, hash):
    page.js("(hash) => kgView.goTo(hash)", hash)
    assert shown(page) == ALL
    assert page.page.is_hidden("#panel")


def test_a_page_that_runs_from_right_to_left_does_so_in_all_its_parts(browser, place):
    opened = started(browser, place / "ar.html", "#node=person/zarif")
    box = lambda name: opened.page.locator(name).bounding_box()  # noqa: E731
    assert box("#side")["x"] > box("#zoom")["x"]
    assert box("#panel")["x"] < box("#picture")["x"]
    assert "المرشّحات" in opened.page.inner_text("#side")
    first, last = (box(f"#bars rect:nth-child({place})")["x"] for place in (1, 6))
    assert first > last
    assert opened.complaints == []
    opened.page.close()
