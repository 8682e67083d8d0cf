"""Decides whether two spellings, in any scripts, may name the same person: for searching, never for merging."""

from collections.abc import Collection, Iterable

from kg.resolve.alike import LIKELY, WordList, Words, alike
from kg.resolve.similarity import readings
from kg.resolve.wordmatch import word_match

Way = tuple[frozenset[str], ...]
"""For each word of a query the words of names that may be meant by it."""


def same_name(query: str, label: str) -> bool:
    """Whether every word of a query names a word of a label, whatever the scripts: Lavrov finds سيرغي لافروف.

    Meant for searching: it finds spelling variants and transliterations. Two people may well share a name;
    ``kg.resolve.similarity`` says how much two whole names have in common.
    """
    asked, offered = readings(query), readings(label)
    return any(_covers(some, other) for some in asked for other in offered)


def same_names(query: str, labels: Iterable[str]) -> frozenset[str]:
    """The labels of which ``same_name`` holds, found without comparing the query with each of many."""
    told = {label: readings(label) for label in labels}
    found = ways(query, WordList(word for each in told.values() for words in each for word in words))
    return frozenset(label for label, each in told.items() if any(leads(found, words) for words in each))


def ways(query: str, words: Words) -> tuple[Way, ...]:
    """In which ways a name made of some words can be meant by a query; none where a word of the query names no word of any name."""
    known: dict[str, frozenset[str]] = {}
    found: list[Way] = []
    for asked in readings(query):
        # What a long word is like is found sooner, and where it is like nothing, the others needn't be looked for.
        for word in sorted(asked, key=len, reverse=True):
            if word not in known:
                known[word] = alike(word, words)
            if not known[word]:
                break
        else:
            found.append(tuple(known[word] for word in asked))
    return tuple(found)


def leads(ways: Iterable[Way], words: Collection[str]) -> bool:
    """Whether one of the ways leads to a reading of a name."""
    return any(all(not near.isdisjoint(words) for near in way) for way in ways)


def _covers(asked: tuple[str, ...], offered: tuple[str, ...]) -> bool:
    return all(any(word_match(word, other).log_odds > LIKELY for other in offered) for word in asked)
