"""Held or only planned: what the words around a trigger say of the event."""

from datetime import date

from kg.extract.acting import subject_before
from kg.extract.denial import is_denied
from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.model import EventType, Kind, Status

_BEFORE, _AFTER, _FAR, _WISHED = 6, 5, 12, 3
# A verb of the future with its prefix has so many letters at least.
_SHORTEST = 5


def status_of(draft: Draft, published: date | None) -> Status:
    """The status that the trigger's tense, its neighbours and its date tell."""
    line, hit = draft.scene.line, draft.hit
    behind = (hit.last, draft.scene.reach(hit))
    governed = (_governed(draft), hit.first)
    if line.has_marker("status.cancelled", *governed) or line.has_marker("status.cancelled_after", *behind):
        return Status.CANCELLED
    if line.has_marker("status.postponed", *governed) or line.has_marker("status.postponed_after", *behind):
        return Status.POSTPONED
    if is_denied(draft):
        return Status.DENIED
    if line.has_marker("status.held", *governed):
        return Status.HELD
    if _is_planned(draft):
        return Status.PLANNED
    if hit.entry.cls is Cls.VERB and hit.entry.tense == "past":
        return Status.HELD
    return Status.PLANNED if _lies_ahead(draft, published) else Status.HELD


def _is_planned(draft: Draft) -> bool:
    line, hit = draft.scene.line, draft.hit
    if hit.entry.tense == "future" or (draft.light is not None and draft.light.entry.tense == "future"):
        return True
    clause = draft.scene.clause(hit.first)
    if line.grammar.subject_first and _is_infinitive_of_subject(draft):
        return True
    if line.grammar.verb_last:
        if hit.entry.cls is Cls.VERB and line.has_marker("status.becomes", hit.last, clause.last):
            return True
        told = draft.light is not None and draft.light.entry.tense == "past"
        wished = line.has_marker("status.wished", max(clause.first, hit.first - _WISHED), hit.first)
        if hit.entry.cls is Cls.NOUN and line.has_marker("status.wished", hit.first - 1, hit.first):
            return True
        return not told and (wished or _present(draft) or line.has_marker("status.planned", clause.first, clause.last))
    if line.grammar.scheduled and _is_scheduled(draft):
        return True
    first, last = _free_words_before(draft, clause.first), min(clause.last, hit.last + _AFTER)
    ahead = line.has_marker("status.planned_before", first, hit.first)
    told = ahead or line.has_marker("status.planned", first, last)
    return told or _future_verb(draft, first, hit.first) or _future_behind(draft)


def _is_infinitive_of_subject(draft: Draft) -> bool:
    """ "Minister to visit the capital": an infinitive right behind whoever acts tells what will be."""
    scene, first = draft.scene, draft.hit.first
    first -= scene.line.norm(first - 1) in scene.line.grammar.infinitive
    if scene.line.norm(first) not in scene.line.grammar.infinitive:
        return False
    return any(p.figure.last == first and p.figure.kind in (Kind.PERSON, Kind.DELEGATION) for p in scene.parties)


def _is_scheduled(draft: Draft) -> bool:
    """Below the headline, what the present tells of a meeting lies ahead; so does one that somebody came for, and a visit "which he will make"."""
    line, hit, verb = draft.scene.line, draft.hit, draft.light or draft.hit
    behind = (line.at(word, Cls.LIGHT) for word in range(hit.last, hit.last + _AFTER))
    if any(light is not None and light.entry.tense == "future" for light in behind):
        return True
    if draft.type is EventType.VISIT or line.sentence.paragraph < 0 or draft.scene.clause(hit.first).relative:
        return False
    meant = hit.entry.frame is not None and hit.entry.frame.object == "partner"
    if meant and hit.part.preposition in line.grammar.purpose and hit.entry.cls is Cls.NOUN:
        clause = draft.scene.clause(hit.first)
        before = (line.at(word, Cls.VERB) for word in range(clause.first, hit.first))
        return not any(known is not None and known.entry.tense == "past" for known in before)
    opens = subject_before(draft.scene, verb.first, draft.scene.clause(verb.first).first) is None
    return verb.entry.tense == "present" and opens and not draft.refers


def _present(draft: Draft) -> bool:
    """Where the present tells what will be, an event in the present is planned."""
    verb = draft.light or draft.hit
    return draft.scene.line.grammar.ahead_present and verb.entry.tense == "present"


def _lies_ahead(draft: Draft, published: date | None) -> bool:
    told = draft.date
    if told is None or published is None or told.earliest is None or told.conflict:
        return False
    return told.earliest > published


def _free_words_before(draft: Draft, first: int) -> int:
    """Where the words that may turn the trigger begin: so many before it, the mentions of persons not counted."""
    word, left = draft.hit.first, _BEFORE
    while word > first and left:
        word -= 1
        left -= not draft.scene.covered(word)
    return word


def _governed(draft: Draft) -> int:
    """The word from which a verb may govern the trigger: its clause's first, or that behind the last other verb."""
    line, hit = draft.scene.line, draft.hit
    first = draft.scene.clause(hit.first).first
    found = (line.at(word, Cls.VERB, Cls.LIGHT) for word in range(hit.first - 1, first, -1))
    other = (verb.first for verb in found if verb is not None and verb != draft.light)
    return max(next(other, first), hit.first - _FAR, 0)


def _future_behind(draft: Draft) -> bool:
    """Whether the relative clause right behind a noun tells what will be ("the visit that he will make")."""
    hit = draft.hit
    behind = (clause for clause in draft.scene.clauses if clause.relative and 0 <= clause.first - hit.last <= 1)
    clause = next(behind, None) if hit.entry.cls is Cls.NOUN else None
    return clause is not None and _future_verb(draft, clause.first, min(clause.last, clause.first + _AFTER))


def _future_verb(draft: Draft, first: int, last: int) -> bool:
    line = draft.scene.line
    hits = (line.at(word, Cls.LIGHT, Cls.VERB, Cls.SPEECH) for word in range(first, last))
    if any(hit is not None and hit.entry.tense == "future" for hit in hits):
        return True
    return bool(line.grammar.future) and any(_is_unknown_future(draft, word) for word in range(first, last))


def _is_unknown_future(draft: Draft, word: int) -> bool:
    """Whether a word in no list begins as verbs of the future do; a short one may be anything."""
    scene, norm = draft.scene, draft.scene.line.norm(word)
    unknown = not scene.line.hits[word] and not scene.covered(word) and not scene.cast.names.ordinary(norm)
    return unknown and len(norm) >= _SHORTEST and norm.startswith(scene.line.grammar.future)
