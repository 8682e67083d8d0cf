"""Lays out a ranking as rows of plain values."""

from collections.abc import Iterable

from kg.analysis import Ranked
from kg_cli.output import Answer, Cell
from kg_cli.terms import abbreviate

DIGITS = 4


def ranking_table(told: Iterable[Ranked], *, periods: bool, short: bool) -> Answer:
    """One row per node and period; the period is left out where there is one only. IRIs are shortened by the known
    prefixes if ``short``."""
    columns = ("rank", "name", "partners", "shared", "betweenness", "community", "node")
    rows: list[tuple[Cell, ...]] = []
    for each in told:
        standing = each.standing
        row = (each.rank, each.name, standing.partners, standing.shared, round(standing.betweenness, DIGITS))
        rows.append(
            (
                *((each.period,) if periods else ()),
                *row,
                standing.community,
                abbreviate(standing.node) if short else standing.node,
            )
        )
    return Answer((*(("period",) if periods else ()), *columns), rows)
