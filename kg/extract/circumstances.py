"""Where and when: the place of an event told apart from the places talked about, and the date phrase that belongs to it."""

from collections.abc import Iterable

from kg.extract.clauses import Clause
from kg.extract.drafts import ASIDE, DESCRIBED, Draft
from kg.extract.lexicon import Cls, Frame
from kg.extract.line import Hit, Line
from kg.extract.topics import opens
from kg.model import DateMention, EventType, Named

_FAR, _NEAR_VENUE, _BESIDE, _NEXT = 30, 3, 5, 1
# The last of the words that open a sentence.
_OPENING = 2


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
        hit = _place_at(draft, word) if not found or word >= found[-1].last else None
        if hit is None or _inside_office(draft, word):
            continue
        link = _link(draft, hit)
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
        behind = (_place_at(draft, word) for word in range(first, draft.scene.reach(draft.hit)))
        origin = next((hit for hit in behind if hit is not None and not _inside_office(draft, hit.first)), None)
        return origin.last if origin is not None and not _link(draft, origin) else first
    origin = line.at(first, Cls.CITY, Cls.STATE)
    if origin is not None:
        return origin.last
    left = line.marker(first, "place.left")
    leads = left is not None and frame is not None and line.norm(left.last) in frame.place
    return left.last if left is not None and leads else len(line.norms)


def _place_at(draft: Draft, word: int) -> Hit | None:
    """The place at a word. One spelling of a city and of another state (Amman, Oman) is the state where only its people are told of."""
    line = draft.scene.line
    city, state = line.at(word, Cls.CITY), line.at(word, Cls.STATE)
    if city is None or state is None or city.entry.country == state.entry.key or city.last != state.last:
        return line.at(word, Cls.CITY, Cls.STATE)
    told = {c.represents for c in draft.scene.cast.characters} | {
        c.id for c in draft.scene.cast.characters if c.id != state.entry.key
    }
    return state if state.entry.key in told and city.entry.country not in told else city


def _ahead(draft: Draft) -> list[Hit]:
    """The place that a preposition of direction brings in before a verb that stands last."""
    scene, frame = draft.scene, draft.hit.entry.frame
    first = scene.clause(draft.hit.first).first
    told = [
        hit
        for hit in scene.line.all(Cls.CITY, Cls.STATE)
        if first <= hit.first < draft.hit.first and not _inside_office(draft, hit.first)
    ]
    led = [number for number, hit in enumerate(told) if frame is not None and _link(draft, hit) in frame.place]
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
                if word < hit.first < word + 14 and _link(draft, hit) in {"", *line.grammar.among}
            ]
    return []


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
        and not _inside_office(draft, hit.first)
        and _is_venue(draft, hit)
        and not _talked_about(draft, hit, topics)
    ]
    found = [_place_at(draft, hit.first) or hit for hit in found or _opening_place(draft)] or _beside(draft, clause)
    cities = [hit for hit in found if hit.entry.cls is Cls.CITY]
    return min(cities or found, key=lambda hit: abs(hit.first - draft.hit.first), default=None)


def _beside(draft: Draft, clause: Clause) -> list[Hit]:
    """The city by which an occasion is called beside which something took place ("beside the Munich conference")."""
    line = draft.scene.line
    marks = [mark for mark in line.marks.get("refer.beside", ()) if clause.first <= mark.first < clause.last]
    words = {word for mark in marks for word in range(mark.last, mark.last + _BESIDE)} if line.grammar.verb_last else ()
    named = (hit for hit in line.all(Cls.CITY) if hit.first in words and line.preposition(hit.first - 1) is None)
    return [hit for hit in named if not _inside_office(draft, hit.first)]


def _opening_place(draft: Draft) -> list[Hit]:
    """Where a sentence says first that what it tells took place: that goes for all its clauses ("in Oslo A met B, and then C")."""
    line = draft.scene.line
    if not line.grammar.inverted or draft.type is EventType.CALL:
        return []
    ahead = (hit for hit in line.all(Cls.CITY) if hit.first <= _OPENING and not _inside_office(draft, hit.first))
    return [hit for hit in ahead if _is_venue(draft, hit)][:1]


def _is_venue(draft: Draft, hit: Hit) -> bool:
    line = draft.scene.line
    if hit.part.preposition:
        return hit.part.preposition in line.grammar.before_venue and (hit.entry.cls is Cls.CITY or _is_near(draft, hit))
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
        and not _inside_office(telling, hit.first)
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


def _is_near(draft: Draft, hit: Hit) -> bool:
    """Whether a place stands by the trigger, right behind somebody who takes part, or opens the clause."""
    own = any(role.party is not None and role.party.figure.last == hit.first for role in draft.roles)
    opens_clause = hit.last <= draft.hit.first and hit.first - draft.scene.clause(draft.hit.first).first <= 1
    words = range(draft.hit.last, hit.first)
    dated = sum(draft.scene.dated(word) for word in words) if draft.scene.line.grammar.verb_last else 0
    return own or opens_clause or 0 <= hit.first - draft.hit.last - dated <= _NEAR_VENUE


def _inside_office(draft: Draft, word: int) -> bool:
    return any(
        p.figure.first <= word < p.figure.last and (p.figure.office is not None or p.figure.name is not None)
        for p in draft.scene.parties
    )


def _link(draft: Draft, hit: Hit) -> str:
    if hit.part.preposition:
        return hit.part.preposition
    line = draft.scene.line
    before = hit.first - 1 - (line.norm(hit.first - 1) in line.grammar.articles)
    while any(kind.last == before + 1 and not kind.part.preposition for kind in line.marks.get("place.kind", ())):
        before -= 1
    return line.norm(before) if line.preposition(before) is not None else ""


def country_of(hit: Hit) -> str | None:
    """The gazetteer id of the state that a place hit is or lies in."""
    return hit.entry.country if hit.entry.cls is Cls.CITY else hit.entry.key


def named_place(draft: Draft, hit: Hit) -> Named:
    """A place hit as the model's value; the clitics before it are no part of its words."""
    return Named(draft.scene.line.bare_span(hit), hit.entry.name, hit.entry.key)


def date_of(draft: Draft) -> DateMention | None:
    """The date phrase of an event: the one nearest to the trigger in its own clause; where verbs stand last the only one before it."""
    scene = draft.scene
    clause = scene.clause(draft.hit.first)
    tokens = scene.line.tokens
    start, end, at = tokens[clause.first].start, tokens[scene.reach(draft.hit) - 1].end, tokens[draft.hit.first].start
    said = [w for w in range(clause.first, draft.hit.first) if scene.line.norm(w) in scene.line.grammar.that]
    start = tokens[said[-1]].start if said else start
    own = [
        date
        for date in scene.dates
        if start <= date.span.start < end and not _of_relative(draft, clause, date) and not _since(draft, date)
    ]
    if own:
        return min(own, key=lambda date: (abs(date.span.start - at), date.span.start))
    if scene.line.grammar.verb_last and len(scene.dates) == 1 and scene.dates[0].span.start < at:
        return scene.dates[0]
    return None


def _since(draft: Draft, date: DateMention) -> bool:
    """Whether a date behind a trigger tells since when something else is so ("his first visit since he took office on Sunday")."""
    line = draft.scene.line
    between = (w for w in range(draft.hit.last, len(line.norms)) if line.tokens[w].end <= date.span.start)
    return any(line.norm(word) in line.grammar.since for word in between)


def _of_relative(draft: Draft, clause: Clause, date: DateMention) -> bool:
    """Whether a date belongs to a relative clause that a comma ends before the trigger ("A, who came on Monday, met B")."""
    line = draft.scene.line
    if not clause.relative or date.span.start > line.tokens[draft.hit.first].start:
        return False
    between = [w for w in range(clause.first, draft.hit.first) if line.tokens[w].start >= date.span.end]
    told = (verb for verb in line.all(Cls.VERB) if clause.first < verb.first < draft.hit.first)
    ahead = any(line.tokens[verb.first].start < date.span.start for verb in told)
    return ahead and any(line.norm(word) in line.grammar.commas for word in between)
