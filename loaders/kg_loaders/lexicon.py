"""The furniture lists of furniture.toml, folded and ready to compare with lines."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg_loaders.folding import folded, folded_words

_OTHER = {"date", "months", "joints"}
_KINDS = {"exact", "label", "start", "number", "words", "contains", "tail"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded phrase → reason, one table for each way of matching; ``words`` has one set of words for each reason.

    ``openings`` are the words that any furniture of whole lines begins with, ``anchors`` the longest word of each phrase of
    ``contains``: most lines have none of them, and need no further look.
    """

    exact: dict[str, str]
    label: dict[str, str]
    start: dict[str, str]
    number: dict[str, str]
    contains: dict[str, str]
    tail: dict[str, str]
    words: tuple[tuple[str, frozenset[str]], ...]
    joints: frozenset[str]
    openings: frozenset[str]
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Folded words that a date line may hold: month name → number (1 to 12), and what stands beside the numbers."""

    gregorian: dict[str, int]
    solar: dict[str, int]
    beside: frozenset[str]
    updated: frozenset[str]
    clock: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The furniture phrases, read once."""
    tables: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS - {"words"}}
    words: list[tuple[str, frozenset[str]]] = []
    for reason, kinds in _read().items():
        if reason in _OTHER:
            continue
        for kind, phrases in kinds.items():
            if kind == "words":
                words.append((reason, _fold_all(phrases)))
            else:
                tables[kind].update({folded(phrase): reason for phrase in phrases})
    joints = _fold_all(_read()["joints"]["words"])
    begun = {phrase.split()[0] for kind in ("tail", "exact", "start") for phrase in tables[kind]}
    openings = joints.union(begun, *(known for _, known in words), *(phrase.split() for phrase in tables["number"]))
    anchors = frozenset(max(phrase.split(), key=len) for phrase in tables["contains"])
    return Lexicon(**tables, words=tuple(words), joints=joints, openings=openings, anchors=anchors)


@cache
def calendar() -> Calendar:
    """The words of date lines, read once."""
    data = _read()
    date, months = data["date"], data["months"]
    gregorian, solar = _numbered(months["gregorian"]), _numbered(months["solar"])
    beside = _fold_all([*date["fillers"], *date["updated"], *date["clock"], *date["weekdays"], *date["lunar"]])
    return Calendar(gregorian, solar, beside, _fold_all(date["updated"]), _fold_all(date["clock"]))


def _read() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("kg_loaders").joinpath("furniture.toml").read_text(encoding="utf-8"))


def _fold_all(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in folded_words(phrase))


def _numbered(months: list[str]) -> dict[str, int]:
    return {folded(name): number for number, names in enumerate(months, 1) for name in names.split("|")}
