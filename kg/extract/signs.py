"""What a glance at a written word shows: the kinds of things that it may be part of, and the sides that it may name."""

from collections.abc import Mapping
from typing import NamedTuple

from kg.extract.entries import PAIR, Cls, Entry

# What a written word may be part of; plain numbers, since every word of every article is asked.
TRIGGER, SAYING, PERSON, SPORT, QUESTION = 1, 2, 4, 8, 16
_SIGNS = {
    Cls.VERB: TRIGGER,
    Cls.NOUN: TRIGGER,
    Cls.SPEECH: SAYING,
    Cls.PARTICIPLE: SAYING,
    Cls.ROLE: PERSON,
    Cls.TITLE: PERSON,
}
# What names a state or a body, as a city does that lies in a state.
_NAMED = (Cls.STATE, Cls.ADJECTIVE, Cls.ORGANIZATION)
# "His counterpart" is of another side than he.
_COUNTERPART = "refer.counterpart"
_GATES = {"gate.sport": SPORT, "gate.question": QUESTION}
# How the keys begin of words that show whose own officials an article names without their state.
_HOME = "home."
NOBODY = frozenset[str]()


class Sign(NamedTuple):
    """What a word or a phrase may mean, and the states and bodies that it may name."""

    meaning: int
    sides: frozenset[str]


class Glance(NamedTuple):
    """The signs of one written word: alone, and of it with the word behind it, by the spellings that this may have."""

    alone: Sign
    longer: Mapping[str, Sign]


NO_SIGN = Sign(0, NOBODY)
NOTHING = Glance(NO_SIGN, {})


def sign_of(entry: Entry) -> Sign:
    """What an entry shows."""
    if entry.cls is Cls.MARKER:
        own = entry.key.removeprefix(_HOME) if entry.key.startswith(_HOME) else ""
        told = f"state/{own.upper()}" if own else entry.key if entry.key == _COUNTERPART else ""
        return Sign(_GATES.get(entry.key, 0), frozenset((told,)) if told else NOBODY)
    if entry.key == PAIR:
        return Sign(0, frozenset(entry.name.split("|")))
    side = entry.key if entry.cls in _NAMED else entry.country if entry.cls is Cls.CITY else None
    return Sign(_SIGNS.get(entry.cls, 0), frozenset((side,)) if side else NOBODY)


def together(signs: list[Sign]) -> Sign:
    """All that some signs show."""
    meaning = 0
    for sign in signs:
        meaning |= sign.meaning
    return Sign(meaning, NOBODY.union(*(sign.sides for sign in signs)))
