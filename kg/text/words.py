"""Words as a lexicon sees them: folded spellings, and the ways to take a written word apart (clitics, article, endings)."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple, TypeVar

from kg.lang import Pack
from kg.text.morphology import Morphology
from kg.text.plugs import morphology

_MARKS = "".join(chr(c) for c in range(0x0300, 0x0700) if unicodedata.category(chr(c)) == "Mn")
# Possessive, and letters in runs: nothing here can match in two ways, so nothing need be tried twice.
_WORD = rf"[^\W\d_][^\W_]*+(?:(?:[{_MARKS}ـ\u200c'’-](?=[^\W_])|[{_MARKS}])[^\W_]*+)*+"
_TOKEN = re.compile(rf"{_WORD}|\d+(?:[.,:/]\d+)*|[^\w\s\u200c]|_")


Known = TypeVar("Known")
_MOST = 100_000


class Token(NamedTuple):
    """A word or a sign: its place in the untouched text and its folded spelling. A tuple, since every word makes one."""

    start: int
    end: int
    norm: str


class Remembered(dict[str, Known]):
    """What is known of words, each worked out when it is first asked for: the lookup itself costs less than any call."""

    def __init__(self, work_out: Callable[[str], Known]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> Known:
        """Work out what is known of a new word; beyond so many words all are forgotten, to bound the memory."""
        found = self._work_out(word)
        if len(self) >= _MOST:
            self.clear()
        self[word] = found
        return found


class Part(NamedTuple):
    """One way to read a written word: conjunction, preposition and article taken off, what is left, and how much was guessed.

    ``cost`` orders the readings: 0 is the word as it stands.
    """

    conjunction: str
    preposition: str
    definite: bool
    stem: str
    cost: int


class Head(NamedTuple):
    """What may be written before a word, and what stands there instead of it in the word itself (an article that it hides)."""

    letters: str
    conjunction: str
    preposition: str
    definite: bool
    instead: str
    cost: int


class Words:
    """Folding and taking apart, for one language pack. Results are remembered, since few words make up most of a text."""

    def __init__(self, pack: Pack) -> None:
        head = pack.table("pack")
        letters: Mapping[str, Mapping[str, str]] = head.get("letters", {})
        clitics = head.get("clitics", {})
        self._fold = {ord(a): b for a, b in letters.get("fold", {}).items()} | {ord(c): None for c in _MARKS + "ـ"}
        self._swap = dict(letters.get("swap_last", {}))
        self._conjunctions = ["", *clitics.get("conjunctions", [])]
        self._prepositions = ["", *clitics.get("prepositions", [])]
        self._definite: str = clitics.get("definite", "")
        self._melted: Mapping[str, list[str]] = clitics.get("melted", {})
        self._heads = self._by_letter()
        self._endings: tuple[str, ...] = tuple(clitics.get("noun_endings", ()))
        plug = head.get("morphology", {}).get("plug")
        self.morphology: Morphology | None = morphology(plug) if plug else None
        self.case_endings = [_case_ending(rule) for rule in head.get("morphology", {}).get("endings", [])]
        self._enclitics: tuple[str, ...] = tuple(clitics.get("enclitics", ()))
        self.folded = Remembered(self._fold_word)
        self.fold = self.folded.__getitem__
        self.readings = Remembered(self._take_apart)
        self.parts = self.readings.__getitem__
        self.stems = Remembered(self._noun_stems)

    def _fold_word(self, word: str) -> str:
        return word.translate(self._fold).casefold()

    def phrase(self, text: str) -> tuple[str, ...]:
        """A lexicon phrase as the folded words it is looked up by."""
        return tuple(token.norm for token in self.tokens(text, 0, len(text)))

    def written(self, text: str, start: int, end: int) -> list[str]:
        """The words and signs of ``text[start:end]`` as they are written, ends that stand for words of their own included."""
        found: list[str] = _TOKEN.findall(text, start, end)
        return found

    def norms(self, word: str) -> list[str]:
        """The folded spellings of one written word, and of the end that stands for a word of its own."""
        if word.endswith(self._enclitics) and len(word) > 1:
            return [self.fold(piece) for piece in self._pieces(word)]
        return [self.fold(word)]

    def apart(self, text: str, start: int, end: int) -> list[str]:
        """The words and signs of ``text[start:end]`` as they are written, ends that stand for words of their own apart."""
        words, enclitics = self.written(text, start, end), self._enclitics
        if not enclitics:
            return words
        found: list[str] = []
        for word in words:
            if word.endswith(enclitics) and len(word) > 1:
                found += self._pieces(word)
            else:
                found.append(word)
        return found

    def tokens(self, text: str, start: int, end: int) -> list[Token]:
        """The words and signs of ``text[start:end]``."""
        return self.placed(text, start, self.apart(text, start, end))

    def placed(self, text: str, start: int, words: Iterable[str]) -> list[Token]:
        """Words as they are written from ``start`` on, with their places: nothing but blanks stands between them."""
        folded, find, found = self.folded, text.index, list[Token]()
        for word in words:
            first = find(word, start)
            start = first + len(word)
            found.append(Token(first, start, folded[word]))
        return found

    def _pieces(self, word: str) -> list[str]:
        """A written word and, apart, what is written at its end and stands for a word of its own ("Syria's")."""
        tail = next((tail for tail in self._enclitics if word.endswith(tail) and len(word) > len(tail)), "")
        return [word[: len(word) - len(tail)], tail] if tail else [word]

    def _noun_stems(self, norm: str) -> frozenset[str]:
        """What a word may be without article and ending, when no conjunction or preposition is written before it."""
        return frozenset(part.stem for part in self.parts(norm) if not part.preposition and not part.conjunction)

    def _take_apart(self, norm: str) -> tuple[Part, ...]:
        found: dict[tuple[str, str, bool, str], int] = {}
        for stem, guessed in self._variants(norm):
            found.setdefault(("", "", False, stem), guessed)
        for head in self._heads.get(norm[:1], ()):
            if norm.startswith(head.letters) and len(norm) - len(head.letters) > 1:
                for stem, guessed in self._variants(head.instead + norm[len(head.letters) :]):
                    found.setdefault((head.conjunction, head.preposition, head.definite, stem), head.cost + guessed)
        for lemma in self.morphology.lemmas(norm) if self.morphology is not None and norm[:1].isalpha() else ():
            found.setdefault(("", "", False, lemma), 1)
        parts = [Part(*key, cost) for key, cost in found.items()]
        return tuple(sorted(parts, key=_cost)) if len(parts) > 1 else tuple(parts)

    def _by_letter(self) -> Mapping[str, list[Head]]:
        """All that may be written before a word, by its first letter: few words begin with any of these."""
        found: dict[str, list[Head]] = {}
        for conjunction in self._conjunctions:
            for head in self._behind(conjunction):
                if head.letters:
                    found.setdefault(head.letters[0], []).append(head)
        return found

    def _behind(self, conjunction: str) -> Iterator[Head]:
        """What may be written before a word with a conjunction at its head, or with none."""
        for preposition in self._prepositions:
            letters, cost = conjunction + preposition, bool(conjunction) + bool(preposition)
            yield Head(letters, conjunction, preposition, False, "", cost)
            if self._definite:
                yield Head(letters + self._definite, conjunction, preposition, True, "", cost + 1)
        for written, (preposition, article) in self._melted.items():
            letters, cost = conjunction + written, bool(conjunction) + bool(preposition)
            yield Head(letters, conjunction, preposition, False, article, cost)
            yield Head(letters, conjunction, preposition, True, "", cost + 1)

    def _variants(self, stem: str) -> list[tuple[str, int]]:
        out = [(stem, 0)]
        if len(stem) > 3 and stem.endswith(self._endings):
            out += [(stem.removesuffix(ending), 1) for ending in self._endings if stem.endswith(ending)]
        if stem and stem[-1] in self._swap and len(stem) > 2:
            out.append((stem[:-1] + self._swap[stem[-1]], 2))
        return out


_cost = attrgetter("cost")


def _case_ending(rule: str) -> tuple[str, str, str, str]:
    """A rule such as "ой а femn ablt": ending, what the nominative has instead, gender, case."""
    ending, instead, gender, case = rule.split()
    return ending, instead.replace("-", ""), gender, case
