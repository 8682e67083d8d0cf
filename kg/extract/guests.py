"""What a visit tells of the meetings during it: which they are, where and when they were, and who came to them."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.extract.occasions import places_agree
from kg.extract.standing import side_of
from kg.model import EventType, Function, Salience, Status

# How many days behind what is told of a visit (often no more than the arrival) a meeting may still be part of it.
_LONGEST_VISIT = 5


def infer_place(draft: Draft, found: list[Draft]) -> None:
    """A meeting of somebody who is on a visit told as news took place where the visit leads."""
    visits = list(_visits(draft, found)) if draft.place is None else []
    sides = {side_of(role.character) for role in draft.roles}
    told = [visit for visit in visits if visit.place and visit.place_country in sides]
    pointed = [visit for visit in visits if _points_at_visit(draft) and draft.evidence[0] in visit.evidence]
    for visit in told or pointed[: len(pointed) == 1]:
        if visit.place:
            draft.place, draft.place_country = replace(visit.place, inferred=True), visit.place_country


def infer_destination(draft: Draft, found: list[Draft]) -> None:
    """A visit whose destination is not told leads where the visitor met one of those who are at home there."""
    if draft.type is not EventType.VISIT or draft.place is not None:
        return
    guests = {role.character for role in draft.roles if role.function is Function.VISITOR}
    met = (event for event in found if draft in _visits(event, [draft]) and event.place is not None)
    for event in met:
        hosts = {side_of(role.character) for role in event.roles if role.character not in guests}
        own = {guest.represents for guest in guests}
        if event.place is not None and event.place_country in hosts - own:
            draft.place, draft.place_country = replace(event.place, inferred=True), event.place_country
            return


def infer_date(draft: Draft, found: list[Draft]) -> None:
    """A meeting "during this visit" is dated by the visit, where it has no date of its own; so is one of the past told right behind it."""
    for visit in _visits(draft, found) if draft.date is None else ():
        if _points_at_visit(draft) or _goes_on(visit, draft):
            draft.date = visit.date
            return


def _goes_on(visit: Draft, draft: Draft) -> bool:
    """Whether a past meeting "of his" in the place of a visit is told in the sentence behind it."""
    past = draft.salience is Salience.BACKGROUND and draft.place is not None
    return past and _is_behind(visit, draft) and places_agree(visit, draft)


def _is_behind(visit: Draft, draft: Draft) -> bool:
    """Whether an occasion "of his" is told once, in the sentence behind a visit."""
    return draft.scene.line.number - visit.scene.line.number == 1 and bool(draft.hit.entry.owner) and draft.told == 1


def is_of_the_past(draft: Draft, found: list[Draft]) -> bool:
    """Whether the sentence behind a visit told as history goes on about it ("It is recalled that A visited P. At his meeting with B ...")."""
    for visit in found if draft.type is not EventType.VISIT and draft.date is None else ():
        guests = {role.character for role in visit.roles if role.function is Function.VISITOR}
        history = visit.type is EventType.VISIT and visit.salience is Salience.BACKGROUND
        if history and guests & draft.characters() and _is_behind(visit, draft):
            return True
    return False


def visit_of(draft: Draft, found: list[Draft]) -> int | None:
    """The index of the visit during which an event took place: of one who takes part, to its place or its hosts, in its days."""
    visits = (visit for visit in _visits(draft, found) if _fits(visit, draft))
    visit = next(visits, None)
    return found.index(visit) if visit is not None else None


def _fits(visit: Draft, draft: Draft) -> bool:
    return _may_hold(visit.status, draft.status) and _in_its_days(visit, draft) and _at_its_place(visit, draft)


def _may_hold(visit: Status, status: Status) -> bool:
    """What took place did so during a visit that took place; what is planned may belong to one that goes on or is planned."""
    if status is Status.HELD:
        return visit is Status.HELD
    return status is not Status.PLANNED or visit in (Status.HELD, Status.PLANNED)


def _in_its_days(visit: Draft, draft: Draft) -> bool:
    if visit.date is None or draft.date is None:
        return True
    first, last = visit.date.earliest, visit.date.latest
    if first is None or last is None or draft.date.earliest is None or draft.date.latest is None:
        return True
    return first <= draft.date.latest and (draft.date.earliest - last).days <= _LONGEST_VISIT


def _at_its_place(visit: Draft, draft: Draft) -> bool:
    """Where both tell a place they agree; else somebody of the side that is visited takes part, or "the visit" stands beside."""
    if visit.place is not None and draft.place is not None:
        return places_agree(visit, draft)
    hosts = {role.character for role in visit.roles if role.function is Function.HOST}
    sides = {side_of(role.character) for role in draft.roles} - {None}
    return bool(hosts & draft.characters()) or visit.place_country in sides or _points_at_visit(draft)


def _points_at_visit(draft: Draft) -> bool:
    """Whether "the visit" or "this visit" stands in the sentence that tells an event."""
    nouns = draft.scene.line.all(Cls.NOUN)
    return any(hit.entry.key == EventType.VISIT and draft.scene.definite(hit) for hit in nouns)


def _visits(draft: Draft, found: list[Draft]) -> Iterator[Draft]:
    """The visits, news or history as it is itself, of somebody who takes part in a meeting."""
    if draft.type in (EventType.VISIT, EventType.CALL, EventType.CORRESPONDENCE):
        return
    for visit in found:
        guests = {role.character for role in visit.roles if role.function is Function.VISITOR}
        told_alike = visit.salience is draft.salience or visit.scene is draft.scene
        if visit.type is EventType.VISIT and told_alike and guests & draft.characters():
            yield visit


def keep_guests(draft: Draft) -> None:
    """Whoever is received by his own side came from nowhere: he only takes part. Nobody visits his own state: there he is the host."""
    if draft.type is EventType.VISIT:
        _keep_visitors(draft)
        return
    hosts = {role.character.represents for role in draft.roles if role.function is Function.HOST}
    for role in draft.roles:
        if role.function is Function.VISITOR and role.character.represents in hosts - {None}:
            role.function = Function.PARTICIPANT


def _keep_visitors(draft: Draft) -> None:
    visitors = [role for role in draft.roles if role.function is Function.VISITOR]
    abroad = [role for role in visitors if role.character.represents not in (None, draft.place_country)]
    for role in visitors:
        if abroad and draft.place_country is not None and role.character.represents == draft.place_country:
            role.function = Function.HOST
