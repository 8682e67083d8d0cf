"""Opens the pictures beside the graph in a headless browser: marks stand where they should, open their evidence, and nothing runs or calls out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import made_story
import pytest
from browser_tools import Opened
from playwright.sync_api import Browser, Page
from view_tools import hostile_store, store_of

from kg.reports.events import events
from kg.store.oxigraph import OxigraphStore
from kg.view.pictures.page import write_map, write_matrix, write_readouts, write_timeline
from kg.view.pictures.report import write_report

LAVROV_AND_ZARIF = {
    "en": ("Sergey Lavrov", "Mohammad Javad Zarif"),
    "fa": ("Sergey Lavrov", "Mohammad Javad Zarif"),
}


class Seen(Opened):
    """A page of a picture with all that it asked for and complained of."""

    def middle(self, selector: str) -> tuple[float, float]:
        """The middle of what is drawn, in pixels of the window."""
        x, y = self.js(
            """(choice) => { const box = document.querySelector(choice).getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2] }""",
            selector,
        )
        return x, y


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    story = made_story.fill(OxigraphStore(folder / "store", create=True))
    for language in ("en", "ar"):
        write_timeline(story, folder / f"timeline-{language}.html", language=language)
    for language in ("en", "fa"):
        write_matrix(story, folder / f"matrix-{language}.html", language=language)
    for language in ("en", "ar"):
        write_map(story, folder / f"map-{language}.html", language=language)
    for language in ("en", "ar"):
        write_report(story, folder / f"report-{language}.html", language=language)
    meeting = next(row.iri for row in events(story) if row.sources == 3)
    for language in ("en", "ar"):
        write_readouts(story, folder / f"readouts-{language}.html", meeting, language=language)
    hostile = hostile_store()
    write_report(hostile, folder / "report-hostile.html", language="ru")
    write_readouts(hostile, folder / "readouts-hostile.html", events(hostile)[0].iri, language="ru")
    write_timeline(store_of(()), folder / "empty.html", language="ru")
    return folder


@pytest.fixture
def opening(browser: Browser, pages: Path) -> Iterator[Any]:
    made: list[Page] = []

    def opens(name: str, scheme: str = "light") -> Seen:
        page = browser.new_page(viewport={"width": 1300, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
        made.append(page)
        seen = Seen(page)
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on(
            "console",
            lambda said: seen.complaints.append(said.text) if said.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.goto((pages / f"{name}.html").as_uri())
        return seen

    yield opens
    for page in made:
        page.close()


def marks(seen: Seen) -> dict[str, float]:
    """The events drawn on the timeline: what a reader hears of each, and where along the page its sign is."""
    return seen.js(
        """() => Object.fromEntries([...document.querySelectorAll('.timeline .mark')].map((mark) => {
        const box = mark.querySelector('path').getBoundingClientRect();
        return [mark.getAttribute('aria-label').replace(/[\\u2066-\\u2069]/g, ''), box.left + box.width / 2] }))"""
    )


def days(seen: Seen) -> dict[str, float]:
    """Where the grid lines of the axis are, by the names above them."""
    return seen.js(
        """() => Object.fromEntries([...document.querySelectorAll('.timeline .tick')].map((tick) => {
        const box = tick.getBoundingClientRect();
        return [tick.textContent.replace(/[\\u2066-\\u2069]/g, ''), box.left + box.width / 2] }))"""
    )


@pytest.mark.parametrize(("language", "forward"), [("en", 1), ("ar", -1)])
def test_a_mark_stands_between_the_days_that_its_own_lies_between(opening, language, forward):
    seen = opening(f"timeline-{language}")
    axis = days(seen)
    months = sorted(name for name in axis if len(name) >= 7)
    assert [axis[name] * forward for name in months] == sorted(axis[name] * forward for name in months)
    drawn = marks(seen)
    assert len(drawn) >= 4
    for label, place in drawn.items():
        day = label[-10:]
        for name in months:
            first = f"{name}-01"[:10]
            assert (place * forward > axis[name] * forward) == (day >= first), (label, name)


def test_a_click_opens_the_words_their_source_and_their_link(opening):
    seen = opening("timeline-en")
    seen.page.click(".timeline .mark[aria-label*='2020-10-20']")
    assert "Sergey Lavrov" in seen.page.inner_text("#panel h2")
    assert seen.quotes()
    caption = seen.page.inner_text("#panel")
    assert "wire.example" in caption
    assert "published 2020-10-20" in caption
    assert seen.page.get_attribute("#panel figcaption a", "href").startswith("https://")
    seen.page.keyboard.press("Escape")
    assert seen.page.is_hidden("#panel")


def test_the_keyboard_opens_what_it_stands_on(opening):
    seen = opening("timeline-ar", "dark")
    seen.page.focus(".timeline .mark")
    seen.page.keyboard.press("Enter")
    assert seen.page.is_visible("#panel")
    assert seen.js("() => getComputedStyle(document.querySelector('#panel')).direction") == "rtl"
    seen.page.keyboard.press("Escape")
    assert seen.js("() => document.activeElement === document.querySelector('.timeline .mark')")


@pytest.mark.parametrize(
    ("name", "key"), [("matrix-en", "ArrowDown"), ("map-ar", "ArrowLeft"), ("timeline-ar", "ArrowLeft")]
)
def test_arrow_keys_go_from_mark_to_mark(opening, name, key):
    seen = opening(name)
    assert seen.page.locator(".scroll > svg [tabindex='0']").count() == 1
    seen.page.focus(".scroll > svg [tabindex='0']")
    before = seen.middle("svg :focus")
    for _ in range(4):
        seen.page.keyboard.press(key)
    after = seen.middle("svg :focus")
    assert after[1] > before[1] if key == "ArrowDown" else after[0] < before[0]


def test_what_is_hostile_would_be_noticed(opening, pages):
    (pages / "careless.html").write_text(
        "<h1><img src='http://127.0.0.1:9/x' onerror='window.ran = true'></h1>", "utf-8"
    )
    seen = opening("careless")
    seen.page.wait_for_function("window.ran === true")
    assert len(seen.requests) == 2
    assert seen.complaints


def test_the_legend_hides_a_kind_and_counts_it(opening):
    seen = opening("timeline-en")
    toggle = seen.page.locator(".kinds button", has_text="Meetings")
    shown = seen.page.locator(".timeline .mark[data-kind=meeting]:visible")
    assert shown.count() == int(toggle.locator(".count").inner_text()) > 0
    toggle.click()
    assert shown.count() == 0
    assert seen.page.locator(".timeline .mark[data-kind=call]:visible").count() > 0
    toggle.click()
    assert shown.count() > 0


def test_an_event_that_was_not_held_is_drawn_hollow(opening):
    seen = opening("timeline-en")
    fills = seen.js(
        """() => ['.uncertain', ':not(.uncertain)'].map((which) =>
        getComputedStyle(document.querySelector(`.timeline .mark${which} > path`)).fill)"""
    )
    assert fills[0] == "rgb(255, 255, 255)" != fills[1]


@pytest.mark.parametrize(("language", "forward"), [("en", 1), ("fa", -1)])
def test_a_cell_counts_how_often_those_of_its_row_and_column_met(opening, language, forward):
    seen = opening(f"matrix-{language}")
    counts = seen.js(
        """() => { const bare = (text) => text.textContent.replace(/[\u2066-\u2069]/g, '');
        const middle = (shape) => { const box = shape.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2] };
        const names = [...document.querySelectorAll('.matrix text.name')].map((name) => ({name: bare(name), at: middle(name), above: name.hasAttribute('transform')}));
        const near = (above, axis, at) => names.filter((name) => name.above === above).sort((a, b) => Math.abs(a.at[axis] - at) - Math.abs(b.at[axis] - at))[0].name;
        return [...document.querySelectorAll('.matrix .mark')].map((mark) => { const at = middle(mark.querySelector('rect'));
        return [near(false, 1, at[1]), near(true, 0, at[0]), mark.textContent, mark.getAttribute('aria-label').replace(/[\u2066-\u2069]/g, '')] }) }"""
    )
    lavrov, zarif = LAVROV_AND_ZARIF[language]
    told = {(row, column): count for row, column, count, _ in counts}
    assert told[lavrov, zarif] == told[zarif, lavrov] == "2"
    assert all(
        row in label and column in label and label.endswith(f": {count}") for row, column, count, label in counts
    )
    ends = seen.js(
        "() => [0, 1].map((column) => document.querySelector(`.matrix [data-column='${column}']`).getBoundingClientRect().left)"
    )
    assert (ends[1] - ends[0]) * forward > 0
    seen.page.click(f".matrix [aria-label*='{zarif}'][aria-label$=': 2']")
    assert len(seen.js("() => [...document.querySelectorAll('#panel dd')]")) == 2
    assert seen.quotes()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_place_lies_within_its_country_whichever_way_the_page_runs(opening, language):
    seen = opening(f"map-{language}")
    within = seen.js(
        """() => Object.fromEntries([...document.querySelectorAll('.map .mark')].map((mark) => { const disc = mark.querySelector('circle');
        const spot = document.querySelector('svg.map').createSVGPoint(); [spot.x, spot.y] = [disc.cx.baseVal.value, disc.cy.baseVal.value];
        return [mark.dataset.place, [...document.querySelectorAll('.map .land')].filter((land) => land.isPointInFill(spot)).map((land) => land.dataset.country)] }))"""
    )
    assert within == {"place/moscow": ["RU"], "place/damascus": ["SY"], "place/tehran": ["IR"]}
    west, east = (seen.middle(f".map [data-place='place/{name}'] circle")[0] for name in ("damascus", "tehran"))
    assert west < east
    seen.page.click(".map [data-place='place/damascus'] circle")
    assert len(seen.js("() => [...document.querySelectorAll('#panel dd .node')]")) == 1


def test_a_map_is_looked_at_more_closely_and_its_marks_keep_their_size(opening):
    seen = opening("map-en")

    def look() -> tuple[float, float]:
        apart = [seen.middle(f".map [data-place='place/{name}'] circle") for name in ("damascus", "tehran")]
        size = seen.js(
            "() => document.querySelector('.map [data-place=\"place/tehran\"] circle').getBoundingClientRect().width"
        )
        return apart[1][0] - apart[0][0], size

    before = look()
    seen.page.click(".closer .zoom_in")
    closer = look()
    assert closer[0] == pytest.approx(1.6 * before[0], rel=0.02)
    assert closer[1] == pytest.approx(before[1], rel=0.02)
    seen.page.click(".closer .fit")
    assert look() == pytest.approx(before, rel=0.02)


def test_the_readouts_say_what_each_outlet_tells_and_leaves_out(opening):
    seen = opening("readouts-en")
    head = seen.js("() => [...document.querySelectorAll('.readouts thead th bdi')].map((name) => name.textContent)")
    assert head == ["wire.example", "news.ir", "news.ru", "copy.example"]
    rows = seen.js(
        """() => Object.fromEntries([...document.querySelectorAll('.readouts .line')].map((row) =>
        [[...row.children].slice(0, 2).map((cell) => cell.textContent).join(' ').replace(/[\u2066-\u2069]/g, ''),
        [...row.children].slice(2).map((cell) => cell.textContent.trim())]))"""
    )
    assert rows["Topic return of refugees"] == ["–", "✓", "–", "–", "only Iran"]
    assert rows["Place "][:3] == ["Moscow", "Moscow", "≠ Sochi"]
    assert rows["Statement Sergey Lavrov — praised"][:2] == ["their cooperation", "التعاون"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_words_are_marked_in_their_own_direction_below_their_outlet(opening, language):
    seen = opening(f"readouts-{language}")
    told = seen.js(
        """() => [...document.querySelectorAll('.readouts .words blockquote')].map((quote) => ({lang: quote.lang,
        direction: getComputedStyle(quote).direction, marked: [...quote.querySelectorAll('mark')].map((mark) => mark.textContent)}))"""
    )
    arabic = [quote for quote in told if any("ا" <= letter <= "ي" for letter in "".join(quote["marked"]))]
    assert arabic
    assert all(quote["direction"] == ("rtl" if quote in arabic else "ltr") for quote in told)
    assert "سيرغي لافروف" in [words for quote in arabic for words in quote["marked"]]
    row = seen.page.locator(".readouts .line", has_text="التعاون")
    row.hover()
    lit = seen.js("() => [...document.querySelectorAll('mark.lit')].map((mark) => mark.textContent)")
    assert "التعاون" in lit
    assert seen.page.locator("mark:not(.lit)").count() > 0


def test_a_report_holds_every_picture_and_the_words(opening):
    seen = opening("report-en")
    sections = seen.js("() => [...document.querySelectorAll('.figure')].map((figure) => figure.id)")
    assert sections == ["summary", "timeline", "matrix", "map", "readouts-1", "events"]
    assert seen.js("() => [...document.querySelectorAll('.contents a')].map((link) => link.hash.slice(1))") == sections
    told = seen.js("() => [...document.querySelectorAll('.summary dd')].map((value) => value.textContent)")
    assert told[0] == str(seen.page.locator(".listing > li").count())
    first = seen.page.locator(".listing > li").first
    assert "2020-09-01" in first.inner_text()
    assert first.locator("blockquote").count() > 0
    first.locator("button").click()
    assert "Ayman Safadi" in seen.page.inner_text("#panel h2")
    assert seen.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_paper_pictures_have_pages_of_their_own_and_nothing_is_cut(opening, language):
    seen = opening(f"report-{language}", "dark")
    seen.page.click(".timeline .mark")
    seen.page.emulate_media(media="print")
    assert seen.page.is_hidden("#panel")
    assert seen.page.is_hidden(".contents")
    breaks = seen.js(
        "() => [...document.querySelectorAll('.figure')].map((figure) => getComputedStyle(figure).breakBefore)"
    )
    assert breaks.count("page") == 4
    assert seen.js("() => getComputedStyle(document.querySelector('#sheet')).overflow") == "visible"
    assert seen.js("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert seen.js(
        "() => [...document.querySelectorAll('svg')].every((svg) => svg.getBoundingClientRect().width <= innerWidth)"
    )
    paper = seen.page.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") >= 5


@pytest.mark.parametrize("name", ["report-hostile", "readouts-hostile"])
def test_a_hostile_store_runs_nothing_and_asks_for_nothing(opening, name):
    seen = opening(name)
    for mark in seen.page.locator("[data-node], [data-line]").all():
        mark.dispatch_event("click")
        mark.dispatch_event("pointerover")
    assert seen.js("() => window.ran") is None
    assert seen.complaints == []
    assert len(seen.requests) == 1
    assert (
        seen.js("() => document.querySelectorAll('img, #sheet script, #panel script, [onload], [onerror]').length") == 0
    )
    assert "window.ran = true" in seen.page.inner_text("#panel")


def test_nothing_can_call_out_of_the_page(opening):
    seen = opening("timeline-en")
    assert "Failed" in seen.js("() => fetch('http://127.0.0.1:9/x').then(() => 'sent', (error) => String(error))")
    assert any("Content Security Policy" in complaint for complaint in seen.complaints)


def test_nothing_to_draw_is_told_in_a_sentence(opening):
    seen = opening("empty")
    assert "Рисовать пока нечего" in seen.page.inner_text("main")
    assert seen.complaints == []
