"""The one form in which what a careful reader found and what was extracted are compared part by part."""

from dataclasses import dataclass

from kg.evaluate.likeness import Forms
from kg.facts.labels import interval
from kg.model import EventMention, Extraction, Named, Participant, Span, StatementMention


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part: ``forms`` are all the names, in any script, under which the same party is known."""

    forms: Forms
    function: str
    role: Forms = ()
    represents: Forms = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event: ``date`` is an ISO day or interval, empty where it isn't known."""

    type: str
    status: str
    salience: str
    parties: tuple[Party, ...]
    trigger: Forms
    place: Forms = ()
    date: str = ""
    topics: tuple[Forms, ...] = ()
    processes: tuple[Forms, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement: who, by which verb, and what is done by saying it."""

    speaker: Forms
    act: str
    verb: Forms


@dataclass(frozen=True, slots=True)
class Page:
    """All that is told of one article, by a careful reader or by an extractor."""

    id: str
    occasions: tuple[Occasion, ...] = ()
    sayings: tuple[Saying, ...] = ()


def extracted(name: str, extraction: Extraction) -> Page:
    """What the extraction tells; ``name`` is the id of the annotation that it is compared with."""
    return Page(name, tuple(map(_event, extraction.events)), tuple(map(_statement, extraction.statements)))


def forms(*told: str | None) -> Forms:
    """The names that there are, each once."""
    return tuple(dict.fromkeys(form for form in told if form))


def _event(event: EventMention) -> Occasion:
    return Occasion(
        event.type.value,
        event.status.value,
        event.salience.value,
        tuple(map(_party, event.participants)),
        forms(event.trigger.text),
        _named(event.place),
        interval(event.date),
        tuple(map(_named, event.topics)),
        tuple(map(_named, event.processes)),
    )


def _party(party: Participant) -> Party:
    return Party(
        forms(_text(party.span), party.native, party.name),
        party.function.value,
        forms(_text(party.role), party.role_name),
        forms(party.represents),
    )


def _statement(statement: StatementMention) -> Saying:
    return Saying(_party(statement.speaker).forms, statement.act.value, forms(statement.verb.text))


def _named(named: Named | None) -> Forms:
    return () if named is None else forms(_text(named.span), named.name)


def _text(span: Span | None) -> str | None:
    return span.text if span else None
