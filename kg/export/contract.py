"""Prints what was read in an article as one line of JSON, for scoring and for other programs."""

import json
import re
from dataclasses import asdict

from kg.facts.labels import interval
from kg.model import Entity, Event, Named, OfficeParts, Participant, Resolved, Span, Statement

Json = dict[str, object]

# What other programs take for a line's end, and half characters that UTF-8 can't hold: escaped, JSON reads them the same.
_UNSAFE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def to_json(resolved: Resolved) -> str:
    """One article with its events and statements as a JSON object on one line.

    Offsets count characters of the article's untouched text; what only a title beside it says has none, but its place
    ``in_title``. Names are English where they are known; ``entity`` is the IRI
    that the graph uses.
    """
    extraction = resolved.extraction
    article = extraction.article
    told = {
        "article": {
            "id": article.name,
            "language": extraction.language,
            "title": article.title,
            "published": article.published.isoformat() if article.published else None,
            "source": article.source,
            "url": article.url,
        },
        "events": [_event(event) for event in resolved.events],
        "statements": [_statement(statement) for statement in resolved.statements],
    }
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(told, ensure_ascii=False))


def _event(event: Event) -> Json:
    mention = event.mention
    people = zip(mention.participants, event.participants, strict=True)
    return {
        "id": event.iri,
        "type": mention.type.value,
        "status": mention.status.value,
        "salience": mention.salience.value,
        "participants": [_participant(participant, entity) for participant, entity in people],
        "place": _named(mention.place),
        "date": interval(mention.date) or None,
        "date_text": _span(mention.date.span) if mention.date else None,
        "date_unresolved": mention.date is not None and not mention.date.candidates,
        "date_partial": mention.date.partial if mention.date else None,
        "date_conflict": mention.date is not None and mention.date.conflict,
        "topics": [_named(topic) for topic in mention.topics],
        "processes": [_process(process) for process in mention.processes],
        "trigger": _span(mention.trigger),
        "evidence": _span(mention.evidence),
        "confidence": mention.confidence,
        "during": event.during,
    }


def _statement(statement: Statement) -> Json:
    mention = statement.mention
    return {
        "speaker": _participant(mention.speaker, statement.speaker),
        "act": mention.act.value,
        "verb": _span(mention.verb),
        "about": mention.about.text if mention.about else None,
        "evidence": _span(mention.evidence),
        "confidence": mention.confidence,
        "addressee": _participant(mention.addressee, statement.addressee)
        if mention.addressee is not None and statement.addressee is not None
        else None,
        "occasion": statement.occasion,
    }


def _participant(participant: Participant, entity: Entity) -> Json:
    return _span(participant.span) | {
        "name": participant.name,
        "kind": participant.kind.value,
        "role": participant.role.text if participant.role else None,
        "represents": participant.represents,
        "function": participant.function.value,
        "entity": entity.iri,
        "office": _office(participant.office),
    }


def _office(office: OfficeParts | None) -> Json | None:
    return None if office is None else asdict(office)


def _named(named: Named | None) -> Json | None:
    return None if named is None else _span(named.span) | {"name": named.name}


def _process(process: Named) -> Json:
    return _span(process.span) | {"name": process.name, "round": process.round}


def _span(span: Span | None) -> Json:
    if span is None:
        return {"text": None, "start": None, "end": None}
    if span.in_title:
        told = {"words": span.text, "first": span.start, "last": span.end}
        return {"text": None, "start": None, "end": None, "in_title": told}
    return {"text": span.text, "start": span.start, "end": span.end}
