"""What a visit must have to be an event: somebody in office who goes to where he is not at home."""

from kg.extract.character import Character
from kg.extract.drafts import Draft
from kg.extract.formless import is_lay
from kg.extract.standing import home_of, is_anybody, is_leader, side_of
from kg.model import Function, Kind

_NEAR = 5


def is_journey(draft: Draft) -> bool:
    """Whether a visit leads somebody who holds an office to a place, or a host, that is not at home."""
    visitors = [
        role.character
        for role in draft.roles
        if role.function is Function.VISITOR and not is_lay(role, draft.scene.line)
    ]
    if not visitors:
        return False
    led = draft.place is not None or _is_hosted(draft, visitors) or _leads_abroad(draft)
    if not led and not _leads_to_town(draft, visitors):
        return False
    home = {home_of(character) for character in visitors}
    own = {draft.place_country, None} if draft.place_country == draft.scene.cast.home else {draft.place_country}
    at_home = draft.place_country is not None and home <= own
    at_home = at_home or (home == {None} and draft.scene.cast.states <= {draft.place_country})
    return not at_home and any(_is_official(character) and not is_anybody(character) for character in visitors)


def _leads_abroad(draft: Draft) -> bool:
    """ "His first visit abroad": where to is not told."""
    return draft.scene.line.has_marker("place.abroad", draft.hit.first, draft.hit.last + _NEAR)


def _leads_to_town(draft: Draft, visitors: list[Character]) -> bool:
    """Whether foreigners go to a town or a region that only its kind tells ("the ambassador visited the province of X")."""
    line, frame, home = draft.scene.line, draft.hit.entry.frame, draft.scene.cast.home
    if home is None or frame is None or any(home_of(c) in (None, home) for c in visitors):
        return False
    towns = (mark.first for mark in line.marks.get("place.town", ()) if 0 <= mark.first - draft.hit.last <= _NEAR)
    return any(line.norm(word - 1) in frame.place for word in towns)


def _is_hosted(draft: Draft, visitors: list[Character]) -> bool:
    """A leader of one state welcomes a leader of another: where is told by whose guest he is.

    Where verbs come first "visited the minister" tells so of all officials.
    """
    tells = _ranks if draft.scene.line.grammar.order == "VSO" else is_leader
    hosts = {
        side_of(role.character) for role in draft.roles if role.function is Function.HOST and tells(role.character)
    }
    guests = {side_of(character) for character in visitors if tells(character)}
    return bool(hosts and guests) and None not in hosts | guests and hosts.isdisjoint(guests)


def _ranks(character: Character) -> bool:
    return character.rank >= 1 and not character.plural


def _is_official(character: Character) -> bool:
    """Whether somebody travels in office: of a state or a body that is known, or of a high rank; or a delegation that says whose it is."""
    if character.private or character.kind not in (Kind.PERSON, Kind.DELEGATION):
        return False
    high = character.office is not None and character.rank >= 1
    return high or character.represents is not None
