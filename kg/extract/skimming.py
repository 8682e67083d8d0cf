"""Which sentences are worth reading: a glance at every written word, before any of them is cut apart and looked up."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from kg.extract.lexicon import Cls, Entry, Lexicon
from kg.extract.line import Line, read_line
from kg.model import Sentence

# What a written word may be part of; plain numbers, since every word of every article is asked.
_TRIGGER, _SAYING, _PERSON, _SPORT, _QUESTION = 1, 2, 4, 8, 16
_READ = _TRIGGER | _SAYING | _PERSON
_SIGNS = {
    Cls.VERB: _TRIGGER,
    Cls.NOUN: _TRIGGER,
    Cls.SPEECH: _SAYING,
    Cls.PARTICIPLE: _SAYING,
    Cls.ROLE: _PERSON,
    Cls.TITLE: _PERSON,
}
_GATES = {"gate.sport": _SPORT, "gate.question": _QUESTION}
_MUCH_SPORT, _MANY_QUESTIONS = 4, 3


class Glance(NamedTuple):
    """The signs of one written word: alone, and of it with the word behind it, by the spellings that this may have."""

    alone: int
    longer: Mapping[str, int]


class Signs(NamedTuple):
    """What a glance at a sentence shows: signs of its first word, of all its words, and how many words speak of sport."""

    first: int
    all: int
    sport: int


_NOTHING = Glance(0, {})


class Skimmer:
    """Skims articles with one lexicon: what it leaves out tells no event and no statement, and names nobody by title or office."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Remember each written word's signs, since few words make up most of a text."""
        self._lexicon = lexicon
        self._seen: dict[str, Glance] = {}
        self._dull: set[str] = set()

    def read(self, text: str, sentences: Sequence[Sentence], title: str | None = None) -> list[Line]:
        """The sentences to read, cut into words; none where an article tells no event and no statement.

        These are the headline and the first sentence, whatever may tell an event with the sentences around it, verbs of
        saying, and people by their titles and offices, whose short names come later. An article about sport tells nothing
        here; of one that prints what was spoken, question by question or as a speech, the headline alone is read.
        ``title`` is what the page calls an article whose text does not print its headline.
        """
        signs = [self._signs(text, sentence) for sentence in sentences]
        telling = any(sign.all & (_TRIGGER | _SAYING) for sign in signs)
        sporting = sum(sign.sport for sign in signs) >= _MUCH_SPORT
        if not telling or sporting:
            return []
        if self._is_titled_as_spoken(text, sentences[0], title) or self._asks(text, sentences, signs):
            return [read_line(text, one, n, self._lexicon) for n, one in enumerate(sentences) if one.paragraph < 0]
        return [read_line(text, sentences[n], n, self._lexicon) for n in _chosen(sentences, signs)]

    def _is_titled_as_spoken(self, text: str, first: Sentence, title: str | None) -> bool:
        """Whether the headline says that an article prints what was spoken: it talks about events, it tells none."""
        if first.paragraph >= 0:
            text, first = title or "", Sentence(0, len(title or ""), -1)
        line = read_line(text, first, 0, self._lexicon)
        return line.has_marker("gate.spoken", 0, len(line.tokens))

    def _asks(self, text: str, sentences: Sequence[Sentence], signs: Sequence[Signs]) -> bool:
        """Whether an article prints what was spoken question by question."""
        asking = (n for n, sign in enumerate(signs) if sign.first & _QUESTION)
        asked = (n for n in asking if read_line(text, sentences[n], n, self._lexicon).marker(0, "gate.question"))
        return len(list(islice(asked, _MANY_QUESTIONS))) == _MANY_QUESTIONS

    def _signs(self, text: str, sentence: Sentence) -> Signs:
        words = self._lexicon.words.written(text, sentence.start, sentence.end)
        found = first = sport = 0
        dull = self._dull
        for number in [number for number, word in enumerate(words) if word not in dull]:
            glance = self._seen.get(words[number]) or self._glance(words[number])
            sign = glance.alone
            if glance.longer and number + 1 < len(words):
                sign |= self._with_next(glance, words[number + 1])
            found |= sign
            sport += sign & _SPORT > 0
            first = first if number else sign
        return Signs(first, found, sport)

    def _with_next(self, glance: Glance, word: str) -> int:
        norm = self._lexicon.words.fold(word)
        sign = glance.longer.get(norm, 0)
        for key in self._lexicon.words.stems(norm):
            sign |= glance.longer.get(key, 0)
        return sign

    def _glance(self, word: str) -> Glance:
        alone, longer = 0, dict[str, int]()
        for norm in self._lexicon.words.norms(word):
            openings = self._lexicon.openings(norm)
            if openings is None:
                continue
            for candidate in openings.single:
                alone |= _sign(candidate.entry)
            for key, found in openings.longer.items():
                for candidate in found:
                    longer[key] = longer.get(key, 0) | _sign(candidate.entry)
        longer = {key: sign for key, sign in longer.items() if sign}
        if not alone and not longer:
            self._dull.add(word)
            return _NOTHING
        return self._seen.setdefault(word, Glance(alone, longer))


def _sign(entry: Entry) -> int:
    return _GATES.get(entry.key, 0) if entry.cls is Cls.MARKER else _SIGNS.get(entry.cls, 0)


def _chosen(sentences: Sequence[Sentence], signs: Sequence[Signs]) -> list[int]:
    opening = next((n for n, sentence in enumerate(sentences) if sentence.paragraph >= 0), 0)
    near = {n + step for n, sign in enumerate(signs) if sign.all & _TRIGGER for step in (-1, 0, 1)}
    return [n for n, sign in enumerate(signs) if n <= opening or n in near or sign.all & _READ]
