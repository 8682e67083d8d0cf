"""What a draft must have to be an event: two sides to meet, and more than one government."""

from kg.extract.character import Character
from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.extract.formless import is_lay
from kg.extract.gatherings import is_bloc, is_gathering, meets_alone
from kg.extract.journeys import is_journey
from kg.extract.standing import home_of, is_anybody, is_leader, is_minor, is_ranked, is_somebody, side_of
from kg.model import EventType, Function, Kind

# The rank of a leader.
_LEADER = 2


def is_event(draft: Draft) -> bool:
    """Whether a merged draft tells an occasion of diplomacy."""
    if draft.scene.cast.elsewhere and not _is_between_officials(draft):
        return False
    if draft.type is EventType.VISIT:
        return is_journey(draft)
    if draft.type is EventType.CORRESPONDENCE and not _is_sent(draft):
        return False
    sides = [
        role.character for role in draft.roles if not is_anybody(role.character) and not is_lay(role, draft.scene.line)
    ]
    if _is_formless(draft):
        return False
    if any(character.pair for character in sides) or is_gathering(draft):
        return True
    if len(sides) == 1 and draft.type in (EventType.MEETING, EventType.SUMMIT):
        return is_bloc(sides[0]) or meets_alone(draft)
    if len(sides) < 2 or _is_at_home(sides, draft):
        return False
    return (_two_sides(sides) or _opposed(sides, draft)) and not _one_government(sides)


def _opposed(sides: list[Character], draft: Draft) -> bool:
    """Whether a government or a body meets a group that stands against one ("talks between the government and the rebel groups")."""
    against = draft.scene.line.grammar.opposed
    groups = [c for c in sides if c.kind is Kind.DELEGATION and not against.isdisjoint(c.words)]
    return bool(groups) and any(side_of(c) is not None and c not in groups for c in sides)


def _is_formless(draft: Draft) -> bool:
    """Talks of states that no verb, date or place tells of as one occasion: what may be, or goes on, where news tell it so."""
    frame, told = draft.hit.entry.frame, draft.light is not None or draft.date is not None
    talks = frame is not None and (frame.formal or frame.by_phone) and draft.type is not EventType.CALL
    states = all(role.character.kind is Kind.COUNTRY for role in draft.roles)
    loose = draft.scene.line.grammar.bare_genitive and talks and states and draft.hit.entry.cls is Cls.NOUN
    return loose and not told and draft.place is None


def _is_between_officials(draft: Draft) -> bool:
    """What an article about culture or business must tell to tell of diplomacy: officials of two sides, or one who travels for a side."""
    hosted = draft.type is EventType.VISIT
    acting = [role.character for role in draft.roles if not hosted or role.function is not Function.HOST]
    sides = {side_of(c) for c in acting if is_ranked(c) or (c.kind is Kind.DELEGATION and not c.private)} - {None}
    return len(sides) >= (1 if hosted else 2) or any(map(is_bloc, acting))


def _is_at_home(sides: list[Character], draft: Draft) -> bool:
    """Where a language's or an article's news are written, whoever is told without a state is of that state: no other side takes part.

    So it is where the only side that is known was told without its state as well.
    """
    own = {*draft.scene.line.grammar.own_states, draft.scene.cast.home} - {None}
    told = [character for character in sides if side_of(character) is not None]
    known = {home_of(character) for character in told}
    if len(known) > 1 or (draft.type is not EventType.CORRESPONDENCE and _receives_group(sides)):
        return False
    return known <= own if own else bool(told) and all(character.unmarked for character in told)


def _receives_group(sides: list[Character]) -> bool:
    """Whether a leader receives a group that says who it is ("a delegation of the opposition parties"), though at home."""
    groups = (c for c in sides if c.kind is Kind.DELEGATION and not c.plural)
    leads = any(is_leader(c) and c.represents is not None and not c.private for c in sides)
    return leads and any(len(group.words) > 2 for group in groups)


def _is_sent(draft: Draft) -> bool:
    """A letter goes to somebody; two sides who send letters send them to each other."""
    senders = {side_of(role.character) for role in draft.roles if role.function is Function.SENDER} - {None}
    return len(senders) > 1 or any(role.function is not Function.SENDER for role in draft.roles)


def _two_sides(sides: list[Character]) -> bool:
    """Two states or bodies that are known; or a leader and anybody else, since readers know whom a leader stands for.

    Officials of one company, club or ministry who meet each other are no diplomacy.
    """
    known = {side_of(character) for character in sides} - {None}
    public = {side_of(character) for character in sides if not character.private} - {None}
    if len(public) >= 2:
        return True
    if known and all(character.assumed for character in sides if side_of(character) is not None):
        return False
    ranked = [character for character in sides if is_ranked(character)]
    leaders = [character for character in ranked if character.rank >= _LEADER]
    if len(known) >= 2:
        return bool(ranked)
    others = [character for character in sides if character not in ranked and is_somebody(character)]
    if known:
        guests = [
            character for character in sides if character not in leaders and character.kind is not Kind.ORGANIZATION
        ]
        met = bool(leaders and guests)
        return met or any(character.represents is None for character in ranked) or bool(ranked and others)
    return bool(leaders) and (len(ranked) >= 2 or any(character.kind is Kind.DELEGATION for character in others))


def meets_at_home(draft: Draft, events: list[Draft]) -> bool:
    """Whether officials of one state meet a minister or a mayor told without any, where news leave their own state out.

    Not so abroad, nor with an ambassador: neither meets his own there.
    """
    sides = [role.character for role in draft.roles]
    known = {side_of(character) for character in sides} - {None}
    strangers = [character for character in sides if side_of(character) is None]
    if not draft.scene.line.grammar.unmarked_at_home or draft.type is EventType.VISIT or len(known) > 1:
        return False
    if not strangers or not all(c.home or is_minor(c) for c in strangers):
        return False
    abroad = draft.place_country is not None and draft.place_country not in known
    travels = any(event.type is EventType.VISIT and event.characters() & draft.characters() for event in events)
    return not abroad and not travels and all(c.home or c.well_known for c in sides if c not in strangers)


def _one_government(sides: list[Character]) -> bool:
    """A meeting inside one country's own government or politics is no event, whether or not the country is told."""
    states = {home_of(character) for character in sides}
    if len(states) > 1:
        return False
    if None in states:
        return all(character.kind is Kind.PERSON and len(character.office_words) > 1 for character in sides)
    return all(character.kind in (Kind.PERSON, Kind.ORGANIZATION, Kind.COUNTRY) for character in sides)
