"""How sure a reading is: what speaks for an event and against it, weighed as annotated articles teach (``kg/lang/confidence.toml``).

The weights are those of a logistic regression over annotated articles; ``benchmarks/calibrate.py`` makes them anew.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from kg.extract.statements import Saying
from kg.model import EventMention, EventType, Kind, Salience, Status

_LEAST, _MOST, _MANY = 0.05, 0.97, 4


def signs(event: EventMention) -> frozenset[str]:
    """What bears on whether an event is told as read: its rule, its type, and what the text confirms."""
    people = [one for one in event.participants if one.kind in (Kind.PERSON, Kind.DELEGATION)]
    named = sum(one.kind is not Kind.PERSON or one.native is not None for one in event.participants)
    sides = {one.represents or one.id for one in event.participants}
    language, rule, _ = event.rule.split(":")
    found = {
        f"language.{language}": True,
        f"rule.{rule}": True,
        f"type.{event.type}": True,
        f"status.{event.status}": event.status is not Status.HELD,
        "named.all": named == len(event.participants),
        "named.none": named == 0,
        "people.none": not people,
        "people.all": len(people) == len(event.participants),
        "office": any(one.role is not None for one in event.participants),
        "pronoun": any(one.span is None for one in event.participants),
        "sides.known": None not in sides,
        "sides.two": len(sides - {None}) >= (1 if event.type is EventType.VISIT else 2),
        "many": len(event.participants) >= _MANY,
        "told.again": bool(event.more_evidence),
        "date": event.date is not None,
        "place": event.place is not None and not event.place.inferred,
        "topic": bool(event.topics),
        "background": event.salience is Salience.BACKGROUND,
    }
    return frozenset(sign for sign, holds in found.items() if holds)


def with_confidence(event: EventMention) -> EventMention:
    """The event with the share of it that is likely to be right, 0 to 1: none where it is no event, else its participants."""
    weights = _weights()
    score = weights["bias"] + sum(weights.get(sign, 0.0) for sign in signs(event))
    return replace(event, confidence=round(min(max(1 / (1 + math.exp(-score)), _LEAST), _MOST), 2))


def of_statement(saying: Saying) -> float:
    """Belief that the speaker said this, 0 to 1."""
    score = 0.75 if saying.rule == "speech" else 0.65
    return round(score + 0.1 * (saying.speaker.name is not None), 2)


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    data = tomllib.loads(files("kg.lang").joinpath("confidence.toml").read_text(encoding="utf-8"))
    return {sign: float(weight) for sign, weight in data["event"].items()}
