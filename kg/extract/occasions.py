"""Whether two tellings mean one occasion: of one family, of people and places that agree, and with no clash of dates or rounds."""

from kg.extract.character import Character
from kg.extract.drafts import RECURRING, Draft
from kg.extract.recurring import same_round
from kg.extract.salience import LONG
from kg.extract.vague import stands_for
from kg.model import EventType, Kind, Salience, Status

# How many sentences behind "talks took place" those who were there may be told.
_NEXT = 2
# What is told by the same words: talks.
TALKS = (EventType.MEETING, EventType.SUMMIT, EventType.NEGOTIATION_ROUND)


def family(kind: EventType) -> EventType:
    """Meetings, summits and rounds are told by the same words; calls, visits and letters by their own."""
    return EventType.MEETING if kind in TALKS else kind


def are_alike(event: Draft, draft: Draft) -> bool:
    """Whether two tellings are of one family; what is told as talks may have been a call."""
    if family(event.type) is family(draft.type):
        return True
    return (_may_be_call(event) and draft.type is EventType.CALL) or (
        event.type is EventType.CALL and _may_be_call(draft)
    )


def _may_be_call(draft: Draft) -> bool:
    frame = draft.hit.entry.frame
    return frame is not None and frame.by_phone and draft.type is EventType.MEETING and draft.place is None


def _is_beside(event: Draft, draft: Draft) -> bool:
    """Whether a telling says of itself that it took place beside a gathering ("on the sidelines of the summit")."""
    first = draft.scene.clause(draft.hit.first).first
    return event.type is EventType.SUMMIT and draft.scene.line.has_marker("refer.beside", first, draft.hit.first)


def _is_other_session(event: Draft, draft: Draft) -> bool:
    """Whether one sentence tells a session of states and another occasion ("received A, who came to head the commission's session")."""
    return draft.scene is event.scene and _is_session_of_states(event) is not _is_session_of_states(draft)


def _is_session_of_states(draft: Draft) -> bool:
    frame = draft.hit.entry.frame
    states = any(character.kind is Kind.COUNTRY for character in draft.characters())
    return frame is not None and frame.session and states


def is_one_occasion(event: Draft, draft: Draft) -> bool:
    """Whether two tellings of one family are of one occasion."""
    if RECURRING in (event.rule, draft.rule) and event.roles:
        return (
            draft.status is event.status and same_round(event, draft) and bool(event.characters() & draft.characters())
        )
    if _is_beside(event, draft) or _clash(event, draft) or _is_other_session(event, draft):
        return False
    a, b = _people(event), _people(draft)
    shared = len(a & b)
    if is_headline(draft) and event.type is draft.type and event.place is not None and draft.place is not None:
        return places_agree(event, draft)
    if draft.type is EventType.VISIT:
        return _one_journey(event, draft)
    if not event.roles and event.light is not None and draft.roles:
        return is_headline(draft) or draft.scene.line.number - event.scene.line.number <= _NEXT
    if not a or not b or stands_for(event, draft):
        return stands_for(event, draft) or sides_of(event) == sides_of(draft)
    if shared and (b - _stood_for(event, draft) if event.status is draft.status else b) <= a:
        return True
    if shared and _same_day(event, draft) and are_unknown_groups(a ^ b):
        return True
    if shared >= 2 or (shared and (a <= b or b <= a or is_headline(draft))):
        return True
    return not shared and are_states(draft) and sides_of(draft) <= sides_of(event)


def may_be_summed_up(event: Draft, draft: Draft) -> bool:
    """Whether somebody takes part in both of two tellings, or somebody of the same side does, and their places agree."""
    sides = (sides_of(event) & sides_of(draft)) - {None}
    return bool(sides or event.characters() & draft.characters()) and places_agree(event, draft)


def _clash(event: Draft, draft: Draft) -> bool:
    """Whether two tellings differ in when it was, in which round it was, or in whether it was called off."""
    off = {event.status, draft.status} & {Status.CANCELLED, Status.POSTPONED}
    apart = _dates_clash(event, draft) or _rounds_clash(event, draft) or _is_history(event, draft)
    return apart or (bool(off) and event.status is not draft.status)


def _is_history(event: Draft, draft: Draft) -> bool:
    """Whether what is told later, with a date and as history, is another occasion than the news told without that date."""
    if draft.salience is not Salience.BACKGROUND or event.salience is Salience.BACKGROUND or is_headline(draft):
        return False
    long = draft.date is not None and draft.date.rule in LONG
    return long and not _same_day(event, draft) and draft.scene.line.grammar.fronted


def _one_journey(event: Draft, draft: Draft) -> bool:
    known = _people(event) & _people(draft) or _stood_for(event, draft) or stands_for(event, draft)
    return bool(known) and places_agree(event, draft)


def are_unknown_groups(people: set[object]) -> bool:
    """Whether all are delegations of nobody known: an article may call one delegation now this, now that."""
    return all(isinstance(c, Character) and c.kind is Kind.DELEGATION and c.represents is None for c in people)


def _stood_for(event: Draft, draft: Draft) -> set[object]:
    """The delegations of a telling whose side the event knows: "the Russian delegation" are the Russians told before."""
    known = {character.represents for character in event.characters()} - {None}
    return {c for c in draft.characters() if c.kind is Kind.DELEGATION and c.represents in known}


def is_headline(draft: Draft) -> bool:
    """Whether a telling stands in the headline."""
    return draft.scene.line.sentence.paragraph < 0


def _people(draft: Draft) -> set[object]:
    return {character for character in draft.characters() if character.kind is not Kind.COUNTRY}


def sides_of(draft: Draft) -> set[str | None]:
    """Whom those who take part speak for."""
    return {role.character.represents for role in draft.roles}


def are_states(draft: Draft) -> bool:
    """Whether states alone take part."""
    return all(character.kind is Kind.COUNTRY for character in draft.characters())


def places_agree(event: Draft, draft: Draft) -> bool:
    """Whether two tellings may have taken place in one place: in the same, or one in the state of the other."""
    if event.place is None or draft.place is None or event.place.id == draft.place.id:
        return True
    return (
        event.place_country is not None
        and event.place_country == draft.place_country
        and "state" in (level_of(event), level_of(draft))
    )


def level_of(draft: Draft) -> str:
    """Whether the place is told as a state or more closely."""
    return "state" if draft.place is not None and draft.place.id == draft.place_country else "city"


def _dates_clash(event: Draft, draft: Draft) -> bool:
    if event.date is None or draft.date is None:
        return False
    a, b = event.date, draft.date
    if a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return False
    return a.latest < b.earliest or b.latest < a.earliest


def _rounds_clash(event: Draft, draft: Draft) -> bool:
    """Whether two rounds of one process are told: they are two occasions."""
    rounds = {process.name: process.round for process in event.processes if process.round is not None}
    return any(rounds.get(one.name, one.round) != one.round for one in draft.processes if one.round is not None)


def _same_day(event: Draft, draft: Draft) -> bool:
    if event.date is None or draft.date is None or event.date.earliest is None:
        return False
    return (event.date.earliest, event.date.latest) == (draft.date.earliest, draft.date.latest)
