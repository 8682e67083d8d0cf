"""Walks the unsure pairs, the surest first, and skips those that are decided by what was decided on the way."""

from collections.abc import Iterator

from kg.identity.desk import Desk
from kg.identity.groups import Groups
from kg.identity.judgements import Judgement, Verdict
from kg.identity.records import Pair
from kg.model import Iri


class Review:
    """The queue of a store's unsure pairs."""

    def __init__(self, desk: Desk) -> None:
        """Line up what is left to decide on a desk."""
        self._desk = desk
        resolution = desk.resolution
        both = (*resolution.unsure_events, *resolution.unsure_people)
        self.queue = tuple(sorted(both, key=lambda pair: (-pair.likeness.score, pair.first, pair.second)))
        self._groups = Groups(
            {iri for pair in self.queue for end in (pair.first, pair.second) for iri in desk.group(end)}
        )
        for pair in self.queue:
            for end in (pair.first, pair.second):
                for iri in desk.group(end):
                    self._groups.join(end, iri)

    def open(self) -> Iterator[Pair]:
        """The pairs one by one; what has been decided meanwhile is left out."""
        for pair in self.queue:
            if not (self._groups.together(pair.first, pair.second) or self._groups.forbidden(pair.first, pair.second)):
                yield pair

    def decide(self, pair: Pair, *, same: bool, by: str, why: str = "") -> Judgement:
        """Write down that the two sides of a pair are one, or are not: with all accounts or faces of each.

        Raises:
            StoreError: the store can't be written to.
        """
        some, others = self._members(pair.first), self._members(pair.second)
        if same:
            self._groups.join(pair.first, pair.second)
            return self._desk.judge(Verdict.SAME, (*some, *others), by, why)
        self._groups.forbid(pair.first, pair.second)
        return self._desk.judge(Verdict.DIFFERENT, some, by, why, against=others)

    def _members(self, end: Iri) -> tuple[Iri, ...]:
        return self._groups.of(end)
