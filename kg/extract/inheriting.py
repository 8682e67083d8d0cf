"""Whom a pronoun means, or a telling that leaves out who acts."""

from kg.extract import svo, vso
from kg.extract.acting import actor_in, acts_unnamed, may_act, subject_of
from kg.extract.character import Character
from kg.extract.drafts import Draft
from kg.extract.entries import GERUND, Cls
from kg.extract.figure import Figure
from kg.extract.line import Hit
from kg.extract.reaching import is_mouthpiece, nearest, others_act, reaches_back
from kg.extract.scene import Party, Scene
from kg.model import EventType, Function, Kind


def inherit(draft: Draft, function: Function, *, front: bool = False) -> None:
    """A pronoun or nobody: whom the sentence is about, else who was spoken of last; never one of the side already there."""
    scene, hit = draft.scene, draft.hit
    if hit.entry.owner == "two":
        draft.add([Party(_nobody(scene), character) for character in scene.cast.recent(2)], function)
        return
    if acts_unnamed(scene, scene.clause(hit.first)) or others_act(draft):
        return
    sides = {role.character.represents for role in draft.roles} - {None}
    own = actor_in(scene, scene.clause(hit.first).first, hit.first) if scene.line.grammar.verb_last else None
    if scene.line.grammar.fronted and draft.type is EventType.VISIT:
        own = svo.antecedent_of(scene, scene.clause(hit.first))
    own = own if own is not None and own.figure.kind in (Kind.PERSON, Kind.DELEGATION) else None
    said = nearest(draft) or vso.told_last(scene, hit.first)
    subject = (
        own
        or said
        or subject_of(scene, hit.first)
        or next((p for p in scene.within(0, hit.first) if _is_person(p)), None)
    )
    if (
        subject is None
        and scene.line.grammar.subject_first
        and (hit.entry.cls is Cls.NOUN or hit.entry.tense == GERUND)
    ):
        subject = subject_of(scene, len(scene.line.norms), but=draft.characters())
    subject = subject or vso.acting_group(scene, hit.first)
    if subject is None and scene.line.grammar.inverted:
        subject = next((p for p in scene.within(0, hit.first) if _is_delegation(scene, p)), None)
    here = [p.character for p in scene.parties if not _is_quoted(scene, p)]
    chosen = [subject.character] if subject is not None else []
    if (draft.type is not EventType.VISIT or hit.entry.owner) and reaches_back(draft):
        told = scene.cast.led() if scene.line.grammar.order == "VSO" else scene.cast.spoken_of()
        chosen += [c for c in told if c not in here and _agrees(scene, hit, c)]
    if draft.type is not EventType.VISIT:
        chosen = [c for c in chosen if not is_mouthpiece(c)] or _ahead_of(draft, chosen)
    free = [c for c in chosen if c not in draft.characters() and (c.represents is None or c.represents not in sides)]
    first = scene.line.grammar.fronted and subject is not None and subject.character in free[:1]
    free = [c for c in free if c.rank >= (0 if first else 1)] or [c for c in free if c.rank >= 0]
    draft.add([Party(_nobody(scene), c) for c in free[:1]], function)
    if front:
        draft.roles.sort(key=lambda role: role.character not in free[:1])


def _ahead_of(draft: Draft, chosen: list[Character]) -> list[Character]:
    """Whom a sentence tells last before a trigger, where only a spokesman says it."""
    people = [p.character for p in draft.scene.within(0, draft.hit.first) if p.character.kind is Kind.PERSON]
    return [c for c in reversed(people) if not is_mouthpiece(c)][: len(chosen)]


def _agrees(scene: Scene, hit: Hit, character: Character) -> bool:
    """Whether a pronoun may mean somebody, where its ending and the office tell women from men ("her visit", of a minister)."""
    grammar = scene.line.grammar
    if not hit.entry.owner or not grammar.feminine or not character.office_words:
        return True
    woman = character.office_words[0].endswith(grammar.feminine)
    return woman is scene.line.norm(hit.first).endswith(grammar.her)


def _is_quoted(scene: Scene, party: Party) -> bool:
    """Whether whom the article is about is told as the source of what is said ("reported of X that ...")."""
    return party.character is scene.cast.focus and party.figure.link in scene.line.grammar.of


def _nobody(scene: Scene) -> Figure:
    return Figure(scene.line.number, 0, 0, Kind.PERSON)


def _is_delegation(scene: Scene, party: Party) -> bool:
    return may_act(scene, party) and party.character.kind is Kind.DELEGATION and party.character.represents is not None


def _is_person(party: Party) -> bool:
    return not party.figure.link and party.character.kind is Kind.PERSON
