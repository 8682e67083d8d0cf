"""Gives IRIs and labels to the people, bodies, states, places, topics and processes that an extraction names."""

from collections.abc import Iterable
from dataclasses import replace

from kg.lang.gazetteer import LANGUAGES, entry
from kg.model import (
    Entity,
    Event,
    EventMention,
    Extraction,
    Iri,
    Kind,
    Named,
    Naming,
    Participant,
    Resolved,
    Statement,
    StatementMention,
)
from kg.resolve import iris

_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "state": "State",
    "delegation": "Delegation",
    "place": "Place",
    "topic": "Topic",
    "process": "Process",
}
_KINDS = {
    Kind.PERSON: "person",
    Kind.DELEGATION: "delegation",
    Kind.ORGANIZATION: "organization",
    Kind.COUNTRY: "state",
}


def resolve(extraction: Extraction) -> Resolved:
    """Name everything that one article tells.

    Deterministic, and careful: nobody is merged across articles on a single name or on an office alone.
    """
    scope = _Scope(extraction)
    events = scope.events(extraction.events)
    return Resolved(extraction, events, scope.statements(extraction.statements, events))


def type_of(identifier: str | None) -> str | None:
    """The class that a gazetteer id such as ``process/astana`` belongs to, None if it tells none."""
    return _TYPES.get(identifier.partition("/")[0]) if identifier else None


def listed(identifier: str | None) -> tuple[tuple[str, str], ...]:
    """The gazetteer's usual name of a thing in each language: how readers know it, however an article words it."""
    known = entry(identifier) if identifier else None
    if known is None:
        return ()
    usual = ((names[0], language) for language in LANGUAGES if language != "en" and (names := known.names(language)))
    return ((known.name, "en"), *usual)


def broader(identifier: str) -> str | None:
    """The gazetteer id of the topic of which one is a part, None where it is a part of none."""
    known = entry(identifier)
    return known.broader if known is not None else None


def _naming(participant: Participant) -> Naming:
    """How a participant is named; whoever the gazetteer knows, and whatever is no person, counts as wholly named."""
    if participant.kind is not Kind.PERSON or participant.id:
        return Naming.WHOLE
    if participant.native is None:
        return Naming.OFFICE
    return Naming.WHOLE if len(iris.folded(participant.name).split()) > 1 else Naming.PART


def _iri_of(events: tuple[Event, ...], index: int | None) -> Iri | None:
    """The IRI of the event that an index means, None where it means none."""
    return events[index].iri if index is not None and 0 <= index < len(events) else None


class _Scope:
    """One article: what names are looked up against."""

    def __init__(self, extraction: Extraction) -> None:
        self.language = iris.tag(extraction.language)
        self.article = iris.article_iri(extraction.article)
        self._taken: set[Iri] = set()

    def events(self, mentions: Iterable[EventMention]) -> tuple[Event, ...]:
        found = tuple(self._event(mention) for mention in mentions)
        return tuple(replace(event, during=_iri_of(found, event.mention.during)) for event in found)

    def statements(self, mentions: Iterable[StatementMention], events: tuple[Event, ...]) -> tuple[Statement, ...]:
        return tuple(self._statement(mention, events) for mention in mentions)

    def _event(self, mention: EventMention) -> Event:
        participants = tuple(self._participant(each) for each in mention.participants)
        place = self._named("place", mention.place) if mention.place else None
        people = sorted(entity.iri for entity in participants)
        # The place tells the legs of a tour apart, which share their trigger.
        told = (self.article, mention.type, *people, place.iri if place else None, mention.trigger.start)
        return Event(
            self._own("event", *told),
            mention,
            participants,
            tuple(self._represented(each) for each in mention.participants),
            place,
            tuple(self._named("topic", each) for each in mention.topics),
            tuple(self._named("process", each) for each in mention.processes),
        )

    def _statement(self, mention: StatementMention, events: tuple[Event, ...]) -> Statement:
        speaker = self._participant(mention.speaker)
        return Statement(
            self._own("statement", self.article, speaker.iri, mention.verb.start),
            mention,
            speaker,
            self._represented(mention.speaker),
            self._participant(mention.addressee) if mention.addressee else None,
            tuple(self._named("topic", each) for each in mention.topics),
            _iri_of(events, mention.occasion),
        )

    def _own(self, kind: str, *told: object) -> Iri:
        """An IRI that no other event or statement of the article has: one verb can tell two of them."""
        iri, nth = iris.minted(kind, *told), 1
        while iri in self._taken:
            nth += 1
            iri = iris.minted(kind, *told, nth)
        self._taken.add(iri)
        return iri

    def _participant(self, participant: Participant) -> Entity:
        kind = _KINDS[participant.kind]
        labels = listed(participant.id) or self._labels(participant.name, participant.native)
        naming = _naming(participant)
        iri = iris.known(participant.id) if participant.id else self._unknown(kind, participant, naming)
        return Entity(iri, type_of(participant.id) or _TYPES[kind], labels, participant.id, naming)

    def _unknown(self, kind: str, participant: Participant, naming: Naming) -> Iri:
        if kind == "delegation":
            return iris.minted(kind, self.article, participant.name, participant.represents)
        if naming is not Naming.WHOLE:
            return iris.minted(kind, self.article, iris.folded(participant.name))
        return iris.named(kind, participant.name, self.language)

    def _represented(self, participant: Participant) -> Entity | None:
        name, known = participant.represents, participant.represents_id
        if not name:
            return None
        iri = iris.known(known) if known else iris.named("organization", name, self.language)
        return Entity(iri, type_of(known) or "Organization", listed(known) or self._labels(name, None), known)

    def _named(self, kind: str, named: Named) -> Entity:
        iri = iris.known(named.id) if named.id else iris.named(kind, named.name, self.language)
        labels = listed(named.id) or self._labels(named.name, named.span.text if named.span else None)
        return Entity(iri, _TYPES[kind], labels, named.id)

    def _labels(self, name: str, native: str | None) -> tuple[tuple[str, str], ...]:
        """The English name, and the native one; a name that has no English form yet stays in its own language."""
        tongue = "en" if iris.slug(name) else self.language
        found = [(" ".join(name.split()), tongue), (" ".join((native or "").split()), self.language)]
        return tuple(dict.fromkeys(label for label in found if label[0]))
