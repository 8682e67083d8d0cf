"""Reads the tab-separated answers of SPARQL as our own terms: an engine writes a long one faster than it hands over term by term."""

import re
from collections.abc import Iterator

from kg_ontology import PREFIXES

from kg.model import Literal
from kg.store.base import Term

Row = tuple[Term | None, ...]

_XSD = PREFIXES["xsd"]
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_MEANT = {"t": "\t", "n": "\n", "r": "\r"}
_BARE = (
    (re.compile(r"true|false"), "boolean"),
    (re.compile(r"[+-]?\d+"), "integer"),
    (re.compile(r"[^eE]+"), "decimal"),
)


def rows(text: str, columns: int) -> Iterator[Row]:
    """The rows of an answer with so many columns, in the form of https://www.w3.org/TR/sparql11-results-csv-tsv/."""
    body = text[text.index("\n") + 1 :]
    if not columns:
        return iter([()] * len(body))
    # Cut at once and taken column by column: a list for each row takes longer than all else.
    cells = body.removesuffix("\n").replace("\n", "\t").split("\t") if body else []
    known = _Known().__getitem__
    return zip(*(map(known, cells[column::columns]) for column in range(columns)), strict=True)


def term(cell: str) -> Term | None:
    """What one cell says: None where nothing is bound; a blank node and a triple stay as they are written."""
    if cell.startswith('"'):
        return _literal(cell)
    if cell.startswith("<<("):
        return cell[3:-3].strip()
    if cell.startswith("<"):
        return cell[1:-1]
    if not cell or cell.startswith("_:"):
        return cell or None
    kind = next((name for pattern, name in _BARE if pattern.fullmatch(cell)), "double")
    return Literal(cell, _XSD + kind)


class _Known(dict[str, Term | None]):
    """The terms of an answer, each read once: in a long one they repeat."""

    def __missing__(self, cell: str) -> Term | None:
        told = self[cell] = term(cell)
        return told


def _literal(cell: str) -> Literal:
    end = cell.rindex('"')
    text, tail = cell[1:end], cell[end + 1 :]
    if "\\" in text:
        text = _ESCAPE.sub(lambda found: _MEANT.get(found[1], found[1]), text)
    if tail.startswith("@"):
        return Literal(text, None, tail[1:].partition("--")[0])
    return Literal(text, tail[3:-1] or None)
