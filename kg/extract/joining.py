"""What an event takes in from a further telling of it, or from what its people say: who, where, when, on what, and whether it took place."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.character import Character
from kg.extract.drafts import Draft, Role
from kg.extract.entries import Cls
from kg.extract.occasions import TALKS, are_states, are_unknown_groups, is_headline, level_of, sides_of
from kg.extract.statements import Saying
from kg.extract.vague import stands_for, take_names
from kg.model import EventType, Function, Kind, Named, Salience, Status


def join(event: Draft, draft: Draft) -> None:
    """Take a further telling into an event."""
    event.told += not _is_by_the_way(draft)
    if stands_for(event, draft):
        take_names(event, draft)
        draft = replace(draft, roles=list(event.roles))
    if draft.rule == "attendance":
        _take_sides(event, draft)
    if is_headline(draft) and not is_headline(event):
        return
    if not are_states(draft) or are_states(event):
        for role in draft.roles:
            _join_role(event, role)
    _drop_spoken_for(event)
    if event.place is None or _is_closer(event, draft):
        event.place, event.place_country = draft.place, draft.place_country
    event.date = event.date or (draft.date if _may_date(event, draft) else None)
    add_topics(event, draft.topics)
    add_processes(event, draft.processes)
    event.evidence += draft.evidence
    if draft.salience is Salience.MAIN and not draft.refers:
        event.salience = Salience.MAIN
    _join_status(event, draft)
    if event.type is EventType.MEETING and draft.type in (*TALKS, EventType.CALL) and not draft.refers:
        event.type = draft.type


def _is_closer(event: Draft, draft: Draft) -> bool:
    """Whether another telling names the city in the state where a visit is said to lead."""
    visit = event.type is EventType.VISIT and draft.scene.line.grammar.verb_last
    visit = visit and event.place_country == draft.place_country
    return visit and draft.place is not None and level_of(event) == "state" and level_of(draft) == "city"


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


def _is_by_the_way(draft: Draft) -> bool:
    """Whether a noun only says when something else was ("before leaving for P he said"), where verbs stand last: no telling of its own."""
    line, hit = draft.scene.line, draft.hit
    bare = line.grammar.verb_last and draft.light is None and hit.entry.cls is Cls.NOUN
    return bare and draft.type is EventType.VISIT and line.preposition(hit.first - 1) is not None


def _take_sides(event: Draft, draft: Draft) -> None:
    """Attendants without a country speak for the side that receives, or for the one that the list does not name."""
    left = sides_of(event) - sides_of(draft) - {None}
    hosts = [role.character for role in event.roles if role.function is Function.HOST]
    named = sides_of(draft) - {None}
    own = [c for c in hosts if named <= {c.represents}] or [
        c for c in hosts or event.characters() if c.represents in left
    ]
    if not own or (len(left) > 1 and not hosts):
        return
    for role in draft.roles:
        if role.character.kind is Kind.PERSON and role.character.represents is None and role.character.rank >= 1:
            role.character.take_side(own[0])


def _is_dated(event: Draft) -> bool:
    """Whether an event tells its day, which says by itself whether it is history: what only points back at it adds nothing to that."""
    return event.date is not None and event.date.latest is not None and event.date.latest == event.date.earliest


def _may_date(event: Draft, draft: Draft) -> bool:
    """Whether a telling may date an event: not where the event is planned and the telling lies in the past, as what stands beside it does."""
    return (
        event.status is not Status.PLANNED or draft.status is not Status.HELD or not draft.scene.line.grammar.definite
    )


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
    if known is None and are_unknown_groups({role.character}):
        known = next((own for own in event.roles if are_unknown_groups({own.character})), None)
    if known is None and is_bare_delegation(role.character):
        side = role.character.represents
        alike = (own for own in event.roles if is_bare_delegation(own.character) and own.character.represents == side)
        known = next(alike, None)
    if known is None:
        event.roles.append(role)
    elif known.function is Function.PARTICIPANT:
        known.function = role.function


def is_bare_delegation(character: Character) -> bool:
    """Whether somebody is told as "a delegation" and no more: an event has one of each side."""
    return character.kind is Kind.DELEGATION and not character.office_words and character.represents is not None


def _is_process(named: Named) -> bool:
    return named.id is not None and named.id.startswith("process/")


def add_said(events: list[Draft], sayings: list[Saying]) -> None:
    """What participants say of a known concept or process belongs to what the occasion was about."""
    for saying in sayings:
        own = [event for event in events if saying.speaker in event.characters()]
        if not own:
            continue
        main = [event for event in own if event.salience is Salience.MAIN and event.type is not EventType.VISIT]
        event = (main or own)[0]
        add_topics(event, [topic for topic in saying.topics if not _is_process(topic)])
        add_processes(event, filter(_is_process, saying.topics))
