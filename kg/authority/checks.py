"""Finds what the rows of authority files say against each other and leave open, before any of them is believed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.authority.authority import Authority
from kg.authority.model import Fact, Problem, Row, kind_of
from kg.authority.overlaps import overlaps
from kg.authority.properties import IDENTIFIER, PROPERTIES
from kg.authority.sameness import circles

Key = tuple[str, ...]


def check(rows: Iterable[Row], base: Authority) -> tuple[Problem, ...]:
    """What is wrong with rows that are each well formed, in the order of their lines.

    Args:
        rows: the rows of one file, or of several that are to be believed together.
        base: what is believed already: rows may name things that are named there.
    """
    told = [row for row in rows if row.fact.property in PROPERTIES]
    checks: Sequence[Callable[[list[Row], Authority], Iterable[Problem]]] = (
        _repeated,
        _contradicting,
        _unnamed,
        _offices,
        overlaps,
        circles,
    )
    found = {problem: None for each in checks for problem in each(told, base)}
    return tuple(sorted(found, key=lambda problem: (problem.file, problem.line, problem.message)))


def replaced(fact: Fact) -> Key | None:
    """What a fact of a user's file takes the place of: the same property, or somebody's terms in an office; None if of nothing."""
    known = PROPERTIES[fact.property]
    if known.single:
        return fact.id, fact.property, fact.language
    return (fact.id, fact.property, fact.value) if known.dated else None


def layered(base: Iterable[Fact], own: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of a file laid over those that it builds on: where both tell one thing, the file is believed."""
    keys = {replaced(fact) for fact in own}
    return (*(fact for fact in base if replaced(fact) not in keys or replaced(fact) is None), *own)


def _repeated(rows: list[Row], base: Authority) -> Iterator[Problem]:
    seen = dict[Fact, Row]()
    for row in rows:
        first = seen.setdefault(row.fact, row)
        if first is not row:
            yield Problem(row.file, row.line, f"this repeats {_place(first, row)}: leave one of them out")


def _contradicting(rows: list[Row], base: Authority) -> Iterator[Problem]:
    """Two values of a property that has one: two names in a language, two Wikidata ids, two states whose one office is."""
    seen = dict[Key, Row]()
    for row in (row for row in rows if PROPERTIES[row.fact.property].single):
        fact = row.fact
        first = seen.setdefault((fact.id, fact.property, fact.language), row)
        if first.fact.value != fact.value:
            told = f"{fact.id} has the {fact.property} '{fact.value}' here and '{first.fact.value}' in {_place(first, row)}"
            yield Problem(
                row.file, row.line, f"{told}: keep one{' and make the other an alias' * (fact.property == 'name')}"
            )
    yield from _shared_wikidata(rows)


def _shared_wikidata(rows: list[Row]) -> Iterator[Problem]:
    joined = {frozenset((row.fact.id, row.fact.value)) for row in rows if row.fact.property == "same_as"}
    seen = dict[str, Row]()
    for row in (row for row in rows if row.fact.property == "wikidata"):
        first = seen.setdefault(row.fact.value, row)
        if first.fact.id != row.fact.id and frozenset((first.fact.id, row.fact.id)) not in joined:
            told = f"{row.fact.value} is {first.fact.id} in {_place(first, row)} and {row.fact.id} here"
            yield Problem(row.file, row.line, f"{told}: correct one, or join them with same_as")


def _unnamed(rows: list[Row], base: Authority) -> Iterator[Problem]:
    named = {row.fact.id for row in rows if row.fact.property == "name"}
    told = set[str]()
    for row in rows:
        for identifier in (row.fact.id, *((row.fact.value,) if PROPERTIES[row.fact.property].to else ())):
            known = identifier in named or identifier in told or base.names(identifier)
            if not known and IDENTIFIER.fullmatch(identifier):
                told.add(identifier)
                yield Problem(
                    row.file, row.line, f"nothing names '{identifier}': add a row with its name, or correct the id"
                )


def _offices(rows: list[Row], base: Authority) -> Iterator[Problem]:
    """Each office says whose it is, and its id agrees."""
    whose = {row.fact.id: row for row in rows if row.fact.property == "of"}
    first = defaultdict[str, list[Row]](list)
    for row in rows:
        if kind_of(row.fact.id) == "office":
            first[row.fact.id].append(row)
    for office, told in first.items():
        if office not in whose and base.value(office, "of") is None:
            yield Problem(
                told[0].file, told[0].line, f"nothing says whose '{office}' is: add a row with the property 'of'"
            )
    for office, row in whose.items():
        if office.split("/")[1:2] != row.fact.value.split("/")[1:]:
            own = row.fact.value.partition("/")[2]
            yield Problem(
                row.file, row.line, f"'{office}' is of '{row.fact.value}': its id must begin with office/{own}/"
            )


def _place(first: Row, row: Row) -> str:
    """Where the other row stands, seen from a row."""
    return f"line {first.line}" if first.file == row.file else f"{first.file}:{first.line}"
