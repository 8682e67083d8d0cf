"""Writes the graph as one HTML file that works without a network and runs no script but its own."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ExportError
from kg.store.base import Store
from kg.view.build import build_graph
from kg.view.picture import MOST_DRAWN, Picture
from kg.view.render import render
from kg.view.selection import Selection
from kg.view.words import Words

EMBEDDED = 20_000
"""So many nodes a page holds unless more are asked for; it takes about 800 bytes for each."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What was written: nodes and lines drawn when the page opens, nodes that only the file holds, nodes that it doesn't hold, and where."""

    nodes: int
    edges: int
    left_out: int
    beyond: int
    path: Path


def write_page(
    store: Store,
    path: Path | str,
    *,
    language: str = "en",
    title: str | None = None,
    limit: int = 300,
    embed: int = EMBEDDED,
    selection: Selection | None = None,
) -> Summary:
    """Draw a store as a page.

    Args:
        store: where the graph is.
        path: the file to write; an older one is replaced only once the new one is complete.
        language: the reader's language: labels are in it where there are any, and so is the interface (en, ar, fa, ru; else English).
        title: heading of the page; else what the selection was asked for.
        limit: how many nodes are drawn at first, the most central ones (at most 1000); the file holds the others too.
        embed: how many nodes the file holds, of more the most central ones.
        selection: what to draw of it (``kg.view.choosing``); all if None.

    Raises:
        ExportError: the file can't be written.
    """
    words = Words.of(language)
    graph = build_graph(store, words, selection, embed)
    picture = Picture.of(graph, words, min(max(limit, 1), MOST_DRAWN))
    empty = words.say("empty" if selection is None else "empty_query")
    heading = title or (selection.heading if selection else "") or words.say("page")
    html = render(picture, words, heading, empty)
    write_file(Path(path), html)
    drawn = len(picture.nodes)
    return Summary(drawn, len(picture.edges), picture.total - drawn, graph.left_out, Path(path))


def write_file(path: Path, text: str) -> None:
    """Write a page; an older one is replaced only once the new one is complete.

    Raises:
        ExportError: the file can't be written.
    """
    partial: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        partial = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        partial.chmod(0o644)
        partial.replace(path)
    except OSError as error:
        raise ExportError(
            f"can't write the page to {path}: {error.strerror or error}; give a file in a folder you can write to"
        ) from error
    finally:
        if partial is not None:
            partial.unlink(missing_ok=True)
