"""Says why two events, accounts or people are taken for one or for two: the score, its reasons, what speaks against it, who judged."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from kg.errors import JudgementError
from kg.identity import occasions, people
from kg.identity.desk import Desk
from kg.identity.judgements import Judgement, Verdict
from kg.identity.records import Likeness, Pair
from kg.identity.targets import Target
from kg.model import Iri


@dataclass(frozen=True, slots=True)
class Why:
    """How two things compare.

    ``first`` and ``second`` are the two accounts or faces that are most alike, ``sure`` is the score from which on two are joined
    unless something forbids it. ``against`` says what forbids it, ``through`` by which further accounts or faces the two are one where they
    themselves aren't alike enough. ``judgements`` are about both sides.
    """

    first: Iri
    second: Iri
    one: bool
    likeness: Likeness
    sure: float
    against: tuple[str, ...] = ()
    through: tuple[Iri, ...] = ()
    judgements: tuple[Judgement, ...] = ()


def why(desk: Desk, one: Target, other: Target) -> Why:
    """Compare two events, accounts or people.

    Raises:
        JudgementError: they are the same account or face, one is an event and the other a person, or one was taken back.
    """
    some, others = _sides(one, other)
    pairs = [Pair(min(a, b), max(a, b), _likeness(desk, a, b)) for a, b in product(some, others) if a != b]
    best = min(pairs, key=lambda each: (-each.likeness.score, each.likeness.veto, each.first, each.second))
    together = one.iri == other.iri
    sure = occasions.SURE if one.is_event else people.SURE
    chained = one.members if together and best.likeness.score < sure else ()
    return Why(
        best.first,
        best.second,
        together,
        best.likeness,
        sure,
        _against(pairs),
        tuple(iri for iri in chained if iri not in (best.first, best.second)),
        _about(desk, {*some}, {*others}),
    )


def _sides(one: Target, other: Target) -> tuple[tuple[Iri, ...], tuple[Iri, ...]]:
    if one.is_event != other.is_event:
        raise JudgementError("one of them is an event and the other a person: only things of one kind can be compared")
    if one.iri != other.iri:
        return one.members, other.members
    if one.named[:1] == other.named[:1]:
        raise JudgementError(
            "both are the same: name two accounts, events or people; kg show lists the accounts of an event"
        )
    return one.named[:1], other.named[:1]


def _likeness(desk: Desk, one: Iri, other: Iri) -> Likeness:
    witnesses = desk.resolution.witnesses
    if one in desk.accounts:
        for iri in (one, other):
            if iri not in witnesses:
                raise JudgementError(f"{iri} was taken back: `kg judgements` tells by whom")
        return occasions.likeness(witnesses[one], witnesses[other])
    glimpses = desk.resolution.faces.glimpses
    if one in glimpses or other in glimpses:
        return Likeness(
            0.0, ("one of them is told by a part of the name or an office alone: an analyst must say who it is",)
        )
    return people.likeness(desk.face(one), desk.face(other))


def _against(pairs: Iterable[Pair]) -> tuple[str, ...]:
    """What speaks against their being one, each reason once."""
    ordered = sorted(pairs, key=lambda each: (each.first, each.second))
    return tuple(dict.fromkeys(each.likeness.reasons[-1] for each in ordered if each.likeness.veto))


def _about(desk: Desk, some: set[Iri], others: set[Iri]) -> tuple[Judgement, ...]:
    """The judgements on pairs that lie across the two sides."""
    found = []
    for each in desk.settled.bound:
        if each.judgement.verdict not in (Verdict.SAME, Verdict.DIFFERENT):
            continue
        if any((a in some and b in others) or (a in others and b in some) for a, b in each.pairs()):
            found.append(each.judgement)
    return tuple(found)
