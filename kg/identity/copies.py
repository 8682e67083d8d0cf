"""Finds which articles print nearly the same text: an agency's news in ten papers is one source."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.identity.groups import Groups
from kg.model import Iri

NEARLY_ALL = 0.7
"""The share of all their word sequences that two articles must have in common (Jaccard). Cut, retitled and lightly edited copies of one
text lie above, articles of two writers on one meeting far below: they share names and a phrase or two."""
_SHINGLE = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """The words of an article, and when it was published."""

    words: str
    published: date | None = None


def origins(texts: Mapping[Iri, Text]) -> Mapping[Iri, Iri]:
    """For each article that shares nearly all its words with another: the first published of these; itself, if it is the first.

    Articles without such a twin are left out.
    """
    pieces = {article: found for article, text in sorted(texts.items()) if (found := _shingles(text.words))}
    groups = Groups(pieces)
    for one, other in _near(pieces):
        if not groups.together(one, other) and _share(pieces[one], pieces[other]) >= NEARLY_ALL:
            groups.join(one, other)
    return {
        article: min(group, key=lambda each: (texts[each].published or date.max, each))
        for group in groups
        if len(group) > 1
        for article in group
    }


def _shingles(text: str) -> set[str]:
    words = _WORD.findall(text.casefold())
    return {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}


def _near(pieces: Mapping[Iri, set[str]]) -> Iterator[tuple[Iri, Iri]]:
    """The pairs that may have so much in common: their rarest pieces meet (Bayardo et al. 2007, "Scaling up all pairs similarity search")."""
    frequency = Counter(piece for own in pieces.values() for piece in own)
    having = defaultdict[str, list[Iri]](list)
    for article, own in pieces.items():
        # Who shares the given part of all can't miss all of these; one more, since the share is no exact number.
        least = int(len(own) * (1 - NEARLY_ALL)) + 2
        rarest = sorted(own, key=lambda piece: (frequency[piece], piece))[:least]
        for other in sorted({each for piece in rarest for each in having[piece]}):
            yield other, article
        for piece in rarest:
            having[piece].append(article)


def _share(one: set[str], other: set[str]) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common)
