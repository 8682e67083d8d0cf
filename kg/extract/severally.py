"""Occasions told as one and then each for itself: "he met A and B. In the meeting with A ... In a separate meeting B ..."."""

from dataclasses import replace

from kg.extract.character import Character
from kg.extract.drafts import Draft, Role
from kg.extract.occasions import family
from kg.model import EventType, Kind

_PAIR, _NEAR = 2, 4


def severally(drafts: list[Draft]) -> list[Draft]:
    """The drafts, a meeting with several as one with each where the article goes on to tell of it with each alone."""
    if not any(_is_joint(draft) for draft in drafts):
        return drafts
    pairs = [(draft, draft.characters()) for draft in drafts if 0 < len(draft.roles) <= _PAIR and _may_part(draft)]
    return [piece for draft in drafts for piece in _parted(draft, pairs)]


def _is_joint(draft: Draft) -> bool:
    return len(draft.roles) > _PAIR and _may_part(draft)


def _may_part(draft: Draft) -> bool:
    """Whether a draft tells that persons met, with no side that only a state or a body is told for."""
    people = all(role.character.kind is Kind.PERSON and not role.character.plural for role in draft.roles)
    return people and family(draft.type) is EventType.MEETING and draft.scene.line.grammar.fronted


def _parted(draft: Draft, pairs: list[tuple[Draft, set[Character]]]) -> list[Draft]:
    if not _is_joint(draft):
        return [draft]
    for one in draft.roles:
        others = [role for role in draft.roles if role is not one]
        told = [
            (telling, role) for telling, pair in pairs for role in others if pair - {one.character} == {role.character}
        ]
        alone = {id(role) for _, role in told}
        if any(role.character.represents is None for role in others):
            continue
        if len(alone) > 1 or (alone and any(_is_apart(telling) for telling, _ in told)):
            return [replace(draft, roles=[_copy(one), _copy(other)]) for other in others]
    return [draft]


def _is_apart(telling: Draft) -> bool:
    """Whether a telling says of itself that it was another occasion ("in a separate meeting")."""
    line, frame = telling.scene.line, telling.hit.entry.frame
    near = line.has_marker("refer.single", max(telling.hit.first - _NEAR, 0), telling.hit.last)
    return near or (frame is not None and frame.apart)


def _copy(role: Role) -> Role:
    return Role(role.character, role.function, role.party)
