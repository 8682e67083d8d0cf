"""What a draft must have to be an event: two sides to meet, a way to travel, and more than one government."""

from kg.extract.character import Character
from kg.extract.drafts import Draft
from kg.extract.formless import is_lay
from kg.extract.lexicon import Cls
from kg.lang.gazetteer import entry
from kg.model import EventType, Function, Kind

# The rank of a leader, and the words of a delegation that says of itself no more than that it is one ("a high-level delegation").
_LEADER, _BARE, _SUMMIT = 2, 3, 3
_NEAR = 5
# What organisations are in the gazetteer whose members are states.
_BLOCS = frozenset(("regional", "grouping", "forum", "union", "alliance"))
# Talks of mediators and sides that are known as a body: it holds its rounds by itself.
_FORMAT = "format"


def is_event(draft: Draft) -> bool:
    """Whether a merged draft tells an occasion of diplomacy."""
    if draft.scene.cast.elsewhere and not _is_between_officials(draft):
        return False
    if draft.type is EventType.VISIT:
        return _is_journey(draft)
    if draft.type is EventType.CORRESPONDENCE and not _is_sent(draft):
        return False
    sides = [
        role.character for role in draft.roles if not _is_anybody(role.character) and not is_lay(role, draft.scene.line)
    ]
    if _is_formless(draft):
        return False
    if any(character.pair for character in sides) or _is_gathering(draft):
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
    return bool(groups) and any(_side(c) is not None and c not in groups for c in sides)


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
    sides = {_side(c) for c in acting if _is_ranked(c) or (c.kind is Kind.DELEGATION and not c.private)} - {None}
    return len(sides) >= (1 if hosted else 2) or any(map(is_bloc, acting))


def _is_at_home(sides: list[Character], draft: Draft) -> bool:
    """Where a language's or an article's news are written, whoever is told without a state is of that state: no other side takes part.

    So it is where the only side that is known was told without its state as well.
    """
    own = {*draft.scene.line.grammar.own_states, draft.scene.cast.home} - {None}
    told = [character for character in sides if _side(character) is not None]
    known = {_home(character) for character in told}
    if len(known) > 1 or (draft.type is not EventType.CORRESPONDENCE and _receives_group(sides)):
        return False
    return known <= own if own else bool(told) and all(character.unmarked for character in told)


def _receives_group(sides: list[Character]) -> bool:
    """Whether a leader receives a group that says who it is ("a delegation of the opposition parties"), though at home."""
    groups = (c for c in sides if c.kind is Kind.DELEGATION and not c.plural)
    leads = any(_leads(c) and c.represents is not None and not c.private for c in sides)
    return leads and any(len(group.words) > 2 for group in groups)


def is_summit(draft: Draft) -> bool:
    """Whether a meeting is a summit: leaders of three states or more, or the ministers of a bloc as the bloc."""
    if draft.type is not EventType.MEETING:
        return False
    sides = [role.character for role in draft.roles]
    leaders = {character.represents for character in sides if character.rank >= _LEADER} - {None}
    return len(leaders) >= _SUMMIT or (len(sides) == 1 and (is_bloc(sides[0]) or _meets_itself(draft, sides[0])))


def _meets_itself(draft: Draft, body: Character) -> bool:
    """Whether a bloc itself is all that a session is told of ("the meeting of OPEC")."""
    frame, listed = draft.hit.entry.frame, entry(body.id) if body.id is not None else None
    return frame is not None and frame.gathering and listed is not None and listed.type in _BLOCS


def is_bloc(character: Character) -> bool:
    """ "The foreign ministers of the EU": holders of a high office of a body of several states."""
    listed = entry(character.represents) if character.represents is not None else None
    several = listed is not None and listed.country is None and not listed.id.startswith("state/")
    return character.plural and character.rank >= 1 and several


def meets_alone(draft: Draft) -> bool:
    """ "The session of the Security Council": one body whose members are states, told by a noun that needs nobody else."""
    frame, bodies = draft.hit.entry.frame, [role.character for role in draft.roles]
    if frame is None or len(bodies) != 1 or not (frame.gathering or _is_format(bodies[0])):
        return False
    if draft.roles[0].function is Function.MEDIATOR:
        return False
    listed = entry(bodies[0].id) if bodies[0].id is not None else None
    several = listed is not None and listed.country is None and listed.seat is None
    return is_bloc(bodies[0]) or (several and listed is not None and listed.type in _BLOCS | {"international", _FORMAT})


def is_round(draft: Draft) -> bool:
    """Formal talks that no person but delegations, bodies or states hold are a round of negotiations, as are those of a known format."""
    frame, people = draft.hit.entry.frame, draft.characters()
    if frame is None or draft.type is not EventType.MEETING:
        return False
    groups = frame.formal and all(character.kind is not Kind.PERSON for character in people)
    return groups or any(_is_format(character) for character in people)


def _is_format(character: Character) -> bool:
    """Whether somebody is a body that is nothing but talks ("the Contact Group")."""
    listed = entry(character.id) if character.id is not None else None
    return listed is not None and listed.type == _FORMAT


def _is_gathering(draft: Draft) -> bool:
    """The summit of a bloc: its members meet, whether or not any is named."""
    listed = (entry(role.character.id) for role in draft.roles if role.character.id is not None)
    return draft.type is EventType.SUMMIT and any(found is not None and found.type in _BLOCS for found in listed)


def _is_anybody(character: Character) -> bool:
    """ "Officials": a plural without a name or a side; leaders are not, nor "the officials" who were told of before, nor ambassadors of some."""
    if character.rank >= 1 and len(character.office_words) > 1 and not character.home:
        return False
    unknown = character.name is None and character.represents is None
    return character.plural and not character.definite and unknown and character.rank < _LEADER


def _is_sent(draft: Draft) -> bool:
    """A letter goes to somebody; two sides who send letters send them to each other."""
    senders = {_side(role.character) for role in draft.roles if role.function is Function.SENDER} - {None}
    return len(senders) > 1 or any(role.function is not Function.SENDER for role in draft.roles)


def _is_journey(draft: Draft) -> bool:
    visitors = [
        role.character
        for role in draft.roles
        if role.function is Function.VISITOR and not is_lay(role, draft.scene.line)
    ]
    if not visitors or (draft.place is None and not _is_hosted(draft, visitors) and not _leads_abroad(draft)):
        return False
    home = {_home(character) for character in visitors}
    own = {draft.place_country, None} if draft.place_country == draft.scene.cast.home else {draft.place_country}
    at_home = draft.place_country is not None and home <= own
    at_home = at_home or (home == {None} and draft.scene.cast.states <= {draft.place_country})
    return not at_home and any(_is_official(character) and not _is_anybody(character) for character in visitors)


def _leads_abroad(draft: Draft) -> bool:
    """ "His first visit abroad": where to is not told."""
    return draft.scene.line.has_marker("place.abroad", draft.hit.first, draft.hit.last + _NEAR)


def _is_hosted(draft: Draft, visitors: list[Character]) -> bool:
    """A leader of one state welcomes a leader of another: where is told by whose guest he is.

    Where verbs come first "visited the minister" tells so of all officials.
    """
    tells = _ranks if draft.scene.line.grammar.order == "VSO" else _leads
    hosts = {_side(role.character) for role in draft.roles if role.function is Function.HOST and tells(role.character)}
    guests = {_side(character) for character in visitors if tells(character)}
    return bool(hosts and guests) and None not in hosts | guests and hosts.isdisjoint(guests)


def _ranks(character: Character) -> bool:
    return character.rank >= 1 and not character.plural


def _leads(character: Character) -> bool:
    return character.rank >= _LEADER and not character.plural


def _is_official(character: Character) -> bool:
    """Whether somebody travels in office: of a state or a body that is known, or of a high rank; or a delegation that says whose it is."""
    if character.private or character.kind not in (Kind.PERSON, Kind.DELEGATION):
        return False
    high = character.office is not None and character.rank >= 1
    return high or character.represents is not None


def _two_sides(sides: list[Character]) -> bool:
    """Two states or bodies that are known; or a leader and anybody else, since readers know whom a leader stands for.

    Officials of one company, club or ministry who meet each other are no diplomacy.
    """
    known = {_side(character) for character in sides} - {None}
    public = {_side(character) for character in sides if not character.private} - {None}
    if len(public) >= 2:
        return True
    if known and all(character.assumed for character in sides if _side(character) is not None):
        return False
    ranked = [character for character in sides if _is_ranked(character)]
    leaders = [character for character in ranked if character.rank >= _LEADER]
    if len(known) >= 2:
        return bool(ranked)
    others = [character for character in sides if character not in ranked and _is_somebody(character)]
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
    known = {_side(character) for character in sides} - {None}
    strangers = [character for character in sides if _side(character) is None]
    if not draft.scene.line.grammar.unmarked_at_home or draft.type is EventType.VISIT or len(known) > 1:
        return False
    if not strangers or not all(c.home or _is_minor(c) for c in strangers):
        return False
    abroad = draft.place_country is not None and draft.place_country not in known
    travels = any(event.type is EventType.VISIT and event.characters() & draft.characters() for event in events)
    return not abroad and not travels and all(c.home or c.well_known for c in sides if c not in strangers)


def _is_minor(character: Character) -> bool:
    """The holder of an office that speaks for nobody abroad: a mayor, a director, a deputy."""
    return character.kind is Kind.PERSON and bool(character.office_words) and character.rank < 1


def _is_somebody(character: Character) -> bool:
    """A person known by a full name or a full office, or a delegation that says whose it is: whom an official meets in office."""
    if character.private:
        return False
    if character.kind is Kind.DELEGATION and character.plural:
        return character.rank >= 1 and len(character.office_words) > 1
    if character.kind is Kind.DELEGATION:
        return character.represents is None and len(character.words) > _BARE
    if character.kind is not Kind.PERSON or character.represents is not None:
        return False
    return len(character.words) > 1 or (character.rank >= 1 and len(character.office_words) > _BARE)


def _is_ranked(character: Character) -> bool:
    """A holder of a high office: of a government, or of a body that is known. Directors of a company are none."""
    return character.rank >= 1 and (character.home or character.represents is not None)


def _side(character: Character) -> str | None:
    """The state or body that somebody speaks for; a national body speaks for its state."""
    side = character.represents or character.id
    listed = entry(side) if side is not None else None
    return listed.country or side if listed is not None else side


def _home(character: Character) -> str | None:
    """The side of somebody; of a lawful party or a union the state in whose own politics it takes part."""
    side = _side(character)
    listed = entry(side) if side is not None else None
    return listed.seat or side if listed is not None else side


def _one_government(sides: list[Character]) -> bool:
    """A meeting inside one country's own government or politics is no event, whether or not the country is told."""
    states = {_home(character) for character in sides}
    if len(states) > 1:
        return False
    if None in states:
        return all(character.kind is Kind.PERSON and len(character.office_words) > 1 for character in sides)
    return all(character.kind in (Kind.PERSON, Kind.ORGANIZATION, Kind.COUNTRY) for character in sides)
