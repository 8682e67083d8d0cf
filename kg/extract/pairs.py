"""Bodies of several states: at "the Norway-Kenya committee meeting" Norway and Kenya met, within a track of that name."""

from collections.abc import Iterator

from kg.extract.character import Character
from kg.extract.drafts import Draft, Role
from kg.extract.merge import add_processes
from kg.lang.gazetteer import entry
from kg.model import Function, Kind, Named


def name_pair(draft: Draft) -> None:
    """Let the states whose body met take part, but for those for whom somebody else does; the body itself is a process."""
    bodies = [role.character for role in draft.roles if role.character.pair]
    if not bodies:
        return
    draft.roles = [role for role in draft.roles if role.character not in bodies]
    known = {role.character.represents or role.character.id for role in draft.roles}
    for body in bodies:
        draft.roles += (Role(state, Function.PARTICIPANT) for state in _states(body) if state.id not in known)
        add_processes(draft, [Named(body.mention, body.mention.text)] if body.mention is not None else [])


def _states(body: Character) -> Iterator[Character]:
    for identifier in body.pair:
        listed = entry(identifier)
        if listed is not None:
            yield Character(
                Kind.COUNTRY, body.number, mention=body.mention, id=listed.id, label=listed.name,
                represents=listed.id, represents_name=listed.name,
            )  # fmt: skip
