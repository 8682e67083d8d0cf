"""Where a visit leads: its stops, told apart from the visitor's own state and from where they set out."""

from kg.extract.drafts import DESCRIBED, Draft
from kg.extract.entries import Cls, Frame
from kg.extract.line import Hit, Line
from kg.extract.places import country_of, is_inside_office, link_of, place_at

_FAR, _NEXT = 30, 1


def destinations(draft: Draft) -> list[Hit]:
    """Where a visit leads: the places behind the trigger that a preposition of direction or nothing brings in, "A and B" both."""
    scene, line, frame = draft.scene, draft.scene.line, draft.hit.entry.frame
    if frame is None:
        return []
    last = min(scene.reach(draft.hit), draft.hit.last + _FAR)
    found: list[Hit] = []
    first = _behind_origin(draft) if frame.object == "origin" else draft.hit.last
    for word in range(first, len(line.norms)):
        if word >= max(last, first) and not found:
            break
        hit = place_at(draft, word) if not found or word >= found[-1].last else None
        if hit is None or is_inside_office(draft, word):
            continue
        link = link_of(draft, hit)
        if found and not (word - found[-1].last <= 2 and _is_next_stop(line, found[-1], hit)):
            break
        bare = link == ""
        if bare and frame.object == "place" and _is_owner(draft, hit):
            break
        if found or link in frame.place or (bare and (_takes_bare(draft, frame) or hit.first == draft.hit.last)):
            found.append(hit)
    return found or (_ahead(draft) if line.grammar.verb_last or line.grammar.inverted else _named_by(draft))


def _is_owner(draft: Draft, hit: Hit) -> bool:
    """Whether a plain noun right before a place, without the article, makes it that of something: "the pavilion of Norway"."""
    line, word = draft.scene.line, hit.first - 1
    if not line.grammar.definite or word < draft.hit.last or not draft.scene.plain(word):
        return False
    return not line.grammar.is_definite(line.norm(word)) and not line.norm(word).endswith(line.grammar.noun_endings)


def _takes_bare(draft: Draft, frame: Frame) -> bool:
    """Whether a place with no preposition before it may be where a visit leads."""
    return bool(draft.hit.entry.owner) or (frame.object == "place" and draft.rule != DESCRIBED)


def _named_by(draft: Draft) -> list[Hit]:
    """The place right before a noun ("the Moscow visit", "on a Saudi visit"): not the adjective of the visitor's own state."""
    line, hit, found = draft.scene.line, draft.hit, list[Hit]()
    if line.grammar.fronted and hit.entry.cls is Cls.NOUN:
        own = {role.character.represents for role in draft.roles}
        ahead = (line.at(hit.first - words, Cls.CITY, Cls.STATE, Cls.ADJECTIVE) for words in (1, 2, 3))
        found = [h for h in ahead if h is not None and h.last == hit.first and country_of(h) not in own]
    return found[:1] if draft.roles else []


def _is_next_stop(line: Line, before: Hit, hit: Hit) -> bool:
    """Whether a place is a further one of a list: behind "and", or behind a comma where the list goes on to an "and"."""
    if hit.part.conjunction or line.norm(hit.first - 1) in line.grammar.joiners - line.grammar.commas:
        return True
    behind = hit.last + (line.norm(hit.last) in line.grammar.commas)
    listed = line.norm(behind) in line.grammar.joiners and line.at(behind + 1, Cls.CITY, Cls.STATE) is not None
    return listed and line.norm(hit.first - 1) in line.grammar.commas and country_of(hit) != country_of(before)


def _behind_origin(draft: Draft) -> int:
    """The word behind what a traveller leaves ("left Oslo for", "left the country for"); the end of the sentence where none is told.

    Where verbs come first the subject stands before that place, and what a preposition brings in is no such place.
    """
    line, frame, first = draft.scene.line, draft.hit.entry.frame, draft.hit.last
    if line.grammar.order == "VSO":
        behind = (place_at(draft, word) for word in range(first, draft.scene.reach(draft.hit)))
        origin = next((hit for hit in behind if hit is not None and not is_inside_office(draft, hit.first)), None)
        return origin.last if origin is not None and not link_of(draft, origin) else first
    origin = line.at(first, Cls.CITY, Cls.STATE)
    if origin is not None:
        return origin.last
    left = line.marker(first, "place.left")
    leads = left is not None and frame is not None and line.norm(left.last) in frame.place
    return left.last if left is not None and leads else len(line.norms)


def _ahead(draft: Draft) -> list[Hit]:
    """The place that a preposition of direction brings in before a verb that stands last."""
    scene, frame = draft.scene, draft.hit.entry.frame
    first = scene.clause(draft.hit.first).first
    told = [
        hit
        for hit in scene.line.all(Cls.CITY, Cls.STATE)
        if first <= hit.first < draft.hit.first and not is_inside_office(draft, hit.first)
    ]
    led = [number for number, hit in enumerate(told) if frame is not None and link_of(draft, hit) in frame.place]
    stops = told[led[-1] : led[-1] + 1] if led else []
    for hit in told[led[-1] + 1 :] if led else ():
        if hit.first - stops[-1].last > _NEXT or not _is_next_stop(scene.line, stops[-1], hit):
            break
        stops.append(hit)
    return stops


def tour_stops(draft: Draft) -> list[Hit]:
    """The stops of a tour: the places listed behind a word such as "included"."""
    line, frame = draft.scene.line, draft.hit.entry.frame
    if frame is None or not frame.tour:
        return []
    for word in range(draft.hit.last, min(len(line.norms), draft.hit.last + 6)):
        if line.norm(word) in frame.tour:
            return [
                hit
                for hit in line.all(Cls.CITY, Cls.STATE)
                if word < hit.first < word + 14 and link_of(draft, hit) in {"", *line.grammar.among}
            ]
    return []
