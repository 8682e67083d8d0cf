"""The types that pass between the stages: frozen, slotted, and never a dict.

``Article → Sentence → EventMention / StatementMention → Event / Statement / Entity → Triple``. Offsets always count
characters of the article's own untouched text, so ``article.text[span.start:span.end] == span.text`` holds everywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kg_loaders.article import Article

Iri = str


class EventType(StrEnum):
    """The occasions of diplomacy that the graph knows (aligned with PLOVER CONSULT and CAMEO 04x in the ontology)."""

    MEETING = "meeting"
    CALL = "call"
    VISIT = "visit"
    SUMMIT = "summit"
    NEGOTIATION_ROUND = "negotiation_round"
    CORRESPONDENCE = "correspondence"


class Status(StrEnum):
    """Whether the occasion took place, as far as the article tells."""

    HELD = "held"
    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Salience(StrEnum):
    """Main: what the article reports as its news. Background: history, context, outlook."""

    MAIN = "main"
    BACKGROUND = "background"


class Function(StrEnum):
    """What a participant does in an event."""

    PARTICIPANT = "participant"
    HOST = "host"
    MEDIATOR = "mediator"
    VISITOR = "visitor"
    SENDER = "sender"
    RECIPIENT = "recipient"


class Kind(StrEnum):
    """What kind of thing takes part."""

    PERSON = "person"
    DELEGATION = "delegation"
    ORGANIZATION = "organization"
    COUNTRY = "country"


class Act(StrEnum):
    """What a speaker does by speaking."""

    AFFIRM = "affirm"
    WELCOME = "welcome"
    CRITICIZE = "criticize"
    CALL_FOR = "call_for"
    HOPE = "hope"
    REJECT = "reject"
    CONDEMN = "condemn"
    PRAISE = "praise"
    ANNOUNCE = "announce"
    DENY = "deny"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of an article: ``article.text[start:end] == text``."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, source: str, start: int, end: int) -> "Span":
        """Cut a span out of the untouched text."""
        return cls(start, end, source[start:end])


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body; ``paragraph`` counts from 0 (the headline, where the page has one, is paragraph -1)."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A reading of a date phrase as a closed interval of days, with its share of belief (the candidates' shares add up to 1)."""

    earliest: date
    latest: date
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date phrase and its readings, best first.

    ``candidates`` is empty where the phrase can't be resolved (no publication date for a relative phrase); ``conflict`` is
    set where the phrase disagrees with the publication date (a Wednesday told by a page dated Tuesday). ``rule`` names the
    grammar rule that read it (``absolute``, ``weekday``, ``relative``, ``month-part``, ...). ``partial`` is the month, and the
    day, of a phrase whose year nothing tells (``XXXX-10-20``, ``XXXX-10``).
    """

    span: Span
    candidates: tuple[DateCandidate, ...]
    conflict: bool = False
    rule: str = "absolute"
    partial: str | None = None

    @property
    def earliest(self) -> date | None:
        """First day of the interval that holds all candidates."""
        return min((c.earliest for c in self.candidates), default=None)

    @property
    def latest(self) -> date | None:
        """Last day of the interval that holds all candidates."""
        return max((c.latest for c in self.candidates), default=None)


@dataclass(frozen=True, slots=True)
class Named:
    """A place, topic or process: as written, its English name where known, and its gazetteer id where known.

    ``inferred`` marks what the text does not say of this event itself (the place of a meeting taken from the visit);
    ``round`` is the number of the round of a process that is meant ("the 13th round of the Astana talks").
    """

    span: Span | None
    name: str
    id: str | None = None
    inferred: bool = False
    round: int | None = None


@dataclass(frozen=True, slots=True)
class OfficeParts:
    """An office taken apart, in English: "assistant foreign minister for special political affairs of Iran".

    ``rank`` is what its holder is (Assistant Minister), ``portfolio`` what it is for (special political affairs),
    ``institution`` the body it belongs to (Ministry of Foreign Affairs), ``of`` the state or organisation whose it is (Iran).
    """

    rank: str
    portfolio: str | None = None
    institution: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part: ``span`` is None where the text has only a pronoun.

    ``name`` is the canonical English name where known, else the best transliteration; ``native`` the fullest name in the
    article's own script; ``role`` the office as written, ``role_name`` its English name and ``office`` its parts;
    ``represents`` the English name of a state or organisation.
    """

    span: Span | None
    name: str
    kind: Kind
    native: str | None = None
    id: str | None = None
    role: Span | None = None
    role_name: str | None = None
    represents: str | None = None
    represents_id: str | None = None
    function: Function = Function.PARTICIPANT
    office: OfficeParts | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as one article tells it. ``rule`` names the rule that made it; ``evidence`` is the sentence it was read from.

    ``during`` is the index of the visit during which it took place, where the article tells of one.
    """

    type: EventType
    status: Status
    salience: Salience
    participants: tuple[Participant, ...]
    trigger: Span
    evidence: Span
    place: Named | None = None
    date: DateMention | None = None
    topics: tuple[Named, ...] = ()
    processes: tuple[Named, ...] = ()
    more_evidence: tuple[Span, ...] = ()
    confidence: float = 0.5
    rule: str = ""
    during: int | None = None


@dataclass(frozen=True, slots=True)
class StatementMention:
    """Who said what: ``about`` is a short noun phrase as written; ``occasion`` the index of the event where it was said."""

    speaker: Participant
    act: Act
    verb: Span
    about: Span | None
    evidence: Span
    topics: tuple[Named, ...] = ()
    addressee: Participant | None = None
    occasion: int | None = None
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one extractor read in one article; ``unread`` counts the characters at its end that were too many to read."""

    article: Article
    language: str | None
    events: tuple[EventMention, ...]
    statements: tuple[StatementMention, ...]
    extractor: str = "rules"
    version: str = "0"
    unread: int = 0


class Naming(StrEnum):
    """How an article names a person: by a whole name, by a part of it, or by the office alone."""

    WHOLE = "whole"
    PART = "part"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Entity:
    """A resolved person, organisation, state, delegation, place, topic or process: labels are (text, language tag) pairs."""

    iri: Iri
    type: str
    labels: tuple[tuple[str, str], ...]
    id: str | None = None
    naming: Naming = Naming.WHOLE


@dataclass(frozen=True, slots=True)
class Event:
    """An event mention with the IRI that the graph gives it and the entities of its parts, in the order of the mention's.

    ``during`` is the IRI of the visit during which it took place.
    """

    iri: Iri
    mention: EventMention
    participants: tuple[Entity, ...]
    represents: tuple[Entity | None, ...]
    place: Entity | None
    topics: tuple[Entity, ...]
    processes: tuple[Entity, ...]
    during: Iri | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement mention with its IRI and the entities of its speaker, addressee and topics."""

    iri: Iri
    mention: StatementMention
    speaker: Entity
    represents: Entity | None
    addressee: Entity | None
    topics: tuple[Entity, ...]
    occasion: Iri | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """An extraction whose events, statements and entities have IRIs."""

    extraction: Extraction
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Literal:
    """An RDF literal; ``datatype`` is an IRI (xsd:string if both it and ``language`` are None)."""

    value: str
    datatype: Iri | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Triple:
    """A fact, ready for any store."""

    subject: Iri
    predicate: Iri
    object: Iri | Literal


@dataclass(frozen=True, slots=True)
class Quad:
    """A fact and the named graph where it stands; ``graph`` is None for the view, which is what queries are answered from."""

    triple: Triple
    graph: Iri | None = None


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """All facts of one article and extraction run: what a store writes, replaces and retracts as a whole.

    ``name`` is the IRI of the named graph, ``article`` the article's IRI, ``key`` the digest of what names the article
    across edits (None where nothing does), ``title`` what a progress line shows.
    """

    name: Iri
    article: Iri
    key: str | None
    triples: tuple[Triple, ...] = field(repr=False)
    title: str = ""

    def __iter__(self) -> Iterator[Triple]:
        """Iterate over the triples."""
        return iter(self.triples)
