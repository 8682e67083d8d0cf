"""Decides which faces are one person: by the whole name across scripts, the side and the offices, never by a surname alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from kg.identity.faces import Face
from kg.identity.offices import clash
from kg.identity.records import Likeness, Pair
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


def pairs(faces: Iterable[Face], similar: Similar = name_likeness) -> tuple[Pair, ...]:
    """The pairs of faces that may be one person, with what speaks for it; those that surely aren't are left out."""
    found = {}
    for one, other in _near(faces):
        first, second = sorted((one, other), key=lambda face: face.iri)
        if (first.iri, second.iri) not in found:
            found[first.iri, second.iri] = Pair(first.iri, second.iri, likeness(first, second, similar))
    return tuple(pair for pair in found.values() if pair.likeness.score >= UNSURE)


def _near(faces: Iterable[Face]) -> Iterator[tuple[Face, Face]]:
    """Pairs of faces that share the consonants of a word; a word that a crowd bears tells nothing."""
    blocks: defaultdict[str, list[Face]] = defaultdict(list)
    for face in faces:
        for key in {word for name in face.names for word in skeleton(name).split() if len(word) > 1}:
            blocks[key].append(face)
    for block in blocks.values():
        if len(block) <= _CROWD:
            yield from combinations(block, 2)
