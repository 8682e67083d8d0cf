"""Weighs whether two accounts tell one event: type, status, participants, time, place, and what it was about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.identity.parties import Meeting, Party, match
from kg.identity.records import Account, Likeness
from kg.model import EventType, Function, Iri, Salience, Status

SURE = 0.8
UNSURE = 0.5
PRECISE_DAYS = 2
"""An interval of more days than this doesn't tell repeat meetings apart."""
_NEWS_DAYS = 2
_AHEAD_DAYS = 28
"""How far ahead of the news an event is looked for that is planned, postponed or cancelled, when its day is not told."""
_TALKS = frozenset({EventType.MEETING, EventType.NEGOTIATION_ROUND, EventType.SUMMIT})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Witness:
    """An account made ready for comparing: its parties, and the days when the event may have been; ``assumed`` from its page's date."""

    account: Account
    parties: tuple[Party, ...]
    earliest: date | None
    latest: date | None
    assumed: bool = False

    @property
    def precise(self) -> bool:
        """Whether its days are few enough to tell one meeting of the same people from the next."""
        return self.days is not None and self.days <= PRECISE_DAYS

    @property
    def days(self) -> int | None:
        """How many days the event may have been on."""
        return (self.latest - self.earliest).days + 1 if self.earliest and self.latest else None


def witness(account: Account, parties: Sequence[Party]) -> Witness:
    """An account for comparing. News that tell no day were written within two days of what they tell, or some weeks ahead of it."""
    if account.earliest is not None and account.latest is not None:
        return Witness(account, tuple(parties), account.earliest, account.latest)
    published = account.source.published
    if published is None or account.salience is not Salience.MAIN or account.status is Status.DENIED:
        return Witness(account, tuple(parties), None, None)
    last = published if account.status is Status.HELD else published + _AHEAD_DAYS * _DAY
    return Witness(account, tuple(parties), published - _NEWS_DAYS * _DAY, last, assumed=True)


def likeness(one: Witness, other: Witness) -> Likeness:
    """How sure it is that two accounts tell one event, and why; a veto says that they can't."""
    a, b = one.account, other.account
    if a.source.article == b.source.article:
        return _never("one article tells them as two events")
    if not same_kind(a.type, b.type):
        return _never(f"one is a {a.type.value}, the other a {b.type.value}")
    if a.status is not b.status:
        return _never(f"one is {a.status.value}, the other {b.status.value}")
    if a.rounds and b.rounds and not a.rounds & b.rounds:
        return _never("they are different rounds")
    if _on_two_days(one, other):
        return _never("whoever tells of one day tells, or had told, of the other")
    return _weigh(one, other, match(one.parties, other.parties))


def _on_two_days(one: Witness, other: Witness) -> bool:
    """Whether accounts of different days can't be of one event: one outlet tells both, or one was out before the other's day."""
    if one.assumed or other.assumed or not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    first, second = sorted((one, other), key=lambda each: (each.earliest, each.account.iri))
    if first.latest is None or second.earliest is None or first.latest >= second.earliest:
        return False
    told = first.account.source.published
    early = first.account.status is Status.HELD and told is not None and told < second.earliest
    return early or first.account.source.outlet == second.account.source.outlet


def _weigh(one: Witness, other: Witness, who: Meeting) -> Likeness:
    if who.clash:
        return _never("each names somebody else for one side")
    when, when_told = _when(one, other)
    if when == 0:
        return _never(when_told)
    who_score, who_told = _who(one, other, who)
    if who_score == 0:
        return Likeness(0.0, (who_told,))
    where, where_told = _where(one.account, other.account)
    what, what_told = _what(one.account, other.account)
    reasons = (who_told, when_told, where_told, what_told)
    return Likeness(_score(who_score, when, where, what), tuple(reason for reason in reasons if reason))


def fit(one: Witness, other: Witness) -> bool:
    """Whether the participants alone would do for one event: at least two by name or office, or the visitor and where he goes."""
    found = match(one.parties, other.parties)
    score, _ = _who(one, other, found)
    return not found.clash and score >= SURE


def same_kind(one: EventType, other: EventType) -> bool:
    """Whether two types may be told of one event: what one calls a meeting another calls a round of talks or a summit."""
    return one is other or (one in _TALKS and other in _TALKS)


def _score(who: float, when: float, where: float, what: float) -> float:
    """The doubts multiplied. Two of them at once (a neighbouring day, another place, few participants known) leave it unsure."""
    return round(min(who * when * where * what, 1.0), 4)


def _who(one: Witness, other: Witness, found: Meeting) -> tuple[float, str]:
    """How sure the participants make it; 0 if they are too few to tell."""
    told = f"{len(found.weights)} participants fit, {found.strong} of them by name or office"
    if one.account.type is EventType.VISIT:
        return _who_visits(one, other, found, told)
    if len(found.weights) < 2:
        return 0.0, "fewer than two participants fit"
    score = 1.0 if found.strong >= 2 else 0.85 if found.strong == 1 else 0.75
    return score * (1.0 if not found.left else 0.75), told


def _who_visits(one: Witness, other: Witness, found: Meeting, told: str) -> tuple[float, str]:
    """A visit is told by its visitor and where he went."""
    guests = match(_visitors(one), _visitors(other))
    a, b = one.account, other.account
    there = bool(a.country and a.country == b.country) or len(found.weights) > len(guests.weights)
    if not guests.weights or not there:
        return 0.0, "the visitor or where he went doesn't fit"
    return (1.0 if guests.strong else 0.75), told


def _visitors(of: Witness) -> tuple[Party, ...]:
    return tuple(party for party in of.parties if party.part.function is Function.VISITOR)


def _when(one: Witness, other: Witness) -> tuple[float, str]:
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return 0.6, "the day of one of them is not told"
    gap = (max(one.earliest, other.earliest) - min(one.latest, other.latest)).days
    if gap > 1:
        return 0.0, f"they are {gap} days apart"
    if gap == 1:
        return (0.8 if one.assumed or other.assumed else 0.72), "they are told of neighbouring days"
    if one.assumed or other.assumed:
        if one.account.status is not Status.HELD and not _one_news(one.account, other.account):
            return 0.6, "the day of one of them is not told, and they are news of different days"
        return 0.9, "the page's date stands for the day of one of them"
    if not (one.precise and other.precise):
        return 0.85, "one of them is told of a span of days"
    return 1.0, "they are told of the same day"


def _one_news(one: Account, other: Account) -> bool:
    """Whether two articles were published on neighbouring days."""
    told = one.source.published, other.source.published
    return told[0] is not None and told[1] is not None and abs((told[0] - told[1]).days) <= _NEWS_DAYS


def _where(one: Account, other: Account) -> tuple[float, str]:
    if one.place is None or other.place is None:
        return 1.0, ""
    if one.place == other.place:
        return 1.05, "the place is the same"
    if one.place == other.country or other.place == one.country:
        return 1.0, "one place lies in the other"
    if one.country is not None and one.country == other.country:
        return 0.95, "the places lie in one state"
    if one.place_inferred or other.place_inferred:
        return 0.9, "the places differ, but one is only inferred"
    return 0.75, "the places differ"


def _what(one: Account, other: Account) -> tuple[float, str]:
    if one.rounds & other.rounds:
        return 1.15, "it is the same round"
    shared: frozenset[Iri] = (one.topics & other.topics) | (one.processes & other.processes)
    if shared:
        return 1.1, "they share topics or processes"
    told = (one.topics | one.processes) and (other.topics | other.processes)
    return (0.97, "they share no topic") if told else (1.0, "")


def _never(why: str) -> Likeness:
    return Likeness(0.0, (why,), veto=True)
