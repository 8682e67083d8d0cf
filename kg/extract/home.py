"""Whose officials an article names without a country: those of the state that it is about and that no marked office speaks for."""

from collections import Counter
from collections.abc import Sequence

from kg.extract.cast import Character
from kg.extract.lexicon import Cls
from kg.extract.line import Line
from kg.lang.gazetteer import entry
from kg.model import Kind

_ENOUGH = 2


def assign_home(lines: Sequence[Line], characters: list[Character]) -> None:
    """Let officials without a country speak for the article's home state, where there is one beyond doubt.

    News name the officials of other states with their country and their own without: so the home state is the one
    mentioned most among those that no office is marked with, if it is mentioned twice at least. A word that names a city as
    well (Oman is written as Amman) does not count.
    """
    _speak_for_own(lines, characters)
    unmarked = [
        c
        for c in characters
        if c.kind is Kind.PERSON and c.represents is None and len(c.office_words) > 1 and c.home and not c.plural
    ]
    if not unmarked:
        return
    marked = {c.represents for c in characters if c.kind is Kind.PERSON}
    found = Counter[tuple[str, str]]()
    for line in lines:
        found.update(
            (hit.entry.key, hit.entry.name)
            for hit in line.all(Cls.STATE, Cls.ADJECTIVE)
            if hit.entry.key.startswith("state/") and line.at(hit.first, Cls.CITY) is None
        )
    ranked = [(state, count) for state, count in found.most_common() if state[0] not in marked]
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return
    for character in unmarked:
        character.represents, character.represents_name = ranked[0][0]


def _speak_for_own(lines: Sequence[Line], characters: list[Character]) -> None:
    """ "The foreign minister of our country": of that state of those where the language's news are written which is mentioned most."""
    grammar = lines[0].grammar
    found = [c for c in characters if c.represents is None and not grammar.own_country.isdisjoint(c.office_words)]
    if not found or not grammar.own_states:
        return
    told = Counter(hit.entry.key for line in lines for hit in line.all(Cls.STATE, Cls.ADJECTIVE))
    state = entry(max(grammar.own_states, key=lambda key: told[key]))
    for character in found:
        if state is None:
            return
        character.represents, character.represents_name = state.id, state.name
