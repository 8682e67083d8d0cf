"""Where verbs stand last: who took part in an occasion in which something else is said to have been done ("A said in the meeting of B")."""

from kg.extract.drafts import Draft
from kg.extract.scene import Party
from kg.extract.sov import actor_ahead
from kg.model import EventType, Kind

_OF_TWO = (EventType.MEETING, EventType.CALL)


def other_side(draft: Draft, owners: list[Party]) -> list[Party]:
    """ "A said in the meeting of B", "in a meeting with B and C": who acts in the clause met those who alone are told with the noun."""
    scene, hit, frame = draft.scene, draft.hit, draft.hit.entry.frame
    if frame is None or draft.light is not None or draft.type not in _OF_TWO or not scene.line.grammar.verb_last:
        return []
    if not (_is_of_one(draft, owners) if owners else len(draft.roles) > 1 and _all_with(draft, frame.with_)):
        return []
    actor = actor_ahead(scene, hit.first, scene.clause(hit.first))
    return [actor] if actor is not None and actor.figure.kind is Kind.PERSON else []


def _is_of_one(draft: Draft, owners: list[Party]) -> bool:
    """Whether somebody in office owns an occasion in which something else is said to have been done."""
    line, hit, frame = draft.scene.line, draft.hit, draft.hit.entry.frame
    inside = any(mark.last in (hit.first - 1, hit.first) for mark in line.marks.get("place.venue", ()))
    official = owners[0].character.rank >= 1 or owners[0].character.kind is Kind.DELEGATION
    gathering = frame is not None and frame.gathering
    return len(owners) == len(draft.roles) == 1 and inside and official and not gathering


def _all_with(draft: Draft, links: frozenset[str]) -> bool:
    """Whether one preposition brings in all who are told."""
    told = [role.party.figure.link for role in draft.roles if role.party is not None]
    return bool(told) and told[0] in links and all(link == "" or link in links for link in told)
