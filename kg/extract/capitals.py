"""Personal names in scripts with capital letters: every capitalised word may be part of one unless it is known as something else."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from kg.extract.entries import Cls
from kg.extract.line import Line
from kg.extract.names import BLOCKING, Names

_LONGEST, _LONGEST_ACRONYM, _INITIALS = 7, 6, 2
# Words of these classes take capital letters without being part of a name.
_KNOWN = (*BLOCKING, Cls.CITY, Cls.ORGANIZATION, Cls.BODY, Cls.TOPIC, Cls.COMPLEMENT, Cls.TITLE)
_OTHER = (*_KNOWN, Cls.MARKER)
_NUMERALS = frozenset("IVX")


class CapitalNames(Names):
    """Finds personal names by their capital letters."""

    def openings(self, line: Line, short: AbstractSet[str]) -> list[int]:
        """The words that can open a name: those with a capital letter. Cheap."""
        return [
            word
            for word, written in enumerate(line.written)
            if written[0].isupper() or ("-" in written and self.is_spelled(line, word))
        ]

    def spelled(self, lines: Iterable[Line]) -> set[str]:
        """The words of sentences that have a capital letter."""
        return {line.norm(word) for line in lines for word in self.openings(line, frozenset())}

    def is_spelled(self, line: Line, word: int) -> bool:
        """Whether a word has a capital letter, at its head or behind a small connector (al-Sabah)."""
        if not 0 <= word < len(line.written):
            return False
        written = line.written[word]
        if written[0].isupper():
            return True
        connector, hyphen, _ = line.norms[word].partition("-")
        behind = len(connector) + 1
        return bool(hyphen) and connector in self._connectors and written[behind : behind + 1].isupper()

    def after_office(self, line: Line, word: int) -> int:
        """End of the name that begins at ``word`` right behind an office or a title; ``word`` itself if there is none."""
        if self._opens_here(line, word):
            return self._extend(line, word)
        behind = word + 1
        if self._is_initials(line, word) and self._opens_here(line, behind):
            return self._extend(line, behind)
        if self._capital_inside(line, word) and self._opens_here(line, behind):
            return self._extend(line, behind)
        return word

    def _is_initials(self, line: Line, word: int) -> bool:
        """Two capital letters that open a name ("JD")."""
        two = len(line.norm(word)) == _INITIALS
        return two and self._is_acronym(line, word) and line.at(word, *_OTHER) is None

    def _capital_inside(self, line: Line, word: int) -> bool:
        """Whether an ordinary word, known as nothing else, has a capital letter for no other reason than that it is a name."""
        initials = len(line.norm(word)) == _INITIALS
        ordinary = word > 0 and self.is_spelled(line, word) and (initials or not self._is_acronym(line, word))
        return ordinary and line.at(word, *_KNOWN) is None

    def alone(self, line: Line, word: int, *, trusted: bool = False) -> int:
        """End of the name of two words or more that begins at ``word``; ``word`` if there is none."""
        if not self._opens_here(line, word):
            return word
        end = self._extend(line, word)
        return end if end - word >= 2 else word

    def continues(self, line: Line, word: int) -> bool:
        """Whether a word behind a name is more of the same name."""
        return self._opens_here(line, word)

    def ordinary(self, norm: str) -> bool:
        """Whether a word, or the word that it is a form of, is frequent and hardly ever part of a name."""
        return super().ordinary(norm) or (norm not in self._listed and not self._stems[norm].isdisjoint(self._common))

    def _opens_here(self, line: Line, word: int) -> bool:
        norm = line.norm(word)
        if not self.is_spelled(line, word) or self._is_acronym(line, word):
            return False
        if norm in self._listed:
            return True
        return (
            not self.ordinary(norm) and line.at(word, *_OTHER) is None and (len(norm) > 1 or line.norm(word + 1) == ".")
        )

    def _is_acronym(self, line: Line, word: int) -> bool:
        written = line.written[word]
        return 1 < len(written) <= _LONGEST_ACRONYM and written.isupper() and not set(written) <= _NUMERALS

    def _extend(self, line: Line, word: int) -> int:
        end = word
        while (
            end < len(line.norms)
            and end - word < _LONGEST
            and not (end == word + 1 and self.is_renowned(line.norm(word)))
        ):
            if self._opens_here(line, end) and self._agrees(line, word, end):
                end += 1 + (len(line.norm(end)) == 1 and line.norm(end + 1) == ".")
            elif end > word and self._connects(line, end):
                end += 1
            else:
                break
        while end > word + 1 and line.norm(end - 1) in self._connectors:
            end -= 1
        return end if any(len(line.norm(i)) > 1 for i in range(word, end)) else word

    def _agrees(self, line: Line, first: int, word: int) -> bool:
        """Whether a word stands in the case of the words before it, so that it is part of the same name.

        A second word that does not may be a surname that never bends, unless a verb follows whose subject it can be.
        """
        if word == first or self.nominatives.agree(line.norm(word - 1), line.norm(word)):
            return True
        behind = (line.at(word + ahead, Cls.VERB, Cls.LIGHT, Cls.SPEECH) for ahead in (1, 2))
        return word - first == 1 and not any(hit is not None for hit in behind) and not self.is_spelled(line, word + 1)

    def _connects(self, line: Line, word: int) -> bool:
        """A small word inside a name ("bin", "de") with more of the name behind it."""
        after = word + 1
        while line.norm(after) in self._connectors:
            after += 1
        return line.norm(word) in self._connectors and self._opens_here(line, after)
