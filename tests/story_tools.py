"""Reads the story of ``story/``, invented news on 22 events in four languages, and says how well its events and people were found to be one.

``articles.jsonl`` holds the articles, ``truth.json`` what they tell: the events, the people with the forms of their names and the
offices by which alone they may be told, and for each article which of them it tells of.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from kg_loaders import Article, read

from kg.evaluate.clusters import Grouping
from kg.identity.occasions import same_kind
from kg.identity.reading import read_records
from kg.identity.records import Account
from kg.identity.resolve import resolution_of
from kg.model import EventType, Status
from kg.store.base import Store

FOLDER = Path(__file__).parent / "story"


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the story as it truly was."""

    id: str
    type: EventType
    status: Status
    day: date
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Truth:
    """What the articles of the story tell."""

    events: Mapping[str, Told]
    people: Mapping[str, tuple[str, ...]]
    articles: Mapping[str, Mapping[str, list[str]]] = field(repr=False)

    def told(self) -> int:
        """How many events all articles tell."""
        return sum(len(article["events"]) for article in self.articles.values())

    def person(self, article: str, names: Collection[str]) -> str | None:
        """Who of an article is meant by any of these names, or parts of names; None if it is nobody or may be several."""
        fits = {
            who
            for who in self.articles[article]["people"]
            for form in self.people[who]
            for name in names
            if _words(name) <= _words(form)
        }
        return fits.pop() if len(fits) == 1 else None


@dataclass(frozen=True, slots=True)
class Grouped:
    """How accounts, or mentions of people, were grouped, and how they should have been."""

    told: Grouping
    true: Grouping


def truth() -> Truth:
    """The truth of the story."""
    data = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
    return Truth(
        {id: _told(id, each) for id, each in data["events"].items()},
        {who: tuple(forms) for who, forms in data["people"].items()},
        data["articles"],
    )


def articles() -> list[Article]:
    """The articles of the story."""
    return [each for each in read([str(FOLDER / "articles.jsonl")]) if isinstance(each, Article)]


class Reading:
    """What a store that holds the story makes of it."""

    def __init__(self, store: Store) -> None:
        """Resolve the store anew; its view isn't changed."""
        self.truth, self.records = truth(), read_records(store)
        self.found = resolution_of(store)
        rows = store.select("SELECT ?article ?name { ?article a diplo:Article ; diplo:name ?name }").rows
        self._names = {str(article): getattr(name, "value", "") for article, name in rows}

    def article(self, account: Account) -> str:
        """The id of the article that an account is from."""
        return self._names[account.source.article]

    @cached_property
    def aligned(self) -> Mapping[str, str]:
        """For each account the event that it tells; an account of nothing that the article tells is an event of its own."""
        by_article: defaultdict[str, list[Account]] = defaultdict(list)
        for account in self.records.accounts:
            by_article[self.article(account)].append(account)
        return dict(pair for name, accounts in by_article.items() for pair in self._align(name, accounts))

    def _align(self, article: str, accounts: list[Account]) -> Iterator[tuple[str, str]]:
        """Pairs by the people that they have in common, then by the day: who is told by office alone may be anybody."""
        left = [self.truth.events[id] for id in self.truth.articles[article]["events"]]
        offers = sorted(
            (-self._shared(account, event), _days(account, event), account.iri, event.id)
            for account in accounts
            for event in left
            if same_kind(account.type, event.type) and account.status is event.status
        )
        taken: dict[str, str] = {}
        for shared, days, iri, id in offers:
            if iri not in taken and id not in taken.values() and (shared or not days):
                taken[iri] = id
        yield from ((account.iri, taken.get(account.iri, account.iri)) for account in accounts)

    def _shared(self, account: Account, event: Told) -> int:
        return len(event.people & {self.person(self.article(account), part.entity) for part in account.parts})

    def person(self, article: str, node: str) -> str | None:
        """Who is meant by a node of an article's graph."""
        return self.truth.person(article, [text for text, _ in self.records.labels.get(node, ())])

    def read(self) -> float:
        """The share of the told events that extraction reads."""
        return sum(id in self.truth.events for id in self.aligned.values()) / self.truth.told()

    def events(self) -> Grouped:
        """The accounts."""
        told = {iri: group[0] for group in self.found.groups for iri in group}
        return Grouped(told, {iri: self.aligned[iri] for iri in told})

    def people(self) -> Grouped:
        """The people of each article; nodes of nobody whom the article tells of are left out."""
        told, true = {}, {}
        for seen in self.records.sightings():
            node, graph = seen.part.entity, seen.source.graph
            who = self.person(self._names[seen.source.article], node)
            if who is not None:
                told[f"{graph} {node}"] = self.found.folds.get(graph, {}).get(node, node)
                true[f"{graph} {node}"] = who
        return Grouped(told, true)


def _told(id: str, data: Mapping[str, Any]) -> Told:
    day = date.fromisoformat(data["day"])
    return Told(id, EventType(data["type"]), Status(data["status"]), day, frozenset(data["people"]))


def _days(account: Account, event: Told) -> int:
    return abs((account.earliest - event.day).days) if account.earliest else 1000


def _words(name: str) -> set[str]:
    return set(name.casefold().split())
