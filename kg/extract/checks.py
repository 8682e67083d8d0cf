"""What a draft must have to be an event: two sides to meet, a way to travel, and more than one government."""

from kg.extract.cast import Character
from kg.extract.drafts import Draft
from kg.model import EventType, Kind


def is_event(draft: Draft) -> bool:
    """Whether a merged draft tells an occasion of diplomacy."""
    if draft.type is EventType.VISIT:
        return _is_journey(draft)
    sides = [role.character for role in draft.roles]
    if len(sides) < 2:
        return False
    return any(_speaks_for_somebody(character) for character in sides) and not _one_government(sides)


def _speaks_for_somebody(character: Character) -> bool:
    return character.represents is not None or character.rank >= 1 or character.id is not None


def _is_journey(draft: Draft) -> bool:
    visitors = [role.character for role in draft.roles if role.function.value == "visitor"]
    if not visitors or draft.place is None:
        return False
    home = {character.represents for character in visitors}
    at_home = draft.place_country is not None and home == {draft.place_country}
    return not at_home and any(_is_official(character) for character in visitors)


def _is_official(character: Character) -> bool:
    return character.kind in (Kind.PERSON, Kind.DELEGATION) and (
        character.office is not None or character.represents is not None or character.kind is Kind.DELEGATION
    )


def _one_government(sides: list[Character]) -> bool:
    """A meeting inside one country's own government is no event, whether or not the country is told."""
    states = {character.represents for character in sides}
    if len(states) > 1:
        return False
    if None in states:
        return all(character.kind is Kind.PERSON and len(character.office_words) > 1 for character in sides)
    return all(character.kind in (Kind.PERSON, Kind.ORGANIZATION) for character in sides)
