"""Occasions told together: with each of several partners or recipients, on several dates, at several places."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.destinations import destinations, tour_stops
from kg.extract.drafts import Draft, Role
from kg.extract.places import country_of, named_place
from kg.model import EventType, Function


def apart(draft: Draft) -> list[Draft]:
    """One draft for each partner behind a trigger that means an occasion with each, where one party stands against several.

    Whoever "met separately with A and B", or made "calls to A and B", had two.
    """
    frame = draft.hit.entry.frame
    partners = [role for role in draft.roles if _is_partner(draft, role)]
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


def _is_partner(draft: Draft, role: Role) -> bool:
    """Whether somebody stands behind the trigger; where verbs stand last, anybody but whoever acts, whom no preposition brings in."""
    if not draft.scene.line.grammar.verb_last or role.party is None:
        return _place(role) >= draft.hit.last
    linked = any(other.party is not None and other.party.figure.link for other in draft.roles)
    return not linked or role is not min(draft.roles, key=_rank)


def _rank(role: Role) -> tuple[bool, int]:
    """Who acts stands first of those whom no preposition brings in."""
    return role.party is None or bool(role.party.figure.link), _place(role)


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


def by_date(draft: Draft) -> Iterator[Draft]:
    """Rounds told together with a date for each ("the first rounds were held on 3 May and 7 June") are as many occasions."""
    line, hit = draft.scene.line, draft.hit
    dates = draft.scene.dates if line.has_marker("refer.rounds", max(hit.first - 3, 0), hit.last) else ()
    if not draft.refers or len(dates) < 2:
        yield draft
        return
    for told in dates:
        yield replace(draft, date=told, roles=list(draft.roles))


def by_recipient(draft: Draft) -> Iterator[Draft]:
    """A letter told of several who get one each is as many letters."""
    line, hit = draft.scene.line, draft.hit
    got = [role for role in draft.roles if role.function is Function.RECIPIENT]
    if len(got) < 2 or not line.has_marker("refer.each", hit.first, hit.last + 1):
        yield draft
        return
    for role in got:
        yield replace(draft, roles=[own for own in draft.roles if own is role or own not in got])


def by_destination(draft: Draft) -> Iterator[Draft]:
    """A visit told of several places is as many visits."""
    if draft.type is not EventType.VISIT:
        yield draft
        return
    stops = tour_stops(draft) or destinations(draft)
    if not stops:
        yield draft
    for hit in stops:
        yield replace(draft, place=named_place(draft, hit), place_country=country_of(hit), roles=list(draft.roles))
