"""Cuts a stretch of text into the units of the date grammar: one kind letter per word, number or sign."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from kg.text.dates.lexicon import HIDDEN, MARKS, OTHER, Entry, Lexicon, Written

_LETTERS = rf"[^\W\d_]++(?:[{MARKS}{HIDDEN}]++[^\W\d_]*+)*+"
# Three numbers with the same sign between them, and not a part of a longer number, address or version.
_NUMERIC = r"(?<![\d./-])(?P<numeric>\d{1,4}([./-])\d{1,2}\2\d{1,4})(?![./-]?\d)"
_SPLIT_NUMBER = r"\d++(?:[.٫]\d++|[,٬]\d{3}(?!\d))++"
_TOKEN = re.compile(rf"{_NUMERIC}|(?P<other>{_SPLIT_NUMBER})|(?P<word>\d++|{_LETTERS})|(?P<sign>[^\s{HIDDEN}]|\n)")
_QUICK = re.compile(rf"\d++|{_LETTERS}")
_DATE_SIGN = re.compile(r"\d([./-])\d{1,2}\1\d")
_SIGNS = {
    **dict.fromkeys(",،", "c"),
    **dict.fromkeys('([«"“', "b"),
    **dict.fromkeys(")]»”", "B"),
    "/": "s",
    **dict.fromkeys("-–—‑−", "h"),
    ".": "P",
}
# A stretch without any of these holds no date.
_ANCHORS = frozenset("mwWdDrkMYiuSy")


class Unit(NamedTuple):
    """A unit of the grammar and its place in the untouched text."""

    kind: str
    start: int
    end: int
    value: Any = None


def may_hold_dates(text: str, lexicon: Lexicon) -> bool:
    """Whether a text has a word that no date does without: a cheap look before a careful one."""
    anchors = _ANCHORS
    for word in _QUICK.findall(text):
        written = lexicon[word]
        if written.entry.kind in anchors or written.phrases:
            return True
    return _DATE_SIGN.search(text) is not None


def units(text: str, start: int, end: int, lexicon: Lexicon) -> list[Unit]:
    """The units of ``text[start:end]``; words that the grammar passes over (the) are left out."""
    tokens = list(_TOKEN.finditer(text, start, end))
    found: list[Unit] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token["word"] is None:
            found.append(_sign(token))
            at += 1
            continue
        written = lexicon[token["word"]]
        entry, length = _phrase(tokens, at, written, lexicon)
        found += _unit(token.start(), tokens[at + length - 1].end(), written, entry)
        at += length
    return found


def _sign(token: re.Match[str]) -> Unit:
    if token["numeric"] is not None:
        parts = tuple(re.split(r"[./-]", token["numeric"]))
        return Unit("T", token.start(), token.end(), (*parts, token[2]))
    return Unit(_SIGNS.get(token["sign"] or "", "x"), token.start(), token.end())


def _phrase(tokens: list[re.Match[str]], at: int, written: Written, lexicon: Lexicon) -> tuple[Entry, int]:
    """The longest phrase that the words from ``at`` on spell, else the word alone."""
    for rest, entry in written.phrases:
        words = [token["word"] for token in tokens[at + 1 : at + 1 + len(rest)]]
        if len(words) == len(rest) and all(
            w is not None and lexicon.fold(w) == r for w, r in zip(words, rest, strict=True)
        ):
            return entry, 1 + len(rest)
    return written.entry, 1


def _unit(start: int, end: int, written: Written, entry: Entry) -> Iterator[Unit]:
    if entry is OTHER:
        yield Unit("x", start, end)
        return
    for kind, offset in written.clitics:
        yield Unit(kind, start + offset, start + offset + 1)
    if entry.kind:
        yield Unit(entry.kind, start + written.stem, end, entry.value)
