"""Says once what several accounts of one event say: type, time, place, how sure; and keeps beside it what they contradict each other in."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import prod
from typing import TypeVar

from kg.facts.vocabulary import BOOLEAN, DECIMAL, EVENT_CLASSES, INTEGER, LABEL, TYPE, diplo
from kg.identity.alternatives import Interval, Occasion, day, of_days, of_values
from kg.identity.asserting import assertions
from kg.identity.records import Account
from kg.identity.terms import ACCOUNT, COPY, SOURCES
from kg.model import EventType, Literal, Salience, Triple

Value = TypeVar("Value")
Own = Callable[[Account], Iterable[Triple]]
_MOST_SPECIFIC = (EventType.NEGOTIATION_ROUND, EventType.SUMMIT)
_DAYS = re.compile(r" \(\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?\)$")
_DATED = tuple(diplo(name) for name in ("dateText", "dateConflict", "dateUnresolved", "dateYearless", "dateCandidate"))


def consensus(occasion: Occasion, told: Own) -> Iterator[Triple]:
    """The facts that the event of the view has by consensus; ``told`` gives what an account's own graph says of it."""
    iri = occasion.iri
    yield from (Triple(iri, TYPE, class_) for class_ in (diplo("Event"), EVENT_CLASSES[_type(occasion)]))
    yield from (Triple(iri, ACCOUNT, account.iri) for account in occasion.accounts)
    copies = {account.source.article for account in occasion.accounts} & occasion.origins.keys()
    yield from (Triple(iri, COPY, article) for article in sorted(copies) if occasion.origins[article] != article)
    yield Triple(iri, SOURCES, Literal(str(occasion.weight(occasion.accounts)), INTEGER))
    main = any(account.salience is Salience.MAIN for account in occasion.accounts)
    yield Triple(iri, diplo("salience"), diplo((Salience.MAIN if main else Salience.BACKGROUND).value))
    yield Triple(iri, diplo("confidence"), _confidence(occasion))
    yield from _labels(occasion, told)
    yield from assertions(occasion)
    yield from _left(occasion, told)


def _left(occasion: Occasion, told: Own) -> Iterator[Triple]:
    """What no analyst gave another value for."""
    if occasion.insisted("status") is None:
        yield from _status(occasion)
    if occasion.insisted("date") is None:
        yield from _time(occasion, told)
    if occasion.insisted("place") is None:
        yield from _place(occasion)


def _status(occasion: Occasion) -> Iterator[Triple]:
    """The status that most outlets tell; they differ only where an analyst decided that it is one event."""
    told = [(account, diplo(account.status.value)) for account in occasion.accounts]
    support = _supported(occasion, told)
    yield Triple(occasion.iri, diplo("status"), min(support, key=lambda status: (-support[status], status)))
    if len(support) > 1:
        yield from of_values(occasion, diplo("status"), told)


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
    days = occasion.insisted("date")
    for label in found.values():
        text = _DAYS.sub(f" ({days})", label.value) if days else label.value
        yield Triple(occasion.iri, LABEL, replace(label, value=text))


def _time(occasion: Occasion, told: Own) -> Iterator[Triple]:
    """The interval that most outlets tell; where some can't be true together with it, each is kept beside it."""
    days = occasion.days
    chosen = _chosen_interval(occasion, days)
    for account in occasion.ranked:
        if chosen is None or (account.earliest, account.latest) == chosen:
            dated = (fact for fact in told(account) if fact.predicate in _DATED)
            yield from (Triple(occasion.iri, fact.predicate, fact.object) for fact in dated)
            break
    if chosen is None:
        return
    for name, each in zip(("earliest", "latest"), chosen, strict=True):
        yield Triple(occasion.iri, diplo(name), day(each))
    if any(interval[0] > chosen[1] or interval[1] < chosen[0] for _, interval in days):
        yield from of_days(occasion, days)


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
        yield from of_values(occasion, diplo("place"), firm)


def _supported(occasion: Occasion, told: Iterable[tuple[Account, Value]]) -> Mapping[Value, int]:
    """How many independent outlets tell each value."""
    by_value: defaultdict[Value, list[Account]] = defaultdict(list)
    for account, value in told:
        by_value[value].append(account)
    return Counter({value: occasion.weight(accounts) for value, accounts in by_value.items()})
