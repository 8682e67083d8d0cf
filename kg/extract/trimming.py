"""Words at the beginning of a topic's phrase that are no part of the topic, and words that no topic begins with."""

from collections.abc import Iterable, Iterator
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
    trim, strip, empty = (frozenset(_bent(table.get(key, ()), words)) for key in ("trim", "strip", "empty"))
    return Opening(trim, strip, empty)


def _bent(told: Iterable[str], words: Words) -> Iterator[str]:
    """Words in all their forms, where the language has a morphology."""
    for word in map(words.fold, told):
        yield from words.morphology.forms(word) if words.morphology is not None else (word,)
