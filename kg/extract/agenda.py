"""What was on the agenda, told apart from the occasion itself: "they discussed", "the talks focused on", "for talks on"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.character import Character
from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.extract.joining import add_processes, add_topics
from kg.extract.line import Hit
from kg.extract.phrases import Phrases
from kg.extract.processes import may_name, processes
from kg.extract.proper import proper
from kg.extract.scene import Scene
from kg.extract.topics import Topics
from kg.model import EventType, Kind, Named, Salience, Span, Status

_FAR, _NEXT = 15, 6
_TALKS = (EventType.MEETING, EventType.CALL, EventType.NEGOTIATION_ROUND)


@dataclass(frozen=True, slots=True)
class Talk:
    """Topics and processes that a sentence tells by itself, and those of its people who act."""

    line: int
    evidence: Span
    topics: tuple[Named, ...]
    phrases: tuple[Named, ...]
    processes: tuple[Named, ...]
    people: frozenset[Character]


class Agenda:
    """Reads the agenda of a sentence with the tables of one pack."""

    def __init__(self, topics: Topics, phrases: Phrases) -> None:
        self._topics = topics
        self._phrases = phrases

    def read(self, scene: Scene) -> Talk | None:
        """What a sentence tells of an agenda, None where it tells nothing."""
        line = scene.line
        told = tuple(self._told(scene))
        phrases = list(
            self._phrases.read(scene, 0, len(line.norms))
            if line.at_any(Cls.VERB, Cls.NOUN) or (line.grammar.fronted and (scene.parties or line.at_any(Cls.SPEECH)))
            else ()
        )
        tracks = processes(line, 0, len(line.norms)) if may_name(line) else ()
        commissions = [
            track.span
            for track in tracks
            if track.span is not None and track.id is None and not proper(line, track.span)
        ]
        told = tuple(topic for topic in told if not _is_part(topic, commissions))
        spoken = tuple(phrase for phrase in phrases if not _is_part(phrase, commissions))
        talk = Talk(
            line.number,
            Span.of(line.text, line.sentence.start, line.sentence.end),
            told,
            spoken,
            tuple(tracks),
            frozenset(p.character for p in scene.parties if p.figure.kind is Kind.PERSON and not p.figure.link),
        )
        return talk if talk.topics or talk.phrases or talk.processes else None

    def _told(self, scene: Scene) -> Iterator[Named]:
        line = scene.line
        for opener in self._openers(scene):
            clause = scene.clause(opener.first)
            if line.grammar.verb_last:
                opened = self._topics.opened(scene, clause.first, opener.first)
                marked = {line.norm(opener.first - 1), line.norm(opener.first - 2)} & line.grammar.object_marks
                if marked or not opened:
                    yield from self._topics.ahead(scene, clause.first, opener)
                yield from opened
            else:
                yield from self._topics.objects(scene, opener.last, clause.last)
        yield from self._axes(scene)

    def _axes(self, scene: Scene) -> Iterator[Named]:
        """ "Trade and security *were the main subjects of the meeting*": what stands before such words, behind a verb that opens the sentence."""
        for mark in scene.line.marks.get("topic.axes", ())[:1]:
            verb = scene.line.marker(0, "topic.are")
            if verb is not None:
                yield from self._topics.listed(scene, verb.last, mark.first)

    def _openers(self, scene: Scene) -> Iterator[Hit]:
        """The verbs and nouns of discussing in a sentence, from left to right."""
        line, last = scene.line, 0
        verbs = (hit for hit in line.all(Cls.VERB) if _discusses(hit))
        for hit in sorted((*line.marks.get("topic.discuss", ()), *verbs), key=lambda hit: (hit.first, -hit.last)):
            if hit.first >= last and not scene.covered(hit.first):
                last = hit.last
                yield hit


def _is_part(topic: Named, spans: Iterable[Span]) -> bool:
    """Whether a topic stands inside one of these spans."""
    own = topic.span
    return own is not None and any(span.start <= own.start and own.end <= span.end for span in spans)


def put_on_agenda(events: list[Draft], talks: Iterable[Talk]) -> None:
    """Give each talk to the occasion that it tells of: the one of its own sentence, else the one told last, of its people.

    What was talked about is that of a meeting; of a visit only where an article tells of nothing else, or says so.
    """
    alone = all(event.type is EventType.VISIT for event in events)
    for talk in talks:
        own = [event for event in events if talk.evidence in event.evidence]
        meant = own or _told_before(events, talk) or _told_next(events, talk)
        if not meant:
            continue
        visited = alone or _is_of_visits(own)
        for topic in (*talk.topics, *talk.phrases):
            event = _nearest(meant, topic)
            talked = event.type is not EventType.VISIT or visited or topic in talk.topics
            if talked and not _is_known(event, topic):
                add_topics(event, [topic])
        for process in talk.processes if own or talk.topics else ():
            add_processes(_nearest(meant, process), [process])


def _is_of_visits(own: list[Draft]) -> bool:
    """Whether a sentence tells of nothing but visits, and says what for, where verbs and nouns do not stand first or last."""
    return bool(own) and all(event.type is EventType.VISIT and event.scene.line.grammar.fronted for event in own)


def _nearest(events: list[Draft], topic: Named) -> Draft:
    """The occasion of a sentence that a topic belongs to: told last before it, or next behind it where verbs stand last."""
    start = topic.span.start if topic.span is not None else 0

    def distance(event: Draft) -> tuple[bool, int]:
        away = start - event.trigger.start
        return (away > 0) is event.scene.line.grammar.verb_last, abs(away)

    return min(events, key=distance)


def _is_known(event: Draft, topic: Named) -> bool:
    """Whether the topics of an event say already what a topic says."""
    words = topic.span.text if topic.span is not None else topic.name
    known = (each.span.text for each in event.topics if each.span is not None)
    return any(words in each or each in words for each in known)


def _told_before(events: list[Draft], talk: Talk) -> list[Draft]:
    """The occasion told last before a talk in which its people take part: the article's news, what was held, and talks first."""
    before = [
        event
        for event in events
        if 0 < talk.line - event.scene.line.number <= _FAR and (not talk.people or talk.people & event.characters())
    ]
    best = max(map(_weight, before), default=None)
    return [event for event in before if _weight(event) == best][-1:]


def _told_next(events: list[Draft], talk: Talk) -> list[Draft]:
    """The news told soon behind a talk that opens an article, before any occasion is told by name."""
    away = [(event.scene.line.number - talk.line, event) for event in events]
    if not talk.topics or any(lines <= 0 for lines, _ in away):
        return []
    near = [event for lines, event in away if lines <= _NEXT and event.type in _TALKS]
    main = (event for event in near if event.salience is Salience.MAIN)
    return [event for event in main if not talk.people or talk.people & event.characters()][:1]


def _weight(event: Draft) -> tuple[bool, bool, bool]:
    return event.salience is Salience.MAIN, event.status is Status.HELD, event.type in _TALKS


def _discusses(verb: Hit) -> bool:
    frame = verb.entry.frame
    return frame is not None and frame.object == "topic"
