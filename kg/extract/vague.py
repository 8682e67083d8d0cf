"""Tellings that name nobody: a headline or an opening sentence tells an occasion by offices and states, the text then by names."""

from kg.extract.character import Character
from kg.extract.drafts import Draft
from kg.model import EventType, Kind

_OPENING = 1


def stands_for(event: Draft, draft: Draft) -> bool:
    """Whether one of two tellings names nobody, opens the article or speaks of groups alone, and the other has its sides."""
    pairs = ((event, draft), (draft, event))
    if event.status is not draft.status and not (_opens(event) or _opens(draft)):
        return False
    return any(_is_vague(one, other) and not _is_vague(other, one) and _agree(one, other) for one, other in pairs)


def take_names(event: Draft, draft: Draft) -> None:
    """Keep of two such tellings those who take part in the one with names; whose side was not known takes the one left over."""
    vague, named = (event, draft) if _is_vague(event, draft) else (draft, event)
    left = [role.character for role in vague.roles if role.character.represents not in _sides(named)]
    for role in named.roles:
        character = role.character
        if character.represents is None and character.id is None and left:
            _lend(left.pop(), character)
    event.roles = list(named.roles)


def _lend(unnamed: Character, character: Character) -> None:
    character.take_side(unnamed)
    if character.office is None and not unnamed.plural:
        character.take_office(unnamed)


def _is_vague(draft: Draft, other: Draft) -> bool:
    """Whether somebody has no name in a telling, and whoever has one takes part in the other telling as well."""
    people = draft.characters()
    named = {character for character in people if character.name is not None}
    if named == people or not named <= other.characters():
        return False
    if draft.type is EventType.VISIT and any(character.kind is not Kind.PERSON for character in people):
        return False
    return _opens(draft) or all(_is_group(character) for character in people)


def _opens(draft: Draft) -> bool:
    line = draft.scene.line
    return line.sentence.paragraph < 0 or line.number <= _OPENING


def _is_group(character: Character) -> bool:
    official = character.name is None and character.office is not None and character.rank == 0
    return character.plural or official or character.kind in (Kind.COUNTRY, Kind.DELEGATION)


def _agree(vague: Draft, named: Draft) -> bool:
    """Whether as many take part on the same sides; of one who is named the side may not be known, of groups more may be named."""
    sides, told = _sides(vague), _sides(named)
    known = [side for side in told if side is not None]
    groups = all(c.kind is Kind.DELEGATION and _is_group(c) for c in vague.characters())
    if _opens(vague) and len(set(sides)) > 1 and groups:
        return None not in sides and set(sides) <= set(known)
    if None in sides or len(sides) != len(told) or len(known) < max(1, len(told) - 1):
        return False
    return set(known) <= set(sides) and len(set(known)) == len(set(sides)) - (len(told) - len(known))


def _sides(draft: Draft) -> list[str | None]:
    """Whom those who take part speak for; of a visit the visitors alone count."""
    told = [role for role in draft.roles if draft.type is not EventType.VISIT or role.function.value == "visitor"]
    return [role.character.represents or role.character.id for role in told]
