"""Opens the page of an explanation in a headless browser: hostile text runs nothing, Arabic runs from right to left, marks are seen."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from explain_tools import hostile
from kg_loaders.article import Article, Block, Dropped
from playwright.sync_api import Browser, Page
from sample_article import SENTENCES, extraction, span, welcome

from kg.explain import explain, page
from kg.model import Extraction, Named

CLEAR = "rgba(0, 0, 0, 0)"


@dataclass
class Opened:
    """A page with all that it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def style(self, selector: str, name: str) -> str:
        """What a property of the first element of a kind comes to."""
        return str(self.page.eval_on_selector(selector, "(element, name) => getComputedStyle(element)[name]", name))


def english() -> Extraction:
    """A short article in English without events, with a part that was left out."""
    text = "A quiet day in the capital.\n\n1,204 readers"
    return Extraction(Article(text, (Block(0, 27),), (Dropped(29, len(text), "counter"),)), "en", (), ())


@pytest.fixture
def opening(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    made: list[Opened] = []

    def opens(*those: Extraction, scheme: str = "light") -> Opened:
        path = tmp_path / "explain.html"
        sections = [page.section(explain(one), number) for number, one in enumerate(those, 1)]
        path.write_text(page.head("Explained") + "".join(sections) + page.foot(), encoding="utf-8")
        opened = Opened(browser.new_page(viewport={"width": 1200, "height": 800}, color_scheme=scheme))
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.complaints.append(message.text))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("dialog", lambda dialog: (opened.complaints.append(dialog.message), dialog.dismiss()))
        opened.page.goto(path.as_uri())
        made.append(opened)
        return opened

    yield opens
    for opened in made:
        opened.page.close()


def test_hostile_text_runs_nothing_and_fetches_nothing(opening: Any) -> None:
    opened = opening(hostile(), extraction)
    assert opened.page.evaluate("window.ran") is None
    assert opened.complaints == []
    assert len(opened.requests) == 1
    assert opened.page.locator("script, img, svg, iframe, a[href^=javascript]").count() == 0
    assert "<img src=x onerror='window.ran = true'>" in opened.page.inner_text("#a1 .text")


def test_an_inline_script_or_handler_would_be_refused(opening: Any) -> None:
    opened = opening(english())
    opened.page.evaluate(
        """() => { document.body.insertAdjacentHTML('beforeend', '<b id="bad" onclick="window.ran = true">x</b>');
        const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script);
        document.getElementById('bad').click() }"""
    )
    assert opened.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in told for told in opened.complaints)


def test_an_arabic_paragraph_runs_from_right_to_left_and_an_english_one_does_not(opening: Any) -> None:
    opened = opening(extraction, english())
    assert opened.style("#a1 .text .body", "direction") == "rtl"
    assert opened.style("#a1 .text .body", "unicodeBidi") == "isolate"
    assert opened.style("#a2 .text .body", "direction") == "ltr"
    box = opened.page.locator("#a1 .text .body").nth(1).bounding_box()
    first = opened.page.locator("#a1 mark.trigger").first.bounding_box()
    assert box is not None and first is not None
    assert first["x"] > box["x"] + box["width"] / 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_are_seen_and_told_apart(opening: Any, scheme: str) -> None:
    inner = Named(span("اللجنة الدستورية", 2), "Constitutional Committee")
    opened = opening(replace(extraction, statements=(replace(welcome, topics=(inner,)),)), scheme=scheme)
    kinds = ("trigger", "participant", "office", "place", "date", "topic", "process", "verb", "about")
    colours = {kind: opened.style(f"#a1 .text mark.{kind}", "backgroundColor") for kind in kinds}
    assert CLEAR not in colours.values()
    assert len(set(colours.values())) == len(kinds)
    assert opened.page.locator("#a1 .text mark.trigger").first.inner_text() == "التقى"
    assert opened.page.locator("#a1 .text mark.about mark.topic").count() == 1
    assert SENTENCES[0] in opened.page.inner_text("#a1 .text")


def test_a_card_leads_to_its_trigger(opening: Any) -> None:
    opened = opening(extraction)
    opened.page.click("#a1-2 h3 a")
    assert opened.page.eval_on_selector("mark:target", "(mark) => mark.textContent") == "يزور"
    assert opened.style("mark:target", "outlineStyle") == "solid"


def test_what_was_left_out_is_grey_with_its_reason(opening: Any) -> None:
    opened = opening(english())
    assert opened.page.inner_text(".text .dropped") == "left out: counter 1,204 readers"
    assert opened.style(".text .dropped", "color") != opened.style(".text .body", "color")
    assert "No event" in opened.page.inner_text(".notice")
