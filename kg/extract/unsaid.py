"""Who takes part in what a noun tells though only a pronoun names them, or nothing."""

from kg.extract.acting import subject_of
from kg.extract.carriers import ITSELF
from kg.extract.coordination import group_beside, whole_group
from kg.extract.drafts import Draft
from kg.extract.entries import Frame
from kg.extract.gatherings import meets_alone
from kg.extract.implied import spoken_of_last
from kg.extract.inheriting import inherit
from kg.extract.line import Hit
from kg.extract.scene import Scene
from kg.model import EventType, Function, Kind

_NEAR_ADDRESSEE, _NEAR = 3, 3


def add_pronouns(draft: Draft, frame: Frame, *, owned: bool, one_side: bool) -> None:
    """Those whom only a pronoun names, or nothing: "his meeting with B", "during a meeting with B", "A and B ... during the summit"."""
    scene, hit = draft.scene, draft.hit
    definite = scene.definite(hit)
    if not draft.roles and ((definite and not scene.line.grammar.subject_first) or scene.behind_preposition(hit)):
        subject = subject_of(scene, hit.first) or group_beside(scene, hit)
        group = whole_group(scene, subject) if subject is not None else []
        several = len(group) > 1 or (subject is not None and subject.figure.plural)
        draft.add(group if several and frame.type is not EventType.VISIT else [], frame.subject)
    if draft.roles and scene.line.grammar.inverted and meets_alone(draft):
        return
    aside = (Function.MEDIATOR, Function.HOST) if frame.type is EventType.VISIT else (Function.MEDIATOR,)
    acting = _acting(draft, aside)
    paired = any(role.character.pair for role in draft.roles)
    lonely = (not paired and acting == (0 if frame.type is EventType.VISIT else 1)) or _is_unsigned(draft)
    lonely = lonely or (scene.line.grammar.inverted and not owned and _all_with(draft, frame))
    carried = draft.light is not None and draft.light.entry.key in ("verbs", ITSELF)
    free = carried or (
        draft.light is None
        and (not definite or (one_side and subject_of(scene, hit.first) is not None) or _is_spoken_at(draft, frame))
    )
    if hit.entry.owner and draft.light is not None and draft.roles and frame.type is EventType.VISIT:
        return
    if _is_of_body(draft):
        return
    topic = not draft.roles and not frame.place and _is_topic(scene, hit)
    if _is_told_between(draft, frame) or _is_of_others(scene, hit) or topic:
        return
    if hit.entry.owner or (free and (one_side or (lonely and not owned))):
        inherit(draft, frame.subject, front=True)
    if not draft.roles and frame.type is EventType.VISIT and scene.pronoun(scene.clause(hit.first).first, hit.first):
        draft.add(spoken_of_last(scene), frame.subject)


def _is_spoken_at(draft: Draft, frame: Frame) -> bool:
    """ "During the meeting with B, A said": whoever speaks there met whom a preposition brings in."""
    scene, hit = draft.scene, draft.hit
    brought = any(scene.line.preposition(word) is not None for word in range(max(hit.first - _NEAR, 0), hit.first))
    told = scene.line.grammar.fronted and brought and _all_with(draft, frame) and not frame.place
    return told and any(verb.first > hit.last for verb in scene.speech)


def _is_of_others(scene: Scene, hit: Hit) -> bool:
    """ "The meeting of the board": a plain noun with the article right behind a noun without one owns it, whoever that is."""
    grammar, line = scene.line.grammar, scene.line
    if not grammar.definite or hit.part.definite or hit.entry.owner or hit.last - hit.first > 1:
        return False
    return grammar.is_definite(line.norm(hit.last)) and scene.plain(hit.last)


def _is_of_body(draft: Draft) -> bool:
    """ "The UN talks": an occasion told by the body right before its noun, with no verb that carries it, is not of whoever was told last."""
    bodies = all(role.character.kind is Kind.ORGANIZATION and not role.character.pair for role in draft.roles)
    return draft.scene.line.grammar.fronted and draft.light is None and bool(draft.roles) and bodies


def _is_topic(scene: Scene, hit: Hit) -> bool:
    """Whether a noun is what was talked about: "a call on the Oslo meeting"."""
    openers = scene.line.marks.get("topic.open", ()) if scene.line.grammar.fronted else ()
    return any(0 <= hit.first - mark.last <= _NEAR_ADDRESSEE and scene.line.preposition(mark.first) for mark in openers)


def _acting(draft: Draft, aside: tuple[Function, ...]) -> int:
    """How many act; a delegation and who leads it count as one where only one side is told before its noun's subject."""
    own = [role for role in draft.roles if role.function not in aside]
    sides = {role.character.represents for role in own}
    company = any(role.character.kind is Kind.DELEGATION for role in own) and len(sides) == 1 and None not in sides
    return 1 if company and draft.scene.line.grammar.fronted else len(own)


def _all_with(draft: Draft, frame: Frame) -> bool:
    """Whether one "with" brings in all who are told: somebody else met them ("during talks with A, B and C")."""
    links = [role.party.figure.link for role in draft.roles if role.party is not None]
    return bool(links) and links[0] in frame.with_ and all(link == "" or link in frame.with_ for link in links)


def _is_told_between(draft: Draft, frame: Frame) -> bool:
    """ "Talks between the government and rebels": a preposition that brings in all sides leaves none to a pronoun."""
    grammar = draft.scene.line.grammar
    links = {role.party.figure.link for role in draft.roles if role.party is not None}
    return grammar.subject_first and bool(links & (frame.between - grammar.of))


def _is_unsigned(draft: Draft) -> bool:
    """A letter that is told only by those who get it."""
    letter = draft.type is EventType.CORRESPONDENCE
    return letter and len(draft.roles) > 1 and all(role.function is Function.RECIPIENT for role in draft.roles)
