"""What an entry of a lexicon is: its class, its meaning, and how a trigger takes its arguments."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import or_

from kg.model import Act, EventType, Function

# The key of a pair of states joined by a hyphen; the entry's name is the ids of those in it, parted by "|".
PAIR = "pair"
# The tense of a verb that is a noun as well unless somebody is its object ("after meeting X").
GERUND = "gerund"
# The owner of a light verb by which whoever speaks tells of himself ("I met").
SPEAKER = "speaker"
# The key of a noun that names a body only where it is one of several states ("the committee").
JOINT = "joint"


class Cls(StrEnum):
    """What a lexicon entry is for."""

    VERB = "verb"
    NOUN = "noun"
    LIGHT = "light"
    ROLE = "role"
    TITLE = "title"
    COMPLEMENT = "complement"
    STATE = "state"
    ADJECTIVE = "adjective"
    CITY = "city"
    ORGANIZATION = "organization"
    PROCESS = "process"
    TOPIC = "topic"
    SPEECH = "speech"
    PARTICIPLE = "participle"
    DELEGATION = "delegation"
    BODY = "body"
    MARKER = "marker"
    SMALL = "small"


# One bit for each class: a set of classes is one whole number, since every word of every sentence is asked what it may be.
BITS = {cls: 1 << number for number, cls in enumerate(Cls)}


def bits(classes: Iterable[Cls]) -> int:
    """A set of classes as one number."""
    return reduce(or_, (BITS[cls] for cls in classes), 0)


@dataclass(frozen=True, slots=True)
class Frame:
    """How a trigger takes its arguments; see the head of ``triggers.toml`` for each field."""

    type: EventType
    object: str = "none"
    with_: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    from_: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    subject: Function = Function.PARTICIPANT
    partner: Function = Function.PARTICIPANT
    alone: bool = True
    light_only: bool = False
    tour: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    by_phone: bool = False
    apart: bool = False
    formal: bool = False
    gathering: bool = False
    hosts: bool = False
    session: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase means: ``key`` is an id, an English name or a marker's group, by class; ``weak`` a verb that only says;
    ``beside`` a light verb that carries only what stands right before it; ``cites`` a verb whose object speaks.
    """

    cls: Cls
    key: str
    frame: Frame | None = None
    act: Act | None = None
    preps: frozenset[str] = frozenset()
    rank: int = 0
    plural: bool = False
    tense: str = ""
    owner: str = ""
    needs: frozenset[str] = frozenset()
    name: str = ""
    country: str | None = None
    bare: bool = False
    construct: bool = False
    of_state: bool = False
    home: bool = False
    whole: bool = False
    weak: bool = False
    beside: bool = False
    generic: bool = False
    cites: bool = False
