"""Several holders of one office told with their names: "the presidents of A and B, X and Y", "ministers X and Y"."""

from dataclasses import replace

from kg.extract.figure import Figure, Links, Range
from kg.extract.line import Line
from kg.extract.names import Names
from kg.extract.offices import Office

_BEFORE_NAMES = (":", "-", "–", "—", ",", "،")


def named_holders(line: Line, names: Names, links: Links, office: Office, first: int) -> list[Figure]:
    """Persons of one office told in the plural with their names behind it; none where fewer than two names follow."""
    found = _names(line, names, office.last)
    if len(found) < 2:
        return []
    own = replace(office, plural=False)
    head = links.person(line, first, found[0][1], found[0], own)
    return [head, *(_joined(links.person(line, *name, name, own)) for name in found[1:])]


def with_names(line: Line, names: Names, holders: list[Figure]) -> list[Figure]:
    """Holders of an office told by their states, each with the name that the list behind them gives it, if all have one."""
    last = holders[-1]
    found = _names(line, names, last.name[0] if last.name is not None else last.last)
    if len(found) != len(holders):
        return holders
    named = [replace(holder, name=name) for holder, name in zip(holders, found, strict=True)]
    return [*named[:-1], replace(named[-1], last=found[-1][1])]


def _joined(figure: Figure) -> Figure:
    return replace(figure, joined=True, link="")


def _names(line: Line, names: Names, word: int) -> list[Range]:
    """Names in a list that begins at a word, perhaps behind a colon."""
    first, found = word + (line.norm(word) in _BEFORE_NAMES), list[Range]()
    while (end := names.after_office(line, first)) > first:
        found.append((first, end))
        if line.norm(end) not in line.grammar.joiners:
            break
        first = end + 1
    return found
