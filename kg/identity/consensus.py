"""Says once what several accounts of one event say: type, time, place, how sure; and keeps beside it what they contradict each other in."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import prod
from typing import TypeVar

from kg.facts.vocabulary import BOOLEAN, DATE, DECIMAL, EVENT_CLASSES, INTEGER, LABEL, OBJECT, PREDICATE, TYPE, diplo
from kg.identity.records import Account
from kg.identity.terms import ACCOUNT, ALTERNATIVE, COPY, SOURCES, TOLD_IN
from kg.model import EventType, Iri, Literal, Salience, Triple
from kg.resolve.iris import minted

Value = TypeVar("Value")
Own = Callable[[Account], Iterable[Triple]]
_MOST_SPECIFIC = (EventType.NEGOTIATION_ROUND, EventType.SUMMIT)
_DATED = tuple(diplo(name) for name in ("dateText", "dateConflict", "dateUnresolved", "dateYearless", "dateCandidate"))


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event of several accounts: ``iri`` is the node of the view, ``origins`` tells of copies and of what they copy the first article."""

    iri: Iri
    accounts: tuple[Account, ...]
    origins: Mapping[Iri, Iri]

    def weight(self, accounts: Iterable[Account]) -> int:
        """How many outlets tell something independently of each other: copies of one text count once."""
        return len({self._origin(account) for account in accounts})

    def _origin(self, account: Account) -> str:
        article = self.origins.get(account.source.article)
        return article or account.source.outlet

    @property
    def ranked(self) -> tuple[Account, ...]:
        """The accounts, the surest first."""
        return tuple(sorted(self.accounts, key=lambda each: (-each.confidence, each.iri)))


def consensus(occasion: Occasion, told: Own) -> Iterator[Triple]:
    """The facts that the event of the view has by consensus; ``told`` gives what an account's own graph says of it."""
    iri = occasion.iri
    yield from (Triple(iri, TYPE, class_) for class_ in (diplo("Event"), EVENT_CLASSES[_type(occasion)]))
    yield from (Triple(iri, ACCOUNT, account.iri) for account in occasion.accounts)
    copies = {account.source.article for account in occasion.accounts} & occasion.origins.keys()
    yield from (Triple(iri, COPY, article) for article in sorted(copies) if occasion.origins[article] != article)
    yield Triple(iri, SOURCES, Literal(str(occasion.weight(occasion.accounts)), INTEGER))
    yield Triple(iri, diplo("status"), diplo(occasion.accounts[0].status.value))
    main = any(account.salience is Salience.MAIN for account in occasion.accounts)
    yield Triple(iri, diplo("salience"), diplo((Salience.MAIN if main else Salience.BACKGROUND).value))
    yield Triple(iri, diplo("confidence"), _confidence(occasion))
    yield from _labels(occasion, told)
    yield from _time(occasion, told)
    yield from _place(occasion)


def _type(occasion: Occasion) -> EventType:
    """The type that most outlets tell; of equals the one that says more."""
    told = _supported(occasion, [(account, account.type) for account in occasion.accounts])
    best = max(told.values())
    return min(
        (kind for kind, support in told.items() if support == best), key=lambda kind: (kind not in _MOST_SPECIFIC, kind)
    )


def _confidence(occasion: Occasion) -> Literal:
    """How sure it is that at least one independent account is right, each being as sure as it says (noisy or, at most .99)."""
    best: dict[str, float] = defaultdict(float)
    for account in occasion.accounts:
        outlet = account.source.outlet
        best[outlet] = max(best[outlet], account.confidence)
    doubt = prod(sorted(1 - share for share in best.values())[: max(1, occasion.weight(occasion.accounts))])
    return Literal(f"{min(1 - doubt, 0.99):.4f}".rstrip("0").rstrip("."), DECIMAL)


def _labels(occasion: Occasion, told: Own) -> Iterator[Triple]:
    """In each language the label of the surest account that has one."""
    found: dict[str | None, Literal] = {}
    for account in occasion.ranked:
        for fact in sorted(told(account), key=repr):
            if fact.predicate == LABEL and isinstance(fact.object, Literal):
                found.setdefault(fact.object.language, fact.object)
    yield from (Triple(occasion.iri, LABEL, label) for label in found.values())


def _time(occasion: Occasion, told: Own) -> Iterator[Triple]:
    """The interval that most outlets tell; where some can't be true together with it, each is kept beside it."""
    days = [
        (account, (account.earliest, account.latest))
        for account in occasion.ranked
        if account.earliest and account.latest
    ]
    chosen = _chosen_interval(occasion, days)
    for account in occasion.ranked:
        if chosen is None or (account.earliest, account.latest) == chosen:
            dated = (fact for fact in told(account) if fact.predicate in _DATED)
            yield from (Triple(occasion.iri, fact.predicate, fact.object) for fact in dated)
            break
    if chosen is None:
        return
    for name, day in zip(("earliest", "latest"), chosen, strict=True):
        yield Triple(occasion.iri, diplo(name), _day(day))
    if any(interval[0] > chosen[1] or interval[1] < chosen[0] for _, interval in days):
        for interval in sorted({interval for _, interval in days}):
            accounts = [account for account, other in days if other == interval]
            node = minted("alternative", occasion.iri, diplo("earliest"), *interval)
            yield from _alternative(occasion, node, diplo("earliest"), _day(interval[0]), accounts)
            yield Triple(node, diplo("earliest"), _day(interval[0]))
            yield Triple(node, diplo("latest"), _day(interval[1]))


Interval = tuple[date, date]


def _chosen_interval(occasion: Occasion, told: Sequence[tuple[Account, Interval]]) -> Interval | None:
    """The interval with most outlets, those counted whose own interval holds it; of equals the shortest, then the earliest."""
    if not told:
        return None

    def rank(interval: Interval) -> tuple[int, int, date]:
        holding = [account for account, (first, last) in told if first <= interval[0] and interval[1] <= last]
        return -occasion.weight(holding), (interval[1] - interval[0]).days, interval[0]

    return min({interval for _, interval in told}, key=rank)


def _place(occasion: Occasion) -> Iterator[Triple]:
    """The place that most outlets tell, one that is told before one that is inferred; a city before the state where it lies."""
    told = [(account, account.place) for account in occasion.ranked if account.place]
    if not told:
        return
    firm = [(account, place) for account, place in told if not account.place_inferred]
    support = _supported(occasion, firm or told)
    countries = {account.country for account, place in firm or told if account.country and account.country != place}
    cities = {place: weight for place, weight in support.items() if place not in countries} or support
    chosen = min(cities, key=lambda place: (-cities[place], place))
    yield Triple(occasion.iri, diplo("place"), chosen)
    if not firm:
        yield Triple(occasion.iri, diplo("placeInferred"), Literal("true", BOOLEAN))
    if firm and len(cities) > 1:
        for place in sorted({place for _, place in firm}):
            accounts = [account for account, other in firm if other == place]
            node = minted("alternative", occasion.iri, diplo("place"), place)
            yield from _alternative(occasion, node, diplo("place"), place, accounts)


def _alternative(
    occasion: Occasion, node: Iri, predicate: Iri, value: Iri | Literal, accounts: Iterable[Account]
) -> Iterator[Triple]:
    yield Triple(occasion.iri, ALTERNATIVE, node)
    yield Triple(node, TYPE, diplo("Alternative"))
    yield Triple(node, PREDICATE, predicate)
    yield Triple(node, OBJECT, value)
    yield from (Triple(node, TOLD_IN, account.source.article) for account in accounts)


def _supported(occasion: Occasion, told: Iterable[tuple[Account, Value]]) -> Mapping[Value, int]:
    """How many independent outlets tell each value."""
    by_value: defaultdict[Value, list[Account]] = defaultdict(list)
    for account, value in told:
        by_value[value].append(account)
    return Counter({value: occasion.weight(accounts) for value, accounts in by_value.items()})


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), DATE)
