"""Cuts a Cypher query into words: names, texts, numbers, parameters and signs, each with its place."""

import re
from dataclasses import dataclass

from kg.cypher.unread import Unread

_WORDS = re.compile(
    r"""(?P<quiet>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<name>[^\W\d]\w*)
    |`(?P<quoted>(?:``|[^`])+)`
    |(?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
    |(?P<float>(?:\d[\d_]*)?\.\d[\d_]*(?:[eE][+-]?\d+)?|\d[\d_]*[eE][+-]?\d+)
    |(?P<integer>0x[0-9a-fA-F_]+|0o[0-7_]+|\d[\d_]*)
    |\$(?P<parameter>\w+)|\$`(?P<odd>(?:``|[^`])+)`
    |(?P<sign><=|>=|<>|=~|!=|\.\.|\|\||::|\+=|[-+*/%^=<>()\[\]{},.:;|&!])""",
    re.DOTALL | re.VERBOSE,
)
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "\\": "\\", "'": "'", '"': '"', "`": "`"}
_BEGUN = {"'": "a text is begun here and not ended", '"': "a text is begun here and not ended"}
_BEGUN |= {"`": "a name is begun here and not ended"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place; ``kind`` is name, quoted, text, float, integer, parameter, sign or end, ``value`` what it says."""

    kind: str
    value: str
    start: int
    end: int


def cut(query: str) -> list[Word]:
    """The words of a query, and one of the kind ``end`` behind them.

    Raises:
        Unread: a character begins no word, or a text isn't ended.
    """
    words, at = [], 0
    while at < len(query):
        found = _WORDS.match(query, at)
        if found is None or (query.startswith("/*", at) and found.lastgroup != "quiet"):
            raise Unread(_BEGUN.get(query[at], f"'{query[at]}' begins no word"), at)
        if found.lastgroup != "quiet":
            words.append(_word(found))
        at = found.end()
    return [*words, Word("end", "", len(query), len(query))]


def _word(found: re.Match[str]) -> Word:
    kind, value = found.lastgroup or "", found[found.lastgroup or 0]
    if kind == "text":
        value = _ESCAPED.sub(lambda escaped: _plain(escaped, found.start()), value[1:-1])
    if kind in ("quoted", "odd"):
        value = value.replace("``", "`")
    if kind in ("float", "integer") and re.match(r"\w", found.string[found.end() :]):
        raise Unread("a number ends where a letter follows", found.end())
    return Word("parameter" if kind == "odd" else kind, value, found.start(), found.end())


def _plain(escaped: re.Match[str], start: int) -> str:
    if escaped[1]:
        return chr(int(escaped[1], 16))
    if escaped[2] not in _ESCAPES:
        raise Unread(f"\\{escaped[2]} means nothing in a text", start)
    return _ESCAPES[escaped[2]]
