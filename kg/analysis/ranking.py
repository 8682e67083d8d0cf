"""Ranks people, sides or processes by their standing in the network of what they share, over all time or period by period."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.analysis.occasions import Occasion, occasions, within
from kg.analysis.projections import Of, projection
from kg.analysis.standing import Standing, standings
from kg.model import Iri, Literal
from kg.store.base import Store
from kg.store.terms import named

TOP = 20


class Measure(StrEnum):
    """What a ranking goes by."""

    PARTNERS = "partners"
    SHARED = "shared"
    BETWEENNESS = "betweenness"


class By(StrEnum):
    """How long a period is."""

    YEAR = "year"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to analyse: the network, the days (both included), the periods, the measure to rank by, and how many of each."""

    of: Of = Of.PEOPLE
    since: date | None = None
    until: date | None = None
    by: By | None = None
    measure: Measure = Measure.PARTNERS
    top: int | None = TOP


@dataclass(frozen=True, slots=True)
class Ranked:
    """A node with its name and its standing; ``period`` is ``2020`` or ``2020-10``, None where all time is one."""

    period: str | None
    rank: int
    name: str
    standing: Standing


def analyze(store: Store, wanted: Wanted | None = None, language: str = "en") -> tuple[Ranked, ...]:
    """The first of each period, in order of time; of equals the one whose IRI comes first.

    Only events that were held count. With periods or days those alone whose day is known: the first on which they may
    have been.
    """
    wanted = wanted or Wanted()
    chosen = within(occasions(store), wanted.since, wanted.until)
    found = [
        (period, rank, standing)
        for period, part in _periods(chosen, wanted.by)
        for rank, standing in enumerate(_first(part, wanted), 1)
    ]
    names = _names(store, sorted({standing.node for _, _, standing in found}), language)
    return tuple(
        Ranked(period, rank, names.get(standing.node, standing.node), standing) for period, rank, standing in found
    )


def _first(told: Iterable[Occasion], wanted: Wanted) -> list[Standing]:
    ordered = sorted(
        standings(projection(told, wanted.of)),
        key=lambda each: (-float(getattr(each, wanted.measure.value)), -each.partners, each.node),
    )
    return ordered[: wanted.top]


def _periods(told: Iterable[Occasion], by: By | None) -> Iterator[tuple[str | None, list[Occasion]]]:
    if by is None:
        yield None, list(told)
        return
    length = {By.YEAR: 4, By.MONTH: 7}[by]
    periods: dict[str, list[Occasion]] = {}
    for each in told:
        if each.day is not None:
            periods.setdefault(each.day.isoformat()[:length], []).append(each)
    yield from sorted(periods.items())


def _names(store: Store, nodes: list[Iri], language: str) -> Mapping[Iri, str]:
    """The best label of each: in a language, else in English, else any; of several the first in order."""
    asked = f"SELECT ?n ?l {{ VALUES ?n {{ {' '.join(str(named(each)) for each in nodes)} }} ?n rdfs:label ?l }}"
    best: dict[Iri, tuple[int, str]] = {}
    for node, label in store.select(asked).rows if nodes else ():
        if isinstance(label, Literal):
            told = (0 if label.language == language else 1 if label.language == "en" else 2, label.value)
            best[str(node)] = min(best.get(str(node), told), told)
    return {node: label for node, (_, label) in best.items()}
