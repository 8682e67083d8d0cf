"""What pictures are made of: the events of a person, a process, a pair or a period, as the reports tell them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.model import Iri
from kg.questions.catalogue import Sort
from kg.questions.find import find, parties
from kg.reports.events import EventRow, rows
from kg.reports.nodes import fetch, plain
from kg.reports.timeline import Subject, subject_events
from kg.store.base import Store
from kg.view.words import Words, clean, isolate

MOST = 400
"""So many events are drawn at most."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which events to draw: those of a subject, on these days or between them, both included; all if nothing is told."""

    subject: Subject = field(default_factory=Subject)
    since: date | None = None
    until: date | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing narrows it."""
        return self == Choice()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The events to draw by date, those without one last, plans that were settled left to what became of them; and how many fitted besides."""

    events: tuple[EventRow, ...]
    left_out: int = 0


def choose(store: Store, choice: Choice, language: str, most: int | None = None) -> Chosen:
    """The events that a choice means; of more than ``most`` (or MOST) those that most outlets tell.

    Raises:
        KgError: the name of a person, a process, a state or an organization fits nothing in the store.
    """
    found = chosen_events(store, choice)
    most = MOST if most is None else most
    kept = found if len(found) <= most else _widely_told(store, found, most)
    return Chosen(rows(store, kept, language), len(found) - len(kept))


def chosen_events(store: Store, choice: Choice) -> list[Iri]:
    """All events that a choice means, by date; raises like ``choose``."""
    return subject_events(store, choice.subject, choice.since, choice.until)


def _widely_told(store: Store, events: Sequence[Iri], most: int) -> list[Iri]:
    """So many of some events, those that most outlets tell, in their order."""
    table = store.select("SELECT ?event ?outlets WHERE { ?event diplo:independentSources ?outlets }")
    told = {plain(event): int(plain(outlets)) for event, outlets in table.rows if event and outlets}
    kept = frozenset(sorted(events, key=lambda event: (-told.get(event, 1), event))[:most])
    return [event for event in events if event in kept]


def heading(store: Store, words: Words, choice: Choice, picture: str) -> str:
    """What a page is called: the picture, whom or what it is of by the name in the reader's language, and the days."""
    subject = choice.subject
    named = [(parties(store, name), name) for name in subject.pair or ()]
    for sort, name in ((Sort.PROCESS, subject.process), (Sort.PERSON, subject.person)):
        named[:0] = [(find(store, sort, name), name)] if name else []
    days = " – ".join(day.isoformat() if day else "…" for day in (choice.since, choice.until))
    parts = [isolate(_name(store, found, name, words)) for found, name in named]
    told = " · ".join(parts + ([f"\u2066{days}\u2069"] if choice.since or choice.until else []))
    return ": ".join(filter(None, (words.say(f"picture.{picture}"), told)))


def _name(store: Store, found: tuple[Iri, ...], asked: str, words: Words) -> str:
    """The name of the one node that is meant; what was asked for where it means several."""
    return clean(fetch(store, found)[found[0]].label(words.language) if len(found) == 1 else asked)
