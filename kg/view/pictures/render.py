"""Renders pictures as one page: everything inlined, the evidence as inert JSON, a strict security policy."""

from collections.abc import Sequence
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.view.columns import Columns
from kg.view.pictures.figure import Figure, kinds
from kg.view.pictures.sheet import Sheet
from kg.view.render import data, fingerprint
from kg.view.words import isolate

_SHARED = ("data.js", "theme.js", "panel.js")


def render_page(sheet: Sheet, title: str, figures: Sequence[Figure], empty: str = "") -> str:
    """The whole page as HTML; ``empty`` is the sentence that stands there instead if there is nothing to draw."""
    folder = files("kg.view").joinpath("template")
    own = files("kg.view.pictures").joinpath("template")
    scripts = [folder.joinpath(name).read_text("utf-8") for name in _SHARED] + [
        own.joinpath("marks.js").read_text("utf-8")
    ]
    script = "(() => {\n'use strict';\n" + "\n".join(scripts) + "\n})();"
    style = "\n".join(
        (folder.joinpath("page.css").read_text("utf-8"), own.joinpath("picture.css").read_text("utf-8"), _colours())
    )
    shared = Columns(sheet.graph()).blocks()
    return (
        _environment()
        .get_template("picture.html")
        .render(
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
            shared=shared | {"kinds": kinds(), "words": sheet.words.table},
        )
    )


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("kg.view.pictures", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update({"data": data, "isolate": isolate})
    return made


def _colours() -> str:
    """The colour of each kind: by day, in the dark, and on paper as by day."""
    light = "".join(f".k-{kind}{{--k:{look['light']}}}" for kind, look in kinds().items())
    dark = "".join(f".k-{kind}{{--k:{look['dark']}}}" for kind, look in kinds().items())
    return f"{light}@media screen and (prefers-color-scheme: dark){{{dark}}}"
