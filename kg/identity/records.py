"""What article graphs tell of events and people, as far as it matters for deciding which of them are the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import EventType, Function, Iri, Naming, Salience, Status

Labels = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office by its English rank and portfolio, for telling two of them apart."""

    rank: str
    portfolio: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One participation of an account.

    ``entity`` is the node that the article's graph names, ``kind`` its class (Person, State ...), ``side`` the state or
    organisation on whose behalf it takes part (a state or organisation itself is its own side).
    """

    entity: Iri
    kind: str
    function: Function
    naming: Naming = Naming.WHOLE
    side: Iri | None = None
    office: Office | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a witness: ``outlet`` is its site, or what names the article where no site is known, ``key`` what names it across edits."""

    article: Iri
    graph: Iri
    outlet: str
    published: date | None
    language: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """An event as one article tells it. ``country`` is the state where the place lies; dates are the interval that was read."""

    iri: Iri
    source: Source
    type: EventType
    status: Status
    salience: Salience
    parts: tuple[Part, ...]
    earliest: date | None = None
    latest: date | None = None
    place: Iri | None = None
    place_inferred: bool = False
    country: Iri | None = None
    topics: frozenset[Iri] = frozenset()
    processes: frozenset[Iri] = frozenset()
    rounds: frozenset[Iri] = frozenset()
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody in an article: as a participant, or as whoever says or is told something, from ``day`` until ``until`` as far as is known."""

    source: Source
    part: Part
    day: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """All accounts of a store, by IRI, who speaks in its articles, and the labels of all these people."""

    accounts: tuple[Account, ...]
    speakers: tuple[Sighting, ...]
    labels: Mapping[Iri, Labels]

    def sightings(self) -> Iterator[Sighting]:
        """Everybody, in accounts and in statements."""
        for account in self.accounts:
            day = account.earliest or account.source.published
            yield from (Sighting(account.source, part, day, account.latest) for part in account.parts)
        yield from self.speakers


@dataclass(frozen=True, slots=True)
class Likeness:
    """How sure it is that two things are the same (0 to 1), and why; ``veto`` says that they can't be."""

    score: float
    reasons: tuple[str, ...] = ()
    veto: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that may be the same: IRIs in order, so that each pair is met once."""

    first: Iri
    second: Iri
    likeness: Likeness
