"""Tells what became known between two days: new events, further accounts, what became of plans, new people, new contradictions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kg.errors import KgError
from kg.model import Iri
from kg.reports.contradictions import Contradiction, contradictions
from kg.reports.events import EventRow, outcomes, rows
from kg.reports.nodes import fetch
from kg.reports.publication import Known, known_events, known_people, outlets, publication
from kg.store.base import Store


class News(StrEnum):
    """What sort of thing became known, in the order in which it is told."""

    EVENT = "new event"
    ACCOUNT = "further account"
    OUTCOME = "outcome of a plan"
    PERSON = "new person"
    CONTRADICTION = "new contradiction"


@dataclass(frozen=True, slots=True)
class Change:
    """Something that became known on a day; ``subject`` is the event or the person, ``outlets`` tell it on the days asked for.

    ``copies`` are those of the outlets that only copy another one. ``event`` is set but for people; ``outcome`` is what became of it, if it is a plan; ``values`` are the ways in which a
    contradicted day or place (``kind``) is told.
    """

    sort: News
    day: date
    subject: Iri
    label: str
    outlets: tuple[str, ...]
    copies: frozenset[str] = frozenset()
    event: EventRow | None = None
    outcome: EventRow | None = None
    kind: str | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What became known from ``since`` to ``until``, both included; ``undated`` counts articles that can't be placed in time."""

    since: date
    until: date
    changes: tuple[Change, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class _Finding:
    """Something new before it has a name: ``articles`` tell it."""

    sort: News
    day: date
    subject: Iri
    articles: tuple[Iri, ...]
    outcome: Iri | None = None
    contradiction: Contradiction | None = field(default=None)


def diff(store: Store, since: date, until: date, language: str = "en") -> Difference:
    """What the store's articles of these days tell that none of its earlier ones tells.

    Something is known from the day on which the first article was published that tells it, whenever it took place and
    whenever the article came into the store. Articles without a day of publication are left out.

    Raises:
        KgError: the second day is before the first.
    """
    if until < since:
        raise KgError(f"{until} is before {since}: give the earlier day first")
    published = publication(store)
    known = known_events(store, published)
    span = (since, until)
    found = [
        *_events(known, span),
        *_outcomes(outcomes(store), known, span),
        *_people(known_people(store, published), span),
        *_contradictions(contradictions(store, published.days, language), known, span),
    ]
    changes = _named(store, found, language)
    order = list(News)
    ranked = sorted(changes, key=lambda each: (order.index(each.sort), each.day, each.label, each.subject))
    return Difference(since, until, tuple(ranked), published.undated)


Days = tuple[date, date]


def _events(known: Mapping[Iri, Known], span: Days) -> Iterator[_Finding]:
    """New events, and further accounts of those that were known before."""
    for iri, each in known.items():
        articles = each.between(*span)
        if articles:
            sort = News.EVENT if each.since >= span[0] else News.ACCOUNT
            yield _Finding(sort, each.articles[articles[0]], iri, articles)


def _outcomes(ends: Mapping[Iri, Iri], known: Mapping[Iri, Known], span: Days) -> Iterator[_Finding]:
    """What became of plans: known as soon as the plan and its outcome are."""
    for plan, end in ends.items():
        if plan in known and end in known:
            day = max(known[plan].since, known[end].since)
            if span[0] <= day <= span[1]:
                yield _Finding(News.OUTCOME, day, plan, known[end].between(*span), end)


def _people(known: Mapping[Iri, Known], span: Days) -> Iterator[_Finding]:
    for iri, each in known.items():
        if span[0] <= each.since <= span[1]:
            yield _Finding(News.PERSON, each.since, iri, each.between(*span))


def _contradictions(found: Iterable[Contradiction], known: Mapping[Iri, Known], span: Days) -> Iterator[_Finding]:
    for each in found:
        if span[0] <= each.since <= span[1] and each.event in known:
            articles = [article for article in known[each.event].between(*span) if article in each.articles]
            yield _Finding(News.CONTRADICTION, each.since, each.event, tuple(articles), contradiction=each)


def _named(store: Store, found: Iterable[_Finding], language: str) -> list[Change]:
    """The findings with names in a language."""
    found = tuple(found)
    nodes = fetch(store, {each.subject for each in found})
    tellers = outlets(store, {article for each in found for article in each.articles})
    listed = {each.subject for each in found if each.sort is not News.PERSON}
    listed |= {each.outcome for each in found if each.outcome}
    events = {row.iri: row for row in rows(store, sorted(listed), language)}
    return [
        Change(
            sort=each.sort,
            day=each.day,
            subject=each.subject,
            label=nodes[each.subject].label(language),
            outlets=tuple(dict.fromkeys(tellers[article] for article in each.articles)),
            copies=_copying(each.articles, nodes[each.subject].all("diplo:copy"), tellers),
            event=events.get(each.subject),
            outcome=events.get(each.outcome or ""),
            kind=each.contradiction.kind if each.contradiction else None,
            values=each.contradiction.values if each.contradiction else (),
        )
        for each in found
    ]


def _copying(articles: Iterable[Iri], copies: Iterable[Iri], outlets: Mapping[Iri, str]) -> frozenset[str]:
    """The outlets all of whose articles are copies."""
    articles, copies = set(articles), set(copies)
    return frozenset(outlets[each] for each in articles & copies) - {outlets[each] for each in articles - copies}
