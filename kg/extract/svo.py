"""Who acts, and on whom, where the subject stands before its verb."""

from itertools import islice

from kg.extract.acting import acts_unnamed, in_case, may_act, subject_of
from kg.extract.clauses import Clause
from kg.extract.coordination import coordinated, whole_group
from kg.extract.entries import GERUND, Cls
from kg.extract.line import Hit
from kg.extract.preceding import is_behind_pronoun, last_free, owners
from kg.extract.scene import Party, Scene
from kg.extract.svospeech import speaker
from kg.model import EventType, Kind

_NEAR_BOTH, _NEAR_OBJECT, _NEAR_PREPOSITION = 4, 3, 8


def subject(scene: Scene, hit: Hit, clause: Clause) -> Party | None:
    """The subject of a verb: the last party before it in its clause that no preposition brings in; behind a pronoun that of the sentence."""
    if is_behind_pronoun(scene, hit):
        return subject_of(scene, hit.first)
    if scene.line.norm(hit.first) in scene.line.grammar.infinitive:
        own = next((p for p in scene.parties if p.figure.last == hit.first and p.figure.kind is not Kind.COUNTRY), None)
        own = own or _traveller(scene, hit) or _undertaker(scene, hit) or _planner(scene, hit)
        if own is not None:
            return own
    if clause.first == hit.first and hit.first:
        clause = scene.clause(hit.first - 1)
    antecedent = antecedent_of(scene, clause)
    if antecedent is not None and scene.line.norm(hit.first - 1) in scene.line.grammar.commas:
        return antecedent
    return last_free(scene, clause.first, hit.first) or antecedent or _who_says(scene, hit, clause)


def antecedent_of(scene: Scene, clause: Clause) -> Party | None:
    """The party right before a relative clause, perhaps behind a comma: "A, who is on a visit to P"."""
    if not clause.relative:
        return None
    ahead = reversed(list(scene.within(0, clause.first)))
    return next((party for party in ahead if clause.first - party.figure.last <= 1), None)


def _who_says(scene: Scene, hit: Hit, clause: Clause) -> Party | None:
    """Whoever says what he himself does goes without a pronoun there: "the minister said that (he) would visit P"."""
    grammar = scene.line.grammar
    said = grammar.inverted and clause.first > 0 and scene.line.norm(clause.first) in grammar.that
    if not said or any(may_act(scene, party) for party in scene.within(clause.first, clause.last)):
        return None
    return None if acts_unnamed(scene, clause) else subject_of(scene, clause.first)


def _undertaker(scene: Scene, hit: Hit) -> Party | None:
    """Who is to do what an infinitive tells right behind a verb of saying ("X and Y agreed to meet")."""
    verb = next((verb for verb in scene.speech if verb.last == hit.first), None)
    return speaker(scene, verb) if verb is not None else None


def _traveller(scene: Scene, hit: Hit) -> Party | None:
    """Who goes somewhere to do what an infinitive tells: the owner of the visit before it ("A's visit to P to meet B")."""
    clause = scene.clause(hit.first)
    nouns = [noun for noun in scene.line.all(Cls.NOUN) if clause.first <= noun.first < hit.first]
    frame = nouns[-1].entry.frame if nouns else None
    if frame is None or frame.type is not EventType.VISIT:
        return None
    return next(iter(owners(scene, nouns[-1])), None)


def _planner(scene: Scene, hit: Hit) -> Party | None:
    """Whose plan an infinitive tells: "A's plan to visit P"."""
    line, plan = scene.line, hit.first - 1
    if line.norm(plan - 1) not in line.grammar.possessive or line.marker(plan, "status.planned") is None:
        return None
    return next((p for p in scene.parties if p.figure.last == plan - 1 and p.figure.kind is not Kind.COUNTRY), None)


def noun_instead(scene: Scene, hit: Hit) -> Hit:
    """A word that is a verb and a noun alike, as a noun unless its subject stands right before it ("their visit", "they visit")."""
    noun = scene.line.at(hit.first, Cls.NOUN)
    if hit.entry.cls is not Cls.VERB or noun is None or noun.last != hit.last:
        return hit
    acted = any(party.figure.last == hit.first for party in scene.parties)
    if hit.entry.tense == GERUND:
        own = scene.line.marker(hit.last, "refer.own") is not None
        first = hit.last + (own or scene.line.norm(hit.last) in scene.line.grammar.articles)
        return hit if any(not party.figure.link for party in scene.within(hit.last, first + 1)) else noun
    return hit if acted or scene.line.marker(hit.first - 1, "refer.pronoun") is not None else noun


def is_object(scene: Scene, hit: Hit, party: Party) -> bool:
    """Whether a party is the bare object of a verb: right behind it but for a day or an adverb, and no owner of another ("A's plant")."""
    if scene.line.norm(party.figure.last) in scene.line.grammar.possessive:
        return False
    between = (w for w in range(hit.last, party.figure.first) if not scene.covered(w) and not scene.dated(w))
    near = list(islice(between, _NEAR_OBJECT + 1))
    verbs = (scene.line.at(word, Cls.VERB, Cls.LIGHT, Cls.SPEECH, Cls.NOUN) for word in near)
    return len(near) <= _NEAR_OBJECT and not any(verb is not None for verb in verbs)


def both(scene: Scene, hit: Hit, *, officials: bool = False) -> bool:
    """Whether "the two sides" stand before a verb as its subject; with ``officials`` also "the two trade chiefs"."""
    words = range(max(hit.first - _NEAR_BOTH, 0), hit.first)
    near = [word for word in words if scene.line.marker(word, "refer.both") is not None]
    between = list(scene.within(near[-1], hit.first)) if near else []
    return bool(near) and all(officials and _is_bare_plural(p) for p in between)


def _is_bare_plural(party: Party) -> bool:
    """ "The two trade chiefs": officials in the plural of whom nothing else is told."""
    return party.figure.plural and party.character.represents is None and not party.figure.link


def group_ahead(scene: Scene, hit: Hit) -> list[Party]:
    """Whom "they" means before a verb that names its partner: the group that acts earlier in the sentence."""
    acting = [p for p in scene.within(0, hit.first) if may_act(scene, p)]
    groups = (coordinated(scene, party) for party in acting)
    return next((group for group in groups if len(group) > 1 or group[0].figure.kind is Kind.DELEGATION), [])


def together(scene: Scene, hit: Hit) -> list[Party]:
    """Those of several sides who stand right before "at the summit", or who said or agreed on something there as one."""
    line = scene.line
    before = next(
        (w for w in range(hit.first - 1, max(hit.first - _NEAR_PREPOSITION, -1), -1) if line.preposition(w)), None
    )
    if before is None or line.norm(before) not in line.grammar.at_occasion:
        return []
    named = next((p for p in scene.parties if p.figure.last == before), None)
    told = [speaker(scene, verb) for verb in scene.speech if verb.first > hit.last] if named is None else [named]
    if named is None and any(line.norm(word) in line.grammar.indefinite for word in range(before, hit.first)):
        told = [*told, _did(scene, hit, before)]
    groups = (whole_group(scene, party) for party in told if party is not None)
    return next((group for group in groups if len({p.character.represents for p in group} - {None}) > 1), [])


def _did(scene: Scene, hit: Hit, before: int) -> Party | None:
    """Who did something "in a meeting", where no verb of its own tells an occasion there."""
    first = scene.clause(hit.first).first
    occasion = any(first <= verb.first < before for verb in scene.line.all(Cls.VERB))
    return None if occasion else last_free(scene, first, before)


def is_accusative(scene: Scene, party: Party) -> bool:
    """Whether a party shows by its case that it is an object."""
    return scene.line.grammar.inverted and not may_act(scene, party) and in_case(scene, party, "accs")


def object_ahead(scene: Scene, hit: Hit, clause: Clause) -> list[Party]:
    """The object of a verb whose subject stands behind it, told by its case: "the guest received the president"."""
    free = (p for p in scene.within(clause.first, hit.first) if not p.figure.link)
    return [party for party in free if is_accusative(scene, party)][-1:]
