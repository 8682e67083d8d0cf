"""Who else was there: lists of those who attended an occasion told before."""

from collections.abc import Iterator

from kg.extract.coordination import coordinated
from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.extract.figure import QUOTES
from kg.extract.line import Hit
from kg.extract.scene import Party, Scene
from kg.model import EventType, Function, Kind

# Words that may stand between the noun for an occasion and the list of those who were there.
_NEAR = 10


def attendance(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Who else was there: "attended by A and B", "among the delegation were C and D"; joins the event told last."""
    line = scene.line
    if line.grammar.verb_last:
        yield from _told_at_the_end(scene, drafts)
    for word in sorted(line.marked("attendance.company") | line.marked("attendance.open")):
        company = line.marker(word, "attendance.company")
        marker = company or line.marker(word, "attendance.open")
        if marker is None or scene.covered(word) or _carries(marker, drafts):
            continue
        kind = EventType.VISIT if company is not None else drafts[-1].type if drafts else EventType.MEETING
        draft = Draft(kind, scene, marker, "attendance", refers=True)
        end = _end(scene, marker)
        for party in (party for party in scene.within(marker.last, end) if not _is_anybody(party)):
            if _is_listed(scene, draft, marker, party):
                _take_side(scene, draft, party)
                draft.add([party], Function.VISITOR if kind is EventType.VISIT else Function.PARTICIPANT)
        if draft.roles:
            _share_side(draft, company=company is not None)
            yield draft
        return


def add_attendants(draft: Draft) -> None:
    """ "The meeting was held with the participation of A and B": where the noun itself names nobody, who was there took part."""
    scene, hit = draft.scene, draft.hit
    grammar = scene.line.grammar
    told = grammar.subject_first or grammar.order == "VSO"
    if draft.roles or not told or (hit.part.definite and (grammar.subject_first or draft.light is None)):
        return
    marks = (mark for mark in scene.line.marks.get("attendance.open", ()) if 0 <= mark.first - hit.last <= _NEAR)
    marker = next(marks, None)
    first = next(scene.within(marker.last, marker.last + 3), None) if marker is not None else None
    group = coordinated(scene, first) if first is not None else []
    draft.add([party for party in group if not _is_anybody(party)] if len(group) > 1 else [], Function.PARTICIPANT)


def _end(scene: Scene, marker: Hit) -> int:
    """Where a list of attendants ends: with the next verb of saying, or where the last of them is told more of."""
    stops = [hit.first for hit in scene.speech if hit.first > marker.first]
    stops += [hit.first for hit in scene.line.marks.get("clause.relative", ()) if hit.first > marker.last]
    return min(stops, default=len(scene.line.norms))


def _is_listed(scene: Scene, draft: Draft, marker: Hit, party: Party) -> bool:
    """Whether a party is a member of the list; a body or a state only where it stands in the list itself, not behind an office."""
    figure, line = party.figure, scene.line
    if figure.link and figure.link not in line.grammar.among:
        return False
    if figure.kind in (Kind.PERSON, Kind.DELEGATION):
        return True
    ahead = max((role.party.figure.last for role in draft.roles if role.party is not None), default=marker.last)
    gap = {line.norm(word) for word in range(ahead, figure.first)} - line.grammar.joiners - QUOTES - line.grammar.among
    return not gap and (figure.kind is not Kind.COUNTRY or (figure.joined and bool(draft.roles)))


def _carries(marker: Hit, drafts: list[Draft]) -> bool:
    """Whether the words are the verb of an event's noun, which has taken in who was there."""
    return any(draft.light is not None and draft.light.first == marker.first for draft in drafts)


def _told_at_the_end(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """ "At this meeting A and B were present": those whom the clause names, where the verb stands last."""
    for marker in scene.line.marks.get("attendance.close", ())[:1]:
        clause = scene.clause(marker.first)
        told = [p for p in scene.within(clause.first, marker.first) if not p.figure.link and not _is_anybody(p)]
        draft = Draft(drafts[-1].type if drafts else EventType.MEETING, scene, marker, "attendance", refers=True)
        draft.add([p for p in told if p.figure.kind is not Kind.COUNTRY], Function.PARTICIPANT)
        if draft.roles:
            yield draft


def _share_side(draft: Draft, *, company: bool) -> None:
    """A delegation that comes along speaks for whom it goes with; attendants without a state for the one side of those listed ahead of
    "and on the X side".
    """
    line = draft.scene.line
    ends = [mark.first for mark in line.marks.get("attendance.side", ()) if mark.first > draft.hit.last]
    end = len(line.norms) if company else min(ends, default=0)
    listed = [r.character for r in draft.roles if r.party is not None and r.party.figure.first < end]
    known = {character.represents: character for character in listed if character.represents is not None}
    for character in listed if len(known) == 1 else ():
        if character.represents is None and (not company or character.kind is Kind.DELEGATION):
            character.take_side(next(iter(known.values())))


def _is_anybody(party: Party) -> bool:
    """ "Ministers and officials": a plural that names nobody."""
    return party.figure.plural and party.character.represents is None


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
