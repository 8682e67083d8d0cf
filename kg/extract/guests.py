"""What a visit tells of the meetings during it: where and when they were, and who came to them."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.lexicon import Cls
from kg.model import EventType, Function


def infer_place(draft: Draft, found: list[Draft]) -> None:
    """A meeting of somebody who is on a visit told as news took place where the visit leads."""
    for visit in _visits(draft, found) if draft.place is None else ():
        if visit.place and any(role.character.represents == visit.place_country for role in draft.roles):
            draft.place, draft.place_country = replace(visit.place, inferred=True), visit.place_country


def infer_date(draft: Draft, found: list[Draft]) -> None:
    """A meeting "during this visit" is dated by the visit, where it has no date of its own."""
    line = draft.scene.line
    during = any(hit.entry.key == EventType.VISIT and draft.scene.definite(hit) for hit in line.all(Cls.NOUN))
    visit = next(_visits(draft, found), None) if draft.date is None and during else None
    if visit is not None:
        draft.date = visit.date


def _visits(draft: Draft, found: list[Draft]) -> Iterator[Draft]:
    """The visits, news or history as it is itself, of somebody who takes part in a meeting."""
    if draft.type in (EventType.VISIT, EventType.CALL, EventType.CORRESPONDENCE):
        return
    for visit in found:
        guests = {role.character for role in visit.roles if role.function is Function.VISITOR}
        if visit.type is EventType.VISIT and visit.salience is draft.salience and guests & draft.characters():
            yield visit


def keep_guests(draft: Draft) -> None:
    """Whoever is received by his own side came from nowhere: he only takes part."""
    if draft.type is EventType.VISIT:
        return
    hosts = {role.character.represents for role in draft.roles if role.function is Function.HOST}
    for role in draft.roles:
        if role.function is Function.VISITOR and role.character.represents in hosts - {None}:
            role.function = Function.PARTICIPANT
