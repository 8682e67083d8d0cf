"""Renders a picture with pyvis under our own template: everything inlined, data as inert JSON, a strict security policy."""

import base64
import hashlib
import json
import re
import tomllib
from importlib.resources import files
from typing import Any

from pyvis.network import Network  # type: ignore[import-untyped]

from kg.view.picture import Picture
from kg.view.words import Words

_SCRIPTS = (
    *("data.js", "search.js", "theme.js", "looks.js", "labels.js", "marks.js", "panel.js", "graph.js"),
    *("filters.js", "span.js", "path.js", "address.js", "scene.js", "overview.js", "legend.js", "controls.js"),
)
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_OVERVIEW = {"graphology": "graphology.umd.min.js", "sigma": "sigma.min.js"}
# What could end a script element, or a line of script in an old browser, and what UTF-8 can't hold.
_DANGEROUS = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hideEdgesOnDrag": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "tooltipDelay": 150,
        "zoomSpeed": 0.7,
    },
    "nodes": {"shape": "custom", "chosen": False},
    "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
}


def render(picture: Picture, words: Words, title: str, empty: str) -> str:
    """The whole page as HTML; ``empty`` is what it says if there is no node."""
    network: Any = Network(directed=False)
    network.nodes, network.edges, network.options = picture.nodes, picture.edges, _OPTIONS
    folder = files("kg.view").joinpath("template")
    network.set_template_dir(str(folder), "page.html")
    network.templateEnv.autoescape = True
    network.templateEnv.filters["data"] = data
    vis = files("pyvis").joinpath(_VIS).read_text("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    own = (
        "(() => {\n'use strict';\n"
        + "\n".join(folder.joinpath(name).read_text("utf-8") for name in _SCRIPTS)
        + "\n})();"
    )
    style = folder.joinpath("page.css").read_text("utf-8")
    # A page that draws all that it holds needs no overview.
    more = _OVERVIEW if picture.total > len(picture.nodes) else {}
    overview = {name: folder.joinpath("overview", file).read_text("utf-8") for name, file in more.items()}
    network.templateEnv.globals.update(
        {
            "title": title,
            "empty": "" if picture.nodes else empty,
            "words": words.table,
            "interface": words.interface,
            "blocks": picture.blocks,
            "kinds": tomllib.loads(files("kg.view").joinpath("kinds.toml").read_text("utf-8")),
            "left_out": picture.total - len(picture.nodes),
            "beyond": picture.beyond,
            "total": picture.total,
            "vis": vis,
            "overview": overview,
            "own": own,
            "style": style,
            "script_hashes": " ".join(map(fingerprint, (vis, own, *overview.values()))),
            "style_hashes": fingerprint(style),
        }
    )
    return str(network.generate_html())


def data(value: object) -> str:
    """A value as JSON that can stand in a script element: no character in it can end the element or break a line."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _DANGEROUS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def fingerprint(text: str) -> str:
    """The hash of a script or a style by which a security policy allows it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
