"""Compares what was extracted from an article with what a careful reader found in it: pairs the events, and counts part by part."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TypeVar

from golden_likeness import similar
from golden_pages import Occasion, Page, Party, Saying

A = TypeVar("A")
B = TypeVar("B")

_FAMILIES = {"summit": "talks", "meeting": "talks", "negotiation_round": "talks"}
# With fewer parties in common than this, two events are not the same one.
_LEAST_PARTIES = 1 / 3
# States and bodies are told by their full English names on both sides.
_FULL_NAME = 0.75


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are in the annotation, how many were extracted, and how many of these are right."""

    right: int = 0
    gold: int = 0
    told: int = 0

    @property
    def precision(self) -> float:
        """The share of right ones among the extracted; 1 where nothing was asked for and nothing told."""
        return self.right / self.told if self.told else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of the annotated ones that were found; 1 where there are none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.gold + self.told
        return 2 * self.right / both if both else 1.0

    def __add__(self, other: "Count") -> "Count":
        """Both counts together."""
        return Count(self.right + other.right, self.gold + other.gold, self.told + other.told)


@dataclass(frozen=True, slots=True)
class Score:
    """One count per measure; what belongs to a missed or an extra event counts as missed or extra too.

    ``types`` asks of a paired event that its type is the annotated one, ``exact`` that its participants are exactly the
    annotated ones. Annotations hold the main statements alone: of ``statements`` and ``acts`` only the recall says something.
    """

    events: Count = field(default=Count())
    types: Count = field(default=Count())
    exact: Count = field(default=Count())
    participants: Count = field(default=Count())
    place: Count = field(default=Count())
    date: Count = field(default=Count())
    status: Count = field(default=Count())
    salience: Count = field(default=Count())
    topics: Count = field(default=Count())
    processes: Count = field(default=Count())
    role: Count = field(default=Count())
    represents: Count = field(default=Count())
    function: Count = field(default=Count())
    statements: Count = field(default=Count())
    acts: Count = field(default=Count())

    def __add__(self, other: "Score") -> "Score":
        """Both scores together, measure by measure."""
        return Score(*(mine + its for (_, mine), (_, its) in zip(self, other, strict=True)))

    def __iter__(self) -> Iterator[tuple[str, Count]]:
        """The measures with their names, in order."""
        return ((measure.name, getattr(self, measure.name)) for measure in fields(self))


@dataclass(frozen=True, slots=True)
class Paired:
    """An annotated event and the one extracted for it; the one is None where an event is extra, the other where it was missed."""

    article: str
    gold: Occasion | None
    told: Occasion | None


@dataclass(frozen=True, slots=True)
class Result:
    """The score of one article or of several, and what it was made from."""

    score: Score = field(default=Score())
    events: tuple[Paired, ...] = ()

    def __add__(self, other: "Result") -> "Result":
        """Both results together."""
        return Result(self.score + other.score, self.events + other.events)


def compare(gold: Page, told: Page) -> Result:
    """How well one article was read."""
    pairs = pair(gold.occasions, told.occasions, _worth)
    found, used = {i for i, _ in pairs}, {j for _, j in pairs}
    events = [
        *(Paired(gold.id, gold.occasions[i], told.occasions[j]) for i, j in pairs),
        *(Paired(gold.id, missed, None) for i, missed in enumerate(gold.occasions) if i not in found),
        *(Paired(gold.id, None, extra) for j, extra in enumerate(told.occasions) if j not in used),
    ]
    return Result(sum(map(_event_score, events), _statements(gold.sayings, told.sayings)), tuple(events))


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


def _worth(gold: Occasion, told: Occasion) -> float:
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


def _event_score(event: Paired) -> Score:
    gold = _sizes(event.gold) if event.gold else {}
    told = _sizes(event.told) if event.told else {}
    right = _rights(event.gold, event.told) if event.gold and event.told else {}
    names = gold.keys() | told.keys()
    return Score(**{name: Count(right.get(name, 0), gold.get(name, 0), told.get(name, 0)) for name in names})


def _statements(gold: Sequence[Saying], told: Sequence[Saying]) -> Score:
    paired = pair(gold, told, _same_saying)
    acts = sum(gold[i].act == told[j].act for i, j in paired)
    return Score(
        statements=Count(len(paired), len(gold), len(told)),
        acts=Count(acts, len(gold), len(told)),
    )


def _same_saying(gold: Saying, told: Saying) -> float:
    speaker, verb = similar(gold.speaker, told.speaker), similar(gold.verb, told.verb)
    return speaker + verb + (gold.act == told.act) if speaker and verb else 0.0
