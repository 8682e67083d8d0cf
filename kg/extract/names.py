"""Where a personal name begins and ends in a sentence: known name words, connectors, and what can't be one."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from kg.extract.entries import Cls
from kg.extract.line import Line
from kg.extract.namewords import NameWords

_LONGEST = 6
# What a word may be known as that is no part of a name.
BLOCKING = (
    Cls.VERB,
    Cls.LIGHT,
    Cls.SPEECH,
    Cls.PARTICIPLE,
    Cls.ROLE,
    Cls.NOUN,
    Cls.ADJECTIVE,
    Cls.STATE,
    Cls.DELEGATION,
    Cls.PROCESS,
)


class Names(NameWords):
    """Finds personal names in sentences."""

    def openings(self, line: Line, short: AbstractSet[str]) -> list[int]:
        """The words that can open a name: known as one, perhaps behind a clitic, or the first of a short name. Cheap."""
        opens = self._opens
        if not short:
            return [word for word, norm in enumerate(line.norms) if opens[norm]]
        stems = self._stems
        return [word for word, norm in enumerate(line.norms) if opens[norm] or not stems[norm].isdisjoint(short)]

    def spelled(self, lines: Iterable[Line]) -> set[str]:
        """The words of sentences that are written as names are."""
        return {norm for line in lines for norm in line.norms}

    def is_spelled(self, line: Line, word: int) -> bool:
        """Whether a word is written as names are; always so where the script has no capital letters."""
        return True

    def after_office(self, line: Line, word: int) -> int:
        """End of the name that begins at ``word`` right behind an office or a title; ``word`` itself if there is none.

        Behind an office an unknown word is taken for a name unless it is an ordinary word.
        """
        told = self._known_long.get(line.norm(word), ())
        if told and tuple(line.norm(i) for i in range(word, word + len(told))) == told:
            return word + len(told)
        may = self._may_open(line, word) and self._fits(line, word, open_=True)
        if not may or self.opens_next(line, word) or self._is_inflected(line, word):
            return word
        return self._extend(line, word)

    def opens_next(self, line: Line, word: int) -> bool:
        """Whether "and" is written before a known name, so that the next person begins there."""
        part = self.opening(line.norm(word))
        return part is not None and bool(part.conjunction)

    def alone(self, line: Line, word: int, *, trusted: bool = False) -> int:
        """End of the name that begins at ``word`` with nothing before it: two known words at least; ``word`` if there is none.

        ``trusted``: something before makes a name likely, so a word that has an ordinary meaning as well may open it.
        """
        part = self.opening(line.norm(word))
        norm = part.stem if part is not None else line.norm(word)
        if self.count(norm) < (1 if trusted else 3) or norm in self._common or not self._may_open(line, word):
            return word
        if norm in self._ambiguous and not trusted and self._grammar.is_definite(line.norm(word + 1)):
            return word
        second = line.norm(word + 1)
        if second in self._connectors:
            second = line.norm(word + 2)
        if not self.count(second) or second in self._common or self._blocked(line, word + 1, inside=True):
            return word
        end = self._extend(line, word)
        return end if end - word >= 2 else word

    def _may_open(self, line: Line, word: int) -> bool:
        norm = line.norm(word)
        if len(norm) < 2 or not norm[0].isalpha():
            return False
        if norm in self._small:
            return self._is_name_after_all(line, word)
        return not self._blocked(line, word)

    def _is_name_after_all(self, line: Line, word: int) -> bool:
        """A small word that is a given name too (Geir is "not" in Arabic): so where a word follows that can only be a name."""
        after = line.norm(word + 1)
        if line.norm(word) not in self._ambiguous or not self.count(after):
            return False
        return after not in self._common and after not in self._small and not line.hits[word + 1]

    def _blocked(self, line: Line, word: int, *, inside: bool = False) -> bool:
        hit = line.at(word, *BLOCKING)
        if hit is None or (inside and hit.entry.cls is Cls.ROLE and self._only_looks_like_office(line, word)):
            return False
        if hit.entry.of_state and not hit.part.definite and line.norm(word + 1) in self._lineage:
            return False
        inner = hit.part.cost > 0 and self.count(line.norm(word)) >= 2
        return not inner and not (hit.entry.cls is Cls.ADJECTIVE and self.count(line.norm(word)) >= 20)

    def _only_looks_like_office(self, line: Line, word: int) -> bool:
        """Inside a name a word that is an office too is part of the name where a further name word follows (Kaid Essebsi)."""
        if line.at(word + 1, Cls.COMPLEMENT, Cls.STATE, Cls.ADJECTIVE, Cls.ORGANIZATION) is not None:
            return False
        return bool(self.count(line.norm(word))) and not self.ordinary(line.norm(word + 1))

    def _fits(self, line: Line, word: int, *, open_: bool) -> bool:
        norm = line.norm(word)
        if not norm or not norm[0].isalpha():
            return False
        if norm in self._small:
            return open_ and self._is_name_after_all(line, word)
        if norm in self._connectors or self.count(norm):
            return norm not in self._common or self.count(norm) >= 20
        if norm in self._common or self._clitic(norm) or self.describes(norm):
            return False
        return open_ and not line.at(word, Cls.COMPLEMENT, Cls.CITY, Cls.ORGANIZATION, Cls.TOPIC, Cls.MARKER)

    def continues(self, line: Line, word: int) -> bool:
        """Whether a word behind a name looks like more of the same name."""
        norm = line.norm(word)
        return bool(norm) and self.count(norm) >= 3 and not self.ordinary(norm) and not self._blocked(line, word)

    def _extend(self, line: Line, word: int) -> int:
        end = word + 1
        parts = 1
        last = min(len(line.norms), word + 2 * _LONGEST)
        while end < last and parts < _LONGEST and self._goes_on(line, end, unknown=parts < 4):
            parts += line.norm(end) not in self._connectors
            end += 1
        while end > word + 1 and line.norm(end - 1) in self._connectors and not self.count(line.norm(end - 1)):
            end -= 1
        return end

    def _goes_on(self, line: Line, word: int, *, unknown: bool) -> bool:
        """Whether a word is a further part of a name; an unknown one is trusted up to the fourth, or with the article ("al-")."""
        norm = line.norm(word)
        if self._blocked(line, word, inside=True) or norm in self._small or self._is_inflected(line, word):
            return False
        if norm in self._listed:
            return True
        if not self.count(norm) and any(part.conjunction for part in self._words.parts(norm)):
            return False
        if line.norm(word - 1) in self._connectors and norm[:1].isalpha():
            return True
        if unknown and self._is_surname(line, word):
            return True
        definite = self._grammar.is_definite(norm)
        return self._fits(line, word, open_=definite or (unknown and not self._inflected(norm)))

    def _is_surname(self, line: Line, word: int) -> bool:
        """An ordinary word with the article right behind a single given name, with the end of the phrase behind it."""
        norm, after = line.norm(word), line.norm(word + 1)
        if (
            not self._grammar.is_definite(norm)
            or self.count(line.norm(word - 1)) < 3
            or self.count(line.norm(word - 2))
        ):
            return False
        if line.at(word, Cls.ADJECTIVE, Cls.COMPLEMENT, Cls.ROLE, Cls.ORGANIZATION, Cls.TITLE, Cls.MARKER) is not None:
            return False
        return not after[:1].isalpha() or after in self._small

    def _is_inflected(self, line: Line, word: int) -> bool:
        """Whether a word is written with a case ending that names never carry."""
        return any(mark in line.written[word] for mark in self._grammar.never_in_names)
