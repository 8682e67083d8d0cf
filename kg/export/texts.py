"""Makes texts fit for the files that other programs read: no character that breaks a file, no cell that a spreadsheet would run."""

import re
from collections.abc import Sequence

from kg.projection.model import Node, Value

SEPARATOR = " | "
LONGEST = 200
"""Characters of the name that is shown of a node; its properties keep all of it."""

# XML has no words for these, even escaped; half characters no UTF-8 file.
_BROKEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)
_LINES = re.compile("[\t\n\r\x85\u2028\u2029]+")
# What spreadsheets take for the start of a formula, also behind blanks and marks that nobody sees.
_FORMULA = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_SHOWN = ("name", "headline", "quote", "about", "articleName")


def clean(text: str) -> str:
    """A text without the characters that XML and UTF-8 can't hold: U+FFFD stands for each, so that the length stays."""
    return _BROKEN.sub("\ufffd", text)


def xml(text: str) -> str:
    """A text as it stands between tags or quotes of XML; line ends survive both."""
    return clean(text).translate(_XML)


def line(text: str) -> str:
    """A clean text on one line."""
    return _LINES.sub(" ", clean(text))


def cell(value: Value | None) -> str:
    """A value as a cell of a spreadsheet, on one line; an apostrophe stands before what would be run as a formula."""
    if value is None:
        return ""
    text = line(plain(value))
    return f"'{text}" if isinstance(value, str | tuple) and _FORMULA.match(text) else text


def plain(value: Value) -> str:
    """A value as a text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return SEPARATOR.join(value) if isinstance(value, tuple) else str(value)


def names(node: Node) -> tuple[str, ...]:
    """All names of a node, each once: the one in English first, then by language, then the others."""
    told = [value for name, value in node.properties.items() if name == "name" or name.startswith("name_")]
    aliases = node.properties.get("aliases", ())
    others: Sequence[str] = aliases if isinstance(aliases, tuple) else ()
    return tuple(dict.fromkeys((*map(str, told), *others)))


def shown(node: Node, language: str) -> str:
    """What a node is called in a language, or else as it may be; never nothing, and not endless."""
    wanted = (f"name_{tag.replace('-', '_')}" for tag in (language, language.partition("-")[0]))
    told = node.properties
    named = (str(told.get(name, "")) for name in (*wanted, *_SHOWN))
    days = " – ".join(dict.fromkeys(str(told[name]) for name in ("earliest", "latest") if name in told))
    text = next((found for found in map(line, named) if found.strip()), days or node.iri.rsplit("/", 1)[-1])
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
