"""Officials told by their office first and by their name alone later: one occasion told twice says who is who."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.character import Character
from kg.extract.drafts import Draft, Role
from kg.extract.occasions import family, places_agree
from kg.extract.statements import Saying
from kg.model import EventType, Kind

# How many sentences later the names follow.
_SOON = 3


def name_officials(drafts: list[Draft], sayings: list[Saying]) -> list[Saying]:
    """Join "the foreign minister left for Oslo" and, soon after, "X's visit to Oslo": X is the minister. Gives back what was said, by name."""
    for number, draft in enumerate(drafts):
        named_only = any(_is_only_named(role.character) for role in draft.roles)
        for earlier in drafts[:number] if named_only else ():
            if _is_told_again(earlier, draft):
                for office, named in _pairs(earlier, draft):
                    _join(office.character, named.character, drafts)
                    sayings = [_said_by(saying, office.character, named.character) for saying in sayings]
    return sayings


def _is_told_again(earlier: Draft, draft: Draft) -> bool:
    """Whether a telling that follows soon may mean the same occasion."""
    soon = 0 < draft.scene.line.number - earlier.scene.line.number <= _SOON
    visit = draft.type is EventType.VISIT
    return soon and family(earlier.type) is family(draft.type) and (not visit or places_agree(earlier, draft))


def _pairs(earlier: Draft, draft: Draft) -> Iterator[tuple[Role, Role]]:
    """Those without a name in one telling with those without an office in the other, in their order, where they are as many."""
    offices = [role for role in earlier.roles if _is_unnamed(role.character)]
    names = [role for role in draft.roles if _is_only_named(role.character)]
    if len(offices) == len(names):
        yield from ((a, b) for a, b in zip(offices, names, strict=True) if a.function is b.function)


def _is_unnamed(character: Character) -> bool:
    known = character.rank >= 1 and character.represents is not None and not character.plural
    return character.kind is Kind.PERSON and character.name is None and known


def _is_only_named(character: Character) -> bool:
    unknown = character.office is None and character.represents is None
    return character.kind is Kind.PERSON and len(character.words) > 1 and unknown


def _join(office: Character, named: Character, drafts: list[Draft]) -> None:
    """Let a person take the office, and stand wherever only the office was told."""
    named.take_office(office)
    named.take_side(office)
    for draft in drafts:
        for role in draft.roles:
            role.character = named if role.character is office else role.character


def _said_by(saying: Saying, office: Character, named: Character) -> Saying:
    speaker = named if saying.speaker is office else saying.speaker
    addressee = named if saying.addressee is office else saying.addressee
    return replace(saying, speaker=speaker, addressee=addressee)
