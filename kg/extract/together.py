"""Where verbs stand last: who takes part in what a noun tells that names nobody itself, and who invites whom."""

from kg.extract.acting import actor_in, actors_in
from kg.extract.clauses import Clause
from kg.extract.coordination import coordinated, whole_group
from kg.extract.drafts import Draft
from kg.extract.entries import Cls, Frame
from kg.extract.gatherings import is_bloc
from kg.extract.line import Hit
from kg.extract.scene import Party, Scene
from kg.model import EventType, Function, Kind

_NEAR, _SIDES, _TALKS = 3, 2, (EventType.MEETING, EventType.CALL, EventType.NEGOTIATION_ROUND)


def together(scene: Scene, hit: Hit, clause: Clause) -> list[Party]:
    """ "A and B stressed at a meeting": several sides who act before a noun that nobody stands behind met there."""
    frame = hit.entry.frame
    if frame is None or frame.type not in _TALKS or not (_is_brought(scene, hit) or _is_mutual(scene, hit)):
        return []
    if not _is_mutual(scene, hit) and (scene.plain(hit.last) or any(scene.within(hit.last, hit.last + _NEAR))):
        return _ministers(scene, hit, clause, frame)
    acting = next((p for p in actors_in(scene, clause.first, hit.first) if len(coordinated(scene, p)) > 1), None)
    group = coordinated(scene, acting) if acting is not None else []
    sides = {party.character.represents for party in group} - {None}
    return group if len(sides) > 1 else _ministers(scene, hit, clause, frame)


def _ministers(scene: Scene, hit: Hit, clause: Clause, frame: Frame) -> list[Party]:
    """ "The ministers of the bloc agreed at its session": those who hold an office of a body of states meet as that body."""
    actor = actor_in(scene, clause.first, hit.first) if frame.gathering else None
    return [actor] if actor is not None and is_bloc(actor.character) else []


def _is_brought(scene: Scene, hit: Hit) -> bool:
    """Whether a preposition brings a noun in, perhaps behind a word such as "course" ("in the course of a meeting")."""
    words = range(max(hit.first - _NEAR, 0), hit.first)
    return any(scene.line.preposition(word) is not None for word in words)


def _is_mutual(scene: Scene, hit: Hit) -> bool:
    """Whether the relative right behind a noun says that they met each other."""
    relative = next((c for c in scene.clauses if c.relative and 0 <= c.first - hit.last <= 1), None)
    return relative is not None and scene.line.has_marker("refer.mutual", relative.first, relative.last)


def hosted(scene: Scene, hit: Hit, frame: Frame) -> Draft | None:
    """ "A was the host of B": whoever stands right behind the noun came, whoever acts received them."""
    guest = next(iter(scene.within(hit.last, hit.last + 1)), None)
    host = actor_in(scene, scene.clause(hit.first).first, hit.first)
    people = [party for party in (guest, host) if party is not None and party.figure.kind is not Kind.COUNTRY]
    if guest is None or host is None or len(people) < _SIDES or guest.figure.link:
        return None
    draft = Draft(frame.type, scene, hit, "noun")
    draft.add(whole_group(scene, host), Function.HOST)
    draft.add(coordinated(scene, guest), Function.VISITOR)
    return draft


def invited(draft: Draft) -> bool:
    """Take in who is invited to a visit and by whom: "A invited B to visit P", "A's invitation to B to visit P"; whether any is."""
    scene, hit = draft.scene, draft.hit
    if draft.type is not EventType.VISIT or not scene.line.grammar.verb_last:
        return False
    for mark in scene.line.marks.get("refer.invite", ()):
        guest = _guest(scene, mark, hit)
        if guest is None:
            continue
        host = _inviter(scene, mark, guest)
        draft.add(coordinated(scene, guest), Function.VISITOR)
        draft.add([host] if host is not None and host.figure.kind is not Kind.COUNTRY else [], Function.HOST)
        return True
    return False


def _guest(scene: Scene, mark: Hit, hit: Hit) -> Party | None:
    """Whom an invitation goes to: the person that a preposition of origin brings in before the verb or behind the noun."""
    told = range(min(mark.first, hit.first) - _NEAR - 10, max(mark.last, hit.last))
    people = (p for p in scene.parties if p.figure.first in told and p.figure.kind is not Kind.COUNTRY)
    return next((p for p in people if p.figure.link in scene.line.grammar.of), None)


def _inviter(scene: Scene, mark: Hit, guest: Party) -> Party | None:
    """Who invites: who acts before the verb, or the owner of the noun."""
    if scene.line.at(mark.first, Cls.LIGHT) is None and guest.figure.first > mark.first:
        return next((p for p in scene.within(mark.last, guest.figure.first) if not p.figure.link), None)
    return actor_in(scene, 0, guest.figure.first)
