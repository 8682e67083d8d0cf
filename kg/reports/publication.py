"""When a store's articles were published, and in which articles events and people are told: the first of these days is when they became known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import Iri
from kg.reports.accounts import outlet_of
from kg.reports.nodes import fetch, plain
from kg.store.base import Store

_ARTICLES = "SELECT ?article ?day WHERE { ?article a diplo:Article OPTIONAL { ?article diplo:published ?day } }"
_EVENTS = "SELECT DISTINCT ?thing ?article WHERE { ?thing a diplo:Event ; diplo:evidence/diplo:article ?article }"
# Somebody who is named by an office or a part of a name may be anybody: that he is new can't be known.
_PEOPLE = """SELECT DISTINCT ?thing ?article WHERE {
    { ?fact diplo:participant ?thing } UNION { ?fact diplo:speaker ?thing }
    ?thing a diplo:Person . ?fact diplo:evidence/diplo:article ?article
    FILTER NOT EXISTS { ?thing diplo:naming ?naming } }"""


@dataclass(frozen=True, slots=True)
class Publication:
    """The days on which the articles of a store were published; ``undated`` counts the articles that tell none."""

    days: Mapping[Iri, date]
    undated: int

    @property
    def last(self) -> date | None:
        """The latest day."""
        return max(self.days.values(), default=None)


@dataclass(frozen=True, slots=True)
class Known:
    """Since when something is known, and which of the articles that tell of it are dated: each with its day."""

    since: date
    articles: Mapping[Iri, date]

    def between(self, first: date, last: date) -> tuple[Iri, ...]:
        """The articles that were published on these days or between them, in order."""
        told = (article for article, day in self.articles.items() if first <= day <= last)
        return tuple(sorted(told, key=lambda article: (self.articles[article], article)))


def publication(store: Store) -> Publication:
    """The days of publication of all articles."""
    rows = store.select(_ARTICLES).rows
    days = {plain(article): date.fromisoformat(plain(day)) for article, day in rows if article and day}
    return Publication(days, len({article for article, day in rows if article and not day} - days.keys()))


def known_events(store: Store, published: Publication) -> Mapping[Iri, Known]:
    """Since when each event is known; events that only undated articles tell are left out."""
    return _known(store, _EVENTS, published)


def known_people(store: Store, published: Publication) -> Mapping[Iri, Known]:
    """Since when each person is known who is named in full, as a participant or as a speaker."""
    return _known(store, _PEOPLE, published)


def outlets(store: Store, articles: Iterable[Iri]) -> Mapping[Iri, str]:
    """The outlet of each of some articles."""
    return {iri: outlet_of(article) for iri, article in fetch(store, articles).items()}


def _known(store: Store, query: str, published: Publication) -> Mapping[Iri, Known]:
    found: defaultdict[Iri, dict[Iri, date]] = defaultdict(dict)
    for thing, article in store.select(query).rows:
        if thing and article and plain(article) in published.days:
            found[plain(thing)][plain(article)] = published.days[plain(article)]
    return {thing: Known(min(told.values()), told) for thing, told in found.items()}
