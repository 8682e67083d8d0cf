"""What single words tell of personal names: known name words, ordinary words, clitics; and whether two names are one person's."""

from collections.abc import Collection, Iterable, Mapping

from kg.extract.lexicon import Lexicon
from kg.extract.nominative import Nominatives
from kg.extract.renowned import renowned
from kg.lang import Pack
from kg.lang.gazetteer import Entry, entry, people
from kg.resolve.names import known, latin
from kg.text.words import Part, Remembered


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


class NameWords:
    """Knows words with the word lists of one pack."""

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
        known_short = (
            (tuple(fold(w) for w in name.split()), entry(key))
            for name, key in pack.table("people").get("known", {}).items()
        )
        self.known_short = {name: side for name, side in known_short if side is not None}
        self._known_long = {name[0]: name for name in self.known_short if len(name) > 1}
        self._lineage = frozenset(fold(word) for word in words.get("lineage", []))
        self._grammar = lexicon.grammar
        self._endings = lexicon.grammar.noun_endings + lexicon.grammar.verb_endings
        self._words = lexicon.words
        self.nominatives = Nominatives(lexicon.words, pack.code)
        self._code = pack.code
        self.counted = Remembered(self._count)
        self.count = self.counted.__getitem__
        self._opens = Remembered(self._opens_name)
        self._stems = Remembered(self._all_stems)

    def _count(self, norm: str) -> int:
        found = max(known(norm, self._code), 5 if norm in self._listed else 0)
        if not found and self._grammar.is_definite(norm) and len(norm) > 4:
            found = known(self._grammar.without_article(norm), self._code) // 2
        return found

    def opening_words(self, norms: Iterable[str], short: Collection[tuple[str, ...]]) -> frozenset[str]:
        """Those of the words that may open one of these short names, behind clitics or not."""
        firsts = {name[0] for name in short}
        return frozenset(norm for norm in norms if not self._stems[norm].isdisjoint(firsts))

    def _opens_name(self, norm: str) -> bool:
        return self.count(norm) > 0 or self.opening(norm) is not None

    def is_renowned(self, norm: str) -> bool:
        """Whether a word is a family name that every reader knows, and so stands alone: what follows it is another name."""
        return self._grammar.renowned and not self._stems[norm].isdisjoint(renowned(self._code))

    def _all_stems(self, norm: str) -> frozenset[str]:
        return frozenset(part.stem for part in self._words.parts(norm))

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

    def same(self, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
        """Whether two names in one article are the same person's; the end of a son's name is that of his father."""
        small, large = sorted((a, b), key=len)
        cut = len(large) - len(small)
        if cut > 0 and len(small) > 1 and large[cut:] == small and large[cut - 1] in self._lineage:
            return False
        return same_words(a, b) or _spelled_alike(a, b)

    @property
    def side_words(self) -> Mapping[str, str]:
        """The words that name a side by themselves: short and renowned names of one word, and "our country"."""
        own = self._grammar.own_states[:1]
        told = {word: state for state in own for word in self._grammar.own_country}
        if self._grammar.renowned:
            told |= {name: known.side.id for name, known in renowned(self._code).items()}
        return told | {name[0]: side.id for name, side in self.known_short.items() if len(name) == 1}

    def side(self, name: str) -> Entry | None:
        """For whom a well-known bearer of a name speaks."""
        return people().get(latin(name, self._code))

    def small(self, norm: str) -> bool:
        """Whether a word is a preposition, a particle or a number."""
        return norm in self._small

    def ordinary(self, norm: str) -> bool:
        """Whether a word is frequent in news and hardly ever part of a name."""
        return norm in self._common or norm in self._small

    def _inflected(self, norm: str) -> bool:
        """Whether an unknown word is an ordinary one with an ending, or carries a pronoun as verbs and nouns do."""
        if norm.endswith(self._grammar.pronouns):
            return True
        return any(norm.endswith(ending) and norm.removesuffix(ending) in self._common for ending in self._endings)
