"""One occasion told several times in an article is one event: tellings are put together, and those that only point back go to what they mean."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.carriers import is_told_behind
from kg.extract.character import Character
from kg.extract.drafts import ASIDE, RECURRING, TOLD, Draft, Role
from kg.extract.lexicon import Cls
from kg.extract.recurring import same_round
from kg.extract.salience import LONG
from kg.extract.vague import stands_for, take_names
from kg.model import EventType, Function, Kind, Named, Salience, Status

# How many sentences behind "talks took place" those who were there may be told.
_NEXT = 2
_TALKS = (EventType.MEETING, EventType.SUMMIT, EventType.NEGOTIATION_ROUND)


def family(kind: EventType) -> EventType:
    """Meetings, summits and rounds are told by the same words; calls, visits and letters by their own."""
    return EventType.MEETING if kind in _TALKS else kind


def _alike(event: Draft, draft: Draft) -> bool:
    """Whether two tellings are of one family; what is told as talks may have been a call."""
    if family(event.type) is family(draft.type):
        return True
    return (_may_be_call(event) and draft.type is EventType.CALL) or (
        event.type is EventType.CALL and _may_be_call(draft)
    )


def _may_be_call(draft: Draft) -> bool:
    frame = draft.hit.entry.frame
    return frame is not None and frame.by_phone and draft.type is EventType.MEETING and draft.place is None


def merge(drafts: list[Draft]) -> list[Draft]:
    """The occasions of an article, in the order of their first telling in the body."""
    ordered = sorted(drafts, key=lambda draft: (draft.rule == TOLD, draft.scene.line.sentence.paragraph < 0))
    events: list[Draft] = []
    for draft in ordered:
        if draft.rule == TOLD and any(draft.characters() <= event.characters() for event in events):
            continue
        target = _referent(draft, events) if draft.refers else _same(draft, events)
        if target is not None and draft.refers and _is_another(target, draft):
            draft.roles = draft.roles or [Role(role.character, role.function) for role in target.roles]
            events.append(draft)
        elif target is not None:
            _join(_told_before(target, draft, events), draft)
        elif not draft.refers or is_told_behind(draft):
            events.append(draft)
    return events


def _told_before(target: Draft, draft: Draft, events: list[Draft]) -> Draft:
    """The event that a telling joins: where it only names who was at "talks took place", and they have met before in the article, that one."""
    if target.roles or draft.refers:
        return target
    known = _same(draft, [event for event in events if event.roles])
    if known is None:
        return target
    events.remove(target)
    _join(known, target)
    return known


def _referent(draft: Draft, events: list[Draft]) -> Draft | None:
    frame = draft.hit.entry.frame
    found = [event for event in events if _alike(event, draft) and not _is_told_behind(event, draft)]
    if draft.rule == ASIDE:
        return next((event for event in found if draft.evidence[0] in event.evidence), None)
    found = found or (list(events) if frame is not None and frame.object == "topic" else [])
    held = [event for event in found if event.salience is draft.salience] or found
    return held[-1] if held else None


def _is_another(event: Draft, draft: Draft) -> bool:
    """Whether what points back means a further occasion of the same people: "the ministers last talked in July", "the next summit"."""
    if draft.rule == "attendance":
        return False
    line, hit = draft.scene.line, draft.hit
    near = range(max(hit.first - 3, 0), hit.last + line.grammar.verb_last)
    counted = any(line.marker(word, "refer.another") is not None for word in near)
    past = draft.salience is Salience.BACKGROUND and event.salience is Salience.MAIN and draft.date is not None
    officials = any(character.rank >= 1 for character in event.characters())
    mediated = any(role.function is Function.MEDIATOR for role in event.roles)
    officials = (officials or mediated) and (draft.type is not EventType.NEGOTIATION_ROUND or event.type is draft.type)
    return officials and (counted or past)


def _is_told_behind(event: Draft, draft: Draft) -> bool:
    """Whether an event is told in the same sentence behind a list of attendants, and so is not what they attended."""
    return draft.rule == "attendance" and event.scene is draft.scene and event.hit.first > draft.hit.first


def _same(draft: Draft, events: list[Draft]) -> Draft | None:
    return next(
        (event for event in reversed(events) if _alike(event, draft) and _one_occasion(event, draft)),
        None,
    )


def _is_beside(event: Draft, draft: Draft) -> bool:
    """Whether a telling says of itself that it took place beside a gathering ("on the sidelines of the summit")."""
    first = draft.scene.clause(draft.hit.first).first
    return event.type is EventType.SUMMIT and draft.scene.line.has_marker("refer.beside", first, draft.hit.first)


def _one_occasion(event: Draft, draft: Draft) -> bool:
    if RECURRING in (event.rule, draft.rule) and event.roles:
        return (
            draft.status is event.status and same_round(event, draft) and bool(event.characters() & draft.characters())
        )
    if _is_beside(event, draft) or _clash(event, draft):
        return False
    a, b = _people(event), _people(draft)
    shared = len(a & b)
    if _is_headline(draft) and event.type is draft.type and event.place is not None and draft.place is not None:
        return places_agree(event, draft)
    if draft.type is EventType.VISIT:
        return _one_journey(event, draft)
    if not event.roles and event.light is not None and draft.roles:
        return _is_headline(draft) or draft.scene.line.number - event.scene.line.number <= _NEXT
    if not a or not b or stands_for(event, draft):
        return stands_for(event, draft) or _sides(event) == _sides(draft)
    if shared and (b - _stood_for(event, draft) if event.status is draft.status else b) <= a:
        return True
    if shared and _same_day(event, draft) and _only_unknown_groups(a ^ b):
        return True
    if shared >= 2 or (shared and (a <= b or b <= a or _is_headline(draft))):
        return True
    return not shared and _only_states(draft) and _sides(draft) <= _sides(event)


def _clash(event: Draft, draft: Draft) -> bool:
    """Whether two tellings differ in when it was, in which round it was, or in whether it was called off."""
    off = {event.status, draft.status} & {Status.CANCELLED, Status.POSTPONED}
    apart = _dates_clash(event, draft) or _rounds_clash(event, draft) or _is_history(event, draft)
    return apart or (bool(off) and event.status is not draft.status)


def _is_history(event: Draft, draft: Draft) -> bool:
    """Whether what is told later, with a date and as history, is another occasion than the news told without that date."""
    if draft.salience is not Salience.BACKGROUND or event.salience is Salience.BACKGROUND or _is_headline(draft):
        return False
    long = draft.date is not None and draft.date.rule in LONG
    return long and not _same_day(event, draft) and draft.scene.line.grammar.fronted


def _one_journey(event: Draft, draft: Draft) -> bool:
    known = _people(event) & _people(draft) or _stood_for(event, draft) or stands_for(event, draft)
    return bool(known) and places_agree(event, draft)


def _only_unknown_groups(people: set[object]) -> bool:
    """Whether all are delegations of nobody known: an article may call one delegation now this, now that."""
    return all(isinstance(c, Character) and c.kind is Kind.DELEGATION and c.represents is None for c in people)


def _stood_for(event: Draft, draft: Draft) -> set[object]:
    """The delegations of a telling whose side the event knows: "the Russian delegation" are the Russians told before."""
    known = {character.represents for character in event.characters()} - {None}
    return {c for c in draft.characters() if c.kind is Kind.DELEGATION and c.represents in known}


def _is_headline(draft: Draft) -> bool:
    return draft.scene.line.sentence.paragraph < 0


def _people(draft: Draft) -> set[object]:
    return {character for character in draft.characters() if character.kind is not Kind.COUNTRY}


def _sides(draft: Draft) -> set[str | None]:
    return {role.character.represents for role in draft.roles}


def _only_states(draft: Draft) -> bool:
    return all(character.kind is Kind.COUNTRY for character in draft.characters())


def places_agree(event: Draft, draft: Draft) -> bool:
    """Whether two tellings may have taken place in one place: in the same, or one in the state of the other."""
    if event.place is None or draft.place is None or event.place.id == draft.place.id:
        return True
    return (
        event.place_country is not None
        and event.place_country == draft.place_country
        and "state" in (_level(event), _level(draft))
    )


def _level(draft: Draft) -> str:
    """Whether the place is told as a state or more closely."""
    return "state" if draft.place is not None and draft.place.id == draft.place_country else "city"


def _is_closer(event: Draft, draft: Draft) -> bool:
    """Whether another telling names the city in the state where a visit is said to lead."""
    visit = event.type is EventType.VISIT and draft.scene.line.grammar.verb_last
    visit = visit and event.place_country == draft.place_country
    return visit and draft.place is not None and _level(event) == "state" and _level(draft) == "city"


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


def _join(event: Draft, draft: Draft) -> None:
    event.told += 1
    if stands_for(event, draft):
        take_names(event, draft)
        draft = replace(draft, roles=list(event.roles))
    if draft.rule == "attendance":
        _take_sides(event, draft)
    if _is_headline(draft) and not _is_headline(event):
        return
    if not _only_states(draft) or _only_states(event):
        for role in draft.roles:
            _join_role(event, role)
    _drop_spoken_for(event)
    if event.place is None or _is_closer(event, draft):
        event.place, event.place_country = draft.place, draft.place_country
    event.date = event.date or draft.date
    add_topics(event, draft.topics)
    add_processes(event, draft.processes)
    event.evidence += draft.evidence
    if draft.salience is Salience.MAIN:
        event.salience = Salience.MAIN
    _join_status(event, draft)
    if event.type is EventType.MEETING and draft.type in (*_TALKS, EventType.CALL) and not draft.refers:
        event.type = draft.type


def _drop_spoken_for(event: Draft) -> None:
    """Leave out the states for which somebody else takes part."""
    spoken = {role.character.represents for role in event.roles if role.character.kind is not Kind.COUNTRY}
    event.roles = [
        role
        for role in event.roles
        if role.character.kind is not Kind.COUNTRY
        or role.function is not Function.PARTICIPANT
        or role.character.id not in spoken
    ]


def _take_sides(event: Draft, draft: Draft) -> None:
    """Attendants without a country speak for the side that receives, or for the one that the list does not name."""
    left = _sides(event) - _sides(draft) - {None}
    hosts = [role.character for role in event.roles if role.function is Function.HOST]
    named = _sides(draft) - {None}
    own = [c for c in hosts if named <= {c.represents}] or [
        c for c in hosts or event.characters() if c.represents in left
    ]
    if not own or (len(left) > 1 and not hosts):
        return
    for role in draft.roles:
        if role.character.kind is Kind.PERSON and role.character.represents is None and role.character.rank >= 1:
            role.character.represents, role.character.represents_name = own[0].represents, own[0].represents_name


def _leaves_open(event: Draft) -> bool:
    """Whether a telling leaves open that the occasion took place: a noun and a present tense do."""
    if event.light is not None:
        return event.light.entry.tense == "present"
    return event.hit.entry.cls is Cls.NOUN or event.hit.entry.tense == "present"


def _join_status(event: Draft, draft: Draft) -> None:
    points = draft.refers and draft.light is None and draft.scene.line.grammar.verb_last
    if event.status is Status.HELD and draft.status is Status.PLANNED and _leaves_open(event) and not points:
        event.status = Status.PLANNED
    elif event.status is Status.PLANNED and draft.status is Status.HELD and _took_place_here(event, draft):
        event.status, event.light = Status.HELD, draft.light or draft.hit


def _took_place_here(event: Draft, draft: Draft) -> bool:
    """Whether the verb of the same sentence tells that what somebody came for took place ("arrived for a visit")."""
    verb = draft.light or draft.hit
    return draft.scene is event.scene and draft.scene.line.grammar.verb_last and verb.entry.tense == "past"


def add_topics(event: Draft, topics: list[Named]) -> None:
    """Take in topics that an event does not have yet: neither by concept nor by words."""
    event.topics += [topic for topic in topics if not any(_is_same(topic, own) for own in event.topics)]


def add_processes(event: Draft, processes: Iterable[Named]) -> None:
    """Take in processes that an event does not have yet, and the round of one that it has."""
    for process in processes:
        known = next((i for i, own in enumerate(event.processes) if _is_same(own, process)), None)
        if known is None:
            event.processes.append(process)
        elif event.processes[known].round is None:
            event.processes[known] = replace(event.processes[known], round=process.round)


def _is_same(one: Named, other: Named) -> bool:
    """Whether two are one concept or process, by id or by words, and no two different rounds of it."""
    alike = one.name == other.name or (one.id is not None and one.id == other.id)
    return alike and (one.round is None or other.round is None or one.round == other.round)


def _join_role(event: Draft, role: Role) -> None:
    known = next((own for own in event.roles if own.character is role.character), None)
    if known is None and _only_unknown_groups({role.character}):
        known = next((own for own in event.roles if _only_unknown_groups({own.character})), None)
    if known is None:
        event.roles.append(role)
    elif known.function is Function.PARTICIPANT:
        known.function = role.function
