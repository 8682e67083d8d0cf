"""Brings a golden annotation and an extraction into one form, so that they can be compared part by part."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from golden_likeness import Forms
from golden_tools import Golden

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


def annotated(golden: Golden) -> Page:
    """What the annotation tells; a party goes by all the names that the annotation gives it in any of its events."""
    known = _names(golden)
    occasions = tuple(_occasion(event, known) for event in golden.events)
    return Page(golden.id, occasions, tuple(_saying(statement, known) for statement in golden.statements))


def extracted(name: str, extraction: Extraction) -> Page:
    """What the extraction tells; ``name`` is the id of the annotation that it is compared with."""
    return Page(name, tuple(map(_event, extraction.events)), tuple(map(_statement, extraction.statements)))


def _forms(*told: str | None) -> Forms:
    return tuple(dict.fromkeys(form for form in told if form))


def _names(golden: Golden) -> Mapping[str, Forms]:
    """All forms of each party by its English name."""
    known: dict[str, Forms] = {}
    for event in golden.events:
        for party in event["participants"]:
            name = party["name_en"]
            known[name] = _forms(*known.get(name, ()), party["as_written"], name, *party["also_as"])
    return known


def _occasion(event: dict[str, Any], known: Mapping[str, Forms]) -> Occasion:
    return Occasion(
        event["type"],
        event["status"],
        event["salience"],
        tuple(_golden_party(party, known) for party in event["participants"]),
        _forms(event["trigger_as_written"]),
        _forms(event["place_as_written"], event["place_en"]),
        event["date"] or "",
        tuple(_forms(topic["as_written"], topic["en"]) for topic in event["topics"]),
        tuple(_forms(process["as_written"], process["en"]) for process in event["processes"]),
    )


def _golden_party(party: dict[str, Any], known: Mapping[str, Forms]) -> Party:
    return Party(
        known[party["name_en"]],
        party["function"],
        _forms(party["role_as_written"], party["role_en"]),
        _forms(party["represents_en"]),
    )


def _saying(statement: dict[str, Any], known: Mapping[str, Forms]) -> Saying:
    name = statement["speaker_en"]
    speaker = _forms(statement["speaker_as_written"], name, *known.get(name, ()))
    return Saying(speaker, statement["act"], _forms(statement["verb_as_written"]))


def _event(event: EventMention) -> Occasion:
    return Occasion(
        event.type.value,
        event.status.value,
        event.salience.value,
        tuple(map(_party, event.participants)),
        _forms(event.trigger.text),
        _named(event.place),
        interval(event.date),
        tuple(map(_named, event.topics)),
        tuple(map(_named, event.processes)),
    )


def _party(party: Participant) -> Party:
    return Party(
        _forms(_text(party.span), party.native, party.name),
        party.function.value,
        _forms(_text(party.role), party.role_name),
        _forms(party.represents),
    )


def _statement(statement: StatementMention) -> Saying:
    return Saying(_party(statement.speaker).forms, statement.act.value, _forms(statement.verb.text))


def _named(named: Named | None) -> Forms:
    return () if named is None else _forms(_text(named.span), named.name)


def _text(span: Span | None) -> str | None:
    return span.text if span else None
