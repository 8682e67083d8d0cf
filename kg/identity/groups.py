"""Puts things into groups by their pairs, strongest first, with what mustn't be together kept apart; in any order the same."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from kg.identity.records import Pair
from kg.model import Iri

Apart = Callable[[Iri, Iri], bool]

_ASKED = 40
"""Of so many members of a group it is asked whether they must stay apart: of hundreds that tell one summit, these stand for all."""


class Groups:
    """Disjoint groups of IRIs; each thing begins in a group of its own."""

    def __init__(self, members: Iterable[Iri], different: Iterable[tuple[Iri, Iri]] = ()) -> None:
        """Begin with everything apart; ``different`` are the pairs of which somebody decided that they stay so."""
        self._group = {iri: [iri] for iri in members}
        self._strangers: defaultdict[Iri, set[Iri]] = defaultdict(set)
        for one, other in different:
            self.forbid(one, other)

    def forbid(self, one: Iri, other: Iri) -> None:
        """Keep two things apart from now on; one that is in no group doesn't matter."""
        if one in self._group and other in self._group:
            self._strangers[one].add(other)
            self._strangers[other].add(one)

    def forbidden(self, first: Iri, second: Iri) -> bool:
        """Whether somebody decided that a member of one thing's group is not a member of the other's."""
        if not self._strangers:
            return False
        other = self._group[second]
        return any(self._group[far] is other for near in self._group[first] for far in self._strangers.get(near, ()))

    def of(self, iri: Iri) -> tuple[Iri, ...]:
        """The members of a thing's group, sorted."""
        return tuple(self._group[iri])

    def together(self, first: Iri, second: Iri) -> bool:
        """Whether two things are in one group."""
        return self._group[first] is self._group[second]

    def join(self, first: Iri, second: Iri) -> None:
        """Make the groups of two things one."""
        one, other = self._group[first], self._group[second]
        if one is not other:
            joined = sorted(one + other)
            for iri in joined:
                self._group[iri] = joined

    def join_all(self, pairs: Iterable[Pair], apart: Apart) -> tuple[Pair, ...]:
        """Join pairs, the surest first, unless two members of the groups must stay apart; returns the pairs that were not joined.

        The order depends on the pairs alone, so the same pairs in any order give the same groups.
        """
        refused = []
        for pair in sorted(pairs, key=lambda each: (-each.likeness.score, each.first, each.second)):
            if self.together(pair.first, pair.second):
                continue
            some, others = self.of(pair.first)[:_ASKED], self.of(pair.second)[:_ASKED]
            if self.forbidden(pair.first, pair.second) or any(apart(one, other) for one in some for other in others):
                refused.append(pair)
            else:
                self.join(pair.first, pair.second)
        return tuple(refused)

    def __iter__(self) -> Iterator[tuple[Iri, ...]]:
        """Each group once, by its first member."""
        return iter(tuple(group) for iri, group in sorted(self._group.items()) if group[0] == iri)
