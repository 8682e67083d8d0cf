"""Occasions told together: whoever "met separately with A and B", or made "calls to A and B", had two."""

from dataclasses import replace

from kg.extract.drafts import Draft, Role


def apart(draft: Draft) -> list[Draft]:
    """One draft for each partner behind a trigger that means an occasion with each, where one party stands against several."""
    frame = draft.hit.entry.frame
    partners = [role for role in draft.roles if _place(role) >= draft.hit.last]
    others = [role for role in draft.roles if role not in partners]
    if (
        frame is None
        or not (frame.apart or _is_told_apart(draft))
        or len(others) != 1
        or len(partners) < 2
        or _of_group(draft, partners)
    ):
        return [draft]
    return [replace(draft, roles=[*others, partner]) for partner in sorted(partners, key=_place)]


def _is_told_apart(draft: Draft) -> bool:
    """Whether words beside a trigger say that there was an occasion with each ("in separate telephone calls")."""
    clause = draft.scene.clause(draft.hit.first)
    return draft.scene.line.has_marker("refer.apart", clause.first, clause.last)


def _of_group(draft: Draft, partners: list[Role]) -> bool:
    """Whether partners are named as members of a group ("officials, including A and B")."""
    including = draft.scene.line.grammar.including
    return any(role.party is not None and role.party.figure.link in including for role in partners)


def _place(role: Role) -> int:
    return role.party.figure.first if role.party is not None else 0
