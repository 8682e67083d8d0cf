"""All that the package knows of who is who: the starter of the authority and the gazetteers."""

from functools import cache

from kg.authority.authority import Authority
from kg.authority.starter import starter_facts
from kg.lang.gazetteer_facts import gazetteer_facts


@cache
def gazetteers() -> Authority:
    """The names and places of the gazetteers, on which every authority file builds."""
    return Authority(gazetteer_facts())


@cache
def starter() -> Authority:
    """The gazetteers and the authority files that come with the package."""
    return Authority((*gazetteer_facts(), *starter_facts()))
