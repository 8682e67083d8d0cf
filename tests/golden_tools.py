"""Reads the golden annotations: what a careful reader finds in the example articles and in short articles written for the tests.

An annotation is a JSON file that names the article it is about. Every ``*_as_written`` in it is an exact substring of that
article. The people of ``golden/articles`` are invented; those of ``examples/articles`` are real (``docs/sources.md``).
"""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "tests" / "golden"
_UNSEEN = {"script", "style", "head", "title"}


@dataclass(frozen=True, slots=True)
class Golden:
    """One annotation: ``path`` is its own file, ``file`` holds the article (its ``line``, counted from 1, in a JSONL file), ``data`` the annotation as it stands."""

    id: str
    path: Path
    file: Path
    line: int | None
    data: dict[str, Any] = field(repr=False)

    @property
    def events(self) -> list[dict[str, Any]]:
        """The annotated events."""
        return list(self.data["events"])

    @property
    def statements(self) -> list[dict[str, Any]]:
        """The annotated statements."""
        return list(self.data["statements"])

    def text(self) -> str:
        """The article as a reader sees it, headline included."""
        raw = self.file.read_text(encoding="utf-8")
        if self.line is not None:
            record = json.loads(raw.splitlines()[self.line - 1])
            return f"{record['title']}\n\n{record['text']}"
        return seen(raw) if self.file.suffix == ".html" else raw


def load() -> tuple[Golden, ...]:
    """All annotations, in the order of their names."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.json")))


def seen(page: str) -> str:
    """The visible text of an HTML page, its furniture included."""
    reader = _Reader()
    reader.feed(page)
    return " ".join(reader.parts)


def _read(path: Path) -> Golden:
    data = json.loads(path.read_text(encoding="utf-8"))
    return Golden(data["id"], path, ROOT / data["file"], data.get("line"), data)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            self._hidden.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)
