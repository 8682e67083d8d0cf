"""Decides which faces are one person: by the whole name across scripts, the side and the offices, never by a surname alone."""

from collections.abc import Callable, Iterator, Sequence

from kg.identity.faces import Face
from kg.identity.namesakes import namesakes
from kg.identity.nearness import scripts
from kg.identity.offices import clash
from kg.identity.records import Likeness, Pair
from kg.resolve.similarity import similarity
from kg.resolve.spelling import script

SURE = 0.85
UNSURE = 0.5

Similar = Callable[[str, str], float]


def name_likeness(one: str, other: str) -> float:
    """How sure it is that two personal names in whatever scripts are one name, 0 to 1; a surname alone is never enough."""
    match = similarity(one, other)
    return 0.0 if match.partial else match.score


def likeness(one: Face, other: Face, similar: Similar = name_likeness) -> Likeness:
    """How sure it is that two faces are one person.

    The names alone never suffice: the sides must be told and equal, and no two offices may be held at one time.
    """
    score = max((similar(a, b) for a, b in _to_compare(one.names, other.names)), default=0.0)
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
    weighed = (Pair(one.iri, other.iri, likeness(one, other, similar)) for one, other in namesakes(faces))
    return tuple(pair for pair in weighed if pair.likeness.score >= UNSURE)


def _to_compare(some: tuple[str, ...], others: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Names of two people to compare: those of the scripts in which both were written if there are any, else all with all.

    How two names are spelled in one script says more than how either may be read in another.
    """
    shared = scripts(some) & scripts(others)
    return ((a, b) for a in some for b in others if not shared or script(a) == script(b) in shared)
