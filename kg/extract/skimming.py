"""Which sentences are worth reading: a glance at every written word, before any of them is cut apart and looked up."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from kg.extract.entries import PAIR, Cls, Entry
from kg.extract.lexicon import Lexicon
from kg.extract.line import Line, read_line
from kg.model import Sentence

# What a written word may be part of; plain numbers, since every word of every article is asked.
_TRIGGER, _SAYING, _PERSON, _SPORT, _QUESTION = 1, 2, 4, 8, 16
_SIGNS = {
    Cls.VERB: _TRIGGER,
    Cls.NOUN: _TRIGGER,
    Cls.SPEECH: _SAYING,
    Cls.PARTICIPLE: _SAYING,
    Cls.ROLE: _PERSON,
    Cls.TITLE: _PERSON,
}
# What names a state or a body, as a city does that lies in a state.
_NAMED = (Cls.STATE, Cls.ADJECTIVE, Cls.ORGANIZATION)
# "His counterpart" is of another side than he.
_COUNTERPART = "refer.counterpart"
_GATES = {"gate.sport": _SPORT, "gate.question": _QUESTION}
_MUCH_SPORT, _MANY_QUESTIONS = 4, 3
# How the keys begin of words that show whose own officials an article names without their state.
_HOME = "home."
_NOBODY = frozenset[str]()


class Sign(NamedTuple):
    """What a word or a phrase may mean, and the states and bodies that it may name."""

    meaning: int
    sides: frozenset[str]


class Glance(NamedTuple):
    """The signs of one written word: alone, and of it with the word behind it, by the spellings that this may have."""

    alone: Sign
    longer: Mapping[str, Sign]


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


_NO_SIGN = Sign(0, _NOBODY)
_NOTHING = Glance(_NO_SIGN, {})
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

    def read(self, text: str, sentences: Sequence[Sentence], title: str | None = None) -> Skimmed:
        """The sentences to read, cut into words; none where an article tells no event and no statement.

        These are the headline and the first sentence, whatever may tell an event with the sentences around it, verbs of
        saying, and people by their titles and offices, whose short names come later. An article about sport tells nothing
        here; of one that prints what was spoken, question by question or as a speech, the headline alone is read.
        ``title`` is what the page calls an article whose text does not print its headline.
        """
        signs = [self._signs(text, sentence) for sentence in sentences]
        abroad = self._is_abroad(_NOBODY.union(*(sign.sides for sign in signs)))
        telling = any(sign.all & (_TRIGGER * abroad | _SAYING) for sign in signs)
        sporting = sum(sign.sport for sign in signs) >= _MUCH_SPORT
        if not telling or sporting:
            return _UNREAD
        if self._is_titled_as_spoken(text, sentences[0], title) or self._asks(text, sentences, signs):
            chosen = [n for n, one in enumerate(sentences) if one.paragraph < 0]
        else:
            chosen = _chosen(sentences, signs, abroad=abroad)
        return Skimmed([read_line(text, sentences[n], n, self._lexicon) for n in chosen], abroad)

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
        asking = (n for n, sign in enumerate(signs) if sign.first & _QUESTION)
        asked = (n for n in asking if read_line(text, sentences[n], n, self._lexicon).marker(0, "gate.question"))
        return len(list(islice(asked, _MANY_QUESTIONS))) == _MANY_QUESTIONS

    def _signs(self, text: str, sentence: Sentence) -> Signs:
        words = self._lexicon.words.written(text, sentence.start, sentence.end)
        found = first = sport = 0
        sides, dull = _NOBODY, self._dull
        for number in [number for number, word in enumerate(words) if word not in dull]:
            glance = self._seen.get(words[number]) or self._glance(words[number])
            meaning, named = glance.alone
            if glance.longer and number + 1 < len(words):
                meaning, named = self._with_next(glance, words[number + 1])
            found |= meaning
            sport += meaning & _SPORT > 0
            first = first if number else meaning
            sides = sides | named if named else sides
        return Signs(first, found, sport, sides)

    def _with_next(self, glance: Glance, word: str) -> Sign:
        norm, longer = self._lexicon.words.fold(word), glance.longer
        stems = self._lexicon.words.stems[norm]
        if norm not in longer and longer.keys().isdisjoint(stems):
            return glance.alone
        return _together([glance.alone, *(longer[key] for key in {norm, *stems} if key in longer)])

    def _names(self, word: str, norm: str) -> frozenset[str]:
        """The words for a side that a word may be: itself, and, where names bend and have a capital letter, what it is a form of."""
        plug, known = self._lexicon.words.morphology, self._side_words
        alone = frozenset((norm,)) if norm in known else _NOBODY
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
            alone += [_sign(candidate.entry) for candidate in openings.single]
            for key, found in openings.longer.items():
                longer.setdefault(key, []).extend(_sign(candidate.entry) for candidate in found)
        phrases = {key: sign for key, signs in longer.items() if (sign := _together(signs)) != _NO_SIGN}
        sign = _together(alone) if alone else _NO_SIGN
        if not phrases and sign == _NO_SIGN:
            self._dull.add(word)
            return _NOTHING
        return self._seen.setdefault(word, Glance(sign, phrases))


def _sign(entry: Entry) -> Sign:
    if entry.cls is Cls.MARKER:
        own = entry.key.removeprefix(_HOME) if entry.key.startswith(_HOME) else ""
        told = f"state/{own.upper()}" if own else entry.key if entry.key == _COUNTERPART else ""
        return Sign(_GATES.get(entry.key, 0), frozenset((told,)) if told else _NOBODY)
    if entry.key == PAIR:
        return Sign(0, frozenset(entry.name.split("|")))
    side = entry.key if entry.cls in _NAMED else entry.country if entry.cls is Cls.CITY else None
    return Sign(_SIGNS.get(entry.cls, 0), frozenset((side,)) if side else _NOBODY)


def _together(signs: list[Sign]) -> Sign:
    meaning = 0
    for sign in signs:
        meaning |= sign.meaning
    return Sign(meaning, _NOBODY.union(*(sign.sides for sign in signs)))


def _chosen(sentences: Sequence[Sentence], signs: Sequence[Signs], *, abroad: bool) -> list[int]:
    opening = next((n for n, sentence in enumerate(sentences) if sentence.paragraph >= 0), 0)
    telling = [n for n, sign in enumerate(signs) if abroad and sign.all & _TRIGGER]
    near = {n + step for n in telling for step in (-1, 0, 1)}
    return [n for n, sign in enumerate(signs) if n <= opening or n in near or sign.all & (_SAYING | _PERSON)]
