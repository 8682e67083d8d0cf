"""Compares what was extracted from an article with what a careful reader found in it: pairs the events, and counts part by part."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from kg.evaluate.counts import Count, Score
from kg.evaluate.likeness import similar
from kg.evaluate.pages import Occasion, Page, Party, Saying

A = TypeVar("A")
B = TypeVar("B")

_FAMILIES = {"summit": "talks", "meeting": "talks", "negotiation_round": "talks"}
# With fewer parties in common than this, two events are not the same one.
_LEAST_PARTIES = 1 / 3
# States and bodies are told by their full English names on both sides.
_FULL_NAME = 0.75


@dataclass(frozen=True, slots=True)
class Paired(Generic[A]):
    """An annotated thing and the one extracted for it; the one is None where a thing is extra, the other where it was missed."""

    article: str
    gold: A | None
    told: A | None


@dataclass(frozen=True, slots=True)
class Result:
    """The score of one article or of several, and what it was made from."""

    score: Score = field(default=Score())
    events: tuple[Paired[Occasion], ...] = ()
    sayings: tuple[Paired[Saying], ...] = ()

    def __add__(self, other: "Result") -> "Result":
        """Both results together."""
        return Result(self.score + other.score, self.events + other.events, self.sayings + other.sayings)


def compare(gold: Page, told: Page) -> Result:
    """How well one article was read."""
    events = _match(gold.id, gold.occasions, told.occasions, _same_event)
    sayings = _match(gold.id, gold.sayings, told.sayings, _same_saying)
    return Result(sum(map(_event_score, events), sum(map(_saying_score, sayings), Score())), events, sayings)


def pair(gold: Sequence[A], told: Sequence[B], worth: Callable[[A, B], float]) -> list[tuple[int, int]]:
    """Match each annotated thing with at most one extracted thing (as their numbers), the worthiest first; worth 0 is no match."""
    worths = [(worth(g, t), i, j) for i, g in enumerate(gold) for j, t in enumerate(told)]
    pairs: dict[int, int] = {}
    for much, i, j in sorted(worths, key=lambda one: (-one[0], one[1], one[2])):
        if much > 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def parties(gold: Occasion, told: Occasion) -> list[tuple[Party, Party]]:
    """The annotated parties that were extracted, each with what was extracted for it."""
    paired = pair(gold.parties, told.parties, lambda one, other: similar(one.forms, other.forms))
    return [(gold.parties[i], told.parties[j]) for i, j in paired]


def _match(name: str, gold: Sequence[A], told: Sequence[A], worth: Callable[[A, A], float]) -> tuple[Paired[A], ...]:
    pairs = pair(gold, told, worth)
    found, used = {i for i, _ in pairs}, {j for _, j in pairs}
    return (
        *(Paired(name, gold[i], told[j]) for i, j in pairs),
        *(Paired(name, missed, None) for i, missed in enumerate(gold) if i not in found),
        *(Paired(name, None, extra) for j, extra in enumerate(told) if j not in used),
    )


def _same_event(gold: Occasion, told: Occasion) -> float:
    """Two events are one if they are of one family and share parties; type, words and day choose among several."""
    if _FAMILIES.get(gold.type, gold.type) != _FAMILIES.get(told.type, told.type):
        return 0.0
    common = len(parties(gold, told))
    share = common / ((len(gold.parties) + len(told.parties) - common) or 1)
    if share < _LEAST_PARTIES:
        return 0.0
    same_words = similar(gold.trigger, told.trigger) > 0
    same_day = bool(gold.date) and gold.date == told.date
    return share + 0.5 * (gold.type == told.type) + 0.25 * same_words + 0.25 * same_day


def _sizes(one: Occasion) -> Mapping[str, int]:
    return {
        **dict.fromkeys(("events", "types", "exact", "status", "salience"), 1),
        **dict.fromkeys(("participants", "function"), len(one.parties)),
        "place": bool(one.place),
        "date": bool(one.date),
        "topics": len(one.topics),
        "processes": len(one.processes),
        "role": sum(bool(party.role) for party in one.parties),
        "represents": sum(bool(party.represents) for party in one.parties),
    }


def _rights(gold: Occasion, told: Occasion) -> Mapping[str, int]:
    common = parties(gold, told)
    return {
        "events": 1,
        "types": gold.type == told.type,
        "exact": len(gold.parties) == len(told.parties) == len(common),
        "participants": len(common),
        "place": similar(gold.place, told.place) > 0,
        "date": bool(gold.date) and gold.date == told.date,
        "status": gold.status == told.status,
        "salience": gold.salience == told.salience,
        "topics": len(pair(gold.topics, told.topics, similar)),
        "processes": len(pair(gold.processes, told.processes, similar)),
        "role": sum(similar(one.role, other.role) > 0 for one, other in common),
        "represents": sum(similar(one.represents, other.represents, _FULL_NAME) > 0 for one, other in common),
        "function": sum(one.function == other.function for one, other in common),
    }


def _event_score(event: Paired[Occasion]) -> Score:
    gold = _sizes(event.gold) if event.gold else {}
    told = _sizes(event.told) if event.told else {}
    right = _rights(event.gold, event.told) if event.gold and event.told else {}
    names = gold.keys() | told.keys()
    return Score(**{name: Count(right.get(name, 0), gold.get(name, 0), told.get(name, 0)) for name in names})


def _saying_score(saying: Paired[Saying]) -> Score:
    gold, told = saying.gold, saying.told
    both = gold is not None and told is not None
    right_act = gold is not None and told is not None and gold.act == told.act
    return Score(
        statements=Count(both, gold is not None, told is not None),
        acts=Count(right_act, gold is not None, told is not None),
    )


def _same_saying(gold: Saying, told: Saying) -> float:
    speaker, verb = similar(gold.speaker, told.speaker), similar(gold.verb, told.verb)
    return speaker + verb + (gold.act == told.act) if speaker and verb else 0.0
