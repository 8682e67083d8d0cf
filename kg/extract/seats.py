"""Capitals that act for their states: "Oslo and Nairobi held talks", "talks between Oslo and Nairobi"."""

from kg.extract.entries import Cls, Entry
from kg.extract.figure import Links
from kg.extract.line import Hit, Line
from kg.lang.gazetteer import entry
from kg.model import EventType

_SIDES = (Cls.CITY, Cls.STATE)


def seated(line: Line, end: int) -> tuple[Entry, ...]:
    """The state whose capital ends the phrase that names a body ("the government of Oslo"), where capitals stand for their states."""
    city = line.at(end - 1, Cls.CITY) if line.grammar.bare_genitive and line.grammar.capitals_between else None
    state = _state_of(city)
    return (state,) if state is not None else ()


def _state_of(city: Hit | None) -> Entry | None:
    """The state that a capital is the capital of."""
    found = entry(city.entry.key) if city is not None else None
    state = entry(found.country) if found is not None and found.capital and found.country else None
    return Entry(Cls.STATE, state.id, name=state.name) if state is not None else None


def acting_state(line: Line, word: int, links: Links) -> tuple[Hit, Entry] | None:
    """The capital at a word and the state that it stands for, where it can't be the place of something."""
    city = line.at(word, Cls.CITY) if line.grammar.capitals_between else None
    state = _state_of(city)
    if city is None or state is None:
        return None
    if not (_acts_by_case(line, city, links) if line.grammar.inverted else _acts(line, city)):
        return None
    return city, state


def _acts_by_case(line: Line, city: Hit, links: Links) -> bool:
    """Where cases tell who acts: no city behind a verb of visits, or behind a plain noun whose place it may be."""
    link, _ = links.of(line, city.first)
    if link:
        return link in line.grammar.capitals_between
    before = line.at(city.first - 1, Cls.VERB, Cls.NOUN)
    if before is not None and before.entry.key == EventType.VISIT:
        return False
    known = city.first == 0 or not line.norm(city.first - 1)[:1].isalpha() or bool(line.hits[city.first - 1])
    return known and links.may_stand(line, city.first, "nomn")


def _acts(line: Line, city: Hit) -> bool:
    first, last = _listed(line, city)
    if line.preposition(first - 1) is not None:
        return line.norm(first - 1) in line.grammar.capitals_between
    if first == city.first and last == city.last:
        return _tells(line, last)
    led = next((hit for hit in line.all(Cls.VERB) if hit.last == first), None)
    leads = led is not None and led.entry.frame is not None and led.entry.frame.type is EventType.VISIT
    return not leads and not _is_dateline(line, first, last)


def _listed(line: Line, city: Hit) -> tuple[int, int]:
    """Where the list of places begins and ends in which a capital stands."""
    first, last, joiners = city.first, city.last, line.grammar.joiners
    while line.norm(first - 1) in joiners:
        ahead = next((h for w in (first - 2, first - 3) if (h := line.at(w, *_SIDES)) and h.last == first - 1), None)
        if ahead is None:
            break
        first = ahead.first
    while line.norm(last) in joiners and (behind := line.at(last + 1, *_SIDES)) is not None:
        last = behind.last
    return first, last


def _is_dateline(line: Line, first: int, last: int) -> bool:
    return first == 0 and line.norm(last) in line.grammar.datelines


def _tells(line: Line, word: int) -> bool:
    """Whether a verb that tells an event stands at a word: its subject is right before it."""
    verb = line.at(word, Cls.VERB, Cls.LIGHT)
    return verb is not None and line.at(word, Cls.NOUN) is None and line.norm(word - 1) not in line.grammar.datelines
