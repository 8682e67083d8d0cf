"""Who stands before a verb as its subject, or before a noun as its owner, past others that stand there."""

from kg.extract.acting import may_act, subject_of
from kg.extract.coordination import whole_group
from kg.extract.entries import Cls
from kg.extract.implied import spoken_of_last
from kg.extract.line import Hit
from kg.extract.scene import Party, Scene
from kg.model import Kind

_NEAR_OWNER, _NEAR_COMPANY, _NEAR_VERB = 4, 5, 3


def last_free(scene: Scene, first: int, last: int) -> Party | None:
    """The last party of ``[first, last)`` that may be a subject: no owner, no destination and no company of another."""
    for party in reversed(list(scene.within(first, last))):
        head = whole_group(scene, party)[0]
        owner = scene.line.norm(party.figure.last) in scene.line.grammar.possessive
        acts = (
            (may_act(scene, head) or _opens_clause(scene, head, party, last))
            and not owner
            and party.figure.last <= last
        )
        if acts and not _is_destination(scene, party) and not _is_company(scene, party):
            return party
    return None


def _opens_clause(scene: Scene, head: Party, party: Party, verb: int) -> bool:
    """Whether the preposition before a party is a conjunction here, since its verb stands right behind ("after A met B")."""
    line = scene.line
    if head.figure.link not in line.grammar.subordinate or verb - party.figure.last > _NEAR_VERB:
        return False
    return all(line.norm(word) not in line.grammar.commas for word in range(party.figure.last, verb))


def _is_company(scene: Scene, party: Party) -> bool:
    """Whether a delegation is told as that which somebody leads ("heading a trade delegation")."""
    marks = scene.line.marks.get("refer.company", ()) if party.figure.kind is Kind.DELEGATION else ()
    near = [mark for mark in marks if 0 <= party.figure.first - mark.last <= _NEAR_COMPANY]
    return bool(near) and next(scene.within(near[-1].last, party.figure.last), None) is party


def _is_destination(scene: Scene, party: Party) -> bool:
    """Whether a state is where a verb right before it leads ("visiting X")."""
    if party.figure.kind is not Kind.COUNTRY:
        return False
    verbs = (hit for hit in scene.line.all(Cls.VERB) if hit.last == party.figure.first)
    return any(hit.entry.frame is not None and hit.entry.frame.object == "place" for hit in verbs)


def is_behind_pronoun(scene: Scene, hit: Hit) -> bool:
    """Whether the subject of a verb is a pronoun before it in its clause."""
    if scene.line.grammar.fronted and _goes_on(scene, hit):
        return True
    for word in range(hit.first - 1, scene.clause(hit.first).first - 1, -1):
        if scene.covered(word):
            return False
        if scene.line.marker(word, "refer.pronoun") is not None:
            return True
    return False


def _goes_on(scene: Scene, hit: Hit) -> bool:
    """Whether "and" hangs a verb on another whose subject is a pronoun ("where he addressed the council and met X")."""
    line, first = scene.line, scene.clause(hit.first).first
    if line.norm(hit.first - 1) not in line.grammar.joiners - line.grammar.commas:
        return False
    told = next((word for word in range(first, hit.first) if line.marker(word, "refer.pronoun")), None)
    return told is not None and not any(may_act(scene, party) for party in scene.within(first, told))


def owners(scene: Scene, hit: Hit) -> list[Party]:
    """Whose meeting or visit it is, told before the noun: "the president's recent visit"."""
    line, frame = scene.line, hit.entry.frame
    bare = [p for p in scene.parties if p.figure.last == hit.first and p.figure.name is not None]
    if bare and frame is not None and frame.place and line.grammar.fronted:
        return bare
    for word in range(hit.first - 1, max(hit.first - _NEAR_OWNER, 0) - 1, -1):
        if line.norm(word) in line.grammar.possessive:
            found = [p for p in scene.parties if p.figure.last == word]
            return whole_group(scene, found[-1]) if found else []
        if line.marker(word, "refer.own") is not None:
            clause = scene.clause(word)
            whose = last_free(scene, clause.first, word) if clause.first else None
            whose = whose if whose is not None and whose.character.kind is Kind.PERSON else subject_of(scene, word)
            if whose is None and line.preposition(word - 1) is None:
                return spoken_of_last(scene)
            return whole_group(scene, whose) if whose is not None else []
        if scene.covered(word) and any(p.figure.kind is not Kind.COUNTRY for p in scene.within(word, word + 1)):
            return []
    return []


def adjuncts(scene: Scene, hit: Hit) -> list[Party]:
    """The body right before a noun whose occasion it is ("a committee meeting", "the Arab League summit")."""
    frame = hit.entry.frame
    if not scene.line.grammar.fronted or frame is None or frame.place:
        return []
    return [p for p in scene.parties if p.figure.last == hit.first and p.figure.kind is Kind.ORGANIZATION]
