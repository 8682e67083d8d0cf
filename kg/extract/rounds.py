"""Which round of a process is meant: "the 13th round of the Astana talks", "Astana-13"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.line import Line
from kg.lang import Pack
from kg.model import Named
from kg.text.words import Words

# How many words before and behind a process its round may be told, and how many words an ordinal has at most.
_AHEAD, _BEHIND, _LONGEST, _SIGNS = 8, 4, 2, 3
_NUMBER = re.compile(r"\D{0,3}(\d{1,2})")


class Rounds:
    """Finds the numbers of rounds with the tables of one pack."""

    def __init__(self, pack: Pack, words: Words) -> None:
        told = pack.table("processes").get("round", {})
        self._words = words
        self._nouns = frozenset(words.fold(word) for word in told.get("nouns", []))
        self._ordinals = {
            words.phrase(form): number
            for number, forms in enumerate(told.get("ordinals", []), start=1)
            for form in forms.split("|")
        }

    def numbered(self, line: Line, found: list[Named]) -> list[Named]:
        """The processes of a sentence with the rounds that it tells of."""
        return [replace(one, round=self._of(line, one)) if one.span is not None else one for one in found]

    def _of(self, line: Line, process: Named) -> int | None:
        if process.span is None:
            return None
        words = [i for i, t in enumerate(line.tokens) if t.start < process.span.end and process.span.start < t.end]
        if not words:
            return None
        first, last = words[0], words[-1] + 1
        near = (*range(last - 1, max(first - _AHEAD, 0) - 1, -1), *range(last, min(last + _BEHIND, len(line.norms))))
        for word in near:
            if self._is_noun(line.norm(word)):
                return next(self._numbers(line, word), None)
        return self._attached(line, last)

    def _is_noun(self, norm: str) -> bool:
        return norm in self._nouns or any(part.stem in self._nouns for part in self._words.parts(norm))

    def _numbers(self, line: Line, noun: int) -> Iterator[int]:
        """The numbers right before and right behind a noun such as "round"."""
        for length in range(_LONGEST, 0, -1):
            for first in (noun - length, noun + 1):
                number = self._ordinal(line, first, first + length)
                if number is not None:
                    yield number
        yield from (number for step in (-1, 1) if (number := _digits_near(line, noun + step, step)) is not None)

    def _ordinal(self, line: Line, first: int, last: int) -> int | None:
        spelled = tuple(line.norm(word) for word in range(first, last))
        if spelled in self._ordinals:
            return self._ordinals[spelled]
        if last - first > 1 or first < 0:
            return None
        stems = (part.stem for part in self._words.parts(spelled[0]))
        return next((self._ordinals[(stem,)] for stem in stems if (stem,) in self._ordinals), None)

    def _attached(self, line: Line, word: int) -> int | None:
        """A number right behind the name, with no word behind it that would make it a date: "Astana-13"."""
        word += line.norm(word) in ("-", "–")
        number = _digits(line.norm(word))
        return number if not line.norm(word + 1)[:1].isalnum() else None


def _digits_near(line: Line, word: int, step: int) -> int | None:
    """A number in digits at a word or past the endings and signs beside it: "13th round", "13-й раунд", "round no. 13"."""
    for _ in range(_SIGNS):
        number = _digits(line.norm(word))
        if number is not None or len(line.norm(word)) > _LONGEST:
            return number
        word += step
    return None


def _digits(norm: str) -> int | None:
    found = _NUMBER.fullmatch(norm)
    return int(found[1]) or None if found is not None else None
