"""What stands behind an event noun and tells whose it is: a light verb with its subject, or the adjectives of states."""

from kg.extract.acting import may_act, subject_before
from kg.extract.carriers import ATTEND, ITSELF
from kg.extract.clauses import Clause
from kg.extract.coordination import coordinated, whole_group
from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.extract.implied import state_of
from kg.extract.inheriting import inherit
from kg.extract.line import Hit
from kg.extract.scene import Party, Scene
from kg.model import Function, Kind

_NEAR_CARRIER, _LONGEST_PAIR = 3, 5
_DASHES = frozenset("-–—/")
# Light verbs that stand right behind their noun.
_CARRIERS = ("carried", "passive", "passive_pronoun", "passive_two")


def carrier_behind(scene: Scene, hit: Hit, clause: Clause, end: int) -> Hit | None:
    """The light verb that carries a noun from behind: in the relative clause, or right there ("a visit he made", "a meeting that brought ...")."""
    for word in range(hit.last, end):
        light = scene.line.at(word, Cls.LIGHT)
        if light is None or scene.covered(word):
            continue
        if light.entry.key in (ITSELF, ATTEND):
            return None
        near = word - hit.last <= _NEAR_CARRIER and light.entry.key in _CARRIERS
        return light if near or word >= clause.last else None
    return None


def add_subject_behind(draft: Draft, light: Hit, last: int) -> None:
    """ "The visit that the minister was to make": the subject stands behind the light verb, or before the noun where only a pronoun does."""
    scene, frame = draft.scene, draft.hit.entry.frame
    if light.entry.key == "passive_two":
        draft.add(_two_told(scene, draft.hit), Function.PARTICIPANT)
        return
    if light.entry.key == "passive_pronoun" or frame is None:
        own = subject_before(scene, draft.hit.first)
        if own is None or own.figure.kind is not Kind.PERSON:
            inherit(draft, Function.PARTICIPANT)
        else:
            draft.add([own], Function.PARTICIPANT)
        return
    near = min(last, light.last + 4)
    behind = [
        p
        for p in scene.within(light.last, near)
        if not p.figure.link and not p.figure.joined and p.figure.kind is not Kind.COUNTRY
    ]
    acting = (p for p in scene.within(0, draft.hit.first) if may_act(scene, p) and p.figure.kind is not Kind.COUNTRY)
    ahead = next(acting, None) if light.entry.key == "carried" else None
    found = coordinated(scene, behind[0]) if behind else whole_group(scene, ahead) if ahead is not None else []
    draft.add(found, frame.subject)


def _two_told(scene: Scene, hit: Hit) -> list[Party]:
    """The two persons told last before a noun in its sentence: "a meeting that brought them together"."""
    people = {p.character: p for p in scene.within(0, hit.first) if p.figure.kind is Kind.PERSON}
    return list(people.values())[-2:] if len(people) > 1 else []


def pair(scene: Scene, hit: Hit) -> list[Party]:
    """The states whose adjectives stand behind a noun, where they are several: "a Tunisian-Libyan meeting"."""
    line, word, found = scene.line, hit.last, dict[str, Hit]()
    while word - hit.last < _LONGEST_PAIR:
        step = line.at(word, Cls.ADJECTIVE)
        if step is not None:
            found[step.entry.key] = step
        elif not line.norm(word).endswith(line.grammar.relational or ("-",)):
            break
        word = step.last if step is not None else word + 1
        word += line.norm(word) in _DASHES
    return [state_of(scene, step) for step in found.values()] if len(found) > 1 else []
