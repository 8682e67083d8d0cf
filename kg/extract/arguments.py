"""Who takes part: the arguments of verbs and nouns that tell events, by the frames of the pack."""

from collections.abc import Iterator

from kg.extract.clauses import Clause, clause_before
from kg.extract.drafts import Draft
from kg.extract.figures import Figure
from kg.extract.lexicon import Cls, Frame
from kg.extract.line import Hit, Line
from kg.extract.scene import Party, Scene
from kg.model import EventType, Function, Kind

_NEAR, _RELATIVE = 24, 8
_ACTORS = (Kind.PERSON, Kind.DELEGATION, Kind.ORGANIZATION, Kind.COUNTRY)


def read_drafts(scene: Scene) -> list[Draft]:
    """All tellings of events in a sentence, in the order of their triggers."""
    drafts: list[Draft] = []
    last = 0
    for hit in scene.line.all(Cls.VERB, Cls.NOUN):
        frame = hit.entry.frame
        if hit.first < last or frame is None or scene.covered(hit.first) or _something_else(scene, hit, frame):
            continue
        draft = _verb(scene, hit, frame) if hit.entry.cls is Cls.VERB else _noun(scene, hit, frame)
        last = hit.last
        if draft is not None:
            drafts.append(draft)
    return drafts + list(_attendance(scene, drafts))


def _attendance(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Who else was there: "attended by A and B", "among the delegation were C and D"; joins the event told last."""
    line = scene.line
    for word in range(len(line.tokens)):
        marker = line.marker(word, "attendance.open")
        if marker is None or scene.covered(word):
            continue
        draft = Draft(drafts[-1].type if drafts else EventType.MEETING, scene, marker, "attendance", refers=True)
        end = next((hit.first for hit in scene.speech if hit.first > word), len(line.tokens))
        for party in scene.within(marker.last, end):
            if party.figure.link in ("", "من") and (party.figure.kind is not Kind.COUNTRY or (party.figure.joined and draft.roles)):
                _take_side(scene, draft, party)
                draft.add([party], Function.PARTICIPANT)
        if draft.roles:
            yield draft
        return


def _take_side(scene: Scene, draft: Draft, party: Party) -> None:
    """An attendant without a country speaks for the side named before ("on the Yemeni side")."""
    character = party.character
    if character.represents is not None:
        return
    for word in range(party.figure.first - 1, draft.hit.first, -1):
        side = scene.line.marker(word, "attendance.side")
        owner = scene.line.at(side.last, Cls.ADJECTIVE) if side is not None else None
        if owner is not None:
            character.represents, character.represents_name = owner.entry.key, owner.entry.name
            return


def _something_else(scene: Scene, hit: Hit, frame: Frame) -> bool:
    """A press meeting, a match; or an occasion that is only wished for or supposed."""
    line = scene.line
    if any(line.marker(word, "attendance.open") is not None for word in (hit.first - 1, hit.first - 2)):
        return True
    before = line.at(hit.first - 1, Cls.VERB)
    if hit.part.definite and before is not None and before.entry.frame is not None and before.entry.frame.object == "topic":
        return True
    if frame.type is EventType.CALL and line.marker(hit.first - 1, "refer.medium") is not None:
        return True
    if hit.entry.cls is Cls.VERB and _behind_preposition(line, hit):
        return True
    behind = {stem for word in (hit.last, hit.last + 1) for stem in (line.norm(word), line.norm(word).removeprefix("ال"), line.norm(word).removesuffix("ا"))}
    if behind & frame.unless or " ".join((line.norm(hit.last), line.norm(hit.last + 1))) in frame.unless:
        return True
    return line.has_marker("status.supposed", max(scene.clause(hit.first).first, hit.first - 3), hit.first)


def _behind_preposition(line: Line, hit: Hit) -> bool:
    """A word behind a preposition is a noun, however much it looks like a verb."""
    before = line.at(hit.first - 1, Cls.SMALL)
    return before is not None and before.entry.key == "prepositions" and before.part.cost == 0


def _verb(scene: Scene, hit: Hit, frame: Frame) -> Draft | None:
    line, clause = scene.line, scene.clause(hit.first)
    if line.at(hit.first - 1, Cls.LIGHT) is not None and frame.object == "topic":
        return None
    draft = Draft(frame.type, scene, hit, "verb")
    free = [p for p in scene.within(hit.last, clause.last) if not p.figure.link and not p.figure.joined and _acts(p, frame)]
    behind = free[0] if free and _adjacent(scene, hit.last, free[0]) else None
    ahead = _ahead(scene, hit, clause)
    subject, rest = _split(frame, hit.first, behind, ahead, free)
    linked = any(p.figure.link in frame.with_ for p in scene.within(hit.last, clause.last))
    lone = subject is not None and subject is behind and not rest and not linked and len(scene.group(subject)) == 1
    if frame.object == "partner" and lone and subject is not None and not hit.entry.owner:
        subject, rest = None, [subject]
    if subject is not None:
        draft.add(scene.whole_group(subject), frame.subject)
    if frame.object == "partner" and rest and not hit.entry.owner:
        draft.add(scene.group(rest[0]), frame.partner)
    _add_linked(draft, frame.with_, hit.last, clause.last, frame.partner)
    _add_mediators(draft, clause.last)
    if frame.type is EventType.VISIT:
        _add_company(draft, clause.last)
    draft.refers = subject is None and (scene.line.has_marker("refer.both", hit.last, hit.last + 3) or _the_meeting(scene, hit))
    if not frame.alone and not draft.refers and not _has_partner(scene, draft, frame, clause, hit):
        return None
    if hit.entry.owner and draft.roles:
        _inherit(draft, frame.partner)
    elif subject is None and not draft.refers and draft.roles and frame.type is not EventType.VISIT:
        _inherit(draft, frame.subject, front=True)
    return draft


def _the_meeting(scene: Scene, hit: Hit) -> bool:
    """ "The meeting dealt with": a definite noun for an event is the subject."""
    noun = scene.line.at(hit.last, Cls.NOUN)
    return noun is not None and noun.part.definite


def _split(frame: Frame, verb: int, behind: Party | None, ahead: Party | None, free: list[Party]) -> tuple[Party | None, list[Party]]:
    """Subject and objects: the party right behind the verb is its subject unless the subject stands before the verb."""
    if behind is None or (ahead is not None and ahead.figure.last == verb):
        return ahead, free
    if frame.object == "partner" and len(free) == 1 and ahead is not None:
        return ahead, free
    return behind, free[1:]


def _ahead(scene: Scene, hit: Hit, clause: Clause) -> Party | None:
    """The subject before a verb: in its own clause, or the noun that a relative clause hangs on."""
    own = scene.before(hit.first, clause.first)
    if own is not None or not (clause.relative or hit.part.conjunction):
        return own
    if clause.relative:
        return next((p for p in reversed(list(scene.within(0, clause.first))) if clause.first - p.figure.last <= _RELATIVE), None)
    return scene.subject(clause.first)


def _acts(party: Party, frame: Frame) -> bool:
    if frame.object == "place" or frame.place:
        return party.figure.kind in (Kind.PERSON, Kind.DELEGATION)
    return party.figure.kind in _ACTORS


def _adjacent(scene: Scene, word: int, party: Party) -> bool:
    """Only adverbs, dates and places may stand between a verb and the subject behind it."""
    gap = [w for w in range(word, party.figure.first) if scene.line.norm(w)[:1].isalpha()]
    return len(gap) <= 5 and scene.line.at(word, Cls.NOUN) is None


def _has_partner(scene: Scene, draft: Draft, frame: Frame, clause: Clause, hit: Hit) -> bool:
    """To discuss is to meet only with somebody: by a preposition, or as two subjects of a verb in the dual or plural."""
    linked = any(p.figure.link in frame.with_ for p in scene.within(hit.last, clause.last))
    return linked or len(draft.roles) >= 2


def _noun(scene: Scene, hit: Hit, frame: Frame) -> Draft | None:
    clause = scene.clause(hit.first)
    light, end = _light(scene, hit, clause), scene.reach(hit)
    if frame.light_only and light is None and not hit.entry.owner:
        return None
    draft = Draft(_type(scene, hit, frame), scene, hit, "noun" if light is None else "light", light=light)
    owners = _owners(scene, hit, clause)
    subject = frame.partner if light is not None and light.entry.key == "reverse" else frame.subject
    between = any(p.figure.link in frame.between for p in scene.within(hit.last, min(end, hit.last + 3)))
    if light is not None and not between and not (owners and frame.type is EventType.VISIT):
        _add_light_subject(draft, light, clause, subject)
    draft.add(owners, frame.subject)
    if not draft.roles and end > clause.last:
        _add_relative_subject(draft, clause.last, end)
    _add_linked(draft, frame.with_, hit.last, end, Function.PARTICIPANT)
    if len(draft.roles) < 2:
        _add_linked(draft, frame.between, hit.last, end, Function.PARTICIPANT)
    _add_linked(draft, frame.from_, hit.last, end, _giver(frame))
    _add_linked(draft, frame.to, hit.last, end, frame.partner)
    _add_company(draft, clause.last)
    _add_mediators(draft, end)
    _add_pronouns(draft, frame, owned=bool(owners))
    draft.refers = not draft.roles and hit.part.definite
    return draft if draft.roles or draft.refers else None


def _type(scene: Scene, hit: Hit, frame: Frame) -> EventType:
    """Talks that are told as a round are a negotiation round."""
    words = range(max(0, hit.first - 4), hit.first)
    round_ = frame.type is EventType.MEETING and any(scene.line.marker(word, "trigger.round") is not None for word in words)
    return EventType.NEGOTIATION_ROUND if round_ else frame.type


def _add_pronouns(draft: Draft, frame: Frame, *, owned: bool) -> None:
    """Those whom only a pronoun names, or nothing: "his meeting with B", "during a meeting with B", "A and B ... during the summit"."""
    scene, hit = draft.scene, draft.hit
    if not draft.roles and hit.part.definite:
        subject = scene.subject(hit.first)
        group = scene.whole_group(subject) if subject is not None else []
        draft.add(group if len(group) > 1 else [], frame.subject)
    lonely = len(draft.roles) == (0 if frame.type is EventType.VISIT else 1)
    carried = draft.light is not None and draft.light.entry.key == "verbs"
    if hit.entry.owner or (not owned and lonely and (carried or (draft.light is None and not hit.part.definite))):
        _inherit(draft, frame.subject, front=True)


def _add_relative_subject(draft: Draft, first: int, last: int) -> None:
    """ "The visit that the minister was to make": the subject stands behind the light verb of the relative clause."""
    scene = draft.scene
    for word in range(first, last):
        light = scene.line.at(word, Cls.LIGHT)
        if light is None:
            continue
        if light.entry.key == "passive_pronoun":
            _inherit(draft, Function.PARTICIPANT)
            return
        near = min(last, light.last + 4)
        behind = [p for p in scene.within(light.last, near) if not p.figure.link and not p.figure.joined and p.figure.kind is not Kind.COUNTRY]
        if behind and draft.hit.entry.frame is not None:
            draft.add(scene.group(behind[0]), draft.hit.entry.frame.subject)
            return


def _add_mediators(draft: Draft, last: int) -> None:
    """Under whose auspices: "mediated by", "sponsored by"."""
    scene = draft.scene
    for word in range(draft.hit.last, last):
        marker = scene.line.marker(word, "refer.mediation")
        party = next(iter(scene.within(marker.last, marker.last + 4)), None) if marker is not None else None
        if party is not None:
            draft.add(scene.group(party), Function.MEDIATOR)


def _giver(frame: Frame) -> Function:
    return frame.subject if frame.type is EventType.CORRESPONDENCE else Function.PARTICIPANT


def _light(scene: Scene, hit: Hit, clause: Clause) -> Hit | None:
    """The light verb that carries a noun: the last one before it in the clause, with no other event noun between."""
    before = scene.line.at(hit.first - 1, Cls.SMALL)
    if before is not None and before.entry.key == "prepositions" and before.entry.name != "through":
        return None
    start = clause_before(list(scene.clauses), clause).first if clause.relative else clause.first
    for word in range(hit.first - 1, max(start, hit.first - _NEAR) - 1, -1):
        found = scene.line.at(word, Cls.LIGHT)
        if found is not None and not scene.covered(word):
            return found
        if scene.line.at(word, Cls.VERB) is not None and not scene.covered(word):
            return None
    return None


def _owners(scene: Scene, hit: Hit, clause: Clause) -> list[Party]:
    """Whose visit or meeting it is: the party right behind the noun, at most three adjectives away."""
    if scene.line.marker(hit.last, "refer.latter") is not None:
        return [party for party in scene.parties if party.figure.last <= hit.first][-1:]
    for party in scene.within(hit.last, min(clause.last, hit.last + 4)):
        if party.figure.link or party.figure.joined:
            return []
        gap = range(hit.last, party.figure.first)
        if all(scene.line.at(word, Cls.ADJECTIVE, Cls.COMPLEMENT) is not None for word in gap):
            return [] if party.figure.kind is Kind.COUNTRY and hit.entry.frame and hit.entry.frame.place else scene.group(party)
        return []
    return []


def _add_light_subject(draft: Draft, light: Hit, clause: Clause, function: Function) -> None:
    scene, hit = draft.scene, draft.hit
    if light.entry.key == "passive":
        behind = [p for p in scene.within(light.last, clause.last) if not p.figure.link]
        draft.add(scene.group(behind[0]) if behind else [], function)
        return
    between = [p for p in scene.within(light.last, hit.first) if not p.figure.link and not p.figure.joined]
    subject = between[0] if between else _ahead(scene, light, clause)
    if subject is not None:
        draft.add(scene.whole_group(subject), function)


def _add_linked(draft: Draft, links: frozenset[str], first: int, last: int, function: Function) -> None:
    """Take in the parties that a preposition brings, with those coordinated with them."""
    scene = draft.scene
    for party in scene.within(first, last):
        if party.figure.link in links and not _taken(scene, draft, party):
            draft.add(scene.group(party), function)
            return


def _add_company(draft: Draft, last: int) -> None:
    """Whom a visitor brings along: "at the head of a delegation"; the company speaks for whom its leader speaks for."""
    scene, function = draft.scene, draft.hit.entry.frame.subject if draft.hit.entry.frame else Function.VISITOR
    for word in range(draft.hit.first, last):
        marker = scene.line.marker(word, "refer.company")
        if marker is None:
            continue
        for party in scene.within(marker.last, marker.last + 2):
            if draft.roles and party.character.represents is None:
                leader = draft.roles[0].character
                party.character.represents, party.character.represents_name = leader.represents, leader.represents_name
            draft.add([party], function)


def _taken(scene: Scene, draft: Draft, party: Party) -> bool:
    """Whether another event noun stands between the trigger and the party, so that the party belongs to that one."""
    words = range(draft.hit.last, party.figure.first)
    if party.figure.kind is Kind.COUNTRY and len(words) > 3:
        return True
    return any(scene.line.at(word, Cls.NOUN) is not None and not scene.covered(word) for word in words)


def _inherit(draft: Draft, function: Function, *, front: bool = False) -> None:
    """A pronoun or nobody: whom the sentence is about, else who was spoken of last; never one of the side already there."""
    scene, hit = draft.scene, draft.hit
    if hit.entry.owner == "هما":
        draft.add([Party(_nobody(scene), character) for character in scene.cast.recent(2)], function)
        return
    sides = {role.character.represents for role in draft.roles} - {None}
    subject = scene.subject(hit.first)
    here = [p.character for p in scene.parties]
    chosen = [subject.character] if subject is not None else []
    chosen += [c for c in scene.cast.recent(4) if c not in here]
    free = [c for c in chosen if c not in draft.characters() and (c.represents is None or c.represents not in sides)]
    free = [c for c in free if c.rank >= 1] or free
    draft.add([Party(_nobody(scene), c) for c in free[:1]], function)
    if front:
        draft.roles.sort(key=lambda role: role.character not in free[:1])


def _nobody(scene: Scene) -> Figure:
    return Figure(scene.line.number, 0, 0, Kind.PERSON)


