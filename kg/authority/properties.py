"""The properties that rows may have: of what, with which values, and how many of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

ANY = ("person", "organization", "state", "place", "process", "office", "topic")
IDENTIFIER = re.compile(
    r"(person|organization|place|process|topic)/[a-z0-9]+(-[a-z0-9]+)*|state/[A-Za-z0-9-]+|office/[A-Za-z0-9-]+/[a-z0-9-]+"
)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
WIKIDATA = re.compile(r"Q[1-9][0-9]*")
YES = "yes"


@dataclass(frozen=True, slots=True)
class Property:
    """What a property says of which kinds of things.

    ``to`` lists the kinds of things that its values are; without any, a value is a text: in a language if ``worded``.
    ``single`` allows one value (per language, if worded), ``dated`` the columns ``from`` and ``to``.
    """

    of: tuple[str, ...]
    to: tuple[str, ...] = ()
    worded: bool = False
    single: bool = False
    dated: bool = False


PROPERTIES: Mapping[str, Property] = {
    "name": Property(ANY, worded=True, single=True),
    "alias": Property(ANY, worded=True),
    "demonym": Property(("state", "place", "organization"), worded=True),
    "holds": Property(("person",), ("office",), dated=True),
    "speaks_for": Property(("person",), ("state", "organization"), dated=True),
    "of": Property(("office",), ("state", "organization"), single=True),
    "rank": Property(("office",)),
    "portfolio": Property(("office",)),
    "shared": Property(("office",), single=True),
    "capital": Property(("state",), ("place",), dated=True),
    "seat": Property(("organization",), ("place", "state"), dated=True),
    "part_of": Property(ANY[1:], ANY[1:], dated=True),
    "country": Property(("place", "organization"), ("state",), dated=True),
    "wikidata": Property(ANY, single=True),
    "same_as": Property(ANY, ANY),
    "not_same_as": Property(ANY, ANY),
}
