"""Weighs accounts in pairs, what is told alike only once: of a summit that a thousand articles tell, few tell it in their own way."""

from dataclasses import replace

from kg.identity.occasions import Witness, likeness
from kg.identity.records import Likeness
from kg.model import Iri


class Weighing:
    """The likeness of accounts, as ``occasions.likeness`` says it."""

    def __init__(self) -> None:
        """Begin with nothing weighed."""
        self._numbers: dict[Iri, int] = {}
        self._tellings: dict[Witness, int] = {}
        self._weighed: dict[tuple[int, int, bool], Likeness] = {}

    def of(self, one: Witness, other: Witness) -> Likeness:
        """How sure it is that two accounts tell one event; each account has to be the same in all calls."""
        a, b = one.account.source, other.account.source
        if a.article == b.article:
            return likeness(one, other)
        key = self._telling(one), self._telling(other), a.outlet == b.outlet
        found = self._weighed.get(key)
        if found is None:
            found = self._weighed[key] = likeness(one, other)
        return found

    def _telling(self, of: Witness) -> int:
        """The number of what is told; accounts of one number differ in nothing but their articles and outlets."""
        number = self._numbers.get(of.account.iri)
        if number is None:
            source = replace(of.account.source, article="", graph="", outlet="", language="", key=None)
            told = replace(of, account=replace(of.account, iri="", source=source, confidence=0.0))
            number = self._numbers[of.account.iri] = self._tellings.setdefault(told, len(self._tellings))
        return number
