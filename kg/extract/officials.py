"""Whose officials are meant where no state is told with them: those of the place where somebody from abroad meets them."""

from collections.abc import Iterator, Sequence

from kg.extract.character import Character
from kg.extract.drafts import Draft
from kg.lang.gazetteer import entry
from kg.model import EventType, Kind


def place_officials(drafts: Sequence[Draft]) -> None:
    """ "He will visit Norway and meet senior officials": officials of Norway."""
    for draft in drafts:
        for official in _unplaced(draft):
            own = {character.represents for character in draft.characters() if character is not official} - {None}
            state = next((key for key in _places(draft, drafts) if key not in own), None) if own else None
            listed = entry(state) if state is not None else None
            if listed is not None:
                official.represents, official.represents_name = listed.id, listed.name


def _unplaced(draft: Draft) -> list[Character]:
    """Officials in the plural for whom no state is told, in a draft other than of a visit."""
    if draft.type is EventType.VISIT or not draft.scene.line.grammar.officials_of_place:
        return []
    return [
        c for c in draft.characters() if c.kind is Kind.DELEGATION and c.plural and c.rank == 0 and c.represents is None
    ]


def _places(draft: Draft, drafts: Sequence[Draft]) -> Iterator[str]:
    """The states where somebody who takes part was: that of the occasion itself, then those of visits."""
    if draft.place_country is not None:
        yield draft.place_country
    for visit in drafts:
        if visit.type is EventType.VISIT and visit.place_country and visit.characters() & draft.characters():
            yield visit.place_country
