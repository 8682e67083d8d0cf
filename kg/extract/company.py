"""Who comes along with those who take part: delegations, mediators, hosts."""

from itertools import pairwise

from kg.extract.coordination import coordinated
from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.extract.line import Hit
from kg.extract.scene import Party
from kg.model import EventType, Function, Kind

_NEAR_COMPANY = 6


def add_company(draft: Draft, last: int) -> None:
    """Whom a visitor brings along: "at the head of a delegation"; the company speaks for whom its leader speaks for."""
    scene = draft.scene
    function = Function.VISITOR if draft.type is EventType.VISIT else Function.PARTICIPANT
    for word in range(_from(draft), last):
        marker = scene.line.marker(word, "refer.company")
        if marker is None or _told_between(draft, marker):
            continue
        for party in scene.within(marker.last, marker.last + _NEAR_COMPANY):
            if party.figure.first < marker.last + 2 or party.figure.kind is Kind.DELEGATION:
                _speak_alike(draft, party)
                draft.add([party], function)


def _from(draft: Draft) -> int:
    """The word from which company and hosts are told: the clause's first where those who act stand before the verb."""
    grammar, hit = draft.scene.line.grammar, draft.hit
    return draft.scene.clause(hit.first).first if grammar.subject_first or grammar.verb_last else hit.first


def speak_for_leader(draft: Draft) -> None:
    """A delegation told behind an official, on whose side nothing else is known, is of that side ("A and the team with him")."""
    for before, role in pairwise(draft.roles):
        one, other = before.character, role.character
        alone = other.kind is Kind.DELEGATION and other.represents is None and not other.plural
        if alone and before.function is role.function and one.kind is Kind.PERSON and _is_company(draft, role.party):
            other.take_side(one)


def _is_company(draft: Draft, party: Party | None) -> bool:
    """Whether a delegation says of itself that it came along."""
    line = draft.scene.line
    words = range(party.figure.first, party.figure.last + 1) if party is not None else range(0)
    return any(line.norm(word) in line.grammar.along for word in words)


def _told_between(draft: Draft, marker: Hit) -> bool:
    """Whether another verb stands between a company told before a trigger and the trigger."""
    words = range(marker.last, draft.hit.first)
    return any(draft.scene.line.at(word, Cls.VERB) is not None for word in words)


def _speak_alike(draft: Draft, party: Party) -> None:
    """A delegation and its leader speak for the same: one may tell it for the other."""
    if not draft.roles:
        return
    told = [
        role.character
        for role in draft.roles
        if role.party is not None and role.party.figure.last <= party.figure.first
    ]
    if not told and draft.scene.line.grammar.verb_last:
        return
    one, other = (told[-1] if told else draft.roles[0].character), party.character
    if one is other or Kind.DELEGATION not in (one.kind, other.kind):
        return
    for taker, giver in ((one, other), (other, one)):
        if taker.represents is None:
            taker.take_side(giver)


def add_mediators(draft: Draft, last: int) -> None:
    """Under whose auspices: "mediated by", "sponsored by"."""
    scene = draft.scene
    for word in range(draft.hit.last, last):
        marker = scene.line.marker(word, "refer.mediation")
        party = next(iter(scene.within(marker.last, marker.last + 4)), None) if marker is not None else None
        if party is not None:
            draft.add(coordinated(scene, party), Function.MEDIATOR)


def add_hosts(draft: Draft, last: int) -> None:
    """Who invited a visitor: "at the invitation of"."""
    scene = draft.scene
    opens = scene.line.grammar.verb_last or scene.line.grammar.order == "VSO"
    for word in range(scene.clause(draft.hit.first).first if opens else draft.hit.last, last):
        marker = scene.line.marker(word, "refer.invitation")
        party = next(iter(scene.within(marker.last, marker.last + 3)), None) if marker is not None else None
        if party is not None and party.character.kind is Kind.PERSON:
            draft.add([party], Function.HOST)
