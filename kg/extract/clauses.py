"""Clauses of a sentence: where one ends for the purpose of collecting what belongs to a verb or a noun."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.entries import Cls
from kg.extract.line import Hit, Line

_WHOLE = ("status.planned", "status.supposed", "salience.background")


@dataclass(frozen=True, slots=True)
class Clause:
    """Words ``[first, last)``; ``relative`` where it hangs on the noun before it ("who visited ...")."""

    first: int
    last: int
    relative: bool = False


def clauses(line: Line, speech: list[Hit], covered: frozenset[int]) -> list[Clause]:
    """Cut a sentence at verbs of saying, at conjunctions that open a clause, at verbs joined by "and", and at relatives.

    Words that are ``covered`` by the mention of somebody cut nothing: a name may look like "and" with a verb.
    """
    cuts = _behind_verbs(line, covered) if line.grammar.verb_last else {hit.first: False for hit in speech}
    relatives = line.marked("clause.relative") - covered - {0}
    for word in relatives:
        cuts[word] = word not in cuts
    for word in (line.marked("clause.boundary") | _joined_verbs(line) | _headlines(line)) - relatives - covered - {0}:
        cuts.setdefault(word, False)
    starts = sorted({0, *cuts})
    ends = [*starts[1:], len(line.norms)]
    return [
        Clause(first, last, cuts.get(first, False)) for first, last in zip(starts, ends, strict=True) if last > first
    ]


def _behind_verbs(line: Line, covered: frozenset[int]) -> dict[int, bool]:
    """Where verbs stand last a clause ends behind its verb; "is" may be part of a longer marker ("it is planned")."""
    marked = {word for key in _WHOLE for hit in line.marks.get(key, ()) for word in range(hit.first, hit.last)}
    marked |= line.inside_nouns()
    cuts: dict[int, bool] = {}
    for hit in line.marks.get("clause.close", ()):
        if not covered & {hit.first} and hit.first not in marked and hit.last < len(line.norms):
            cuts[hit.last] = False
    return cuts


def _headlines(line: Line) -> set[int]:
    """Where the headlines of a list begin ("A's visit to P, talks of B and C and a call of D are the day's main news")."""
    if not line.marks.get("clause.headlines"):
        return set()
    commas = {word + 1 for word, norm in enumerate(line.norms) if norm in line.grammar.commas}
    nouns = {hit.first for hit in line.all(Cls.NOUN) if line.norm(hit.first - 1) in line.grammar.joiners}
    return commas | nouns


def _joined_verbs(line: Line) -> set[int]:
    """Verbs that "and" is written together with."""
    return {hit.first for hit in line.all(Cls.VERB, Cls.LIGHT) if hit.part.conjunction}


def clause_of(found: Sequence[Clause], word: int) -> Clause:
    """The clause that holds a word."""
    return next(clause for clause in reversed(found) if clause.first <= word)


def clause_before(found: Sequence[Clause], clause: Clause) -> Clause:
    """The clause before one, or itself if it is the first."""
    return found[max(found.index(clause) - 1, 0)]
