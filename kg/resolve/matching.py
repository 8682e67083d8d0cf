"""Decides whether two spellings, in any scripts, may name the same person: for searching, never for merging."""

from kg.resolve.similarity import readings
from kg.resolve.wordmatch import word_match

_LIKELY = 0.0


def same_name(query: str, label: str) -> bool:
    """Whether every word of a query names a word of a label, whatever the scripts: Lavrov finds سيرغي لافروف.

    Meant for searching: it finds spelling variants and transliterations. Two people may well share a name;
    ``kg.resolve.similarity`` says how much two whole names have in common.
    """
    asked, offered = readings(query), readings(label)
    return any(_covers(some, other) for some in asked for other in offered)


def _covers(asked: tuple[str, ...], offered: tuple[str, ...]) -> bool:
    return all(any(word_match(word, other).log_odds > _LIKELY for other in offered) for word in asked)
