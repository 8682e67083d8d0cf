"""Finds circles of ``same_as``, and ids that rows both join and tell apart."""

from collections.abc import Iterator, Mapping

from kg.authority.authority import Authority
from kg.authority.model import Problem, Row
from kg.authority.targets import all_kept


def circles(rows: list[Row], base: Authority) -> Iterator[Problem]:
    """``same_as`` leads from another id to the one that is kept: it must not come back, nor lead to two."""
    onward = dict[str, Row]()
    for row in (row for row in rows if row.fact.property == "same_as"):
        fact = row.fact
        first = onward.setdefault(fact.id, row)
        if first is not row and first.fact.value != fact.value:
            told = f"'{fact.id}' is the same as '{fact.value}' here and as '{first.fact.value}' at line {first.line}"
            yield Problem(row.file, row.line, f"{told}: let one of these lead to the other")
    ends = all_kept({start: row.fact.value for start, row in onward.items()})
    for start, row in onward.items():
        if ends[start] is None:
            told = f"same_as leads from '{start}' in a circle"
            yield Problem(row.file, row.line, f"{told}: leave out the row of the id that is to be kept")
    yield from _apart(rows, ends)


def _apart(rows: list[Row], ends: Mapping[str, str | None]) -> Iterator[Problem]:
    for row in (row for row in rows if row.fact.property == "not_same_as"):
        one, other = (ends.get(identifier, identifier) for identifier in (row.fact.id, row.fact.value))
        if one == other and one is not None:
            told = f"'{row.fact.id}' and '{row.fact.value}' are told apart here and joined by same_as"
            yield Problem(row.file, row.line, f"{told}: keep one of the rows")
