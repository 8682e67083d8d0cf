"""Writes an event as an n-ary node with its participations, dates and evidence, and the direct edges that follow from it."""

from collections.abc import Iterator

from kg.facts.labels import event_labels, round_labels
from kg.facts.offices import write_office
from kg.facts.sheet import Sheet
from kg.facts.ties import Occurrence, edges, tied
from kg.facts.vocabulary import EVENT_CLASSES, FUNCTIONS, LABEL, TYPE, diplo
from kg.model import DateMention, Entity, Event, Iri, Participant, Span, Triple
from kg.resolve.iris import minted


def write_event(sheet: Sheet, event: Event) -> None:
    """Write one event and everything that hangs on it."""
    mention, iri = event.mention, event.iri
    sheet.link(iri, TYPE, EVENT_CLASSES[mention.type])
    sheet.link(iri, TYPE, diplo("Event"))
    for text, language in event_labels(event, sheet.language):
        sheet.text_of(iri, LABEL, text, language)
    sheet.link(iri, diplo("status"), diplo(mention.status.value))
    sheet.link(iri, diplo("salience"), diplo(mention.salience.value))
    if mention.date is not None:
        _write_date(sheet, iri, mention.date)
    _write_where_and_what(sheet, event)
    for participant, entity, principal in zip(mention.participants, event.participants, event.represents, strict=True):
        _write_participation(sheet, event, participant, entity, principal)
    for span in (mention.evidence, *mention.more_evidence):
        sheet.evidence(iri, span, mention.confidence)
    sheet.share(iri, diplo("confidence"), mention.confidence)
    sheet.link(iri, diplo("during"), event.during)
    for fact in tied(iri, dict.fromkeys(_edges(event))):
        sheet.fact(fact)


def _write_where_and_what(sheet: Sheet, event: Event) -> None:
    if event.place is not None:
        sheet.link(event.iri, diplo("place"), sheet.entity(event.place))
        sheet.flag(event.iri, diplo("placeInferred"), bool(event.mention.place and event.mention.place.inferred))
    for topic in event.topics:
        sheet.link(event.iri, diplo("topic"), sheet.entity(topic))
    for process, named in zip(event.processes, event.mention.processes, strict=True):
        sheet.link(event.iri, diplo("process"), sheet.entity(process))
        sheet.link(event.iri, diplo("round"), _write_round(sheet, process, named.round))


def _write_round(sheet: Sheet, process: Entity, number: int | None) -> Iri | None:
    """Write a round of a process and give its IRI; None writes nothing."""
    if number is None:
        return None
    iri = f"{process.iri}/round-{number}"
    sheet.link(iri, TYPE, diplo("ProcessRound"))
    for text, language in round_labels(process, number):
        sheet.text_of(iri, LABEL, text, language)
    sheet.link(iri, diplo("roundOf"), process.iri)
    sheet.number(iri, diplo("roundNumber"), number)
    return iri


def _write_date(sheet: Sheet, event: Iri, date: DateMention) -> None:
    sheet.day(event, diplo("earliest"), date.earliest)
    sheet.day(event, diplo("latest"), date.latest)
    sheet.native(event, diplo("dateText"), date.span.text)
    sheet.yearless(event, diplo("dateYearless"), date.partial)
    sheet.flag(event, diplo("dateConflict"), date.conflict)
    sheet.flag(event, diplo("dateUnresolved"), not date.candidates)
    for rank, candidate in enumerate(date.candidates, start=1):
        node = minted("date", sheet.graph, event, rank)
        sheet.link(event, diplo("dateCandidate"), node)
        sheet.link(node, TYPE, diplo("DateCandidate"))
        sheet.day(node, diplo("earliest"), candidate.earliest)
        sheet.day(node, diplo("latest"), candidate.latest)
        sheet.share(node, diplo("share"), candidate.share)
        sheet.number(node, diplo("rank"), rank)


def _write_participation(
    sheet: Sheet, event: Event, participant: Participant, entity: Entity, principal: Entity | None
) -> None:
    node = minted("participation", event.iri, entity.iri, participant.function)
    sheet.link(event.iri, diplo("participation"), node)
    sheet.link(node, TYPE, diplo("Participation"))
    sheet.link(node, diplo("participant"), sheet.entity(entity))
    sheet.link(node, diplo("function"), FUNCTIONS[participant.function])
    sheet.native(node, diplo("officeText"), participant.role.text if participant.role else None)
    sheet.text_of(node, diplo("officeText"), participant.role_name, "en")
    sheet.link(node, diplo("onBehalfOf"), sheet.entity(principal) if principal else None)
    sheet.link(node, diplo("office"), write_office(sheet, participant.office, principal))
    for span in _told_by(event, participant):
        sheet.evidence(node, span, event.mention.confidence)


def _told_by(event: Event, participant: Participant) -> tuple[Span, ...]:
    """The sentence that names the participant; where none of the event's does, its own sentence and the name elsewhere."""
    name, mention = participant.span, event.mention
    if name is None:
        return (mention.evidence,)
    for span in (mention.evidence, *mention.more_evidence):
        if span.holds(name):
            return (span,)
    return (mention.evidence, name)


def _edges(event: Event) -> Iterator[Triple]:
    for entity, principal in zip(event.participants, event.represents, strict=True):
        if principal is not None and entity.type == "Person":
            yield Triple(entity.iri, diplo("represents"), principal.iri)
    mention, place = event.mention, event.place.iri if event.place else None
    both = zip(mention.participants, event.participants, strict=True)
    people = [(entity.iri, participant.function) for participant, entity in both if entity.type == "Person"]
    yield from edges(Occurrence(mention.type, mention.status, people, place))
