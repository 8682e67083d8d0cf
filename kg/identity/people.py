"""Decides which faces are one person: by the whole name across scripts, the side and the offices, never by a surname alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations, product

from kg.identity.faces import Face
from kg.identity.nearness import near_consonants
from kg.identity.offices import clash
from kg.identity.records import Likeness, Pair
from kg.model import Iri
from kg.resolve.similarity import similarity
from kg.resolve.skeletons import skeleton

SURE = 0.85
UNSURE = 0.5
_CROWD = 400

Similar = Callable[[str, str], float]


def name_likeness(one: str, other: str) -> float:
    """How sure it is that two personal names in whatever scripts are one name, 0 to 1; a surname alone is never enough."""
    match = similarity(one, other)
    return 0.0 if match.partial else match.score


def likeness(one: Face, other: Face, similar: Similar = name_likeness) -> Likeness:
    """How sure it is that two faces are one person.

    The names alone never suffice: the sides must be told and equal, and no two offices may be held at one time.
    """
    score = max((similar(a, b) for a in one.names for b in other.names), default=0.0)
    if score < UNSURE:
        return Likeness(0.0, ("the names differ",))
    reasons = [f"the names are alike ({score:.2f})"]
    if one.side and other.side and one.side != other.side:
        return Likeness(0.0, (*reasons, "they speak for different sides"), veto=True)
    if not (one.side and other.side):
        return Likeness(score * 0.7, (*reasons, "for whom one of them speaks is not told"))
    reasons.append("both speak for the same side")
    why = clash(one.offices, other.offices)
    if why:
        return Likeness(score * 0.7, (*reasons, why))
    return Likeness(score, tuple(reasons))


def apart(one: Face, other: Face) -> bool:
    """Whether two faces can't be one person, whoever else is the same as both: other sides, or other offices at one time."""
    if one.side and other.side and one.side != other.side:
        return True
    return clash(one.offices, other.offices) is not None


def pairs(faces: Sequence[Face], similar: Similar = name_likeness) -> tuple[Pair, ...]:
    """The pairs of faces that may be one person, with what speaks for it; those that surely aren't are left out."""
    found = {}
    for one, other in _near(faces):
        first, second = sorted((one, other), key=lambda face: face.iri)
        if (first.iri, second.iri) not in found:
            found[first.iri, second.iri] = Pair(first.iri, second.iri, likeness(first, second, similar))
    return tuple(pair for pair in found.values() if pair.likeness.score >= UNSURE)


def _near(faces: Sequence[Face]) -> Iterator[tuple[Face, Face]]:
    """Pairs of faces that may be of one side and share the consonants of a word, and nearly those of another.

    A word that a crowd bears on one side tells nothing. Comparing letters takes milliseconds, so consonants are asked first.
    """
    blocks: defaultdict[str, defaultdict[Iri | None, list[Face]]] = defaultdict(lambda: defaultdict(list))
    bones = {face.iri: tuple(sorted({skeleton(name) for name in face.names})) for face in faces}
    for face in faces:
        for key in {word for bone in bones[face.iri] for word in bone.split() if len(word) > 1}:
            blocks[key][face.side].append(face)
    for sides in blocks.values():
        for side, block in sides.items():
            others = sides.get(None, []) if side is not None else []
            if len(block) + len(others) <= _CROWD:
                couples = chain(combinations(block, 2), product(block, others))
                yield from (pair for pair in couples if _plausible(*(bones[face.iri] for face in pair)))


def _plausible(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two words of a name have nearly the consonants of two words of another."""
    return any(near_consonants(one, other) for one, other in product(some, others))
