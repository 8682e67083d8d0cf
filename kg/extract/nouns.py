"""Who takes part in what a noun tells: "a meeting between A and B", "his visit to P", "held talks with B"."""

from kg.extract import sov, svo, vso
from kg.extract.acting import in_case, subject_of
from kg.extract.attendance import add_attendants
from kg.extract.behind import add_subject_behind, carrier_behind, pair
from kg.extract.carriers import ATTEND, ITSELF, MEDIATE, add_actor, carrier, is_told_behind
from kg.extract.checks import meets_alone
from kg.extract.clauses import Clause
from kg.extract.coordination import coordinated, group_beside, whole_group
from kg.extract.drafts import ASIDE, Draft
from kg.extract.figure import QUOTES
from kg.extract.implied import spoken_of_last, state_of, summit_body
from kg.extract.letters import add_receiver, name_bringers
from kg.extract.lexicon import Cls, Frame
from kg.extract.line import Hit
from kg.extract.linking import add_company, add_hosts, add_linked, add_mediators, by_phone, inherit
from kg.extract.processes import commission_parties
from kg.extract.recurring import mark_recurring
from kg.extract.scene import Party, Scene
from kg.extract.together import invited
from kg.model import EventType, Function, Kind

_NEAR_PREPOSITION, _NEAR_ADDRESSEE, _NEAR_COMMISSION = 4, 3, 6


def read_noun(scene: Scene, hit: Hit, frame: Frame) -> Draft | None:
    """What a noun tells, or None where it names nobody and points at nothing told before."""
    clause = scene.clause(hit.first)
    light, end = carrier(scene, hit, clause), scene.reach(hit)
    behind = carrier_behind(scene, hit, clause, end)
    if frame.light_only and light is None and behind is None and not _is_addressed(scene, hit, frame):
        return None
    draft = Draft(_type(scene, hit, frame, light), scene, hit, "noun" if light is None else "light", light=light)
    owners = svo.owners(scene, hit) or _owners(scene, hit, clause) or sov.own(scene, hit, clause)
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
    _add_writer(draft, frame)
    draft.add(svo.adjuncts(scene, hit), Function.PARTICIPANT)
    if not draft.roles and behind is not None:
        add_subject_behind(draft, behind, end)
    _add_ahead(draft, frame, clause)
    if frame.type is EventType.VISIT:
        add_hosts(draft, end)
    told = len(draft.roles)
    add_linked(draft, frame.with_, hit.last, end, Function.PARTICIPANT)
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
    _add_speakers(draft)
    _add_hearer(draft)
    draft.add(vso.conversed(draft), Function.PARTICIPANT)
    add_attendants(draft)
    draft.add(svo.together(scene, hit) if not draft.roles and not frame.place else [], Function.PARTICIPANT)
    _add_pronouns(draft, frame, owned=bool(owners), one_side=one_side)
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
    draft.refers = attended or (not draft.roles and pointing)


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


def _add_speakers(draft: Draft) -> None:
    """The title of what was spoken at an occasion names those who took part: "Remarks by A and B before their meeting"."""
    line = draft.scene.line
    spoken = line.marks.get("gate.spoken", ()) if line.sentence.paragraph < 0 else ()
    by = next((p for p in draft.scene.parties if spoken and p.figure.first == spoken[0].last), None)
    if by is not None and draft.type is not EventType.VISIT:
        draft.add(coordinated(draft.scene, by), Function.PARTICIPANT)


def _add_hearer(draft: Draft) -> None:
    """ "In a meeting A told B": where the noun itself names nobody, who speaks and who is spoken to met."""
    scene, hit = draft.scene, draft.hit
    words = range(max(hit.first - _NEAR_PREPOSITION, 0), hit.first)
    if draft.roles or draft.type is EventType.VISIT or not any(scene.line.preposition(word) for word in words):
        return
    for verb in scene.speech:
        hearer = svo.hearer(scene, verb)
        speaker = svo.speaker(scene, verb) if hearer is not None else None
        if hearer is not None and speaker is not None:
            draft.add([speaker, *coordinated(scene, hearer)], Function.PARTICIPANT)
            return


def _is_addressed(scene: Scene, hit: Hit, frame: Frame) -> bool:
    """ "His letter", and "in a letter to the president A said": who it goes to stands right behind it, and who says so wrote it."""
    if hit.entry.owner:
        return True
    near = scene.within(hit.last, hit.last + _NEAR_ADDRESSEE)
    written = frame.type is EventType.CORRESPONDENCE and bool(scene.speech)
    inside = any(map(scene.line.preposition, range(max(hit.first - _NEAR_ADDRESSEE, 0), hit.first)))
    return written and inside and any(p.figure.link in frame.to for p in near)


def _add_writer(draft: Draft, frame: Frame) -> None:
    """Who says what stands in a letter wrote it."""
    if not frame.light_only or draft.light is not None or not draft.scene.line.grammar.subject_first:
        return
    writers = (svo.speaker(draft.scene, verb) for verb in draft.scene.speech)
    draft.add([writer for writer in writers if writer is not None][:1], frame.subject)


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


def _add_pronouns(draft: Draft, frame: Frame, *, owned: bool, one_side: bool) -> None:
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
        draft.light is None and (not definite or (one_side and subject_of(scene, hit.first) is not None))
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


def _near_links(scene: Scene, hit: Hit, frame: Frame) -> frozenset[str]:
    """The prepositions that bring in the sides of an occasion: "of" only where nothing but a few words stand between."""
    of = scene.line.grammar.of if scene.line.grammar.fronted else frozenset[str]()
    near = any(p.figure.link in of for p in scene.within(hit.last, hit.last + _NEAR_PREPOSITION))
    return frame.between if near else frame.between - of


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


def _giver(frame: Frame) -> Function:
    return frame.subject if frame.type is EventType.CORRESPONDENCE else Function.PARTICIPANT


def _owners(scene: Scene, hit: Hit, clause: Clause) -> list[Party]:
    """Whose visit or meeting it is: the party right behind the noun, at most three adjectives away."""
    if scene.line.marker(hit.last, "refer.latter") is not None:
        return [party for party in scene.parties if party.figure.last <= hit.first][-1:]
    told_for = [p for p in scene.within(clause.first, hit.first) if p.figure.last == hit.first]
    if told_for and scene.line.grammar.definite and told_for[0].figure.link in scene.line.grammar.before_name:
        return told_for
    invited = [p for p in scene.parties if 0 <= hit.first - p.figure.last <= 1 and p.figure.kind is not Kind.COUNTRY]
    if hit.part.preposition and invited and hit.entry.frame is not None and hit.entry.frame.type is EventType.VISIT:
        return invited
    for party in scene.within(hit.last, min(clause.last, hit.last + 4)) if not vso.is_described(scene, hit) else ():
        if party.figure.kind is Kind.COUNTRY and _leads_to(scene, hit, party.figure.first):
            continue
        if _is_dative(scene, hit, party):
            return coordinated(scene, party)
        if party.figure.link or party.figure.joined or not in_case(scene, party, "gent"):
            return []
        gap = range(hit.last, party.figure.first)
        if all(_describes(scene, word) or _leads_to(scene, hit, word) or _is_aside(scene, hit, word) for word in gap):
            return (
                []
                if party.figure.kind is Kind.COUNTRY and hit.entry.frame and hit.entry.frame.place
                else coordinated(scene, party)
            )
        return []
    return []


def _is_dative(scene: Scene, hit: Hit, party: Party) -> bool:
    """ "A coming visit of (for) the minister": a preposition of belonging brings the owner of a noun without an article in."""
    grammar, figure = scene.line.grammar, party.figure
    person = figure.kind in (Kind.PERSON, Kind.DELEGATION)
    if hit.entry.frame is not None and figure.link in hit.entry.frame.to:
        return False
    if not grammar.definite or not person or scene.definite(hit) or figure.link not in grammar.before_name & grammar.of:
        return False
    return all(_describes(scene, word) or scene.plain(word) for word in range(hit.last, figure.first))


def _leads_to(scene: Scene, hit: Hit, word: int) -> bool:
    """Whether a word is part of where a visit leads ("the visit to P of the minister")."""
    frame, line = hit.entry.frame, scene.line
    place = line.at(word, Cls.CITY, Cls.STATE) is not None and line.norm(word - 1) in (frame.place if frame else ())
    return place or (frame is not None and line.norm(word) in frame.place)


def _describes(scene: Scene, word: int) -> bool:
    """An adjective, a number, a date or a quotation mark between a noun and its owner."""
    line = scene.line
    if line.grammar.bare_genitive and any(hit.entry.key == "quantifiers" for hit in line.hits[word]):
        return True
    adjective = line.at(word, Cls.ADJECTIVE, Cls.COMPLEMENT) is not None
    relational = line.grammar.bare_genitive and line.norm(word).endswith(line.grammar.relational)
    emphatic = any(found.entry.key == "particles" for found in line.hits[word])
    described = line.norm(word).endswith(line.grammar.describing) and (emphatic or scene.plain(word))
    relational = relational or described
    return adjective or relational or scene.dated(word) or scene.line.norm(word) in QUOTES


def _is_aside(scene: Scene, hit: Hit, word: int) -> bool:
    """Whether a word says where "his meeting" with the one behind was."""
    return bool(hit.entry.owner) and scene.line.at(word, Cls.CITY) is not None
