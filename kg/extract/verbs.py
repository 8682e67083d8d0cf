"""Who takes part in what a verb tells: "A met B", "A discussed T with B", "A visited P"."""

from kg.extract import sov, svo, vso
from kg.extract.acting import may_act
from kg.extract.clauses import Clause
from kg.extract.company import add_company, add_hosts, add_mediators
from kg.extract.coordination import coordinated, whole_group
from kg.extract.drafts import DESCRIBED, Draft
from kg.extract.entries import Cls, Frame
from kg.extract.implied import spoken_of_last
from kg.extract.inheriting import inherit
from kg.extract.line import Hit
from kg.extract.linking import add_linked, by_phone, subject_ahead
from kg.extract.scene import Party, Scene
from kg.model import EventType, Function, Kind

_NEAR_RELATIVE = 4


def read_verb(scene: Scene, hit: Hit, frame: Frame) -> Draft | None:
    """What a verb tells, or None where it tells no event (to discuss a thing with nobody is none)."""
    clause = scene.clause(hit.first)
    if scene.line.at(hit.first - 1, Cls.LIGHT) is not None and frame.object == "topic":
        return None
    draft = Draft(_type(scene, hit, frame), scene, hit, "verb")
    back = _points_back(scene, hit)
    subject, objects = (None, []) if back else _sides(scene, hit, frame, clause)
    draft.add(whole_group(scene, subject) if subject is not None else [], frame.subject)
    if frame.object == "partner" and objects and not hit.entry.owner:
        draft.add(coordinated(scene, objects[0]), frame.partner)
    free_order = scene.line.grammar.verb_last or scene.line.grammar.inverted
    first = clause.first if free_order else hit.last
    add_linked(draft, frame.with_, first, clause.last, frame.partner)
    told = svo.group_ahead(scene, hit) if back and draft.roles else []
    draft.add(told, frame.subject)
    back = back and not told
    _add_pronoun_behind(draft, frame, clause)
    received = scene.line.grammar.inverted and frame.object == "partner" and subject is None and draft.roles
    if received and not back and scene.pronoun(clause.first, hit.first):
        draft.add(spoken_of_last(scene), frame.subject)
    if frame.type is EventType.VISIT and frame.subject is Function.SENDER:
        _speak_for_sender(draft)
    add_mediators(draft, clause.last)
    add_company(draft, clause.last)
    if frame.type is EventType.VISIT:
        add_hosts(draft, clause.last)
        draft.add([p for p in objects[:1] if frame.object == "place" and p.figure.kind is Kind.PERSON], Function.HOST)
    draft.refers = back
    if not frame.alone and not draft.refers and not _has_partner(scene, draft, frame, clause, hit):
        return None
    if hit.entry.owner and draft.roles:
        inherit(draft, frame.partner)
    elif subject is None and not draft.roles and scene.pronoun(clause.first, hit.first):
        draft.add(spoken_of_last(scene), frame.subject)
    elif subject is None and not draft.refers and (_goes_somewhere(draft) if frame.place else bool(draft.roles)):
        inherit(draft, frame.subject, front=True)
    return draft


def _goes_somewhere(draft: Draft) -> bool:
    """ "Had visited Tunis": where verbs come first and nobody is named, a place right behind a verb of travel tells that somebody went."""
    line, word = draft.scene.line, draft.hit.last
    if line.grammar.order != "VSO" or draft.roles or (draft.hit.first and draft.scene.plain(draft.hit.first - 1)):
        return False
    word += line.preposition(word) is not None
    return line.at(word, Cls.CITY, Cls.STATE) is not None


def _speak_for_sender(draft: Draft) -> None:
    """Whoever is sent somewhere speaks for those who send, where nothing else is told."""
    sender = next((role.character for role in draft.roles if role.function is Function.SENDER), None)
    for role in draft.roles:
        if sender is not None and role.character.represents is None:
            role.character.take_side(sender)


def _add_pronoun_behind(draft: Draft, frame: Frame, clause: Clause) -> None:
    """ "Talked with him": with the person told last."""
    scene = draft.scene
    if frame.with_ and scene.line.has_marker("refer.with_him", draft.hit.last, clause.last) and len(draft.roles) <= 1:
        told = [party for party in scene.within(0, draft.hit.first) if party.character.kind is Kind.PERSON]
        told = [party for party in told if party.character not in draft.characters()]
        draft.add(told[-1:] or spoken_of_last(scene), frame.partner)


def _type(scene: Scene, hit: Hit, frame: Frame) -> EventType:
    """What is discussed by phone is a call."""
    spoken = frame.object == "topic" and not scene.line.grammar.verb_last and by_phone(scene, hit)
    return EventType.CALL if spoken else frame.type


def described_visitor(scene: Scene, hit: Hit) -> Draft | None:
    """The visit that a verb inside the mention of somebody tells: "the visiting Kenyan minister"."""
    frame = hit.entry.frame
    if frame is None or hit.entry.cls is not Cls.VERB or frame.type is not EventType.VISIT:
        return None
    party = next((p for p in scene.parties if p.figure.first <= hit.first < p.figure.last), None)
    office = party.figure.office if party is not None else None
    group = party is not None and party.figure.kind is Kind.DELEGATION and scene.line.grammar.fronted
    if party is None or not (group or (office is not None and office.first <= hit.first < office.last)):
        return None
    draft = Draft(frame.type, scene, hit, DESCRIBED)
    draft.add([party], frame.subject)
    return draft


def _sides(scene: Scene, hit: Hit, frame: Frame, clause: Clause) -> tuple[Party | None, list[Party]]:
    """The subject and what may be the object; a single party right behind "met" is the object of an unnamed subject."""
    if scene.line.grammar.verb_last:
        objects = [p for p in scene.within(clause.first, hit.first) if scene.marked_object(p)]
        return sov.actor_ahead(scene, hit.first, clause), [whole_group(scene, p)[0] for p in objects]
    last = _before_company(scene, hit, clause)
    leads = vso.leaders(scene, hit, clause)
    last = clause.last if leads else last
    inside = [p for p in scene.within(hit.last, last) if not (p.figure.link or p.figure.joined or p in leads)]
    free = [party for party in inside if _acts(party, frame) and not vso.is_apart(scene, hit, frame, party)]
    if frame.partner is Function.VISITOR:
        free = [party for party in free if party.figure.kind is not Kind.COUNTRY]
    behind = free[0] if free and _adjacent(scene, hit.last, free[0]) else None
    ahead = subject_ahead(scene, hit, clause)
    if (
        clause.relative
        and hit.first - clause.first <= _NEAR_RELATIVE
        and ahead is not None
        and frame.type is EventType.VISIT
    ):
        return ahead, []
    if scene.line.grammar.subject_first:
        inverted = ahead is None and scene.line.grammar.inverted and behind is not None and may_act(scene, behind)
        subject = behind if inverted else ahead
        objects = [
            p for p in free if p is not subject and (svo.is_object(scene, hit, p) or svo.is_accusative(scene, p))
        ]
        return subject, objects or (svo.object_ahead(scene, hit, clause) if inverted else [])
    told = vso.sides(scene, hit, frame, clause, ahead, free)
    if told is not None:
        return told
    subject, objects = _split(frame, hit.first, behind, ahead, free)
    linked = any(p.figure.link in frame.with_ for p in scene.within(hit.last, clause.last))
    if frame.object != "partner" or subject is None or subject is not behind or objects or linked or hit.entry.owner:
        return subject, objects
    alone = len(coordinated(scene, subject)) == 1 and subject.figure.kind in (Kind.PERSON, Kind.DELEGATION)
    return (None, [subject]) if alone else (subject, objects)


def _before_company(scene: Scene, hit: Hit, clause: Clause) -> int:
    """Where those whom somebody brings along begin, or the clause ends: they are no objects of a verb before them."""
    company = scene.line.marks.get("refer.company", ())
    return next((mark.first for mark in company if hit.last <= mark.first < clause.last), clause.last)


def _points_back(scene: Scene, hit: Hit) -> bool:
    if scene.line.grammar.subject_first:
        return svo.both(scene, hit, officials=True)
    near = (word for word in range(hit.last, hit.last + 3) if not scene.covered(word))
    return any(scene.line.marker(word, "refer.both") is not None for word in near) or _the_meeting(scene, hit)


def _the_meeting(scene: Scene, hit: Hit) -> bool:
    """ "The meeting dealt with": a definite noun for an event is the subject."""
    noun = scene.line.at(hit.last, Cls.NOUN)
    return noun is not None and scene.definite(noun)


def _split(
    frame: Frame, verb: int, behind: Party | None, ahead: Party | None, free: list[Party]
) -> tuple[Party | None, list[Party]]:
    """Subject and objects: the party right behind the verb is its subject unless the subject stands before the verb."""
    if behind is None or (ahead is not None and ahead.figure.last == verb):
        return ahead, free
    if frame.object == "partner" and len(free) == 1 and ahead is not None:
        return ahead, free
    return behind, free[1:]


def _acts(party: Party, frame: Frame) -> bool:
    if frame.object == "place" or frame.place:
        return party.figure.kind in (Kind.PERSON, Kind.DELEGATION)
    return party.figure.kind in (Kind.PERSON, Kind.DELEGATION, Kind.ORGANIZATION, Kind.COUNTRY)


def _adjacent(scene: Scene, word: int, party: Party) -> bool:
    """Only adverbs, dates and places may stand between a verb and the subject behind it."""
    gap = [w for w in range(word, party.figure.first) if scene.line.norm(w)[:1].isalpha()]
    met = any(noun.last == party.figure.first and noun.part.preposition for noun in scene.line.all(Cls.NOUN))
    return len(gap) <= 5 and scene.line.at(word, Cls.NOUN) is None and not met


def _has_partner(scene: Scene, draft: Draft, frame: Frame, clause: Clause, hit: Hit) -> bool:
    """To discuss is to meet only with somebody: by a preposition, or as two subjects of a verb in the dual or plural."""
    first = clause.first if scene.line.grammar.verb_last else hit.last
    linked = any(p.figure.link in frame.with_ for p in scene.within(first, clause.last))
    told_before = any(role.party is not None and role.party.figure.last <= hit.first for role in draft.roles)
    persons = any(role.character.kind is not Kind.COUNTRY for role in draft.roles)
    return linked or (len(draft.roles) >= 2 and (persons or told_before))
