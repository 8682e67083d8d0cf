"""What one article tells, as an extractor reads it: who takes part, events, statements."""

from dataclasses import dataclass

from kg_loaders.article import Article

from kg.model.values import Act, DateMention, EventType, Function, Kind, Named, Salience, Span, Status


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
