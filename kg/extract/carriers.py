"""Light verbs: which verb carries an event noun ("held talks", "the talks took place"), and who acts by it."""

from kg.extract import sov
from kg.extract.acting import may_act
from kg.extract.clauses import Clause, clause_before
from kg.extract.coordination import whole_group
from kg.extract.drafts import Draft
from kg.extract.entries import SPEAKER, Cls
from kg.extract.line import Hit
from kg.extract.linking import subject_ahead
from kg.extract.scene import Party, Scene
from kg.extract.sides import OWN
from kg.model import Function, Kind

_NEAR, _PREPOSITION = 32, 3
# Verbs whose subject is the noun itself ("took place"), and verbs that tell who was there ("took part").
ITSELF, ATTEND = "itself", "attend"
# Verbs that are said of mediators ("brokered talks").
MEDIATE = "mediate"


def carrier(scene: Scene, hit: Hit, clause: Clause) -> Hit | None:
    """The light verb that carries a noun: the last one before it in the clause, with no other event noun between."""
    before = _brought_by(scene, hit)
    if before is not None and before.entry.name != "through":
        return None
    if scene.line.grammar.verb_last:
        return sov.light_behind(scene, hit, clause)
    start = clause_before(scene.clauses, clause).first if clause.relative else clause.first
    found = _ahead(scene, hit, start)
    if (
        found is not None
        and before is not None
        and (found.entry.key.startswith("passive") or _taken(scene, found, hit))
    ):
        return None
    if found is not None and before is not None and scene.line.grammar.fronted and found.last < before.first:
        return None
    if found is not None and scene.line.grammar.fronted and _is_about(scene, found, hit):
        return None
    if found is None and scene.line.grammar.inverted:
        return _behind(scene, hit, clause, ITSELF if before is None else ATTEND)
    return found


def _brought_by(scene: Scene, hit: Hit) -> Hit | None:
    """The preposition that brings a noun in, or its series ("a number of"); with no articles it may stand before adjectives."""
    line = scene.line
    pointed = line.norm(hit.first - 1) in line.grammar.determiners | line.grammar.indefinite | line.grammar.articles
    before = line.preposition(hit.first - 1 - pointed)
    if before is not None and line.norm(before.first - 1) in line.grammar.series:
        return line.preposition(before.first - 2)
    if before is not None or not line.grammar.no_articles:
        return before
    for word in range(hit.first - 1, max(hit.first - _PREPOSITION, 0) - 1, -1):
        if line.preposition(word) is not None or not scene.plain(word):
            return line.preposition(word)
    return None


def _taken(scene: Scene, light: Hit, hit: Hit) -> bool:
    """Whether a light verb carries another event noun between it and the one that a preposition brings in ("held talks at the summit")."""
    between = (scene.line.at(word, Cls.NOUN) for word in range(light.last, hit.first))
    return scene.line.grammar.no_articles and any(noun is not None and noun.last <= hit.first for noun in between)


def _is_about(scene: Scene, light: Hit, hit: Hit) -> bool:
    """Whether a noun is only what that is about which a light verb carries ("held a call on the Oslo meeting")."""
    line = scene.line
    nouns = (line.at(word, Cls.NOUN) for word in range(light.last, hit.first))
    told = next((noun for noun in nouns if noun is not None), None)
    openers = line.marks.get("topic.open", ()) if told is not None else ()
    about = (mark for mark in openers if not scene.dated(mark.last))
    return told is not None and any(told.last <= mark.first < hit.first for mark in about)


def _ahead(scene: Scene, hit: Hit, start: int) -> Hit | None:
    for word in range(hit.first - 1, max(start, hit.first - _NEAR) - 1, -1):
        found = scene.line.at(word, Cls.LIGHT) or scene.line.at(word, Cls.VERB)
        if found is None or scene.covered(word) or _is_noun(scene, found) or _carries_another(scene, found):
            continue
        light = found.entry.cls is Cls.LIGHT and found.entry.key != "carried"
        return _with_auxiliary(scene, found) if light else None
    return None


def _with_auxiliary(scene: Scene, light: Hit) -> Hit:
    """The light verb with the auxiliary before it, where the two are one form ("will attend")."""
    longer = scene.line.at(light.first - 1, Cls.LIGHT)
    return longer if longer is not None and longer.last == light.last else light


def _carries_another(scene: Scene, light: Hit) -> bool:
    """Whether a light verb carries the noun right before it ("a meeting that brought them together"), and so not one behind it."""
    return light.entry.key == "passive_two" and scene.line.at(light.first - 1, Cls.NOUN) is not None


def _is_noun(scene: Scene, light: Hit) -> bool:
    """Whether what looks like a light verb is a noun behind a preposition or an article ("before the start")."""
    grammar = scene.line.grammar
    if scene.line.norm(light.first - 1) in grammar.articles | grammar.indefinite:
        return True
    return scene.line.grammar.inverted and scene.line.preposition(light.first - 1) is not None


def _behind(scene: Scene, hit: Hit, clause: Clause, kind: str) -> Hit | None:
    """The verb behind a noun that is its subject ("the talks began"), or that tells who was there ("in the talks took part")."""
    if kind == ITSELF and not scene.cast.names.nominatives.may_be(scene.line.norm(hit.first), "nomn"):
        return None
    for word in range(hit.last, clause.last):
        found = scene.line.at(word, Cls.LIGHT, Cls.VERB, Cls.SPEECH)
        if found is not None and not scene.covered(word):
            return found if found.entry.cls is Cls.LIGHT and found.entry.key == kind else None
    return None


def is_told_behind(draft: Draft) -> bool:
    """Whether a noun stands before the verb that carries it: it may mean what was told before ("the talks took place in P")."""
    light = draft.light
    return light is not None and light.entry.key in (ITSELF, ATTEND) and draft.hit.first < light.first


def add_actor(draft: Draft, light: Hit, clause: Clause, function: Function) -> None:
    """Take in who acts by a light verb."""
    scene = draft.scene
    actor = _actor(draft, light, clause) if light.entry.key != ITSELF else None
    draft.add(whole_group(scene, actor) if actor is not None else [], function)
    draft.add(_head_of(scene, actor) if actor is not None else [], function)
    if actor is None and scene.line.grammar.verb_last and light.entry.key != ITSELF:
        told = sov.speaker(scene) if light.entry.owner == SPEAKER else sov.pronoun_ahead(scene, draft.hit.first, clause)
        draft.add(told, function)


def _head_of(scene: Scene, group: Party) -> list[Party]:
    """Who heads a delegation that is told as that of his own country ("X headed his country's delegation at the session")."""
    figure, marks = group.figure, scene.line.marks.get(OWN, ())
    own = figure.kind is Kind.DELEGATION and any(figure.first < mark.first <= figure.last for mark in marks)
    people = scene.within(0, figure.first) if own else ()
    side = group.character.represents
    return [p for p in people if p.figure.kind is Kind.PERSON and p.character.represents == side][-1:]


def _actor(draft: Draft, light: Hit, clause: Clause) -> Party | None:
    scene, hit = draft.scene, draft.hit
    if scene.line.grammar.verb_last:
        return sov.actor_ahead(scene, hit.first, clause)
    if scene.line.grammar.order == "VSO" and light.last == hit.first and hit.part.definite and not hit.part.preposition:
        return None
    if light.entry.key == "passive":
        return next((p for p in scene.within(light.last, clause.last) if not p.figure.link), None)
    last = hit.first if light.first < hit.first else clause.last
    behind = (p for p in scene.within(light.last, last) if may_act(scene, p) and not p.figure.joined)
    return next(behind, None) or subject_ahead(scene, light, clause)
