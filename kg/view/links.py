"""Finds what ties two nodes of the graph: taking part, being what an event was about, speaking of something, a direct tie."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.model import Iri
from kg.view.facts import Teller
from kg.view.graph import ViewFact
from kg.view.records import Record

_ABOUT = {"place": "place", "topic": "topics", "process": "processes", "during": "during"}
# What a direct tie is called seen from its other end.
_FROM_THERE = {"represents": "representedBy", "visited": "visitedBy", "wroteTo": "letterFrom"}


@dataclass(frozen=True, slots=True)
class Link:
    """One fact that ties two nodes: how it reads on the line between them, and among the facts of each end, if it does there."""

    source: Iri
    target: Iri
    family: str
    fact: ViewFact
    at_source: ViewFact | None = None
    at_target: ViewFact | None = None


def links(teller: Teller) -> Iterator[Link]:
    """Everything that ties two nodes: event by event, then the statements, then the direct ties made of the events."""
    for event in teller.records.of("Event"):
        for part in map(teller.records.get, event.iris("diplo:participation")):
            yield from _part(teller, event, part) if part else ()
        yield from _about(teller, event)
    for statement in teller.records.of("Statement"):
        yield from _said(teller, statement)
    for tie in teller.records.of("Tie"):
        yield from _tie(teller, tie)


def own_facts(teller: Teller) -> Iterator[tuple[Iri, ViewFact]]:
    """What is told of one node alone: the offices that people held, and what they said."""
    for part in teller.records.of("Participation"):
        for person in part.iris("diplo:participant"):
            if office := teller.office(part):
                behalf = teller.note("onBehalfOf", part.iris("diplo:onBehalfOf"))
                yield (
                    person,
                    ViewFact(teller.fact("offices"), office, notes=behalf, evidence=part.iris("diplo:evidence")),
                )
    for statement in teller.records.of("Statement"):
        notes = teller.note("addressee", statement.iris("diplo:addressee")) + teller.note(
            "occasion", statement.iris("diplo:occasion")
        )
        said = replace(teller.statement(statement), name=teller.fact("statements"), target=None, notes=notes)
        for speaker in statement.iris("diplo:speaker"):
            yield speaker, replace(said, text=teller.value(statement, "diplo:act") or said.name)


def _of_event(teller: Teller, event: Record, fact: ViewFact) -> ViewFact:
    """How a link of an event reads among the facts of its other end: the event, when, and whether it was held."""
    status = "" if event.value("diplo:status") == "held" else teller.value(event, "diplo:status")
    notes = tuple(note for note in (teller.day(event), status, *fact.notes) if note)
    return ViewFact(teller.fact("events"), teller.label(event.iri), event.iri, notes, "", fact.evidence)


def _part(teller: Teller, event: Record, part: Record) -> Iterator[Link]:
    # That a participant took part goes without saying; that somebody was the host doesn't.
    function = "" if part.value("diplo:function") == "asParticipant" else teller.value(part, "diplo:function")
    notes = ((function,) if function else ()) + teller.note("onBehalfOf", part.iris("diplo:onBehalfOf"))
    office = teller.office(part)
    evidence = part.iris("diplo:evidence") or event.iris("diplo:evidence")
    for person in part.iris("diplo:participant"):
        fact = ViewFact(teller.fact("part"), teller.label(person), person, notes, office, evidence)
        at_event = ViewFact(teller.fact("participants"), fact.text, person, notes, office, evidence)
        yield Link(event.iri, person, "part", fact, at_event, _of_event(teller, event, fact))


def _about(teller: Teller, event: Record) -> Iterator[Link]:
    for name, title in _ABOUT.items():
        inferred = name == "place" and event.true("diplo:placeInferred")
        notes = (teller.words.say("note.inferred"),) if inferred else ()
        for thing in event.iris(f"diplo:{name}"):
            fact = ViewFact(teller.fact(name), teller.label(thing), thing, notes, evidence=event.iris("diplo:evidence"))
            at_event = ViewFact(teller.fact(title), fact.text, thing, notes)
            yield Link(event.iri, thing, "about", fact, at_event, _of_event(teller, event, fact))


def _said(teller: Teller, statement: Record) -> Iterator[Link]:
    fact = teller.statement(statement)
    for speaker in statement.iris("diplo:speaker"):
        for name in ("topic", "addressee", "occasion"):
            title = teller.fact("statementsMade" if name == "occasion" else "statements")
            for thing in statement.iris(f"diplo:{name}"):
                yield Link(speaker, thing, "said", fact, None, replace(fact, name=title))


def _tie(teller: Teller, tie: Record) -> Iterator[Link]:
    source, target, name = tie.iri_of("rdf:subject"), tie.iri_of("rdf:object"), tie.value("rdf:predicate")
    if not source or not target:
        return
    for event in filter(None, map(teller.records.get, tie.iris("diplo:fromEvent"))):
        day = teller.day(event)
        notes = ((day,) if day else ()) + (teller.note("addressee", (target,)) if name == "wroteTo" else ())
        fact = ViewFact(
            teller.fact(name), teller.label(event.iri), event.iri, notes, evidence=event.iris("diplo:evidence")
        )
        at_source = ViewFact(fact.name, teller.label(target), target, evidence=fact.evidence)
        there = teller.fact(_FROM_THERE.get(name, name))
        at_target = ViewFact(there, teller.label(source), source, evidence=fact.evidence)
        yield Link(source, target, "tie", fact, at_source, at_target)
