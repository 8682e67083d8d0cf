"""Opens the page of the graph in a headless browser as a reader would: it must draw, tell, find, and run and fetch nothing else."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sample_article
from browser_tools import Opened, near, open_page, rgb
from kg_ontology import DATA
from playwright.sync_api import Browser
from view_tools import evidence, hostile_store, meeting, person, sample_store, store_of

from kg.view.page import write_page

ENDLESS = "and so on " * 2000
KHAJI, LAVRENTIEV = "علي أصغر خاجي", "ألكسندر لافرنتييف"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for language in ("en", "ar"):
        write_page(sample_store(), folder / f"{language}.html", language=language)
    write_page(hostile_store(), folder / "hostile.html", title="<script>window.ran = true</script>")
    write_page(sample_store(), folder / "few.html", limit=4)
    write_page(store_of(()), folder / "empty.html")
    write_page(store_of((*meeting("x"), *evidence("x", ENDLESS))), folder / "endless.html")
    statuses = (*meeting("held", "a", status="held"), *meeting("off", "a", status="planned"))
    write_page(store_of((*person("a", "A"), *statuses)), folder / "planned.html")
    return folder


@pytest.fixture
def opening(browser: Browser, pages: Path) -> Iterator[Any]:
    made: list[Opened] = []

    def opens(name: str, anchor: str = "", scheme: str = "light") -> Opened:
        made.append(open_page(browser, pages / name, anchor, scheme))
        if name != "empty.html":
            made[-1].page.wait_for_function("window.kgView !== undefined")
            made[-1].settle()
        return made[-1]

    yield opens
    for opened in made:
        opened.page.close()


@pytest.mark.parametrize(("name", "scheme"), [("en.html", "light"), ("ar.html", "dark")])
def test_each_node_is_drawn_in_its_colour_at_its_place(opening, name, scheme):
    opened = opening(name, scheme=scheme)
    kinds = opened.js("() => JSON.parse(document.getElementById('data-kinds').textContent)")
    nodes = opened.js("() => kgView.nodes")
    assert len(nodes) >= 12
    for node in nodes:
        drawn = opened.colour(opened.spot(node["id"]))
        assert near(drawn, rgb(kinds[node["kind"]][scheme])), node
    empty = opened.js(
        "() => { const box = document.getElementById('graph').getBoundingClientRect(); return {x: box.right - 60, y: box.top + 6} }"
    )
    assert not any(near(opened.colour(empty), rgb(kind[scheme])) for kind in kinds.values())


def test_an_event_that_was_not_held_is_drawn_hollow(opening):
    opened = opening("planned.html")
    held, planned = [
        opened.colour(
            opened.spot(opened.js("(label) => kgView.nodes.find((node) => node.label === label).id", f"Meeting {name}"))
        )
        for name in ("held", "off")
    ]
    paper = opened.js("() => getComputedStyle(document.documentElement).getPropertyValue('--paper')")
    assert near(planned, rgb(paper.strip()))
    assert not near(held, planned)


@pytest.mark.parametrize("name", ["en.html", "ar.html", "hostile.html", "empty.html", "few.html"])
def test_the_page_asks_for_nothing_and_complains_of_nothing(opening, pages, name):
    opened = opening(name)
    opened.page.wait_for_timeout(150)
    assert opened.requests == [(pages / name).as_uri()]
    assert opened.complaints == []


def test_the_network_and_the_errors_would_have_been_seen(browser, tmp_path):
    path = tmp_path / "loud.html"
    path.write_text("<meta charset=utf-8><img src='http://127.0.0.1:9/x.png'><script>undefined.x</script>", "utf-8")
    opened = open_page(browser, path)
    opened.page.wait_for_timeout(200)
    assert "http://127.0.0.1:9/x.png" in opened.requests
    assert any("undefined" in complaint for complaint in opened.complaints)
    opened.page.close()


def test_even_a_script_in_the_page_could_not_call_out(opening):
    opened = opening("en.html")
    blocked = opened.js("() => fetch('http://127.0.0.1:9/x').then(() => 'sent', (error) => String(error))")
    assert "Failed" in blocked
    assert any("Content Security Policy" in complaint for complaint in opened.complaints)
    assert len(opened.requests) == 1


def test_clicking_an_event_shows_its_facts_and_the_exact_words(opening):
    opened = opening("en.html")
    (number,) = opened.numbers("meeting")
    opened.click(opened.spot(number))
    opened.page.wait_for_selector("#panel h2")
    assert sample_article.SENTENCES[0] in opened.quotes()
    assert sample_article.TITLE in opened.quotes()
    shown = opened.panel()
    for words in (
        *(
            "held",
            "2020-10-14 – 2020-10-21",
            "disagrees with the date of publication",
            "60 %",
            "Tehran",
            "inferred from the context",
        ),
        *("Alexander Lavrentiev", "Ali Asghar Khaji", "Syrian Constitutional Committee", "Astana process", "welcomed"),
        *("تقدم اجتماعات اللجنة الدستورية", sample_article.TITLE, "example.org", "2020-10-20", "characters"),
    ):
        assert words in shown, words
    link = opened.page.get_attribute("#panel figcaption a", "href")
    assert link == "https://example.org/news/1"


def test_the_offsets_shown_are_those_of_the_words(opening):
    opened = opening("en.html")
    (number,) = opened.numbers("call")
    opened.click(opened.spot(number))
    figure = opened.page.locator("#panel figure", has_text=sample_article.SENTENCES[3])
    start = sample_article.TEXT.index(sample_article.SENTENCES[3])
    assert f"characters {start}–{start + len(sample_article.SENTENCES[3])}" in figure.inner_text()


def clear_of_others(opened: Opened) -> list[dict[str, Any]]:
    """The lines whose middle is well away from every other line and node: where a click can mean only one of them."""
    return opened.js(
        """() => {
        const {network, nodes, edges} = kgView;
        const at = (id) => network.canvasToDOM(network.getPosition(id));
        const box = document.getElementById('graph').getBoundingClientRect();
        const legend = document.getElementById('legend').getBoundingClientRect();
        const far = (p, a, b) => {
          const t = Math.max(0, Math.min(1, ((p.x-a.x)*(b.x-a.x)+(p.y-a.y)*(b.y-a.y)) / ((b.x-a.x)**2+(b.y-a.y)**2)));
          return Math.hypot(p.x - a.x - t*(b.x-a.x), p.y - a.y - t*(b.y-a.y));
        };
        return edges.map((edge) => {
          const [a, b] = [at(edge.from), at(edge.to)];
          return {id: edge.id, x: (a.x+b.x)/2, y: (a.y+b.y)/2};
        }).filter((p) => nodes.every(({id}) => Math.hypot(at(id).x-p.x, at(id).y-p.y) > 40)
          && edges.every((edge) => edge.id === p.id || far(p, at(edge.from), at(edge.to)) > 22)
          && p.x + box.left > legend.right + 4)
        .map(({id, x, y}) => ({id, x: x + box.left, y: y + box.top}));
        }"""
    )


def test_clicking_a_line_shows_the_facts_of_that_pair_and_no_other(opened_lines):
    opened, lines = opened_lines
    assert len(lines) >= 8
    for line in lines:
        opened.close_panel()
        opened.click({"x": line["x"], "y": line["y"]})
        opened.page.wait_for_selector("#panel .ends")
        edge = opened.js("(id) => kgView.edges[id]", line["id"])
        ends = opened.js("() => [...document.querySelectorAll('#panel .ends button')].map((end) => end.textContent)")
        assert ends == [opened.js("(id) => kgView.nodes[id].label", edge[end]) for end in ("from", "to")]
        facts = opened.js("(id) => kgView.details.edge(id)", line["id"])
        assert opened.js("() => [...document.querySelectorAll('#panel dt')].map((name) => name.textContent)") == list(
            dict.fromkeys(fact["name"] for fact in facts)
        )
        cited = list(dict.fromkeys(number for fact in facts for number in fact.get("evidence", [])))
        assert opened.quotes() == [opened.js("(n) => kgView.details.evidence(n).quote", number) for number in cited]


@pytest.fixture
def opened_lines(opening) -> tuple[Opened, list[dict[str, Any]]]:
    opened = opening("en.html")
    return opened, clear_of_others(opened)


@pytest.mark.parametrize("asked", ["خاجي", "خاجى", "KHAJI", "علی اصغر", "asghar kha"])
def test_search_finds_a_person_in_either_script_and_spelling(opening, asked):
    opened = opening("ar.html")
    opened.page.fill("#query", asked)
    assert opened.page.inner_text("#hits [role=option] .text >> nth=0") == KHAJI
    opened.page.press("#query", "Enter")
    assert opened.page.inner_text("#panel h2") == KHAJI


@pytest.mark.parametrize("asked", ["zzz", "لا أحد هنا"])
def test_search_for_what_is_not_there_finds_nothing(opening, asked):
    opened = opening("ar.html")
    opened.page.fill("#query", asked)
    assert opened.page.locator("#hits [role=option]").count() == 0
    assert "لا يوجد" in opened.page.inner_text("#hits")


def test_letters_that_look_alike_are_alike_to_the_search(opening):
    opened = opening("en.html")
    for one, other in [
        ("أستانا", "استانا"),
        ("ايران", "إيران"),
        ("علی", "علي"),
        ("کمیته", "كميته"),
        ("Лаврентьёв", "лаврентьев"),
        ("Türkiye", "turkiye"),
        ("٢٠٢٠", "2020"),
    ]:
        assert opened.js("(text) => kgView.fold(text)", one) == opened.js("(text) => kgView.fold(text)", other)
    assert opened.js("(text) => kgView.fold(text)", "سوريا") != opened.js("(text) => kgView.fold(text)", "روسيا")


def test_the_legend_hides_a_kind_and_brings_it_back(opening):
    opened = opening("en.html")
    people, (state, *_) = opened.numbers("person"), opened.numbers("state")
    spots = {number: opened.spot(number) for number in (*people, state)}
    before = {number: opened.colour(spot) for number, spot in spots.items()}
    toggle = opened.page.locator("#kinds button", has_text="People")
    toggle.click()
    opened.settle()
    assert toggle.get_attribute("aria-pressed") == "false"
    assert set(opened.js("() => kgView.network.body.nodeIndices")).isdisjoint(people)
    assert not any(near(opened.colour(spots[number]), before[number]) for number in people)
    assert near(opened.colour(spots[state]), before[state])
    toggle.click()
    opened.settle()
    assert toggle.get_attribute("aria-pressed") == "true"
    assert {number: opened.colour(spot) for number, spot in spots.items()} == before


def test_the_legend_counts_what_is_drawn(opening):
    opened = opening("en.html")
    rows = opened.js(
        "() => [...document.querySelectorAll('#kinds button')].map((row) => [row.dataset.key, Number(row.querySelector('.count').textContent)])"
    )
    for kind, count in rows:
        assert count == len(opened.numbers(kind)) > 0


def test_labels_have_ink_and_run_the_right_way(opening):
    opened = opening("ar.html")
    labels = opened.js("() => kgView.labels()")
    assert KHAJI in {line.strip("\u2068\u2069") for label in labels for line in label["lines"]}
    for label in labels:
        for line in label["lines"]:
            assert (line[0], line[-1]) == ("\u2068", "\u2069")
    ink = opened.js(
        """(label) => { const {network} = kgView; const canvas = document.querySelector('#graph canvas');
        const middle = network.canvasToDOM({x: label.x, y: label.top}); const [w, h] = [60, 18];
        const data = canvas.getContext('2d').getImageData(middle.x - w / 2, middle.y, w, h).data;
        let dark = 0; for (let at = 0; at < data.length; at += 4) if (data[at] + data[at+1] + data[at+2] < 250) dark++; return dark }""",
        next(label for label in labels if KHAJI in label["lines"][0]),
    )
    assert ink > 40


def test_a_label_of_both_directions_reads_as_its_first_word_does(opening):
    opened = opening("ar.html")
    pictures = opened.js(
        """(text) => { const draw = (words, direction) => { const canvas = document.createElement('canvas'); canvas.width = 400; canvas.height = 40;
        const ctx = canvas.getContext('2d'); ctx.font = '20px sans-serif'; ctx.textAlign = 'center'; ctx.direction = direction; ctx.fillText(words, 200, 25);
        return canvas.toDataURL() };
        return [draw('\\u2068' + text + '\\u2069', 'ltr'), draw(text, 'rtl'), draw(text, 'ltr')] }""",
        "لافرنتييف (Lavrentiev) في سوتشي",
    )
    assert pictures[0] == pictures[1]
    assert pictures[0] != pictures[2]


def test_a_hostile_story_runs_nothing_and_is_shown_as_text(opening):
    opened = opening("hostile.html")
    count = opened.js("() => kgView.nodes.length")
    for number in range(count):
        opened.js("(id) => kgView.state.selectNode(id)", number)
    for number in range(opened.js("() => kgView.edges.length")):
        opened.js("(id) => kgView.state.selectEdge(id)", number)
    opened.page.fill("#query", "script")
    (number,) = opened.numbers("meeting")
    opened.js("(id) => kgView.state.selectNode(id)", number)
    opened.page.mouse.move(*opened.spot(number).values())
    opened.page.wait_for_timeout(100)
    assert opened.js("() => window.ran") is None
    assert opened.complaints == []
    assert len(opened.requests) == 1
    assert opened.js("() => document.querySelectorAll('#panel script, #panel img, #hits img, #tip img').length") == 0
    assert opened.js("() => document.querySelectorAll('#panel figcaption a').length") == 0
    assert "window.ran = true" in opened.panel()


def test_an_endless_quote_is_cut_until_the_reader_asks_for_all(opening):
    opened = opening("endless.html")
    opened.js("() => kgView.state.selectNode(0)")
    (shown,) = opened.quotes()
    assert len(shown) < 3100
    opened.page.click("#panel blockquote .more")
    assert opened.quotes() == [ENDLESS]


def test_what_is_hostile_would_have_run_on_a_careless_page(browser, tmp_path):
    path = tmp_path / "careless.html"
    path.write_text("<meta charset=utf-8><h1><img src=x onerror='window.ran = true'></h1>", "utf-8")
    opened = open_page(browser, path)
    opened.page.wait_for_function("window.ran === true")
    assert opened.js("() => window.ran") is True
    opened.page.close()


def test_what_was_left_out_can_be_added_and_found(opening):
    opened = opening("few.html")
    assert opened.js("() => kgView.network.body.nodeIndices.length") == 4
    total = opened.js("() => kgView.nodes.length")
    assert f"{total - 4} less connected nodes" in opened.page.inner_text("#left-out")
    opened.js("() => kgView.state.selectNode(0)")
    hidden = opened.js("() => kgView.state.hiddenNeighbours(0).length")
    assert hidden > 0
    opened.page.click("#panel .expand")
    assert opened.js("() => kgView.network.body.nodeIndices.length") == 4 + hidden
    opened.page.fill("#query", "United Nations")
    opened.page.press("#query", "Enter")
    assert opened.page.inner_text("#panel h2") == "United Nations"
    opened.settle()
    (number,) = opened.numbers("organization")
    assert number in opened.js("() => kgView.network.body.nodeIndices")


def test_the_keyboard_is_enough(opening):
    opened = opening("en.html")
    opened.page.keyboard.press("/")
    assert opened.js("() => document.activeElement.id") == "query"
    opened.page.keyboard.type("pedersen")
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    assert opened.page.inner_text("#panel h2") == "Geir Pedersen"
    opened.page.focus("#graph")
    opened.page.keyboard.press("ArrowRight")
    moved = opened.page.inner_text("#panel h2")
    assert moved != "Geir Pedersen"
    assert moved in opened.page.inner_text("#said")
    opened.page.keyboard.press("Enter")
    assert opened.js("() => document.activeElement.id") == "panel"
    opened.page.keyboard.press("Escape")
    assert opened.page.is_hidden("#panel")


def test_an_address_opens_its_node(opening):
    iri = f"{DATA}person/alexander-lavrentiev"
    opened = opening("ar.html", anchor=f"#{iri}")
    assert opened.page.inner_text("#panel h2") == LAVRENTIEV
    assert opening("ar.html").page.is_hidden("#panel")


def test_pointing_at_a_node_names_it(opening):
    opened = opening("en.html")
    (number,) = opened.numbers("visit")
    spot = opened.spot(number)
    opened.page.mouse.move(spot["x"] - 1, spot["y"])
    opened.page.mouse.move(spot["x"], spot["y"])
    opened.page.wait_for_selector("#tip:not([hidden])")
    assert "Visit" in opened.page.inner_text("#tip")


def test_an_empty_store_is_told_in_a_sentence(opening):
    opened = opening("empty.html")
    assert "the store holds no events" in opened.page.inner_text("main")
