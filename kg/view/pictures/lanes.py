"""Sorts events into the lanes of a timeline: by process, or by the pairs that met."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from kg.model import Iri
from kg.reports.company import Between, company
from kg.reports.nodes import fetch
from kg.view.pictures.sheet import Sheet

Key = TypeVar("Key", Iri, tuple[Iri, Iri])


class By(StrEnum):
    """What a lane of a timeline stands for."""

    PROCESS = "process"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its name and its events."""

    label: str
    events: tuple[Iri, ...]


def by_process(sheet: Sheet, events: Collection[Iri]) -> tuple[Lane, ...]:
    """A lane per process, the busiest first; what belongs to none comes last. An event of two processes is in both."""
    lanes: defaultdict[Iri, list[Iri]] = defaultdict(list)
    for iri, event in fetch(sheet.store, events).items():
        for process in event.all("diplo:process") or ("",):
            lanes[process].append(iri)
    outside = lanes.pop("", [])
    found = [Lane(sheet.node(process).label, tuple(inside)) for process, inside in _busiest(lanes)]
    if outside:
        said = sheet.words.say("picture.outside") if found else sheet.words.say("picture.all_events")
        found.append(Lane(said, tuple(outside)))
    return tuple(found)


def by_pair(sheet: Sheet, events: Collection[Iri], between: Between) -> tuple[Lane, ...]:
    """A lane per pair that met or spoke, those that did so most often first."""
    wanted = frozenset(events)
    met = company(sheet.store, between, date.max, calls=True)
    pairs = {pair: [each.event for each in told if each.event in wanted] for pair, told in met.items()}
    found = ((pair, inside) for pair, inside in _busiest(pairs) if inside)
    return tuple(Lane(" – ".join(sheet.node(side).label for side in pair), tuple(inside)) for pair, inside in found)


def _busiest(lanes: Mapping[Key, list[Iri]]) -> list[tuple[Key, list[Iri]]]:
    return sorted(lanes.items(), key=lambda lane: (-len(lane[1]), lane[0]))
