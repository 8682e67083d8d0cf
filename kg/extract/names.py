"""Where a personal name begins and ends in a sentence: known name words, connectors, and what can't be one."""

from collections.abc import Set as AbstractSet
from functools import lru_cache

from kg.extract.lexicon import Cls, Lexicon
from kg.extract.line import Line
from kg.extract.nominative import Nominatives
from kg.lang import Pack
from kg.resolve.names import known
from kg.text.words import Part

_LONGEST = 6
_BLOCKING = (
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
_QUOTES = "\"«»“”'"


def same_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: equal, one the end of the other, or alike at both ends."""
    if not a or not b:
        return False
    if a == b or a[-len(b) :] == b or b[-len(a) :] == a:
        return True
    small, large = sorted((a, b), key=len)
    return len(small) > 1 and set(small) <= set(large)


def _spelled_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of three words or more differ in the end of one word only."""
    other = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(a) < 3 or len(other) != 1:
        return False
    small, large = sorted(other[0], key=len)
    return len(small) > 3 and large.startswith(small) and len(large) - len(small) == 1


class Names:
    """Finds personal names with the word lists of one pack."""

    def __init__(self, pack: Pack, lexicon: Lexicon) -> None:
        fold = lexicon.words.fold
        words = pack.table("words")
        self._listed = frozenset(fold(word) for word in pack.table("names").get("words", []))
        self._common = frozenset(fold(word) for word in pack.table("common").get("words", [])) - self._listed
        self._small = frozenset(
            fold(w) for group in ("prepositions", "particles", "numbers") for w in words.get(group, [])
        )
        self._ambiguous = frozenset(fold(word) for word in words.get("ambiguous", []))
        self._connectors = frozenset(fold(word) for word in words.get("connectors", []))
        self._lineage = frozenset(fold(word) for word in words.get("lineage", []))
        self._grammar = lexicon.grammar
        self._endings = lexicon.grammar.noun_endings + lexicon.grammar.verb_endings
        self._words = lexicon.words
        self.nominatives = Nominatives(lexicon.words, pack.code)
        self._code = pack.code
        self.count = lru_cache(maxsize=100_000)(self._count)
        self._opens = lru_cache(maxsize=100_000)(self._opens_name)
        self._stems = lru_cache(maxsize=100_000)(self._all_stems)

    def _count(self, norm: str) -> int:
        found = max(known(norm, self._code), 5 if norm in self._listed else 0)
        if not found and self._grammar.is_definite(norm) and len(norm) > 4:
            found = known(self._grammar.without_article(norm), self._code) // 2
        return found

    def may_be(self, line: Line, word: int, short: AbstractSet[str]) -> bool:
        """Whether a word can open a name at all: known as one, perhaps behind a clitic, or the first of a short name. Cheap."""
        norm = line.norm(word)
        return self._opens(norm) or self.opens_one_of(norm, short)

    def is_spelled(self, line: Line, word: int) -> bool:
        """Whether a word is written as names are; always so where the script has no capital letters."""
        return True

    def opens_one_of(self, norm: str, short: AbstractSet[str]) -> bool:
        """Whether a word, behind clitics or not, is the first of a short name."""
        return not self._stems(norm).isdisjoint(short)

    def _opens_name(self, norm: str) -> bool:
        return self.count(norm) > 0 or self.opening(norm) is not None

    def _all_stems(self, norm: str) -> frozenset[str]:
        return frozenset(part.stem for part in self._words.parts(norm))

    def after_office(self, line: Line, word: int) -> int:
        """End of the name that begins at ``word`` right behind an office or a title; ``word`` itself if there is none.

        Behind an office an unknown word is taken for a name unless it is an ordinary word.
        """
        if not self._may_open(line, word) or not (self._fits(line, word, open_=True)):
            return word
        return self._extend(line, word)

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

    def opening(self, norm: str) -> Part | None:
        """The reading of a word as the first of a name, perhaps with "and" or a preposition before it."""
        if self.count(norm):
            return None
        found = (
            p
            for p in self._words.parts(norm)
            if (p.conjunction or p.preposition in self._grammar.before_name)
            and not p.definite
            and self.count(p.stem) >= 5
        )
        return next((p for p in found if p.stem not in self._common and p.stem not in self._small), None)

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
        hit = line.at(word, *_BLOCKING)
        if hit is None or (inside and hit.entry.cls is Cls.ROLE and self._only_looks_like_office(line, word)):
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

    def describes(self, norm: str) -> bool:
        """Whether an unknown word with the article has the longest ending of adjectives ("the federal"), which names hardly have."""
        longest = max(self._grammar.relational, key=len, default="")
        return len(longest) > 1 and self._grammar.is_definite(norm) and norm.endswith(longest)

    def _clitic(self, norm: str) -> bool:
        """Whether a word that is no known name opens with a conjunction, or with a preposition and the article."""
        for part in self._words.parts(norm):
            if part.preposition and part.definite:
                return True
            attached = (part.conjunction or part.preposition) and len(part.stem) > 2
            if attached and (
                part.stem in self._common
                or part.definite
                or norm.endswith(self._grammar.pronouns)
                or (part.conjunction and self.count(part.stem))
            ):
                return True
        return False

    def continues(self, line: Line, word: int) -> bool:
        """Whether a word behind a name looks like more of the same name."""
        norm = line.norm(word)
        return bool(norm) and self.count(norm) >= 3 and not self.ordinary(norm) and not self._blocked(line, word)

    def same(self, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
        """Whether two names in one article are the same person's; the end of a son's name is that of his father."""
        small, large = sorted((a, b), key=len)
        cut = len(large) - len(small)
        if cut > 0 and len(small) > 1 and large[cut:] == small and large[cut - 1] in self._lineage:
            return False
        return same_words(a, b) or _spelled_alike(a, b)

    def small(self, norm: str) -> bool:
        """Whether a word is a preposition, a particle or a number."""
        return norm in self._small

    def ordinary(self, norm: str) -> bool:
        """Whether a word is frequent in news and hardly ever part of a name."""
        return norm in self._common or norm in self._small

    def _extend(self, line: Line, word: int) -> int:
        end = word + 1
        while end < len(line.tokens) and end - word < _LONGEST and self._goes_on(line, end, unknown=end - word < 4):
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
        token = line.tokens[word]
        return any(mark in line.text[token.start : token.end] for mark in self._grammar.never_in_names)

    def _inflected(self, norm: str) -> bool:
        """Whether an unknown word is an ordinary one with an ending, or carries a pronoun as verbs and nouns do."""
        if norm.endswith(self._grammar.pronouns):
            return True
        return any(norm.endswith(ending) and norm.removesuffix(ending) in self._common for ending in self._endings)
