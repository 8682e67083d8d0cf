"""What mentions become once they have IRIs: entities, events, statements."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.facts import Iri
from kg.model.mentions import EventMention, Extraction, StatementMention


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
