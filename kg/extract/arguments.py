"""All that a sentence tells of events: each trigger read by the rules for verbs or for nouns, and attendance lists."""

from kg.extract import svo
from kg.extract.attendance import attendance
from kg.extract.company import speak_for_leader
from kg.extract.drafts import Draft
from kg.extract.entries import GERUND, Cls, Frame
from kg.extract.formless import is_series
from kg.extract.hearers import mark_guests, told_to_guests
from kg.extract.line import Hit, Line
from kg.extract.nouns import read_noun
from kg.extract.scene import Scene
from kg.extract.together import hosted
from kg.extract.verbs import described_visitor, read_verb
from kg.model import EventType

_SUPPOSED, _BESIDE = 5, 2


def read_drafts(scene: Scene) -> list[Draft]:
    """All tellings of events in a sentence, in the order of their triggers."""
    drafts: list[Draft] = []
    last = 0
    for hit in (svo.noun_instead(scene, found) for found in scene.line.all(Cls.VERB, Cls.NOUN)):
        frame = hit.entry.frame
        described = described_visitor(scene, hit)
        if described is not None:
            drafts.append(described)
        if hit.first < last or frame is None or scene.covered(hit.first) or _something_else(scene, hit, frame):
            continue
        draft = _read(scene, hit, frame)
        last = hit.last
        if draft is not None:
            speak_for_leader(draft)
            drafts.append(draft)
    drafts += told_to_guests(scene)
    for draft in drafts if scene.line.grammar.fronted else ():
        mark_guests(draft)
    return drafts + list(attendance(scene, drafts))


def _read(scene: Scene, hit: Hit, frame: Frame) -> Draft | None:
    """What a trigger tells by the rules of its kind."""
    if frame.hosts:
        return hosted(scene, hit, frame)
    return read_verb(scene, hit, frame) if hit.entry.cls is Cls.VERB else read_noun(scene, hit, frame)


def _something_else(scene: Scene, hit: Hit, frame: Frame) -> bool:
    """A press meeting, a match; or an occasion that is only wished for or supposed."""
    line = scene.line
    if any(line.marker(word, "attendance.open") is not None for word in (hit.first - 1, hit.first - 2)):
        return True
    before = line.at(hit.first - 1, Cls.VERB)
    if (
        hit.part.definite
        and before is not None
        and before.entry.frame is not None
        and before.entry.frame.object == "topic"
    ):
        return True
    if (
        is_series(line, hit, frame)
        or _is_beside(scene, hit, frame)
        or _is_hoped_for(scene, hit, frame)
        or (hit.entry.cls is Cls.VERB and _behind_preposition(line, hit))
    ):
        return True
    if frame.type is EventType.CALL and line.marker(hit.first - 1, "refer.medium") is not None:
        return True
    behind = {stem for word in (hit.last, hit.last + 1) for stem in line.grammar.bare(line.norm(word))}
    if behind & frame.unless or " ".join((line.norm(hit.last), line.norm(hit.last + 1))) in frame.unless:
        return True
    if line.has_marker("status.negated", hit.last, scene.clause(hit.first).last):
        return True
    if line.has_marker("status.without", max(scene.clause(hit.first).first, hit.first - _BESIDE), hit.first):
        return True
    if line.grammar.verb_last:
        return _is_marked(scene, scene.clause(hit.first).first, hit.first)
    return _is_marked(scene, _words_before(scene, hit), hit.first)


def _is_beside(scene: Scene, hit: Hit, frame: Frame) -> bool:
    """Whether a noun only says beside what something took place; where verbs stand last only a gathering does."""
    besides = hit.entry.cls is Cls.NOUN and (not scene.line.grammar.verb_last or frame.gathering)
    return besides and scene.told_beside(hit)


def _is_hoped_for(scene: Scene, hit: Hit, frame: Frame) -> bool:
    """ "A ground for talks with X": with nothing told before that leads to them, talks brought in by "for" only may come."""
    line = scene.line
    bare = next(
        (w for w in range(hit.first - 1, max(hit.first - 3, -1), -1) if line.norm(w) in line.grammar.hoped), None
    )
    if bare is None or frame.place or hit.entry.cls is not Cls.NOUN:
        return False
    told = any(verb.first < bare for verb in line.all(Cls.VERB, Cls.NOUN, Cls.LIGHT))
    return not told and not line.has_marker("status.planned", 0, bare)


def _is_marked(scene: Scene, first: int, last: int) -> bool:
    """Whether a word of wish or doubt stands among some words; the month in a date is none, nor a name ("in May", "Ms May")."""
    marks = scene.line.marks.get("status.supposed", ())
    if scene.line.grammar.verb_last and scene.line.has_marker("status.mentioned", last, scene.clause(first).last):
        return False
    named = [party.figure.name for party in scene.parties if party.figure.name is not None]
    free = (mark for mark in marks if not any(name[0] <= mark.first < name[1] for name in named))
    return any(first <= mark.first < last and not scene.dated(mark.first) for mark in free)


def _words_before(scene: Scene, hit: Hit) -> int:
    """The word from which a marker may say that an occasion is only supposed: so many before it, mentions of persons not counted."""
    word, left, first = hit.first, _SUPPOSED, scene.clause(hit.first).first
    while word > first and left:
        word -= 1
        left -= not (scene.line.grammar.subject_first and scene.covered(word))
    return word


def _is_named_thing(line: Line, hit: Hit) -> bool:
    """Whether what looks like a verb in the present is a noun: behind an article ("a host of"), or with a capital letter in a text."""
    if hit.entry.tense != "present":
        return False
    inside = hit.first > 0 and line.sentence.paragraph >= 0
    capital = inside and line.text[line.tokens[hit.first].start].isupper() and line.norm(hit.first - 1)[:1].isalnum()
    return capital or line.norm(hit.first - 1) in line.grammar.articles | line.grammar.indefinite


def _behind_preposition(line: Line, hit: Hit) -> bool:
    """A word behind a preposition is a noun, however much it looks like a verb."""
    before, frame = line.preposition(hit.first - 1), hit.entry.frame
    if hit.entry.tense == GERUND:
        return False
    if line.grammar.fronted and hit.last - hit.first == 1 and _is_named_thing(line, hit):
        return True
    if line.norm(hit.first - 1) in line.grammar.infinitive and frame is not None and frame.object != "topic":
        return False
    return before is not None and before.part.cost == 0
