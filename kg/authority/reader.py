"""Reads authority files: CSV in UTF-8, one fact per row, ``#`` before comments."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from kg.authority.dates import UNKNOWN, When, when
from kg.authority.model import Fact, Problem, Reading, Row, kind_of
from kg.authority.properties import IDENTIFIER, LANGUAGE, PROPERTIES, WIKIDATA, YES, Property

COLUMNS = ("id", "property", "value", "lang", "from", "to", "source")
COMMENT = "#"
# Controls, and marks that turn the direction of what follows them: no name needs them, and they hide what a row says.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?")


def read_file(path: Path) -> Reading:
    """Read a file; whatever can't be read as a fact becomes a problem.

    Raises:
        OSError: there is no such file, or it can't be opened.
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Reading((), (Problem(path.name, line, "this is not UTF-8: save the file in that encoding"),))
    return read_text(text, path.name)


def read_text(text: str, file: str) -> Reading:
    """Read the text of a file that is called ``file`` in messages."""
    rows, problems = list[Row](), list[Problem]()
    lines = _lines(text)
    head = next(lines, (0, ""))
    if tuple(_cells(head[1]) or ()) != COLUMNS:
        return Reading((), (Problem(file, head[0], f"the first row must be {','.join(COLUMNS)}"),))
    for number, line in lines:
        cells = _cells(line)
        if cells is None or len(cells) != len(COLUMNS):
            told = "a quoted cell is not closed on its line" if cells is None else f"there are {len(cells)} cells"
            problems.append(Problem(file, number, f"{told}: a row has {len(COLUMNS)} cells on one line"))
            continue
        fact, found = _fact(cells)
        problems += (Problem(file, number, message) for message in found)
        rows.append(Row(fact, file, number))
    if not rows and not problems:
        problems.append(Problem(file, 0, "there is no row below the first one"))
    return Reading(tuple(rows), tuple(problems))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith(COMMENT):
            yield number, line.removesuffix("\r")


def _cells(line: str) -> list[str] | None:
    """The cells of one line; None where a quote is opened and not closed."""
    try:
        return next(csv.reader([line], strict=True), [])
    except csv.Error:
        return None


def _fact(cells: list[str]) -> tuple[Fact, tuple[str, ...]]:
    """What a row says, and what is wrong with it; of a bad date nothing is kept."""
    identifier, name, value, language, start, end, source = (cell.strip() for cell in cells)
    (begun, *wrong), (ended, *also_wrong) = _date(start), _date(end)
    fact = Fact(identifier, name, value, language, begun, ended, source)
    return fact, (*_hidden(cells), *_wrong(fact), *wrong, *also_wrong)


def _date(text: str) -> tuple[When] | tuple[When, str]:
    try:
        return (when(text),)
    except ValueError as error:
        return (UNKNOWN, str(error))


def _hidden(cells: list[str]) -> Iterator[str]:
    if any(_HIDDEN.search(cell) for cell in cells):
        yield "a cell holds a control character that hides what it says: remove it"


def _wrong(fact: Fact) -> Iterator[str]:
    """What is wrong with a row taken for itself."""
    if not IDENTIFIER.fullmatch(fact.id):
        yield f"'{fact.id}' is no id: write person/sergey-lavrov, state/RU or office/RU/foreign-minister"
    yield from _wrong_source(fact.source)
    known = PROPERTIES.get(fact.property)
    if known is None:
        yield f"there is no property '{fact.property}': use one of {', '.join(PROPERTIES)}"
        return
    if kind_of(fact.id) not in known.of:
        yield f"'{fact.property}' is told of {' or '.join(known.of)}, not of '{fact.id}'"
    yield from _wrong_value(fact, known)
    yield from _wrong_language(fact, known)
    yield from _wrong_dates(fact, known)


def _wrong_source(source: str) -> Iterator[str]:
    if not source:
        yield "the source is missing: give the address of the page, or the data set with its version"
    for page in source.split("|"):
        if "://" in page and not _ADDRESS.fullmatch(page):
            yield f"'{page}' is no address of a page: several sources are parted by |, an address begins with https://"


def _wrong_value(fact: Fact, known: Property) -> Iterator[str]:
    if not fact.value:
        yield f"'{fact.property}' has no value"
    elif known.to and (kind_of(fact.value) not in known.to or not IDENTIFIER.fullmatch(fact.value)):
        yield f"the value of '{fact.property}' must be the id of a {' or '.join(known.to)}, not '{fact.value}'"
    elif fact.property == "wikidata" and not WIKIDATA.fullmatch(fact.value):
        yield f"'{fact.value}' is no Wikidata id: write Q and a number"
    elif fact.property == "shared" and fact.value != YES:
        yield f"the value of 'shared' is '{YES}' or the row is left out, not '{fact.value}'"
    elif fact.property in ("same_as", "not_same_as") and kind_of(fact.id) != kind_of(fact.value):
        yield f"'{fact.id}' and '{fact.value}' are of different kinds"


def _wrong_language(fact: Fact, known: Property) -> Iterator[str]:
    if known.worded and not LANGUAGE.fullmatch(fact.language):
        yield f"'{fact.property}' needs the language of its words in the column lang: ar, en, fa, ru"
    elif fact.language and not known.worded:
        yield f"'{fact.property}' is no text of a language: leave the column lang empty"


def _wrong_dates(fact: Fact, known: Property) -> Iterator[str]:
    if (fact.start or fact.end) and not known.dated:
        yield f"'{fact.property}' has no dates: leave the columns from and to empty"
    first, last = fact.start.earliest, fact.end.latest
    if first is not None and last is not None and first > last:
        yield f"from {fact.start.text} is after to {fact.end.text}"
