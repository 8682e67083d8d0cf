"""Bodies of several states: at "the Norway-Kenya committee meeting" Norway and Kenya met, within a track of that name."""

from collections.abc import Iterator, Mapping
from functools import cache

from kg.extract.character import Character
from kg.extract.drafts import Draft, Role
from kg.extract.joining import add_processes
from kg.lang.gazetteer import Entry, entries, entry
from kg.model import EventType, Function, Kind, Named


def name_format(draft: Draft) -> None:
    """Let a body that is a format of talks as well ("the Contact Group") be a process of talks of which no person is told."""
    if draft.type is EventType.VISIT or any(role.character.kind is Kind.PERSON for role in draft.roles):
        return
    for role in draft.roles:
        body = role.character
        process = _formats().get(body.label) if body.kind is Kind.ORGANIZATION and body.label else None
        if process is not None and body.mention is not None:
            add_processes(draft, [Named(body.mention, process.name, process.id)])


@cache
def _formats() -> Mapping[str, Entry]:
    bodies = {body.name for body in entries("organizations")}
    return {process.name: process for process in entries("processes") if process.name in bodies}


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
