"""What a visit tells of the meetings during it: where and when they were, and who came to them."""

from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.lexicon import Cls
from kg.model import EventType, Function


def infer_place(draft: Draft, found: list[Draft]) -> None:
    """A meeting of somebody who is on a visit told as news took place where the visit leads."""
    if draft.place is not None or draft.type in (EventType.VISIT, EventType.CALL, EventType.CORRESPONDENCE):
        return
    for visit in found:
        guests = {role.character for role in visit.roles if role.function.value == "visitor"}
        hosted = any(role.character.represents == visit.place_country for role in draft.roles)
        if (
            visit.type is EventType.VISIT
            and visit.salience is draft.salience
            and guests & draft.characters()
            and hosted
            and visit.place
        ):
            draft.place, draft.place_country = replace(visit.place, inferred=True), visit.place_country


def infer_date(draft: Draft, found: list[Draft]) -> None:
    """A meeting "during this visit" is dated by the visit, where it has no date of its own."""
    line = draft.scene.line
    if draft.date is not None or draft.type in (EventType.VISIT, EventType.CALL, EventType.CORRESPONDENCE):
        return
    if not any(hit.entry.key == EventType.VISIT and draft.scene.definite(hit) for hit in line.all(Cls.NOUN)):
        return
    for visit in found:
        guests = {role.character for role in visit.roles if role.function is Function.VISITOR}
        if visit.type is EventType.VISIT and visit.salience is draft.salience and guests & draft.characters():
            draft.date = visit.date
            return


def keep_guests(draft: Draft) -> None:
    """Whoever is received by his own side came from nowhere: he only takes part."""
    if draft.type is EventType.VISIT:
        return
    hosts = {role.character.represents for role in draft.roles if role.function is Function.HOST}
    for role in draft.roles:
        if role.function is Function.VISITOR and role.character.represents in hosts - {None}:
            role.function = Function.PARTICIPANT
