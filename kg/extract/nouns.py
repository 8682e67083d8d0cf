"""Who takes part in what a noun tells: "a meeting between A and B", "his visit to P", "held talks with B"."""

from kg.extract import preceding, sov, svo, vso
from kg.extract.attendance import add_attendants
from kg.extract.behind import add_subject_behind, carrier_behind, pair
from kg.extract.carriers import ATTEND, MEDIATE, add_actor, carrier, is_told_behind
from kg.extract.clauses import Clause
from kg.extract.company import add_company, add_hosts, add_mediators
from kg.extract.drafts import ASIDE, Draft
from kg.extract.entries import Cls, Frame
from kg.extract.gatherings import meets_alone
from kg.extract.implied import state_of, summit_body
from kg.extract.letters import add_receiver, name_bringers
from kg.extract.line import Hit
from kg.extract.linking import add_linked, by_phone
from kg.extract.nounowners import owners_of
from kg.extract.otherside import other_side
from kg.extract.processes import commission_parties
from kg.extract.recurring import mark_recurring
from kg.extract.scene import Party, Scene
from kg.extract.speaking import add_hearer, add_speakers, add_writer, is_addressed
from kg.extract.together import invited
from kg.extract.unsaid import add_pronouns
from kg.model import EventType, Function, Kind

_NEAR_PREPOSITION, _NEAR_COMMISSION = 4, 6


def read_noun(scene: Scene, hit: Hit, frame: Frame) -> Draft | None:
    """What a noun tells, or None where it names nobody and points at nothing told before."""
    clause = scene.clause(hit.first)
    light, end = carrier(scene, hit, clause), scene.reach(hit)
    behind = carrier_behind(scene, hit, clause, end)
    if frame.light_only and light is None and behind is None and not is_addressed(scene, hit, frame):
        return None
    draft = Draft(_type(scene, hit, frame, light), scene, hit, "noun" if light is None else "light", light=light)
    owners = preceding.owners(scene, hit) or owners_of(scene, hit, clause) or sov.own(scene, hit, clause)
    if scene.line.grammar.verb_last and scene.definite(hit):
        owners = []
    subject = _function_of_actor(light, frame)
    asked = invited(draft) or vso.invited(draft)
    between = any(_is_between(p, frame) for p in scene.within(hit.last, min(end, hit.last + 3)))
    if (
        light is not None
        and not between
        and not (owners and (frame.type is EventType.VISIT or scene.line.grammar.verb_last))
        and not asked
    ):
        add_actor(draft, light, clause, subject)
    actors = len(draft.roles)
    add_receiver(draft, actors)
    if not _add_owners(draft, frame, owners, end):
        return None
    add_writer(draft, frame)
    draft.add(preceding.adjuncts(scene, hit), Function.PARTICIPANT)
    if not draft.roles and behind is not None:
        add_subject_behind(draft, behind, end)
    _add_ahead(draft, frame, clause)
    if frame.type is EventType.VISIT:
        add_hosts(draft, end)
    told = len(draft.roles)
    add_linked(draft, frame.with_, hit.last, end, Function.PARTICIPANT)
    draft.add(other_side(draft, owners), frame.subject)
    one_side = _is_one_side(draft, frame, owners, told)
    if len(draft.roles) < (1 if frame.place else 2):
        add_linked(draft, _near_links(scene, hit, frame), hit.last, end, frame.subject)
    if light is not None and scene.line.grammar.verb_last:
        sov.add_partners(draft, clause)
    add_linked(draft, frame.from_, hit.last, end, _giver(frame))
    add_linked(draft, frame.to, hit.last, end, frame.partner)
    name_bringers(draft, actors)
    add_company(draft, clause.last)
    add_mediators(draft, end)
    alone = bool(owners or (light is not None and scene.line.grammar.verb_last)) and meets_alone(draft)
    if alone or (scene.line.grammar.verb_last and not sov.may_inherit(draft)):
        return draft if alone else None
    add_speakers(draft)
    add_hearer(draft)
    draft.add(vso.conversed(draft), Function.PARTICIPANT)
    add_attendants(draft)
    draft.add(svo.together(scene, hit) if not draft.roles and not frame.place else [], Function.PARTICIPANT)
    add_pronouns(draft, frame, owned=bool(owners), one_side=one_side)
    _add_body(draft, frame)
    _point_back(draft, clause, light)
    mark_recurring(draft)
    return draft if draft.roles or draft.refers or _took_place(draft) else None


def _add_ahead(draft: Draft, frame: Frame, clause: Clause) -> None:
    """Partners before a noun that a verb at the end of the clause carries."""
    if draft.light is not None and draft.scene.line.grammar.verb_last:
        for links in (frame.with_ | frame.from_ | frame.between, frame.to):
            add_linked(draft, links, clause.first, draft.hit.first, frame.partner)


def _add_body(draft: Draft, frame: Frame) -> None:
    """The body that a summit is called by, where nobody takes part yet but those who come to it."""
    people = all(role.character.kind is Kind.PERSON for role in draft.roles)
    body = summit_body(draft.scene, draft.hit) if frame.type is EventType.SUMMIT and people else None
    draft.add([body] if body is not None else [], Function.PARTICIPANT)


def _add_owners(draft: Draft, frame: Frame, owners: list[Party], end: int) -> bool:
    """Take in whose occasion it is; whether that is enough for a noun that means one of a commission or a body alone."""
    scene, hit = draft.scene, draft.hit
    sides = _commission(scene, hit, end) if frame.gathering else []
    draft.add(sides or owners or pair(scene, hit), frame.subject)
    return not frame.session or bool(sides) or meets_alone(draft)


def _commission(scene: Scene, hit: Hit, end: int) -> list[Party]:
    """The two states whose commission meets ("the session of the Tunisian-Egyptian commission")."""
    found = commission_parties(scene.line, hit.last, min(end, hit.last + _NEAR_COMMISSION))
    return [state_of(scene, state) for state in found]


def _point_back(draft: Draft, clause: Clause, light: Hit | None) -> None:
    """Mark a telling that names nobody and means what was told before."""
    scene, hit = draft.scene, draft.hit
    counted = any(mark.first <= hit.first < mark.last for mark in scene.line.marks.get("refer.another", ()))
    pointing = (
        (counted and scene.line.grammar.fronted)
        or scene.definite(hit)
        or scene.behind_preposition(hit)
        or is_told_behind(draft)
    )
    if not draft.roles and not pointing and _is_told_ahead(scene, hit, clause):
        draft.rule, pointing = ASIDE, True
    attended = is_told_behind(draft) and light is not None and light.entry.key == ATTEND
    hosted = (
        scene.definite(hit) and draft.type is EventType.VISIT and all(r.function is Function.HOST for r in draft.roles)
    )
    draft.refers = attended or ((hosted or not draft.roles) and pointing)


def _is_told_ahead(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """ "Discussed fishing during a meeting in Oslo": what the clause told before is that meeting."""
    line = scene.line
    told = any(clause.first <= verb.first < hit.first and not scene.covered(verb.first) for verb in line.all(Cls.VERB))
    words = range(max(hit.first - _NEAR_PREPOSITION, 0), hit.first)
    return line.grammar.subject_first and told and any(line.preposition(word) is not None for word in words)


def _is_between(party: Party, frame: Frame) -> bool:
    """Whether a party is one of those between whom something took place; not the body whose meeting others attend."""
    return party.figure.link in frame.between and (
        party.figure.kind is not Kind.ORGANIZATION or bool(party.figure.pair)
    )


def _took_place(draft: Draft) -> bool:
    """ "A summit took place": who was there may be told later, where the language has no article to say which summit."""
    return draft.light is not None and draft.scene.line.grammar.no_articles


def _type(scene: Scene, hit: Hit, frame: Frame, light: Hit | None) -> EventType:
    """Talks that are told as a round, or as brokered, are a negotiation round; those by phone are a call."""
    if frame.type is EventType.MEETING and by_phone(scene, hit):
        return EventType.CALL
    words = range(max(0, hit.first - 4), hit.first)
    told = any(scene.line.marker(word, "trigger.round") is not None for word in words)
    formal = told or (light is not None and light.entry.key == MEDIATE)
    return EventType.NEGOTIATION_ROUND if formal and frame.type is EventType.MEETING else frame.type


def _function_of_actor(light: Hit | None, frame: Frame) -> Function:
    """As what whoever acts by a light verb takes part: "received" swaps the sides, "brokered" is said of mediators."""
    if light is not None and light.entry.key == MEDIATE:
        return Function.MEDIATOR
    return frame.partner if light is not None and light.entry.key == "reverse" else frame.subject


def _is_one_side(draft: Draft, frame: Frame, owners: list[Party], told: int) -> bool:
    """Whether only partners are named: those brought in by "with", or the owner of a noun that means to meet ("to a meeting of B")."""
    if draft.scene.line.grammar.order != "VSO" or draft.type is not EventType.MEETING or not draft.roles:
        return False
    return told == 0 or (frame.object == "partner" and len(owners) == len(draft.roles) == 1)


def _near_links(scene: Scene, hit: Hit, frame: Frame) -> frozenset[str]:
    """The prepositions that bring in the sides of an occasion: "of" only where nothing but a few words stand between."""
    of = scene.line.grammar.of if scene.line.grammar.fronted else frozenset[str]()
    near = any(p.figure.link in of for p in scene.within(hit.last, hit.last + _NEAR_PREPOSITION))
    return frame.between if near else frame.between - of


def _giver(frame: Frame) -> Function:
    return frame.subject if frame.type is EventType.CORRESPONDENCE else Function.PARTICIPANT
