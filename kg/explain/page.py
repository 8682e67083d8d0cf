"""Writes explanations as one HTML page that stands alone: no script, no network, nothing of the article's text taken for markup."""

import base64
import hashlib
import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kg.explain.cards import Card, Entry
from kg.explain.explanation import Explanation
from kg.explain.layout import Part, Stretch
from kg.explain.marks import Close, Label, Mark, Open, Step
from kg.model import Span

# Control characters and half characters have no place in HTML; one sign for each keeps the offsets.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
_SAMPLE = 2000
_NUMBERED = (Label.TRIGGER, Label.VERB)


def head(title: str) -> str:
    """The beginning of the page, up to the first article."""
    style = _style()
    legend = "".join(f'<li><mark class="{label.value}">{label.value}</mark></li>' for label in Label)
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(_policy(style))}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{_safe(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<header><h1>{_safe(title)}</h1><ul class="legend">{legend}<li class="dropped">left out</li></ul></header>\n'
    )


def section(explanation: Explanation, number: int) -> str:
    """One article with its events and statements; ``number`` tells it from the others of the page."""
    text = "".join(_stretch(explanation, stretch, way, number) for stretch, way in explanation.steps())
    cards = "".join(_card(card, number) for card in (*explanation.events, *explanation.statements))
    notice = f'<p class="notice" role="note">{_safe(explanation.notice)}</p>' if explanation.notice else ""
    return (
        f'<article id="a{number}">\n<h2>{_bdi(explanation.article.title or explanation.article.name)}</h2>\n'
        f'{_about(explanation)}{notice}\n<div class="columns"><div class="text">\n{text}</div>\n'
        f'<div class="cards">\n{cards}</div></div>\n</article>\n'
    )


def foot() -> str:
    """The end of the page."""
    return "</body>\n</html>\n"


def direction(text: str) -> str:
    """``rtl`` where most letters of a text's beginning are written from right to left, else ``ltr``."""
    kinds = [unicodedata.bidirectional(letter) for letter in text[:_SAMPLE]]
    return "rtl" if sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L") else "ltr"


@cache
def _style() -> str:
    return files("kg.explain").joinpath("page.css").read_text("utf-8").replace("\r\n", "\n")


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _safe(text: str) -> str:
    return html.escape(_UNPRINTABLE.sub("\ufffd", text))


def _bdi(text: str) -> str:
    return f"<bdi>{_safe(text)}</bdi>"


def _about(explanation: Explanation) -> str:
    article = explanation.article
    told = [_safe(f"Language: {explanation.language or 'unknown'}")]
    when = f"{article.published} (from {article.published_from})" if article.published else "unknown"
    told.append(_safe(f"published: {when}"))
    told.append(_bdi(article.source))
    if article.url is not None:
        safe = _ADDRESS.fullmatch(article.url) is not None
        link = f'<a rel="noreferrer" href="{_safe(article.url)}">{_bdi(article.url)}</a>'
        told.append(link if safe else _bdi(article.url))
    return f'<p class="about">{" · ".join(told)}</p>\n'


def _stretch(explanation: Explanation, stretch: Stretch, way: tuple[Step, ...], number: int) -> str:
    text = explanation.source(stretch)
    inside = "".join(_step(text, step, number) for step in way)
    reason = f'<span class="reason" dir="ltr">left out: {_safe(stretch.reason)}</span> ' if stretch.reason else ""
    tag = "h3" if stretch.part in (Part.TITLE, Part.HEADLINE) else "p"
    turned = direction(text[stretch.start : stretch.end])
    return f'<{tag} class="{stretch.part.value}" dir="{turned}">{reason}{inside}</{tag}>\n'


def _step(text: str, step: Step, number: int) -> str:
    if isinstance(step, Close):
        return "</mark>"
    if isinstance(step, Open):
        return _open(step, number)
    return _safe(text[step.start : step.end])


def _open(step: Open, number: int) -> str:
    mark = step.mark
    told = f"{mark.label.value} of {_owners(mark)}"
    numbered = step.first and mark.label in _NUMBERED
    place = f' id="{_anchor(number, mark.label, mark)}" data-of="{",".join(mark.of)}"' if numbered else ""
    return f'<mark class="{mark.label.value}" title="{told}"{place}>'


def _owners(mark: Mark) -> str:
    return ", ".join(f"statement {one[1:]}" if one.startswith("s") else f"event {one}" for one in mark.of)


def _anchor(number: int, label: Label, at: Mark | Span) -> str:
    return f"a{number}-{label.value}-{'title-' * at.in_title}{at.start}"


def _card(card: Card, number: int) -> str:
    statement = card.number.startswith("s")
    kind, label = ("Statement", Label.VERB) if statement else ("Event", Label.TRIGGER)
    target = _anchor(number, label, card.trigger)
    rows = "".join(_entry(entry) for entry in card.entries)
    return (
        f'<section class="card" id="a{number}-{card.number}"><h3><a href="#{target}">{kind} {card.number.lstrip("s")}</a>: '
        f"{_safe(card.title)}</h3>\n<dl>{rows}</dl></section>\n"
    )


def _entry(entry: Entry) -> str:
    return f"<dt>{_safe(entry.name)}</dt><dd>{' '.join(_parts(entry))}</dd>\n"


def _parts(entry: Entry) -> Iterator[str]:
    if entry.value:
        yield f"<bdi>{_safe(entry.value)}</bdi>"
    if entry.quote is not None:
        yield f'<q dir="{direction(entry.quote.text)}">{_safe(entry.quote.text)}</q>'
    yield from (f'<bdi class="note">{_safe(note)}</bdi>' for note in entry.notes)
