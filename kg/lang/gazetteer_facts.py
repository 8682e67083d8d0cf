"""The gazetteers as facts of the authority, so that each name stands in one file."""

from collections.abc import Iterator
from functools import cache

from kg import __version__
from kg.authority.model import Fact
from kg.lang.gazetteer import KINDS, Entry, entries

# What the head of each table says of itself; a row with pages of its own names these.
_OWN = f"gazetteers of diplo-kg {__version__}"
_TABLES = {"territories": f"UN terminology (datasets/country-codes) and Unicode CLDR, in the {_OWN}"}


@cache
def gazetteer_facts() -> tuple[Fact, ...]:
    """What all gazetteers but that of people tell, in the order of their files."""
    return tuple(fact for kind in KINDS for entry in entries(kind) for fact in _facts(entry))


def _facts(entry: Entry) -> Iterator[Fact]:
    source = "|".join(entry.sources) or _TABLES.get(entry.kind, _OWN)
    yield Fact(entry.id, "name", entry.name, "en", source=source)
    for language, spellings in entry.forms:
        usual = entry.name if language == "en" else spellings[0]
        if language != "en":
            yield Fact(entry.id, "name", usual, language, source=source)
        aliases = (spelling for spelling in spellings if spelling != usual)
        yield from (Fact(entry.id, "alias", spelling, language, source=source) for spelling in aliases)
    for language, adjectives in entry.adjectives:
        yield from (Fact(entry.id, "demonym", adjective, language, source=source) for adjective in adjectives)
    yield from _places(entry, source)


def _places(entry: Entry, source: str) -> Iterator[Fact]:
    """Where a thing lies, and of what it is a part."""
    for name, value in (("country", entry.country), ("seat", entry.seat), ("part_of", entry.broader)):
        if value is not None:
            yield Fact(entry.id, name, value, source=source)
    if entry.capital and entry.country is not None:
        yield Fact(entry.country, "capital", entry.id, source=source)
