"""Finds what a page prints a second time, whatever its line breaks, white space and punctuation; in linear time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_SHINGLE = 8
_BRIDGE = 4
_BRIDGED = 25


@dataclass(frozen=True, slots=True)
class Copy:
    """Words ``start`` to ``end`` of a list say again what stands from word ``source`` on."""

    start: int
    end: int
    source: int


def find_copies(words: list[str]) -> list[Copy]:
    """The stretches of at least eight words that stand earlier in the list already, in order, without overlaps."""
    if len(words) < 2 * _SHINGLE:
        return []
    shingles = list(map(hash, zip(*(words[n:] for n in range(_SHINGLE)), strict=False)))
    if len(set(shingles)) == len(shingles):
        return []
    return _bridge(list(_extend(words, shingles)))


def _extend(words: list[str], shingles: list[int]) -> Iterator[Copy]:
    first = dict(zip(reversed(shingles), range(len(shingles) - 1, -1, -1), strict=True))
    covered = 0
    for at in [at for at, shingle in enumerate(shingles) if first[shingle] < at]:
        source = first[shingles[at]]
        if at < covered or source + _SHINGLE > at or words[source : source + _SHINGLE] != words[at : at + _SHINGLE]:
            continue
        covered = at + _SHINGLE
        while covered < len(words) and source + covered - at < at and words[covered] == words[source + covered - at]:
            covered += 1
        yield Copy(at, covered, source)


def _bridge(copies: list[Copy]) -> list[Copy]:
    """Join long copies of neighbouring stretches: a word mended in the second print does not make it news."""
    joined: list[Copy] = []
    for copy in copies:
        last = joined[-1] if joined else None
        if last and _bridgeable(last, copy):
            joined[-1] = Copy(last.start, copy.end, last.source)
        else:
            joined.append(copy)
    return joined


def _bridgeable(last: Copy, copy: Copy) -> bool:
    gap = copy.start - last.end
    skipped = copy.source - (last.source + last.end - last.start)
    long = last.end - last.start >= _BRIDGED and copy.end - copy.start >= _BRIDGED
    return long and 0 <= gap <= _BRIDGE and -_BRIDGE <= skipped <= _BRIDGE


def word_stream(stretches: list[str]) -> tuple[list[str], list[int]]:
    """The words of all stretches, and where each stretch begins among them (one more entry for the end)."""
    words: list[str] = []
    starts = [0]
    for stretch in stretches:
        words += _WORD.findall(stretch)
        starts.append(len(words))
    return words, starts
