"""Words at the beginning of a topic's phrase that are no part of the topic, and words that no topic begins with."""

from dataclasses import dataclass

from kg.lang import Pack
from kg.text.words import Words


@dataclass(frozen=True, slots=True)
class Opening:
    """Words at the beginning of a phrase: such as are no part of the topic ("latest"), what is done about it ("expanding"), and
    nouns that are no topic themselves, nor the words that they close ("trip", "sphere").
    """

    trim: frozenset[str]
    strip: frozenset[str]
    empty: frozenset[str]


def read_opening(pack: Pack, words: Words) -> Opening:
    """Such words of a pack."""
    table = pack.table("markers").get("topic", {})
    trim, strip, empty = (frozenset(map(words.fold, table.get(key, ()))) for key in ("trim", "strip", "empty"))
    return Opening(trim, strip, empty)
