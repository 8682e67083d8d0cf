"""Where verbs come first: who acts in a relative clause, who is visited in person, who is invited and by whom."""

from kg.extract.acting import may_act, subject_before, subject_of
from kg.extract.clauses import Clause
from kg.extract.coordination import coordinated
from kg.extract.drafts import Draft
from kg.extract.entries import Cls, Frame
from kg.extract.line import Hit
from kg.extract.scene import Party, Scene
from kg.model import EventType, Function, Kind

_NEAR_RELATIVE, _NEAR_INVITATION, _FAR_GUEST, _NEAR_THAT, _NEAR_SPOKEN_TO = 3, 3, 12, 4, 2
_PEOPLE = (Kind.PERSON, Kind.DELEGATION)
_INVITE = "refer.invite"

Sides = tuple[Party | None, list[Party]]


def sides(scene: Scene, hit: Hit, frame: Frame, clause: Clause, ahead: Party | None, free: list[Party]) -> Sides | None:
    """The subject before a verb and who stands behind it as its object, where word order alone would take these for its subject.

    So it is of "the chancellor, who met the president", of "the first leader to visit the president", and of "he went to P, where
    he met the president and the minister", whom one side has in common.
    """
    if scene.line.grammar.order != "VSO" or not free or hit.entry.owner or free[0].figure.kind not in _PEOPLE:
        return None
    free = _before_speech(scene, hit, free)
    if frame.object == "partner" and len(free) == 1:
        if clause.relative and hit.first - clause.first <= _NEAR_RELATIVE and ahead is not None:
            return (ahead, free) if ahead.figure.kind in _PEOPLE else None
        met = ahead is None and _is_met_abroad(scene, clause, coordinated(scene, free[0]))
        return (None, free) if met else None
    visited = frame.object == "place" and len(free) == 1 and not _leads_somewhere(scene, hit, clause)
    return (ahead, free) if visited and ahead is not None and _are_of_two(ahead, free[0]) else None


def _before_speech(scene: Scene, hit: Hit, free: list[Party]) -> list[Party]:
    """Those who stand before what is said ("A, who met B, said that C ...")."""
    that = scene.line.grammar.that
    ends = (word for word in range(hit.last, free[-1].figure.first) if scene.line.norm(word) in that)
    end = next(ends, free[-1].figure.last)
    return [party for party in free if party.figure.first < end]


def _is_met_abroad(scene: Scene, clause: Clause, group: list[Party]) -> bool:
    """Whether several of one side behind a verb with no subject of its own are those whom the sentence's subject met."""
    told = subject_of(scene, clause.first) if len(group) > 1 else None
    of = {party.character.represents for party in group}
    return told is not None and len(of) == 1 and _are_of_two(told, group[0])


def _are_of_two(one: Party, other: Party) -> bool:
    """Whether two speak for two sides, both known."""
    a, b = one.character.represents, other.character.represents
    return None not in (a, b) and a != b and Kind.COUNTRY not in (one.figure.kind, other.figure.kind)


def _leads_somewhere(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a place stands behind a verb of visits in its clause, outside the mentions of people."""
    words = (word for word in range(hit.last, clause.last) if not _is_of_person(scene, word))
    return any(scene.line.at(word, Cls.CITY, Cls.STATE) is not None for word in words)


def _is_of_person(scene: Scene, word: int) -> bool:
    people = (p.figure for p in scene.parties if p.figure.kind in _PEOPLE)
    return any(figure.first <= word < figure.last for figure in people)


def leaders(scene: Scene, hit: Hit, clause: Clause) -> list[Party]:
    """Those told right behind "headed by" within a clause: they act with the group before them, and are no objects themselves."""
    marks = scene.line.marks.get("refer.company", ()) if scene.line.grammar.order == "VSO" else ()
    inside = [mark for mark in marks if hit.last <= mark.first < clause.last]
    if not inside or not _is_group(scene, hit, inside[0]):
        return []
    return [p for mark in inside for p in scene.within(mark.last, mark.last + 1)]


def _is_group(scene: Scene, hit: Hit, mark: Hit) -> bool:
    """Whether a delegation stands between a verb and the words that tell who heads it, and nobody else does."""
    ahead = list(scene.within(hit.last, mark.first))
    return len(ahead) == 1 and ahead[0].figure.kind is Kind.DELEGATION


def is_described(scene: Scene, hit: Hit) -> bool:
    """Whether a noun without the article has an adjective in its own words ("a phone call"), so that nobody behind owns it."""
    line = scene.line
    own = hit.last - hit.first > 1 and not hit.part.definite and line.grammar.order == "VSO"
    return own and line.norm(hit.last - 1).endswith(line.grammar.relational)


def conversed(draft: Draft) -> list[Party]:
    """Who acts and whom the verb is about, of one who spoke to the other in an occasion that names nobody: "A congratulated B in a call"."""
    scene, hit = draft.scene, draft.hit
    brought = any(scene.line.preposition(word) is not None for word in (hit.first - 1, hit.first - 2))
    if scene.line.grammar.order != "VSO" or draft.roles or scene.definite(hit) or hit.part.preposition or not brought:
        return []
    clause, one = scene.clause(hit.first), subject_of(scene, hit.first)
    if one is None or draft.type not in (EventType.MEETING, EventType.CALL):
        return []
    behind = [p for p in scene.within(one.figure.last, clause.last) if p.figure.kind in _PEOPLE and not p.figure.link]
    behind = _before_speech(scene, hit, behind) if behind else []
    other = next((p for p in behind if not p.figure.joined), None)
    if other is None or not _are_of_two(one, other):
        return []
    gap = [w for w in range(one.figure.last, other.figure.first) if not (hit.first <= w < hit.last or scene.dated(w))]
    return [one, other] if len(gap) <= _NEAR_SPOKEN_TO else []


def is_apart(scene: Scene, hit: Hit, frame: Frame, party: Party) -> bool:
    """Whether a party behind a verb is no side of it: a body right behind an event noun owns that ("met B during the meeting of the
    board"), and whoever is told behind "with B" is not met as well, where the subject stands ahead.
    """
    if scene.line.grammar.order != "VSO":
        return False
    if party.figure.kind is Kind.ORGANIZATION:
        return any(hit.last < noun.first and noun.last == party.figure.first for noun in scene.line.all(Cls.NOUN))
    partners = (p for p in scene.within(hit.last, party.figure.first) if p.figure.link in frame.with_)
    return (
        frame.object == "partner" and subject_before(scene, hit.first) is not None and next(partners, None) is not None
    )


def told_last(scene: Scene, word: int) -> Party | None:
    """Whom what is said is about: the first person behind the last "that" before a word, whoever says it."""
    line = scene.line
    if line.grammar.order != "VSO":
        return None
    that = next((w for w in range(word - 1, 0, -1) if line.norm(w) in line.grammar.that), None)
    if that is None or line.norm(that).endswith(line.grammar.pronouns):
        return None
    last = min(word, that + _NEAR_THAT)
    acting = (p for p in scene.within(that, last) if may_act(scene, p) and p.character.kind is Kind.PERSON)
    return next(acting, None)


def acting_group(scene: Scene, word: int) -> Party | None:
    """The delegation of a known side that a sentence is about, where nobody is told by name or office before a word."""
    if scene.line.grammar.order != "VSO":
        return None
    groups = (p for p in scene.within(0, word) if p.figure.kind is Kind.DELEGATION and may_act(scene, p))
    return next((p for p in groups if p.character.represents is not None), None)


def invited(draft: Draft) -> bool:
    """Take in who is invited to a visit and by whom: "A invited B to visit P", "A sent B an invitation to visit P"; whether any is."""
    scene, hit = draft.scene, draft.hit
    marks = scene.line.marks.get(_INVITE, ()) if scene.line.grammar.order == "VSO" else ()
    first = scene.clause(hit.first).first
    mark = next((m for m in reversed(marks) if first <= m.first < hit.first <= m.last + _FAR_GUEST), None)
    brought = hit.part.preposition or any(map(scene.line.preposition, range(hit.first - _NEAR_INVITATION, hit.first)))
    if mark is None or draft.type is not EventType.VISIT or not brought:
        return False
    host, guest = _host_and_guest(scene, mark, hit)
    if host is None or guest is None:
        return False
    draft.add(coordinated(scene, guest), Function.VISITOR)
    draft.add([host], Function.HOST)
    return True


def _host_and_guest(scene: Scene, mark: Hit, hit: Hit) -> tuple[Party | None, Party | None]:
    """Who invites whom: the first of two the second, but for whom "from" brings in: that one invites."""
    people = [p for p in scene.parties if p.figure.kind in _PEOPLE and not p.figure.joined]
    ahead = [p for p in people if p.figure.last <= mark.first and may_act(scene, p)][-1:]
    told = ahead + [p for p in people if mark.last <= p.figure.first < hit.first]
    giver = next((p for p in told if scene.line.marker(p.figure.first - 1, "refer.inviter") is not None), None)
    others = [p for p in told if p is not giver]
    if giver is not None:
        return giver, next(iter(others), None)
    return (others[0], others[1]) if len(others) > 1 else (None, None)
