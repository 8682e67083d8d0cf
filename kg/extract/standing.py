"""What standing somebody has: whom they speak for, where they are at home, how high they rank."""

from kg.extract.character import Character
from kg.lang.gazetteer import entry
from kg.model import Kind

# The rank of a leader, and the words of a delegation that says of itself no more than that it is one ("a high-level delegation").
_LEADER, _BARE = 2, 3


def is_anybody(character: Character) -> bool:
    """ "Officials": a plural without a name or a side; leaders are not, nor "the officials" who were told of before, nor ambassadors of some."""
    if character.rank >= 1 and len(character.office_words) > 1 and not character.home:
        return False
    unknown = character.name is None and character.represents is None
    return character.plural and not character.definite and unknown and character.rank < _LEADER


def is_leader(character: Character) -> bool:
    """Whether somebody leads a state or a government: one person, not "the leaders"."""
    return character.rank >= _LEADER and not character.plural


def is_minor(character: Character) -> bool:
    """The holder of an office that speaks for nobody abroad: a mayor, a director, a deputy."""
    return character.kind is Kind.PERSON and bool(character.office_words) and character.rank < 1


def is_somebody(character: Character) -> bool:
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


def is_ranked(character: Character) -> bool:
    """A holder of a high office: of a government, or of a body that is known. Directors of a company are none."""
    return character.rank >= 1 and (character.home or character.represents is not None)


def side_of(character: Character) -> str | None:
    """The state or body that somebody speaks for; a national body speaks for its state."""
    side = character.represents or character.id
    listed = entry(side) if side is not None else None
    return listed.country or side if listed is not None else side


def home_of(character: Character) -> str | None:
    """The side of somebody; of a lawful party or a union the state in whose own politics it takes part."""
    side = side_of(character)
    listed = entry(side) if side is not None else None
    return listed.seat or side if listed is not None else side
