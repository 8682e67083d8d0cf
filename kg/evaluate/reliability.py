"""Whether confidence keeps its word: of the events given with so much of it, how many are right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.evaluate.compare import parties
from kg.evaluate.evaluation import Evaluation
from kg.model import EventMention

BANDS = (0.9, 0.8, 0.7, 0.5, 0.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """An extracted event: whether a careful reader found it too, and how many of its participants."""

    event: EventMention
    right: bool
    parties_right: int


@dataclass(frozen=True, slots=True)
class Band:
    """Events with a confidence from ``least`` up to the next band, and what is right of them and of their participants."""

    least: float
    events: int
    right: int
    parties: int
    parties_right: int


def judged(one: Evaluation) -> Iterator[Judged]:
    """The extracted events of an article, each with whether it is right."""
    found = {id(pair.told): pair.gold for pair in one.result.events if pair.told is not None}
    for event, occasion in zip(one.extraction.events, one.told.occasions, strict=True):
        gold = found.get(id(occasion))
        yield Judged(event, gold is not None, len(parties(gold, occasion)) if gold is not None else 0)


def bands(events: Iterable[Judged]) -> list[Band]:
    """The bands from the surest down; those without events are left out."""
    rows: dict[float, list[Judged]] = {least: [] for least in BANDS}
    for one in events:
        rows[next(least for least in BANDS if one.event.confidence >= least)].append(one)
    return [_band(least, found) for least, found in rows.items() if found]


def _band(least: float, found: list[Judged]) -> Band:
    people = sum(len(one.event.participants) for one in found)
    return Band(least, len(found), sum(one.right for one in found), people, sum(one.parties_right for one in found))
