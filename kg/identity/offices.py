"""Compares offices as articles tell them: which are one office, and which one person may hold at one time."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from kg.identity.records import Office

AT_ONE_TIME = 180
"""Two offices told within so many days are two offices at one time."""
_ADORNED = frozenset({"Special", "Senior", "High", "Personal", "Acting", "Permanent"})
_ONE_WORD = {"Representative": "Envoy", "Assistant": "Deputy"}
"""Words that languages and outlets use for one office: مساعد, معاون and заместитель; посланник and представитель."""
Held = tuple[Office, date]


def same_office(one: Office, other: Office) -> bool:
    """Whether two offices of one side are one: the same rank, and no two portfolios."""
    return one.rank == other.rank and not _two_portfolios(one, other)


def compatible(one: Office, other: Office) -> bool:
    """Whether one person may be told in both offices at one time: their ranks say the same but for adornment and translation."""
    ranks = sorted((_plain(one.rank), _plain(other.rank)), key=len)
    # "His deputy" is the deputy of whoever was told before.
    shortened = len(ranks[0]) == 1 and ranks[0] == ranks[1][:1] and ranks[0] != ("Minister",)
    return (ranks[0] == ranks[1] or shortened) and not _two_portfolios(one, other)


def clash(some: Iterable[Held], others: Iterable[Held]) -> str | None:
    """Why two sets of offices can't be one person's at one time."""
    for office, day in _in_order(frozenset(some)):
        for other, then in _in_order(frozenset(others)):
            if abs((day - then).days) <= AT_ONE_TIME and not compatible(office, other):
                return f"one is {_told(office)}, the other {_told(other)} at the same time"
    return None


@lru_cache(maxsize=100_000)
def _in_order(held: frozenset[Held]) -> tuple[Held, ...]:
    return tuple(sorted(held, key=lambda each: (each[0].rank, each[0].portfolio or "", each[1])))


def _plain(rank: str) -> tuple[str, ...]:
    return tuple(_ONE_WORD.get(word, word) for word in rank.split() if word not in _ADORNED)


def _two_portfolios(one: Office, other: Office) -> bool:
    return None not in (one.portfolio, other.portfolio) and one.portfolio != other.portfolio


def _told(office: Office) -> str:
    return f"{office.rank} ({office.portfolio})" if office.portfolio else office.rank
