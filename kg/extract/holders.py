"""Several holders of one office told with their names: "the presidents of A and B, X and Y", "ministers X and Y"."""

from dataclasses import replace

from kg.extract.figure import QUOTES, Figure, Links, Range
from kg.extract.line import Line
from kg.extract.names import Names
from kg.extract.office import Office
from kg.model import Kind

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


def told_before(line: Line, before: list[Figure], holders: list[Figure]) -> list[Figure] | None:
    """The persons named right before an office of several states, in the same order: "X and Y, the presidents of A and B"."""
    named = before[-len(holders) :]
    fits = len(named) == len(holders) > 1 and all(_only_named(figure) for figure in named)
    if not fits or any(figure.name is not None for figure in holders):
        return None
    between = [(a.last, b.first) for a, b in zip(named, [*named[1:], holders[0]], strict=True)]
    gaps = [[norm for norm in map(line.norm, range(*gap)) if norm not in QUOTES] for gap in between]
    apposed = line.grammar.commas | {"("}
    if not all(set(gap) <= line.grammar.joiners and len(gap) <= 1 for gap in gaps[:-1]) or not set(gaps[-1]) <= apposed:
        return None
    told = [
        replace(person, office=held.office, represents=held.represents, represents_name=held.represents_name)
        for person, held in zip(named, holders, strict=True)
    ]
    return [*told[:-1], replace(told[-1], last=holders[-1].last)]


def _only_named(figure: Figure) -> bool:
    return figure.kind is Kind.PERSON and figure.name is not None and figure.office is None and not figure.counterpart


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
