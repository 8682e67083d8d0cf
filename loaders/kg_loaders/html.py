"""Reads an article from a saved web page: its text by trafilatura, what it tells of itself by its metadata."""

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg_loaders.article import Article
from kg_loaders.base import LoadError, Source
from kg_loaders.encoding import decode
from kg_loaders.folding import folded
from kg_loaders.html_meta import Meta, read_meta
from kg_loaders.page import read_page
from kg_loaders.scripts import written_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_LARGEST = 20_000_000
_MOST_ELEMENTS = 60_000
_LONGEST_ATTRIBUTE = 2000
_NO_TEXT = ("script", "style", "svg", "noscript", "template")
_JOINERS = "\u200c\u200d"
# Nushu, a script that no news is written in.
_SPARE_LETTERS = range(0x1B170, 0x1B2FC)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONG_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9:-]{0,40})[^<>]{10000,}(?:>|(?=<)|$)")
_BLANK_LINES = re.compile(r"\n\s*\n\s*")


class HtmlLoader:
    """One page, one article: its text is the readable text of the page, headline first."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def load(self, source: Source) -> Iterator[Article | LoadError]:
        """Yield the article, or a LoadError if the page can't be read or has no text."""
        try:
            yield _read(source)
        except LoadError as error:
            yield error
        except RecursionError:
            yield LoadError(
                f"{source.name}: its tags are nested too deeply to be a page; save it again or copy its text into a .txt file."
            )


def _read(source: Source) -> Article:
    if len(source.data) > _LARGEST:
        raise LoadError(
            f"{source.name}: too large for one page (over {_LARGEST // 1_000_000} MB); save the article alone."
        )
    markup = decode(source.data, source.name, markup=True)
    tree = _parse(markup, source.name)
    meta = read_meta(tree, markup)
    _clean(tree)
    text = _with_headline(_readable(tree), meta.title)
    if not text.strip():
        raise LoadError(
            f"{source.name}: no readable text in this page; save it when it is fully shown, or copy its text into a .txt file."
        )
    return _article(source, text, meta)


def _article(source: Source, text: str, meta: Meta) -> Article:
    page = read_page(text, meta.title)
    url = meta.url or page.url
    return Article(
        text=text,
        body=page.body,
        dropped=page.dropped,
        title=page.title,
        site=meta.site or page.site,
        url=url,
        published=meta.published or page.published,
        published_from=meta.published_from or page.published_from,
        language=meta.language if meta.language and written_in(text, meta.language) else None,
        source=source.name,
        key=url or source.key,
        title_block=page.title_block,
    )


def _parse(markup: str, name: str) -> "HtmlElement":
    from trafilatura.utils import load_html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    # The parser compares each attribute of a tag with all others: a tag of a megabyte would take it hours.
    markup = _LONG_TAG.sub(r"<\1>", markup)
    head = markup[:2000].lower()
    tree = load_html(markup if "<html" in head else f"<html><body>{markup}</body></html>")
    if tree is None:
        raise LoadError(f"{name}: this is not a web page; save it again, or name it .txt if it is plain text.")
    count = sum(1 for _ in zip(tree.iter(), range(_MOST_ELEMENTS + 1), strict=False))
    if count > _MOST_ELEMENTS:
        raise LoadError(f"{name}: too many elements for one page (over {_MOST_ELEMENTS}); save the article alone.")
    return tree


def _clean(tree: "HtmlElement") -> None:
    """Take out what holds no text and what makes the extraction slow: scripts, and attributes of absurd length."""
    for element in list(tree.iter(*_NO_TEXT)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in tree.iter():
        if isinstance(element.tag, str):
            for attribute, value in element.attrib.items():
                if len(value) > _LONGEST_ATTRIBUTE:
                    del element.attrib[attribute]


def _readable(tree: "HtmlElement") -> str:
    from trafilatura import bare_extraction, baseline

    joiners = _hide_joiners(tree)
    found = bare_extraction(tree, include_comments=False)
    text = getattr(found, "text", None) or baseline(tree)[1] or ""
    return _BLANK_LINES.sub("\n\n", text.translate(joiners)).strip()


def _hide_joiners(tree: "HtmlElement") -> dict[int, str]:
    """Put rare letters in place of zero-width joiners, and return the way back.

    trafilatura deletes what is not printable, but the half-space (U+200C) is part of Persian spelling.
    """
    text = "".join(tree.itertext())
    spare = (chr(code) for code in _SPARE_LETTERS if chr(code) not in text)
    hidden = {ord(joiner): letter for joiner, letter in zip(_JOINERS, spare, strict=False) if joiner in text}
    if hidden:
        for element in tree.iter():
            element.text = element.text and _hide(element.text, hidden)
            element.tail = element.tail and _hide(element.tail, hidden)
    return {ord(letter): chr(joiner) for joiner, letter in hidden.items()}


def _hide(text: str, hidden: dict[int, str]) -> str:
    """The tree gives out control characters (of &#1;, say) that it does not take back."""
    return _NOT_XML.sub("", text.translate(hidden))


def _with_headline(text: str, title: str | None) -> str:
    """The page's text with its headline first, on a line of its own, so that the headline has a place in it."""
    if not title or not text:
        return text
    first, _, rest = text.partition("\n")
    return f"{first}\n\n{rest.lstrip()}" if folded(first) == folded(title) else f"{title}\n\n{text}"
