"""What mentions are made of: kinds of things, spans of the text, dates with their readings, names."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
    """Words of an article: ``article.text[start:end] == text``, or, where they stand ``in_title``, ``article.title[start:end]``."""

    start: int
    end: int
    text: str
    in_title: bool = False

    @classmethod
    def of(cls, source: str, start: int, end: int) -> "Span":
        """Cut a span out of the untouched text."""
        return cls(start, end, source[start:end])

    def holds(self, other: "Span") -> bool:
        """Whether other words stand within these."""
        return self.in_title is other.in_title and self.start <= other.start and other.end <= self.end


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
