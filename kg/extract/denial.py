"""Whether somebody says of an occasion that it did not take place."""

from kg.extract.drafts import Draft
from kg.extract.line import Hit

_FAR = 12


def is_denied(draft: Draft) -> bool:
    """Whether a denial governs a trigger: before it, or where verbs stand last behind it."""
    line, hit = draft.scene.line, draft.hit
    before = (mark for mark in line.marks.get("status.denied", ()) if mark.first < hit.first)
    if any(mark.last > hit.first or _governs(draft, mark) for mark in before):
        return True
    return line.has_marker("status.denied_after", hit.last, _reach(draft)) and not _is_occasion_of_speech(draft)


def _governs(draft: Draft, denial: Hit) -> bool:
    """Whether a denial reaches the trigger: "denied that A met B", but not "denied the charge and met B"."""
    scene, hit = draft.scene, draft.hit
    if hit.part.conjunction:
        return False
    free = [word for word in range(denial.last, hit.first) if not scene.covered(word)]
    if len(free) > _FAR or any(scene.line.norm(word) in scene.line.grammar.that for word in free):
        return len(free) <= _FAR
    return not any(_joins_clauses(draft, word) for word in free)


def _joins_clauses(draft: Draft, word: int) -> bool:
    """Whether "and" or a comma at a word begins something else: not one between two persons, or beside a date."""
    scene, line = draft.scene, draft.scene.line
    if line.norm(word) not in line.grammar.joiners or scene.dated(word - 1) or scene.dated(word + 1):
        return False
    return not (scene.covered(word - 1) and scene.covered(word + 1))


def _is_occasion_of_speech(draft: Draft) -> bool:
    """Whether what is denied was only said at the occasion: "at the meeting he denied the reports"."""
    first = draft.hit.first
    return any(mark.last == first for mark in draft.scene.line.marks.get("place.venue", ()))


def _reach(draft: Draft) -> int:
    """Where a denial that stands last may stand: in the clause or, being a verb of saying, at the head of the next."""
    return max(draft.scene.reach(draft.hit), draft.scene.clause(draft.hit.first).last + 1)
