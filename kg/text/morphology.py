"""Morphology plugs: what a pack names where its words bend more than a table of affixes can tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a written word as a noun or a name: its nominative, gender (``masc``, ``femn``, ``neut``), case and likelihood."""

    nominative: str
    gender: str
    case: str
    score: float


class Morphology(Protocol):
    """What a plug gives. All words are folded as the pack folds them."""

    def lemmas(self, norm: str) -> tuple[str, ...]:
        """The dictionary forms that a written word may belong to, likeliest first."""

    def beginnings(self, norm: str, *, lemma: bool = False) -> frozenset[str]:
        """What forms of one word begin with: a written word and a dictionary form (``lemma``) that share none are no forms of one.

        Cheap, so that words which can't be in a lexicon need not be looked up.
        """

    def plurals(self, norm: str) -> tuple[str, ...]:
        """All cases of a noun in the plural."""

    def verb(self, infinitive: str) -> Iterable[tuple[str, str]]:
        """The forms of a verb with their tense: ``past``, ``present`` or ``future`` (an infinitive lies ahead)."""

    def singular(self, norm: str) -> tuple[Form, ...]:
        """The readings of a written word as one thing or person, likeliest first."""

    def bends(self, norm: str) -> bool:
        """Whether a written word may be a noun, a name or an adjective, as unknown words may."""

    def cases(self, norm: str) -> frozenset[str]:
        """The cases (``nomn``, ``gent`` ...) that a noun, name or adjective may stand in; none where that can't be told."""

    def acts(self, norm: str) -> bool:
        """Whether a written word can be nothing but a form of a verb that no noun phrase holds."""

    def forms(self, norm: str) -> tuple[str, ...]:
        """All forms of a noun or an adjective, told by any of them."""
