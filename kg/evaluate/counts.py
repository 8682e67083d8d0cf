"""Counts what was found, by measure, and tells precision, recall and F1."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields


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
