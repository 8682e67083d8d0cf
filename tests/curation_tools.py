"""A store in which several articles tell the sample's events, and an analyst's desk over it."""

from dataclasses import replace
from datetime import date, timedelta

from kg_loaders.article import Article
from made_articles import SampleExtractor, made
from sample_article import wednesday

from kg.identity.curating import Author
from kg.identity.desk import Desk
from kg.model import DateCandidate, EventMention, Extraction, Iri, Triple
from kg.pipeline import ingest
from kg.store.base import Store
from kg.store.memory import MemoryStore

ANNA = Author("Anna", "seen on the photograph")


class LaterReader(SampleExtractor):
    """Reads some articles' events as having been a month later, so that they are other occasions."""

    def extract(self, article: Article) -> Extraction:
        told = super().extract(article)
        if "unclear" in article.text:
            first = replace(told.events[0], date=_DAYS_BEFORE, place=None, topics=(), processes=(), during=None)
            return replace(told, events=(first,), statements=())
        if "later" not in article.text:
            return told
        return replace(told, events=tuple(map(_month_later, told.events)))


_DAYS_BEFORE = replace(wednesday, candidates=(DateCandidate(date(2020, 10, 7), date(2020, 10, 13)),))


def _month_later(event: EventMention) -> EventMention:
    if event.date is None:
        return event
    month = timedelta(days=30)
    days = tuple(
        replace(each, earliest=each.earliest + month, latest=each.latest + month) for each in event.date.candidates
    )
    return replace(event, date=replace(event.date, candidates=days))


def told(number: int, edition: str = "") -> Article:
    """An article of an outlet of its own; "later" in its edition moves its events by a month, "unclear" leaves one of them, in the days before."""
    return replace(made(number, edition), site=f"site-{number}.example")


def store_with(*articles: Article, version: str = "1") -> MemoryStore:
    store = MemoryStore()
    add(store, *articles, version=version)
    return store


def add(store: Store, *articles: Article, version: str = "1") -> None:
    for _ in ingest(articles, store, LaterReader(version=version)):
        pass


def view(store: Store) -> set[Triple]:
    return set(store.triples())


def meetings(store: Store) -> list[Iri]:
    """The meetings of the view, those of October first."""
    rows = store.select("SELECT ?e ?d { ?e a diplo:Meeting ; diplo:earliest ?d } ORDER BY ?d ?e").rows
    return [str(event) for event, _ in rows]


def one(store: Store, event: Iri, name: str) -> set[str]:
    """The values of a property of an event in the view, as text."""
    rows = store.select(f"SELECT ?v {{ <{event}> diplo:{name} ?v }}").rows
    return {value if isinstance(value, str) else value.value for (value,) in rows if value is not None}


def desk(store: Store) -> Desk:
    return Desk(store)
