"""Characters as the model's participants: the best name, the office, whom they represent."""

from collections.abc import Mapping

from kg.extract.character import Character
from kg.extract.drafts import Role
from kg.extract.officeparts import OfficeReader
from kg.model import Function, Kind, Participant, Span
from kg.resolve.names import latin


def participant(
    character: Character,
    language: str,
    offices: OfficeReader,
    function: Function = Function.PARTICIPANT,
    role: Role | None = None,
) -> Participant:
    """A participant as the article's mentions together tell it; a state that takes part as itself represents nobody else."""
    itself = character.kind is Kind.COUNTRY
    side, side_id = (None, None) if itself else (character.represents_name, character.represents)
    return Participant(
        span=character.name or character.mention,
        name=english(character, language),
        kind=character.kind,
        native=_native(character),
        id=character.id,
        role=_own_office(role) or character.office,
        role_name=character.office_name,
        represents=side,
        represents_id=side_id,
        function=function,
        office=offices.read(character.office_name, character.office, side, side_id),
    )


def _native(character: Character) -> str | None:
    if character.kind is Kind.PERSON:
        return character.name.text if character.name else None
    return character.mention.text if character.mention else None


def _own_office(role: Role | None) -> Span | None:
    """The office as the event's own sentence words it, where it is told in full there."""
    if role is None or role.party is None or role.party.figure.office is None or not role.party.figure.office.full:
        return None
    figure = role.party.figure
    found = role.character.office
    return (
        found
        if found is not None
        and figure.office is not None
        and figure.office.last - figure.office.first <= len(role.character.office_words)
        else None
    )


def english(character: Character, language: str) -> str:
    """The English name: the gazetteer's, the name's Latin form, or the office with its country."""
    if character.label is not None:
        return character.label
    if character.kind is Kind.PERSON and character.name is not None:
        return latin(character.plain or character.name.text, language)
    if character.kind is Kind.ORGANIZATION and character.mention is not None:
        return character.mention.text
    of = f" of {character.represents_name}" if character.represents_name else ""
    if character.office_name is not None:
        return (
            _PLURALS.get(character.office_name, character.office_name + "s")
            if character.plural
            else character.office_name
        ) + of
    return "Delegation" + of


_PLURALS: Mapping[str, str] = {"Commander": "Commanders", "Diplomat": "Diplomats"}
