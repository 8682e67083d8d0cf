"""Finds which accounts tell one event: in blocks of the same sides around the same days, precise ones first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import combinations

from kg.identity.groups import Groups
from kg.identity.occasions import SURE, UNSURE, Witness, likeness, same_kind
from kg.identity.records import Labels, Likeness, Pair
from kg.identity.weighing import Weighing
from kg.model import EventType, Iri

_MANY_SIDES = 8
_WIDEST_DAYS = 31

Witnesses = Mapping[Iri, Witness]


@dataclass(frozen=True, slots=True)
class Asserted:
    """What an analyst tells of the event that some accounts tell: the value of a property, with its names where it is a node;
    ``judgement`` names the ledger that says so."""

    property: str
    value: str
    accounts: tuple[Iri, ...]
    judgement: Iri
    labels: Labels = ()


@dataclass(frozen=True, slots=True)
class Rulings:
    """What analysts decided: pairs of IRIs, in order, that are the same or are not, accounts that were taken back, and what
    was asserted, the oldest first."""

    same: frozenset[tuple[Iri, Iri]] = frozenset()
    different: frozenset[tuple[Iri, Iri]] = frozenset()
    retracted: frozenset[Iri] = frozenset()
    asserted: tuple[Asserted, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The groups of accounts that tell one event, and the pairs that an analyst should look at."""

    groups: tuple[tuple[Iri, ...], ...]
    unsure: tuple[Pair, ...]


def group(witnesses: Witnesses, rulings: Rulings) -> Found:
    """Group accounts. What two accounts of precise days tell is joined first; one that is told of a span of days (this week)
    joins only where it fits one group and no other."""
    pairs = candidates(witnesses)
    groups = Groups(witnesses, rulings.different)
    for one, other in sorted(rulings.same):
        if one in witnesses and other in witnesses:
            groups.join(one, other)

    @cache
    def apart(one: Iri, other: Iri) -> bool:
        return likeness(witnesses[one], witnesses[other]).veto

    sure = [pair for pair in pairs if pair.likeness.score >= SURE]
    precise = [pair for pair in sure if all(witnesses[iri].precise for iri in (pair.first, pair.second))]
    groups.join_all(precise, apart)
    groups.join_all(_unambiguous(sure, groups, witnesses), apart)
    return Found(tuple(groups), undecided(pairs, groups))


def candidates(witnesses: Witnesses) -> tuple[Pair, ...]:
    """All pairs of accounts that may tell one event, each once, with how sure it is; surely different ones are left out."""
    found: dict[tuple[Iri, Iri], Likeness] = {}
    weighing = Weighing()
    for one, other in _near(witnesses.values()):
        first, second = (one, other) if one.account.iri < other.account.iri else (other, one)
        found[first.account.iri, second.account.iri] = weighing.of(first, second)
    return tuple(Pair(*key, weighed) for key, weighed in sorted(found.items()) if weighed.score >= UNSURE)


def _near(witnesses: Iterable[Witness]) -> Iterator[tuple[Witness, Witness]]:
    """Pairs of accounts of one kind that share two sides and lie within a day of each other: one sweep over the days, with all blocks
    at once, so that those who are compared again and again are compared one after another."""
    told = [each for each in witnesses if each.days is not None and each.days <= _WIDEST_DAYS]
    blocks: defaultdict[tuple[Iri, ...], list[Witness]] = defaultdict(list)
    for each in sorted(told, key=lambda each: (each.earliest, each.account.iri)):
        met: dict[Iri, Witness] = {}
        for key in keys(each):
            block = blocks[key] = [other for other in blocks[key] if _within_a_day(other, each)]
            met.update((other.account.iri, other) for other in block)
            block.append(each)
        yield from ((other, each) for other in met.values() if same_kind(other.account.type, each.account.type))


def _within_a_day(before: Witness, after: Witness) -> bool:
    """Whether an account that begins no later than another may be of the day before it or of later ones."""
    return bool(before.latest and after.earliest and after.earliest <= before.latest + timedelta(days=1))


def keys(of: Witness) -> Iterator[tuple[Iri, ...]]:
    """The blocks of an account: every two sides of it and every two people; of a visit, each side alone."""
    sides = sorted({party.part.side or party.iri for party in of.parties})
    if of.account.type is EventType.VISIT:
        yield from (("visit", side) for side in sides)
        return
    people = sorted({party.iri for party in of.parties if party.part.kind == "Person"})
    yield from combinations(sides[:_MANY_SIDES], 2)
    yield from combinations(people[:_MANY_SIDES], 2)


def _unambiguous(pairs: Iterable[Pair], groups: Groups, witnesses: Witnesses) -> list[Pair]:
    """The pairs with an account of a span of days that fits members of one group only, or others of a span."""
    fits: defaultdict[Iri, set[tuple[Iri, ...]]] = defaultdict(set)
    pairs = [pair for pair in pairs if not all(witnesses[iri].precise for iri in (pair.first, pair.second))]
    for pair in pairs:
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            if not witnesses[one].precise and witnesses[other].precise:
                fits[one].add(groups.of(other))
    return [pair for pair in pairs if all(len(fits[iri]) < 2 for iri in (pair.first, pair.second))]


def undecided(pairs: Iterable[Pair], groups: Groups) -> tuple[Pair, ...]:
    """The surest pair between each two groups that nobody decided on: unsure ones, and those that would join what must stay apart."""
    left: dict[tuple[Iri, ...], Pair] = {}
    for pair in pairs:
        if groups.together(pair.first, pair.second) or groups.forbidden(pair.first, pair.second):
            continue
        ends = tuple(sorted((groups.of(pair.first)[0], groups.of(pair.second)[0])))
        best = left.get(ends)
        if best is None or pair.likeness.score > best.likeness.score:
            left[ends] = pair
    return tuple(left[ends] for ends in sorted(left))
