"""A delegation that is told again comes with whoever was told as its leader: "the delegation also met B"."""

from collections.abc import Iterator, Sequence

from kg.extract.character import Character
from kg.extract.drafts import Draft, Role
from kg.extract.scene import Party
from kg.model import Kind

# How many words may stand between "headed by", or "heading", and whom it ties together.
_NEAR = 3


Led = tuple[Character, Character]


def add_leaders(events: Sequence[Draft], led: Sequence[Led]) -> None:
    """Let the leader of a delegation take part where "the delegation" does and nobody else of its side is named."""
    for event in events:
        for role in list(event.roles):
            leader = _leader(role, led) if _is_told_again(event, role) else None
            if leader is not None and not _is_spoken_for(event, leader):
                event.roles.append(Role(leader, role.function))


def leaders(drafts: Sequence[Draft]) -> list[Led]:
    """The delegations of an article, each with the official of its side who is told to lead it."""
    return [pair for draft in drafts for pair in _led(draft)]


def _led(event: Draft) -> Iterator[Led]:
    """The delegations of one telling, each with whom its sentence tells to lead it."""
    told = [role.party for role in event.roles if role.party is not None and role.party in event.scene.parties]
    for group in (party for party in told if party.character.kind is Kind.DELEGATION):
        for party in (party for party in told if party.character.kind is Kind.PERSON):
            if party.character.represents == group.character.represents and _is_led_by(event, group, party):
                yield group.character, party.character


def _is_led_by(event: Draft, group: Party, leader: Party) -> bool:
    """Whether "headed by" stands between a delegation and an official, or "heading" right before the delegation."""
    for mark in event.scene.line.marks.get("refer.company", ()):
        behind = 0 <= mark.first - group.figure.last < _NEAR and 0 <= leader.figure.first - mark.last < _NEAR
        if behind or 0 <= group.figure.first - mark.last < _NEAR:
            return True
    return False


def _is_told_again(event: Draft, role: Role) -> bool:
    """Whether a delegation is told as one that is known: "the Kenyan delegation"."""
    line, party = event.scene.line, role.party
    group = party is not None and party.figure.kind is Kind.DELEGATION and not party.figure.plural
    if party is None or not group or party not in event.scene.parties:
        return False
    return line.norm(party.figure.first - 1) in line.grammar.articles or line.starts_definite(party.figure.first)


def _leader(role: Role, led: Sequence[Led]) -> Character | None:
    """The one leader of a delegation, or of any of its side; None where the article tells of several."""
    own = {leader for group, leader in led if group is role.character}
    own = own or {leader for _, leader in led if leader.represents == role.character.represents is not None}
    return own.pop() if len(own) == 1 else None


def _is_spoken_for(event: Draft, leader: Character) -> bool:
    """Whether an official of the leader's side takes part by name already."""
    return any(c.kind is Kind.PERSON and c.represents == leader.represents for c in event.characters())
