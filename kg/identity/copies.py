"""Finds which articles print nearly the same text: an agency's news in ten papers is one source."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.identity.groups import Groups
from kg.model import Iri

NEARLY_ALL = 0.7
"""The share of all their word sequences that two articles must have in common (Jaccard). Cut, retitled and lightly edited copies of one
text lie above, articles of two writers on one meeting far below: they share names and a phrase or two."""
_SHINGLE = 4
_HASHES = 128
_BANDS = 32
_SEED = 7
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """The words of an article, and when it was published."""

    words: str
    published: date | None = None


def origins(texts: Mapping[Iri, Text]) -> Mapping[Iri, Iri]:
    """For each article that shares nearly all its words with another: the first published of these; itself, if it is the first.

    MinHash over sequences of four words (Broder 1997), with datasketch's MinHash and its index; articles without such a twin are left out.
    """
    if len(texts) < 2:
        return {}
    # Only who has several articles of one event pays for loading it.
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]

    pieces = {article: sorted(found) for article, text in sorted(texts.items()) if (found := _shingles(text.words))}
    index = MinHashLSH(num_perm=_HASHES, params=(_BANDS, _HASHES // _BANDS))
    prints = dict(zip(pieces, MinHash.bulk(map(_bytes, pieces.values()), num_perm=_HASHES, seed=_SEED), strict=True))
    groups = Groups(prints)
    for article, own in prints.items():
        for other in index.query(own):
            if own.jaccard(prints[other]) >= NEARLY_ALL:
                groups.join(article, other)
        index.insert(article, own)
    return {
        article: min(group, key=lambda each: (texts[each].published or date.max, each))
        for group in groups
        if len(group) > 1
        for article in group
    }


def _shingles(text: str) -> set[str]:
    words = _WORD.findall(text.casefold())
    return {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}


def _bytes(shingles: Iterable[str]) -> list[bytes]:
    return [shingle.encode("utf-8", "replace") for shingle in shingles]
