"""A small story told by several outlets in several languages, as a perfect extractor would read it, and stores that hold it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kg_loaders.article import Article, Block

from kg.facts import article_graph
from kg.identity.resolve import resolve_store
from kg.model import (
    Act,
    ArticleGraph,
    DateCandidate,
    DateMention,
    EventMention,
    EventType,
    Extraction,
    Kind,
    Named,
    OfficeParts,
    Participant,
    Salience,
    Span,
    StatementMention,
    Status,
)
from kg.resolve.entities import resolve
from kg.store.base import Store


@dataclass(frozen=True)
class Who:
    """A person of the story: the id that the gazetteer would give, the state, and the office in which articles tell him. One word without an
    id is a part of a name, no native form an office alone."""

    name: str
    native: str | None
    id: str | None
    state: str
    code: str
    held: OfficeParts | None = None


LAVROV = Who("Sergey Lavrov", "سيرغي لافروف", "person/sergey-lavrov", "Russia", "state/RU")
ZARIF = Who("Mohammad Javad Zarif", "محمد جواد ظريف", "person/mohammad-javad-zarif", "Iran", "state/IR")
MUALLEM = Who("Walid al-Muallem", "وليد المعلم", "person/walid-al-muallem", "Syria", "state/SY")
SAFADI = Who("Ayman Safadi", "أيمن الصفدي", "person/ayman-safadi", "Jordan", "state/JO")


@dataclass(frozen=True)
class Said:
    """A statement at the event."""

    who: Who
    act: Act
    about: str


@dataclass(frozen=True)
class Told:
    """An article that tells of one event."""

    number: int
    site: str
    language: str
    published: date | None
    people: tuple[Who, ...]
    day: date | None
    place: tuple[str, str] | None = ("Moscow", "place/moscow")
    type: EventType = EventType.MEETING
    status: Status = Status.HELD
    topics: tuple[tuple[str, str], ...] = ()
    processes: tuple[tuple[str, str], ...] = ()
    said: tuple[Said, ...] = ()
    words: str = ""
    office: str = "Foreign Minister"

    def text(self) -> str:
        """The text: all words that are told, and words that make it unlike the other articles."""
        told = [(self.language == "ar" and who.native) or who.name for who in self.people]
        told += [self.office, "met", "said", *(said.about for said in self.said)]
        told += [name for name, _ in (*self.topics, *self.processes, *((self.place,) if self.place else ()))]
        told += [self.day.isoformat()] if self.day else []
        return ". ".join(told) + ". " + (self.words or " ".join(f"w{self.number}x{at}" for at in range(60)))

    def graph(self) -> ArticleGraph:
        """What the article becomes in a store."""
        text = self.text()

        def span(words: str) -> Span:
            at = text.index(words)
            return Span.of(text, at, at + len(words))

        def named(each: tuple[str, str]) -> Named:
            return Named(span(each[0]), each[0], each[1])

        def part(who: Who) -> Participant:
            written = (self.language == "ar" and who.native) or who.name
            return Participant(
                *(span(written), who.name, Kind.PERSON, who.native, who.id, span(self.office)),
                represents=who.state,
                represents_id=who.code,
                office=who.held,
            )

        days = DateMention(span(self.day.isoformat()), (DateCandidate(self.day, self.day),)) if self.day else None
        event = EventMention(
            *(self.type, self.status, Salience.MAIN, tuple(map(part, self.people)), span("met"), span("met")),
            place=named(self.place) if self.place else None,
            date=days,
            topics=tuple(map(named, self.topics)),
            processes=tuple(map(named, self.processes)),
            confidence=0.9,
        )
        statements = tuple(
            StatementMention(part(said.who), said.act, span("said"), span(said.about), span(said.about), occasion=0)
            for said in self.said
        )
        article = Article(
            text=text,
            body=(Block(0, len(text)),),
            id=f"told-{self.number}",
            title=f"Title {self.number}",
            site=self.site,
            url=f"https://{self.site}/{self.number}",
            published=self.published,
            published_from="jsonl:published" if self.published else None,
            language=self.language,
            source="story.jsonl",
            key=f"story-{self.number}",
        )
        return article_graph(resolve(Extraction(article, self.language, (event,), statements)))


ASTANA = ("Astana process", "process/astana")
IDLIB = ("situation in Idlib", "topic/idlib")
REFUGEES = ("return of refugees", "topic/return-of-refugees")
PAIR = (LAVROV, ZARIF)
MEETING = date(2020, 10, 20)

FIRST = Told(
    *(1, "wire.example", "en", date(2020, 10, 20), PAIR, MEETING),
    topics=(IDLIB,),
    processes=(ASTANA,),
    said=(Said(LAVROV, Act.PRAISE, "their cooperation"),),
)
COPY = replace(FIRST, number=2, site="copy.example", published=date(2020, 10, 21), words=FIRST.text())
STORY = (
    FIRST,
    COPY,
    Told(
        *(3, "news.ir", "ar", date(2020, 10, 21), PAIR, MEETING),
        topics=(IDLIB, REFUGEES),
        said=(Said(ZARIF, Act.REJECT, "العقوبات"), Said(LAVROV, Act.PRAISE, "التعاون")),
        office="وزير الخارجية",
    ),
    Told(
        *(4, "news.ru", "ru", date(2020, 10, 22), PAIR, MEETING, ("Sochi", "place/sochi")),
        processes=(ASTANA,),
    ),
    Told(5, "wire.example", "en", date(2020, 10, 25), PAIR, date(2020, 11, 10), None, status=Status.PLANNED),
    Told(6, "wire.example", "en", date(2020, 11, 11), PAIR, date(2020, 11, 11)),
    Told(
        *(
            7,
            "news.ru",
            "en",
            date(2020, 11, 12),
            (LAVROV, MUALLEM),
            date(2020, 11, 20),
            ("Damascus", "place/damascus"),
        ),
        status=Status.PLANNED,
    ),
    Told(
        *(
            8,
            "news.ru",
            "en",
            date(2020, 11, 19),
            (LAVROV, MUALLEM),
            date(2020, 11, 20),
            ("Damascus", "place/damascus"),
        ),
        status=Status.CANCELLED,
    ),
    Told(9, "wire.example", "en", None, (SAFADI, ZARIF), date(2020, 9, 1), ("Tehran", "place/tehran"), EventType.CALL),
)
"""One meeting told by four articles in three languages, of which one is a copy and one names another place; a plan that was
held; one that was cancelled; and a call told without a day of publication."""


@cache
def graphs(story: tuple[Told, ...] = STORY) -> tuple[ArticleGraph, ...]:
    """What a story becomes in a store."""
    return tuple(told.graph() for told in story)


def fill(store: Store, story: Iterable[Told] = STORY) -> Store:
    """Put a story into a store and bring the view up to date."""
    for graph in graphs(tuple(story)):
        store.put(graph)
    resolve_store(store)
    return store
