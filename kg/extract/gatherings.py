"""Which meetings are summits, rounds of negotiations, or sessions of a body that needs nobody else."""

from kg.extract.character import Character
from kg.extract.drafts import Draft
from kg.lang.gazetteer import entry
from kg.model import EventType, Function, Kind

# The rank of a leader, and how many leaders make a summit.
_LEADER, _SUMMIT = 2, 3
# What organisations are in the gazetteer whose members are states.
_BLOCS = frozenset(("regional", "grouping", "forum", "union", "alliance"))
# Talks of mediators and sides that are known as a body: it holds its rounds by itself.
_FORMAT = "format"


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


def is_gathering(draft: Draft) -> bool:
    """The summit of a bloc: its members meet, whether or not any is named."""
    listed = (entry(role.character.id) for role in draft.roles if role.character.id is not None)
    return draft.type is EventType.SUMMIT and any(found is not None and found.type in _BLOCS for found in listed)
