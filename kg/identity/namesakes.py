"""Finds which faces may bear one name, in time that grows with their number: by one word's consonants, and nearly those of another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from kg.identity.faces import Face
from kg.identity.nearness import near_consonants, scripts, slips
from kg.model import Iri
from kg.resolve.skeletons import skeleton

_CROWD = 400
"""So many on one side who share a word and nearly another are told apart by neither."""

_Bones = tuple[str, ...]
_Couple = tuple[Face, Face]


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A face that bears a word, with the other words of that name, in consonants."""

    face: Face
    others: _Bones


def namesakes(faces: Sequence[Face]) -> Iterator[_Couple]:
    """The pairs of faces that may be of one side and of one name: they share the consonants of a word, and nearly those of another
    if both have more. Each pair comes once; comparing letters takes much longer, so consonants are asked first."""
    bones = {face.iri: tuple(sorted({skeleton(name) for name in face.names})) for face in faces}
    bearers: defaultdict[str, list[_Bearer]] = defaultdict(list)
    for face in faces:
        for bone in bones[face.iri]:
            words = bone.split()
            for at, word in enumerate(words):
                if len(word) > 1:
                    bearers[word].append(_Bearer(face, (*words[:at], *words[at + 1 :])))
    seen: set[tuple[Iri, Iri]] = set()
    for couple in chain.from_iterable(map(_couples, bearers.values())):
        one, other = sorted(couple, key=lambda face: face.iri)
        if (one.iri, other.iri) not in seen:
            seen.add((one.iri, other.iri))
            if _plausible(bones, one, other):
                yield one, other


def _couples(bearers: Sequence[_Bearer]) -> Iterator[_Couple]:
    """The pairs among those who bear one word: whoever bears nothing else with all, the others by what is left of another word
    when letters are dropped from it. Words that are made one of another in so few letters share one such rest."""
    alone = {each.face.iri: each.face for each in bearers if not each.others}
    everybody = {each.face.iri: each.face for each in bearers}
    if alone:
        yield from _of_one_side(list(alone.values()), list(everybody.values()))
    rests: defaultdict[str, dict[Iri, Face]] = defaultdict(dict)
    for each in bearers:
        for rest in chain.from_iterable(map(slips, each.others)):
            rests[rest][each.face.iri] = each.face
    for sharing in rests.values():
        if len(sharing) > 1:
            some = list(sharing.values())
            yield from _of_one_side(some, some)


def _of_one_side(some: Sequence[Face], others: Sequence[Face]) -> Iterator[_Couple]:
    """Pairs of one of some and one of others that are of one side, or one of them of none that is told; not of a crowd."""
    ones = _by_side(some)
    twos = ones if some is others else _by_side(others)
    for side, block in ones.items():
        fitting = twos.values() if side is None else (twos.get(side, []), twos.get(None, []))
        for each in fitting:
            if len(block) + len(each) > 2 * _CROWD:
                continue
            couples = combinations(block, 2) if each is block else product(block, each)
            yield from ((one, other) for one, other in couples if one.iri != other.iri)


def _by_side(faces: Sequence[Face]) -> Mapping[Iri | None, list[Face]]:
    found: defaultdict[Iri | None, list[Face]] = defaultdict(list)
    for face in faces:
        found[face.side].append(face)
    return found


def _plausible(bones: Mapping[Iri, _Bones], one: Face, other: Face) -> bool:
    """Whether two words of a name have nearly the consonants of two words of another."""
    across = not scripts(one.names) & scripts(other.names)
    return any(near_consonants(a, b, across=across) for a, b in product(bones[one.iri], bones[other.iri]))
