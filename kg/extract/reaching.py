"""Whether what a sentence leaves open may be filled by somebody who is told elsewhere."""

from kg.extract.acting import may_act
from kg.extract.character import Character
from kg.extract.drafts import Draft
from kg.extract.entries import GERUND, Cls
from kg.extract.line import Hit
from kg.extract.scene import Party
from kg.model import EventType, Kind

# How many words may stand between a noun and the relative clause that hangs on it.
_RELATIVE = 2


def reaches_back(draft: Draft) -> bool:
    """Whether a sentence points to somebody told before it: by a pronoun, by "the diplomat" before a verb, or where its language leaves
    pronouns out.

    Without any, whoever was told last took part in something else.
    """
    line, hit = draft.scene.line, draft.hit
    if hit.entry.owner or not (line.grammar.fronted or line.grammar.verb_last):
        return True
    told = "refer.pronoun" in line.marks or any(mark.first < hit.first for mark in line.marks.get("refer.own", ()))
    return told or (hit.entry.cls is Cls.VERB and (_is_described(draft) or _is_called(draft)))


def _is_described(draft: Draft) -> bool:
    """Whether a plain noun behind an article stands before a verb: whoever it means was told before."""
    scene, line = draft.scene, draft.scene.line
    words = range(scene.clause(draft.hit.first).first, draft.hit.first)
    return any(line.norm(word - 1) in line.grammar.articles and scene.plain(word) for word in words)


def _is_called(draft: Draft) -> bool:
    """Whether a part of the name of somebody told before stands before a verb, of whom it alone is no known name."""
    scene = draft.scene
    words = range(scene.clause(draft.hit.first).first, draft.hit.first)
    norms = {scene.line.norm(word) for word in words if not scene.covered(word)}
    return any(not norms.isdisjoint(character.words) for character in scene.cast.characters)


def others_act(draft: Draft) -> bool:
    """Whether the verb that carries a noun names who acts ("the minister attended a meeting"): who else was there is not told."""
    light, hit, line = draft.light, draft.hit, draft.scene.line
    if _is_of_unknown(draft):
        return True
    if light is None or hit.entry.owner or light.entry.key != "verbs" or light.first > hit.first:
        return False
    if line.grammar.fronted and _is_unknown_subject(draft, light):
        return True
    if any(line.at(word, Cls.NOUN) is not None for word in range(light.last, hit.first)):
        return False
    last = light.first if line.grammar.subject_first else hit.first
    told = (role.party for role in draft.roles if role.party is not None)
    return any(not party.figure.link and party.figure.last <= last for party in told)


def _is_of_unknown(draft: Draft) -> bool:
    """ "A visit by experts to P": whoever the preposition of its owner brings in makes the visit, though nobody knows them."""
    frame, line, word = draft.hit.entry.frame, draft.scene.line, draft.hit.last
    visit = frame is not None and draft.type is EventType.VISIT and line.grammar.fronted and not draft.hit.entry.owner
    return visit and frame is not None and line.norm(word) in frame.between and not draft.roles


def _is_unknown_subject(draft: Draft, light: Hit) -> bool:
    """Whether nouns of nobody known stand before a verb behind a verb of saying: "A said that traders would hold talks with B"."""
    scene, line = draft.scene, draft.scene.line
    first = scene.clause(light.first).first
    said = any(verb.first == first for verb in scene.speech)
    words = range(first + 1, light.first)
    infinitive = line.norm(light.first - 1) in line.grammar.infinitive or light.entry.tense == GERUND
    return said and not infinitive and not scene.pronoun(first, light.first) and any(map(scene.plain, words))


def nearest(draft: Draft) -> Party | None:
    """Who acts nearer to a trigger than whom its sentence is about: the noun its relative clause hangs on ("X met Y, who is on a
    tour of P"), or the body behind "that" ("X said that the Fund agreed during its visit").
    """
    scene, hit = draft.scene, draft.hit
    if scene.line.grammar.verb_last:
        return _in_relative(draft)
    clause = scene.clause(hit.first)
    told = [p for p in scene.within(0, hit.first) if p.figure.last <= hit.first]
    if clause.relative and not any(may_act(scene, p) and _is_human(p) for p in told if p.figure.first >= clause.first):
        ahead = [p for p in told if 0 <= clause.first - p.figure.last <= _RELATIVE]
        return ahead[-1] if ahead and _is_human(ahead[-1]) else None
    that = next((w for w in range(hit.first - 1, -1, -1) if scene.line.norm(w) in scene.line.grammar.that), None)
    acting = [p for p in told if that is not None and p.figure.first > that and may_act(scene, p)]
    body = acting[0] if acting and hit.entry.owner else None
    return body if body is not None and body.figure.kind is Kind.ORGANIZATION else None


def _in_relative(draft: Draft) -> Party | None:
    """Who acts in the relative clause right behind a noun: "the letter that X sent to Y", "a visit that X made to P"."""
    scene, word = draft.scene, draft.hit.last
    told = draft.type in (EventType.CORRESPONDENCE, EventType.VISIT)
    if scene.line.marker(word, "clause.relative") is None or not told:
        return None
    clause = scene.clause(word)
    return next((p for p in scene.within(word, clause.last) if not p.figure.link and _is_human(p)), None)


def is_mouthpiece(character: Character) -> bool:
    """A spokesman tells what others did."""
    return (character.office_name or "").endswith("Spokesperson")


def _is_human(party: Party) -> bool:
    return party.figure.kind in (Kind.PERSON, Kind.DELEGATION)
