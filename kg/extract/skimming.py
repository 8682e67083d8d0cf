"""Which sentences are worth reading: a glance at every written word, before any of them is cut apart and looked up."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from kg.extract.entries import Cls
from kg.extract.lexicon import Lexicon
from kg.extract.line import Line, read_line
from kg.extract.signs import (
    NO_SIGN,
    NOBODY,
    NOTHING,
    PERSON,
    QUESTION,
    SAYING,
    SPORT,
    TRIGGER,
    Glance,
    Sign,
    sign_of,
    together,
)
from kg.model import Sentence

_MUCH_SPORT, _MANY_QUESTIONS = 4, 3


class Signs(NamedTuple):
    """What a glance at a sentence shows: the meanings of its first word and of all its words, how many words speak of sport, and sides."""

    first: int
    all: int
    sport: int
    sides: frozenset[str]


class Skimmed(NamedTuple):
    """The sentences of an article that are worth reading, and whether it is about more sides than one.

    News that name one state alone, and nobody abroad, tell of home affairs: they have statements, but no occasion of diplomacy.
    """

    lines: list[Line]
    abroad: bool


_UNREAD = Skimmed([], abroad=False)
_SIDES = 2


class Skimmer:
    """Skims articles with one lexicon: what it leaves out tells no event and no statement, and names nobody by title or office."""

    def __init__(self, lexicon: Lexicon, side_words: Mapping[str, str] | None = None) -> None:
        """Remember each written word's signs, since few words make up most of a text.

        ``side_words`` are words that name no state and yet a side: "our country", and whom a table tells by a short name.
        """
        self._lexicon = lexicon
        self._side_words = side_words or {}
        self._names_states = any(entry.cls is Cls.STATE for found in lexicon.index.values() for _, entry in found)
        plug = lexicon.words.morphology
        names = self._side_words if plug is not None else ()
        self._beginnings = frozenset(b for name in names if plug for b in plug.beginnings(name, lemma=True))
        self._seen: dict[str, Glance] = {}
        self._dull: set[str] = set()

    def read(
        self, text: str, sentences: Sequence[Sentence], title: str | None = None, *, beside: bool = False
    ) -> Skimmed:
        """The sentences to read, cut into words; none where an article tells no event and no statement.

        These are the headline and the first sentence, whatever may tell an event with the sentences around it, verbs of
        saying, and people by their titles and offices, whose short names come later. An article about sport tells nothing
        here; of one that prints what was spoken, question by question or as a speech, the headline alone is read.
        ``title`` is what the page calls an article whose text does not print its headline. Where the headline stands
        ``beside`` the text, it is read last and for its events alone, under numbers below 0: the text is read as it is without it.
        """
        signs = [self._signs(text, sentence) for sentence in sentences]
        abroad = self._is_abroad(NOBODY.union(*(sign.sides for sign in signs)))
        telling = any(sign.all & (TRIGGER * abroad | SAYING) for sign in signs)
        sporting = sum(sign.sport for sign in signs) >= _MUCH_SPORT
        if not telling or sporting:
            return _UNREAD
        if self._is_titled_as_spoken(text, sentences[0], title) or self._asks(text, sentences, signs):
            chosen = [n for n, one in enumerate(sentences) if one.paragraph < 0]
        else:
            chosen = _chosen(sentences, signs, abroad=abroad)
        before = sum(one.paragraph < 0 for one in sentences) if beside else 0
        if before:
            chosen = [n for n in chosen if n >= before] + [n for n in chosen if n < before and signs[n].all & TRIGGER]
        return Skimmed([read_line(text, sentences[n], n - before, self._lexicon) for n in chosen], abroad)

    def _is_abroad(self, sides: frozenset[str]) -> bool:
        """Whether news of these sides may tell of an occasion between two: one is enough where the writer's own goes unsaid."""
        own, unsaid = self._lexicon.grammar.own_states, self._lexicon.grammar.own_unsaid
        if not self._names_states or len(sides) >= _SIDES:
            return True
        return bool((own or unsaid) and sides.difference(own))

    def _is_titled_as_spoken(self, text: str, first: Sentence, title: str | None) -> bool:
        """Whether the headline says that an article prints what was spoken: it talks about events, it tells none."""
        if first.paragraph >= 0:
            text, first = title or "", Sentence(0, len(title or ""), -1)
        line = read_line(text, first, 0, self._lexicon)
        declared = line.has_marker("gate.declared", 0, len(line.norms)) and not line.at_any(Cls.VERB, Cls.NOUN)
        return declared or line.has_marker("gate.spoken", 0, len(line.norms))

    def _asks(self, text: str, sentences: Sequence[Sentence], signs: Sequence[Signs]) -> bool:
        """Whether an article prints what was spoken question by question."""
        asking = (n for n, sign in enumerate(signs) if sign.first & QUESTION)
        asked = (n for n in asking if read_line(text, sentences[n], n, self._lexicon).marker(0, "gate.question"))
        return len(list(islice(asked, _MANY_QUESTIONS))) == _MANY_QUESTIONS

    def _signs(self, text: str, sentence: Sentence) -> Signs:
        words = self._lexicon.words.written(text, sentence.start, sentence.end)
        found = first = sport = 0
        sides, dull = NOBODY, self._dull
        for number in [number for number, word in enumerate(words) if word not in dull]:
            glance = self._seen.get(words[number]) or self._glance(words[number])
            meaning, named = glance.alone
            if glance.longer and number + 1 < len(words):
                meaning, named = self._with_next(glance, words[number + 1])
            found |= meaning
            sport += meaning & SPORT > 0
            first = first if number else meaning
            sides = sides | named if named else sides
        return Signs(first, found, sport, sides)

    def _with_next(self, glance: Glance, word: str) -> Sign:
        norm, longer = self._lexicon.words.fold(word), glance.longer
        stems = self._lexicon.words.stems[norm]
        if norm not in longer and longer.keys().isdisjoint(stems):
            return glance.alone
        return together([glance.alone, *(longer[key] for key in {norm, *stems} if key in longer)])

    def _names(self, word: str, norm: str) -> frozenset[str]:
        """The words for a side that a word may be: itself, and, where names bend and have a capital letter, what it is a form of."""
        plug, known = self._lexicon.words.morphology, self._side_words
        alone = frozenset((norm,)) if norm in known else NOBODY
        if plug is None or not word[0].isupper() or self._beginnings.isdisjoint(plug.beginnings(norm)):
            return alone
        return alone.union(name for name in self._lexicon.words.stems[norm] if name in known)

    def _glance(self, word: str) -> Glance:
        alone, longer = list[Sign](), dict[str, list[Sign]]()
        for norm in self._lexicon.words.norms(word):
            alone += [Sign(0, frozenset((self._side_words[name],))) for name in self._names(word, norm)]
            openings = self._lexicon.opened[norm]
            if openings is None:
                continue
            alone += [sign_of(candidate.entry) for candidate in openings.single]
            for key, found in openings.longer.items():
                longer.setdefault(key, []).extend(sign_of(candidate.entry) for candidate in found)
        phrases = {key: sign for key, signs in longer.items() if (sign := together(signs)) != NO_SIGN}
        sign = together(alone) if alone else NO_SIGN
        if not phrases and sign == NO_SIGN:
            self._dull.add(word)
            return NOTHING
        return self._seen.setdefault(word, Glance(sign, phrases))


def _chosen(sentences: Sequence[Sentence], signs: Sequence[Signs], *, abroad: bool) -> list[int]:
    opening = next((n for n, sentence in enumerate(sentences) if sentence.paragraph >= 0), 0)
    telling = [n for n, sign in enumerate(signs) if abroad and sign.all & TRIGGER]
    near = {n + step for n in telling for step in (-1, 0, 1)}
    return [n for n, sign in enumerate(signs) if n <= opening or n in near or sign.all & (SAYING | PERSON)]
