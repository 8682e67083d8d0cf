"""Renders pictures as one page: everything inlined, the evidence as inert JSON, a strict security policy."""

from collections.abc import Sequence
from importlib.resources import files

from kg.view.columns import Columns
from kg.view.pictures.figure import Figure, kinds
from kg.view.pictures.filling import fill
from kg.view.pictures.sheet import Sheet
from kg.view.render import fingerprint

_SHARED = ("data.js", "search.js", "theme.js", "marks.js", "panel.js")


def render_page(sheet: Sheet, title: str, figures: Sequence[Figure], empty: str = "") -> str:
    """The whole page as HTML; ``empty`` is the sentence that stands there instead if there is nothing to draw."""
    script, style = _script(), _style()
    # A line of these pages is a pair: a cell of a matrix.
    words = {**sheet.words.table, "family": {**sheet.words.table["family"], "tie": sheet.words.say("picture.pair")}}
    return fill(
        "picture.html",
        title=title,
        figures=figures,
        empty=empty,
        words=sheet.words.table,
        interface=sheet.words.interface,
        kinds=kinds(),
        script=script,
        style=style,
        script_hash=fingerprint(script),
        style_hash=fingerprint(style),
        blocks=Columns(sheet.graph()).blocks() | {"kinds": kinds(), "words": words},
    )


def _script() -> str:
    shared, own = files("kg.view").joinpath("template"), files("kg.view.pictures").joinpath("template")
    parts = [*(shared.joinpath(name) for name in _SHARED), own.joinpath("pictures.js")]
    return "(() => {\n'use strict';\n" + "\n".join(part.read_text("utf-8") for part in parts) + "\n})();"


def _style() -> str:
    shared, own = files("kg.view").joinpath("template"), files("kg.view.pictures").joinpath("template")
    sheets = (shared.joinpath("page.css"), own.joinpath("picture.css"))
    return "\n".join((*(part.read_text("utf-8") for part in sheets), _colours()))


def _colours() -> str:
    """The colour of each kind: by day, in the dark, and on paper as by day."""
    light = "".join(f".k-{kind}{{--k:{look['light']}}}" for kind, look in kinds().items())
    dark = "".join(f".k-{kind}{{--k:{look['dark']}}}" for kind, look in kinds().items())
    return f"{light}@media screen and (prefers-color-scheme: dark){{{dark}}}"
