"""Whose officials an article names without a country: those of the state that it is about and that no marked office speaks for."""

from collections import Counter
from collections.abc import Sequence

from kg.extract.character import Character
from kg.extract.entries import Cls
from kg.extract.entries import Entry as Told
from kg.extract.line import Hit, Line
from kg.lang.gazetteer import Entry, entry, people
from kg.model import Kind
from kg.resolve.names import latin

# How often a state must be told to be the home state; how many words of a longer name may be a known one.
_ENOUGH, _LONG = 2, 3


def assign_home(lines: Sequence[Line], characters: list[Character]) -> str | None:
    """Let officials without a country speak for the article's home state, where there is one beyond doubt; the id of that state.

    Where well-known officials are told without their state and all speak for one, the others so told speak for it too.
    Words that only news of one state use, in an article that tells of it, show whose officials go without a country.

    News name the officials of other states with their country and their own without: so the home state is the one
    mentioned most among those that no office is marked with, if it is mentioned twice at least. A word that names a city of
    another state as well (Oman is written as Amman) does not count.
    """
    _speak_for_last_told(lines, characters)
    _speak_beside_well_known(characters)
    if lines[0].grammar.datelines:
        _speak_for_dateline(lines, characters)
        return None
    unmarked = [
        c
        for c in characters
        if c.kind is Kind.PERSON and c.represents is None and len(c.office_words) > 1 and c.home and not c.plural
    ]
    home = entry(_own_state(lines) or "")
    if home is not None and home.id in states_told(lines):
        for character in unmarked:
            _speak_for(character, home.id, home.name)
        return home.id
    if unmarked:
        _speak_for_most_told(lines, characters, unmarked)
    return None


def states_told(lines: Sequence[Line]) -> frozenset[str | None]:
    """The states that an article tells of by their names, their people, a place in them or their parties."""
    found = (hit.entry for line in lines for hit in line.all(Cls.STATE, Cls.ADJECTIVE, Cls.CITY, Cls.ORGANIZATION))
    return frozenset(map(_state_of, found)) - {None}


def _state_of(told: Told) -> str | None:
    if told.cls is Cls.ORGANIZATION:
        body = entry(told.key)
        return body.seat or body.country if body is not None else None
    return told.country if told.cls is Cls.CITY else told.key


def _speak_for_most_told(lines: Sequence[Line], characters: list[Character], unmarked: list[Character]) -> None:
    """Let officials without a country speak for the state that is told most and that no marked office speaks for."""
    marked = {c.represents for c in characters if c.kind is Kind.PERSON}
    found = Counter[tuple[str, str]]()
    for line in lines:
        found.update(
            (hit.entry.key, hit.entry.name)
            for hit in line.all(Cls.STATE, Cls.ADJECTIVE)
            if hit.entry.key.startswith("state/") and not _is_city_abroad(line, hit)
        )
    own = [state for state in found if state[0] in lines[0].grammar.own_states]
    ranked = [(state, count) for state, count in found.most_common() if state[0] not in marked]
    if lines[0].grammar.own_states:
        ranked = [(state, _ENOUGH) for state in sorted(own, key=lambda state: -found[state])[:1]]
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return
    for character in unmarked:
        _speak_for(character, *ranked[0][0])


def _speak_for(character: Character, state: str, name: str) -> None:
    character.represents, character.represents_name, character.unmarked = state, name, True


def speak_for_well_known(characters: list[Character], language: str) -> None:
    """Let well-known people for whom the article has told no state speak for their own; asked before offices find their holders."""
    for character in characters:
        if character.represents is None and character.name is not None:
            side = _well_known(latin(character.plain or character.name.text, language))
            if side is not None:
                _speak_for(character, side.id, side.name)
                character.well_known = True


def _well_known(name: str) -> Entry | None:
    """For whom the bearer of a name is known to speak; a longer name may begin with a known one of several words."""
    words = name.split()
    told = (" ".join(words[:count]) for count in (len(words), *range(len(words) - 1, _LONG - 1, -1)))
    return next((side for key in told if (side := people().get(key)) is not None), None)


def _speak_beside_well_known(characters: list[Character]) -> None:
    home = {c.represents: c.represents_name for c in characters if c.well_known and c.home}
    if len(home) != 1:
        return
    for state, name in home.items():
        for c in characters:
            if c.home and c.represents is None and not c.plural and len(c.office_words) > 1:
                _speak_for(c, state or "", name or "")


def _is_city_abroad(line: Line, hit: Hit) -> bool:
    city = line.at(hit.first, Cls.CITY)
    return city is not None and city.entry.country != hit.entry.key


def _speak_for_dateline(lines: Sequence[Line], characters: list[Character]) -> None:
    """News that open with a place ("OSLO —") name the officials of its state without it."""
    opening = next((line for line in lines if line.sentence.paragraph == 0), lines[0])
    city = opening.at(0, Cls.CITY)
    dated = city is not None and opening.norm(city.last) in opening.grammar.datelines
    state = entry((city.entry.country if city is not None and dated else _own_state(lines)) or "")
    for character in characters:
        if state is not None and character.home and character.represents is None and not character.plural:
            character.represents, character.represents_name = state.id, state.name
        character.assumed = state is not None and character.represents == state.id


def _own_state(lines: Sequence[Line]) -> str | None:
    """The state whose own words an article uses ("the White House"), where they are those of one state alone."""
    keys = {key for line in lines for key in line.marks if key.startswith("home.")}
    return f"state/{keys.pop().removeprefix('home.').upper()}" if len(keys) == 1 else None


def own_country(lines: Sequence[Line]) -> tuple[str, str] | None:
    """ "Our country": that state of those where the language's news are written which is mentioned most."""
    grammar = lines[0].grammar
    if not grammar.own_states or not grammar.own_country:
        return None
    told = Counter(hit.entry.key for line in lines for hit in line.all(Cls.STATE, Cls.ADJECTIVE))
    state = entry(max(grammar.own_states, key=lambda key: told[key]))
    return (state.id, state.name) if state is not None else None


def _speak_for_last_told(lines: Sequence[Line], characters: list[Character]) -> None:
    """ "The prime minister of that country": of the state told last before it."""
    phrases = lines[0].grammar.that_country
    for character in characters:
        words = " ".join(character.office_words)
        if character.represents is not None or character.office is None or not any(p in words for p in phrases):
            continue
        told = [hit for line in lines for hit in _states(line) if line.tokens[hit.first].start < character.office.start]
        if told:
            character.represents, character.represents_name = told[-1].entry.key, told[-1].entry.name


def _states(line: Line) -> list[Hit]:
    return [hit for hit in line.all(Cls.STATE, Cls.ADJECTIVE) if hit.entry.key.startswith("state/")]
