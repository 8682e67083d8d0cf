"""Places of a sentence as places of an event: which is at a word, what links it, in which state it lies."""

from kg.extract.drafts import Draft
from kg.extract.entries import Cls
from kg.extract.line import Hit
from kg.model import Named


def place_at(draft: Draft, word: int) -> Hit | None:
    """The place at a word. One spelling of a city and of another state (Amman, Oman) is the state where only its people are told of."""
    line = draft.scene.line
    city, state = line.at(word, Cls.CITY), line.at(word, Cls.STATE)
    if city is None or state is None or city.entry.country == state.entry.key or city.last != state.last:
        return line.at(word, Cls.CITY, Cls.STATE)
    told = {c.represents for c in draft.scene.cast.characters} | {
        c.id for c in draft.scene.cast.characters if c.id != state.entry.key
    }
    return state if state.entry.key in told and city.entry.country not in told else city


def is_inside_office(draft: Draft, word: int) -> bool:
    """Whether a word is part of the mention of somebody with an office or a name."""
    return any(
        p.figure.first <= word < p.figure.last and (p.figure.office is not None or p.figure.name is not None)
        for p in draft.scene.parties
    )


def link_of(draft: Draft, hit: Hit) -> str:
    """The preposition that brings a place in, past its article and words such as "the city of"; empty where none does."""
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
