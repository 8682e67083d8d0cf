"""People whom news name by their family name alone, since every reader knows them ("Putin", "Merkel")."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from kg.lang import load_pack
from kg.lang.gazetteer import Entry, people
from kg.resolve.names import known, whole_names
from kg.text.words import Words

# Shorter names, and those that more persons of the tables bear, may be anybody's.
_SHORTEST, _COMMON = 4, 40


class Renowned(NamedTuple):
    """For whom the bearers of a family name speak, and the Latin form of the whole name where only one bears it."""

    side: Entry
    name: str | None


@cache
def renowned(language: str) -> Mapping[str, Renowned]:
    """Family names by their folded spelling, where all who bear one in the table of people speak for one side."""
    found: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    common = load_pack(language).table("pack").get("gazetteer", {}).get("common_surnames", ())
    for key, latin in _whole_names(language).items():
        name, side = key.split()[-1], people().get(latin)
        rare = len(name) >= _SHORTEST and known(name, language) <= _COMMON and name not in common
        if side is not None and rare:
            found[name][latin] = side
    return {
        name: Renowned(next(iter(bearers.values())), next(iter(bearers)) if len(bearers) == 1 else None)
        for name, bearers in found.items()
        if len({side.id for side in bearers.values()}) == 1
    }


def _whole_names(language: str) -> Mapping[str, str]:
    """Whole names as a language writes them; in Latin script they are written as the table of people does."""
    if load_pack(language).table("pack").get("script") == "Latin":
        return {name.casefold(): name for name in people()}
    return whole_names(language)


def told_alone(norms: Iterable[str], words: Words, language: str) -> frozenset[str]:
    """The renowned family names that these words of an article are, where its language's pack asks for them."""
    return frozenset(renowned(language).keys() & {part.stem for norm in norms for part in words.parts(norm)})
