"""What a page's JSON-LD says of the article."""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_KINDS = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BlogPosting",
    "PressRelease",
)
_DEEPEST = 6
_LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Facts:
    """The fields of the first article that the page describes, as they are written."""

    title: str | None = None
    site: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


def read_json_ld(tree: "HtmlElement") -> Facts:
    """Read the first article of a page's JSON-LD; broken JSON-LD tells nothing."""
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or "").lower():
            for node in _nodes(_parse(element.text or ""), 0):
                if _is_article(node):
                    return _facts(node)
    return Facts()


def _parse(text: str) -> object:
    if len(text) > _LONGEST:
        return None
    try:
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth + 1)


def _is_article(node: dict[str, object]) -> bool:
    kinds = node.get("@type")
    return any(kind in _KINDS for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _facts(node: dict[str, object]) -> Facts:
    return Facts(
        title=_text(node.get("headline")) or _text(node.get("name")),
        site=_named(node.get("publisher"), "name"),
        url=_named(node.get("url"), "@id") or _named(node.get("mainEntityOfPage"), "@id"),
        published=_text(node.get("datePublished")),
        language=_named(node.get("inLanguage"), "alternateName"),
    )


def _named(value: object, field: str) -> str | None:
    first = value[0] if isinstance(value, list) and value else value
    return _text(first.get(field)) if isinstance(first, dict) else _text(first)


def _text(value: object) -> str | None:
    words = " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
    return words.encode("utf-8", "ignore").decode() or None
