"""Where an event other than a visit takes place, told apart from the places talked about."""

from collections.abc import Iterable

from kg.extract.clauses import Clause
from kg.extract.drafts import ASIDE, Draft
from kg.extract.entries import Cls
from kg.extract.line import Hit, Line
from kg.extract.places import is_inside_office, place_at
from kg.extract.topics import opens
from kg.model import EventType, Named

_NEAR_VENUE, _BESIDE = 3, 5
# The last of the words that open a sentence.
_OPENING = 2


def venue(draft: Draft, topics: list[Named]) -> Hit | None:
    """Where an event other than a visit takes place: a place behind "in", nearest to the trigger in its clause.

    ``topics`` are those of the whole sentence: a place inside one is talked about.
    """
    scene, line = draft.scene, draft.scene.line
    clause = scene.clause(draft.hit.first)
    found = [
        hit
        for hit in line.all(Cls.CITY, Cls.STATE)
        if clause.first <= hit.first < scene.reach(draft.hit)
        and not is_inside_office(draft, hit.first)
        and _is_venue(draft, hit)
        and not _talked_about(draft, hit, topics)
    ]
    found = [place_at(draft, hit.first) or hit for hit in found or _opening_place(draft)] or _beside(draft, clause)
    cities = [hit for hit in found if hit.entry.cls is Cls.CITY]
    return min(cities or found, key=lambda hit: abs(hit.first - draft.hit.first), default=None)


def _beside(draft: Draft, clause: Clause) -> list[Hit]:
    """The city by which an occasion is called beside which something took place ("beside the Munich conference")."""
    line = draft.scene.line
    marks = [mark for mark in line.marks.get("refer.beside", ()) if clause.first <= mark.first < clause.last]
    words = {word for mark in marks for word in range(mark.last, mark.last + _BESIDE)} if line.grammar.verb_last else ()
    named = (hit for hit in line.all(Cls.CITY) if hit.first in words and line.preposition(hit.first - 1) is None)
    return [hit for hit in named if not is_inside_office(draft, hit.first)]


def _opening_place(draft: Draft) -> list[Hit]:
    """Where a sentence says first that what it tells took place: that goes for all its clauses ("in Oslo A met B, and then C")."""
    line = draft.scene.line
    if not line.grammar.inverted or draft.type is EventType.CALL:
        return []
    ahead = (hit for hit in line.all(Cls.CITY) if hit.first <= _OPENING and not is_inside_office(draft, hit.first))
    return [hit for hit in ahead if _is_venue(draft, hit)][:1]


def _is_venue(draft: Draft, hit: Hit) -> bool:
    line = draft.scene.line
    if hit.part.preposition:
        return hit.part.preposition in line.grammar.before_venue and (hit.entry.cls is Cls.CITY or _is_near(draft, hit))
    if hit.last <= draft.hit.first and _marked(line, _of_kind(line, hit) or hit, "place.hosting") is not None:
        return True
    marker = _marked(line, _of_kind(line, hit) or hit, "place.venue")
    far = hit.entry.cls is Cls.STATE or not -_BESIDE <= hit.first - draft.hit.last <= _BESIDE
    owned = line.grammar.bare_genitive and far
    return marker is not None and not (owned and draft.scene.plain(marker.first - 1))


def _of_kind(line: Line, hit: Hit) -> Hit | None:
    """The word right before a place that tells what kind of place it is ("the city of")."""
    return next((kind for kind in line.marks.get("place.kind", ()) if kind.last == hit.first), None)


def _marked(line: Line, hit: Hit, key: str) -> Hit | None:
    """The marker of this group right before a hit, or before its article."""
    first = hit.first - (line.norm(hit.first - 1) in line.grammar.articles)
    return next((mark for mark in line.marks.get(key, ()) if mark.last == first), None)


def closer(event: Draft, tellings: Iterable[Draft]) -> tuple[Draft, Hit] | None:
    """The city that an event in a state took place in, where the article tells elsewhere of going to just one city of it."""
    if event.place is None or event.place.id != event.place_country:
        return None
    found = {
        hit.entry.key: (telling, hit)
        for telling in tellings
        for hit in telling.scene.line.all(Cls.CITY)
        if hit.entry.country == event.place_country
        and not is_inside_office(telling, hit.first)
        and _is_reached(telling.scene.line, hit)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_reached(line: Line, city: Hit) -> bool:
    """Whether somebody is told to go to a city, or, where verbs stand last, to be in it."""
    there = line.grammar.verb_last and _marked(line, city, "place.venue") is not None
    return there or _marked(line, city, "place.arrival") is not None


def _talked_about(draft: Draft, hit: Hit, topics: list[Named]) -> bool:
    """A place behind a topic's head ("developments in Syria") is what was talked about: states nearly always, unless near the trigger."""
    line = draft.scene.line
    start = line.tokens[hit.first].start
    if hit.part.preposition and hit.entry.cls is Cls.CITY and draft.scene.dated(hit.first - 1):
        return False
    light = draft.light
    if light is not None and line.grammar.inverted and hit.first - light.last == 1:
        return False
    if line.grammar.fronted and hit.entry.cls is Cls.CITY and _is_apart(line, hit):
        return False
    aside = draft.trigger.start if draft.rule == ASIDE else 0
    if any(topic.span is not None and aside <= topic.span.start <= start for topic in topics):
        return True
    words = range(draft.hit.last, hit.first)
    openers = (line.marker(word, "topic.open") for word in words)
    opened = any(opener is not None and opens(draft.scene, opener) for opener in openers)
    opened = opened or any(line.at(w, Cls.TOPIC) is not None and not draft.scene.covered(w) for w in words)
    if opened:
        return True
    return hit.entry.cls is Cls.STATE and not _is_near(draft, hit)


def _is_apart(line: Line, city: Hit) -> bool:
    """Whether a comma parts "in" and a city from what was told before: "talks with A, as head of the committee, in Oslo"."""
    marker = _marked(line, _of_kind(line, city) or city, "place.venue")
    return marker is not None and line.norm(marker.first - 1) in line.grammar.commas


def _is_near(draft: Draft, hit: Hit) -> bool:
    """Whether a place stands by the trigger, right behind somebody who takes part, or opens the clause."""
    own = any(role.party is not None and role.party.figure.last == hit.first for role in draft.roles)
    opens_clause = hit.last <= draft.hit.first and hit.first - draft.scene.clause(draft.hit.first).first <= 1
    words = range(draft.hit.last, hit.first)
    dated = sum(draft.scene.dated(word) for word in words) if draft.scene.line.grammar.verb_last else 0
    return own or opens_clause or 0 <= hit.first - draft.hit.last - dated <= _NEAR_VENUE
