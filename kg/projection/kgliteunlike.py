"""Projections, regular expressions and functions that kglite would answer otherwise than Neo4j 5 are refused."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.errors import QueryError
from kg.projection.dialect import REMEMBERED, bare, expressions, place

_OTHERWISE = (
    (
        re.compile(r"\b(?:percentileCont|percentileDisc|stDevP)\s*\(", re.IGNORECASE),
        "the embedded engine has no percentileCont, percentileDisc or stDevP: collect the values and compute there",
    ),
    (re.compile(r"\|\|"), "the embedded engine takes || for texts alone: write +"),
    (
        re.compile(r"\b[A-Za-z_]\w*\.\w+\s+IN\s*\[\s*date\s*\(", re.IGNORECASE),
        "a day of the graph is a text, which is never equal to a date: list texts, or compare date(…)",
    ),
)
_PROJECTED = re.compile(r"(?<![\w.:$])([A-Za-z_]\w*)\s*\{\s*\.")
_CLASSES = re.compile(r"\\\\[bB]|\[\[:")
_FOLDED = re.compile(r"\(\?i\).*[^\x00-\x7f]", re.DOTALL)


@lru_cache(maxsize=REMEMBERED)
def refuse_unlike(query: str) -> None:
    """Refuse what kglite would answer otherwise than Neo4j without saying so.

    Raises:
        QueryError: the query holds such a thing.
    """
    words = bare(query)
    for offset, why in _found(query, words):
        raise QueryError(f"{why}{place(query, offset)}")


def _found(query: str, words: str) -> Iterator[tuple[int, str]]:
    for pattern, why in _OTHERWISE:
        if found := pattern.search(words):
            yield found.start(), why
    yield from _projections(words)
    yield from _patterns(query)


def _projections(words: str) -> Iterator[tuple[int, str]]:
    """Projections such as ``r {.date}`` of what is no node of a pattern: the engine would answer nothing."""
    for found in _PROJECTED.finditer(words):
        name = found[1]
        if re.search(rf"-\s*\[\s*{name}\b|\[\s*{name}\s+IN\b|\bAS\s+{name}\b", words, re.IGNORECASE):
            why = f"the embedded engine projects only nodes of a pattern: write {{key: {name}.key}} for {name} {{.key}}"
            yield found.start(), why


def _patterns(query: str) -> Iterator[tuple[int, str]]:
    """Regular expressions of which Neo4j, with those of Java, takes other letters and figures than the engine."""
    for found in expressions(query):
        if _CLASSES.search(found[1]):
            yield (
                found.start(1),
                r"\b and [[:…:]] know other letters in Neo4j: write [^\p{L}], [a-z] or the like",
            )
        if _FOLDED.search(found[1]):
            yield (
                found.start(1),
                "(?i) folds Latin letters alone in Neo4j: write (?iu), or toLower(…) and small letters",
            )
