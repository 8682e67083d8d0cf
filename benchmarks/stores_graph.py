"""Articles in any number whose graphs are like ours: made by the project's own model, from names and days without meaning."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kg_loaders.article import Article, Block

from kg.facts import article_graph
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

PERSONS, TOPICS, PLACES = 5_000, 300, 200
FIRST_DAY, DAYS = date(2010, 1, 1), 5_400
_SYLLABLES = {
    "en": ["ka", "mo", "ri", "la", "ta", "ne", "so", "vu", "ba", "zi"],
    "ar": ["كا", "مو", "ري", "لا", "تا", "ني", "سو", "فو", "با", "زي"],
    "fa": ["کا", "مو", "ری", "لا", "تا", "نی", "سو", "وو", "با", "زی"],
    "ru": ["ка", "мо", "ри", "ла", "та", "не", "со", "ву", "ба", "зи"],
}
LANGUAGES = tuple(_SYLLABLES)
_STATES = ("Russia", "RU"), ("Iran", "IR"), ("Syria", "SY"), ("Jordan", "JO"), ("Egypt", "EG"), ("Iraq", "IQ")
_TYPES = (EventType.MEETING,) * 3 + (EventType.CALL, EventType.NEGOTIATION_ROUND)
# How often a person is told of falls with the rank: a few are in the news daily, most of them once.
_WEIGHTS = [1 / (rank + 10) ** 0.7 for rank in range(PERSONS)]


def name(number: int, language: str) -> str:
    """The name of a person in one of the four languages: the digits of the number as syllables, in two words."""
    said = [_SYLLABLES[language][int(digit)] for digit in f"{number:04}"]
    return f"{''.join(said[:2])}{said[3]} {''.join(said[2:])}{said[0]}".title()


def graphs(events: int, first: int = 0) -> Iterator[ArticleGraph]:
    """The graphs of the articles that tell so many events, two each, from an article on; always the same ones."""
    for number in range(first, (events + 1) // 2):
        language = LANGUAGES[number % len(LANGUAGES)]
        yield article_graph(resolve(_read(number, min(2, events - 2 * number), language, random.Random(number))))


def _read(number: int, events: int, language: str, chance: random.Random) -> Extraction:
    """What an extractor would read in an article: its sentences, one to an event, are made on the way."""
    told = [_Told(number, each, language, chance) for each in range(events)]
    text = "\n".join(each.sentence for each in told)
    starts = [text.index(each.sentence) for each in told]
    article = Article(
        text=text,
        body=(Block(0, len(text)),),
        id=f"made-{number}",
        title=f"{name(number % PERSONS, language)} {number}",
        site=f"site-{number % 50}.example",
        published=told[0].day,
        published_from="jsonl:published",
        language=language,
        source="made.jsonl",
        key=f"made-{number}",
    )
    mentions = tuple(each.mention(text, start) for each, start in zip(told, starts, strict=True))
    return Extraction(article, language, mentions, told[0].statements(text, mentions[0]) if number % 2 else ())


class _Told:
    """An event while its sentence is written."""

    def __init__(self, article: int, place: int, language: str, chance: random.Random) -> None:
        self._language = language
        self._who = list(dict.fromkeys(chance.choices(range(PERSONS), _WEIGHTS, k=chance.choice((2, 2, 2, 2, 2, 3)))))
        self._type = chance.choice(_TYPES)
        self._topic, self._place = chance.randrange(TOPICS), chance.randrange(PLACES)
        self.day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        people = ", ".join(name(each, language) for each in self._who)
        words = "The minister met at the talks"
        self.sentence = (
            f"{words} {article}/{place}: {people}; {self.day}; place {self._place:03}; topic {self._topic:03}."
        )

    def mention(self, text: str, start: int) -> EventMention:
        """What is read in the sentence, which begins at a place of the text."""
        whole = Span.of(text, start, start + len(self.sentence))

        def span(words: str) -> Span:
            at = text.index(words, start)
            return Span.of(text, at, at + len(words))

        topic, place = f"topic {self._topic:03}", f"place {self._place:03}"
        return EventMention(
            self._type,
            Status.HELD,
            Salience.MAIN,
            tuple(self._participant(each, span) for each in self._who),
            trigger=span("met"),
            evidence=whole,
            place=Named(span(place), place.title(), f"place/made-{self._place}"),
            date=DateMention(span(str(self.day)), (DateCandidate(self.day, self.day),), rule="iso"),
            topics=(Named(span(topic), topic, f"topic/made-{self._topic}"),),
            confidence=0.9,
            rule="made",
        )

    def _participant(self, number: int, span: "type[Span] | object") -> Participant:
        state, code = _STATES[number % len(_STATES)]
        words = name(number, self._language)
        return Participant(
            span(words),  # type: ignore[operator]
            name(number, "en"),
            Kind.PERSON,
            native=words,
            role=span("minister"),  # type: ignore[operator]
            role_name="Foreign Minister",
            represents=state,
            represents_id=f"state/{code}",
            office=OfficeParts("Minister", "foreign affairs", "Ministry of Foreign Affairs", state),
        )

    def statements(self, text: str, event: EventMention) -> Sequence[StatementMention]:
        """The first of them says something on the topic at the event."""
        speaker = event.participants[0]
        return (
            StatementMention(
                speaker, Act.AFFIRM, event.trigger, event.topics[0].span, event.evidence, event.topics, occasion=0
            ),
        )
