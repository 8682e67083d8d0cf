"""Noun phrases that name a topic by their own words: a known concept or a head such as "crisis", with what belongs to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.entries import Cls
from kg.extract.line import Hit, Line
from kg.extract.scene import Scene
from kg.lang import Pack
from kg.model import Kind, Named, Span
from kg.text.words import Words

_MOST_AHEAD, _MOST_BEHIND, _MOST_NOUNS = 3, 4, 6
_PLACES = (Cls.STATE, Cls.CITY, Cls.ADJECTIVE)
_ENDING = (Cls.VERB, Cls.LIGHT, Cls.SPEECH, Cls.PARTICIPLE, Cls.ROLE, Cls.TITLE, Cls.NOUN, Cls.SMALL, Cls.DELEGATION)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a language builds such phrases; the head of ``[topics]`` in ``pack.toml`` says what each is for."""

    ahead: bool
    owner: bool
    endings: tuple[str, ...]
    within: frozenset[str]


def read_shape(pack: Pack, words: Words) -> Shape:
    """The shape of a pack's phrases; without a table there is nothing but the heads themselves."""
    data = pack.table("pack").get("topics", {})
    return Shape(
        ahead=data.get("ahead", False),
        owner=data.get("owner", False),
        endings=tuple(map(words.fold, data.get("endings", ()))),
        within=frozenset(map(words.fold, data.get("within", ()))),
    )


def _inside_stop(line: Line, word: int) -> bool:
    """Whether a word is part of a phrase such as "in connection with"."""
    return any(stop.first < word < stop.last for stop in line.marks.get("topic.stop", ()))


class Phrases:
    """Finds the phrases of a sentence with the tables of one pack."""

    def __init__(self, shape: Shape, vague: frozenset[str]) -> None:
        """``vague`` are words that don't say which crisis is meant ("latest")."""
        self._shape = shape
        self._vague = vague

    def read(self, scene: Scene, first: int, last: int) -> Iterator[Named]:
        """The phrases that begin in ``[first, last)``, none inside another."""
        if "topic.heads" not in scene.line.marks and not scene.line.at_any(Cls.TOPIC):
            return
        word = first
        while word < last:
            hit = self._head(scene, word)
            found = self._around(scene, hit, first, last) if hit is not None else None
            if hit is None or found is None:
                word += 1
                continue
            yield found
            word = max(hit.last, self._end(scene, hit, last))

    def _head(self, scene: Scene, word: int) -> Hit | None:
        hit = scene.line.at(word, Cls.TOPIC) or scene.line.marker(word, "topic.heads")
        return hit if hit is not None and not self._named(scene, word) and not _inside_stop(scene.line, word) else None

    def _around(self, scene: Scene, hit: Hit, first: int, last: int) -> Named | None:
        start, end, line = self._start(scene, hit, first), self._end(scene, hit, last), scene.line
        known = hit.entry.cls is Cls.TOPIC
        if not known and not self._tells(line, (*range(start, hit.first), *range(hit.last, end))):
            return None
        span = line.bare_span(hit, end)
        if start < hit.first:
            span = Span.of(line.text, line.tokens[start].start, span.end)
        return Named(span, hit.entry.name, hit.entry.key) if known else Named(span, span.text)

    def _tells(self, line: Line, words: Iterable[int]) -> bool:
        """Whether the words beside a head say which crisis or which ties are meant: a place, an adjective, another known noun."""
        return any(
            line.at(word, *_PLACES, Cls.TOPIC, Cls.PROCESS) is not None or line.norm(word).endswith(self._shape.endings)
            for word in words
            if line.norm(word) not in self._vague
        )

    def _start(self, scene: Scene, hit: Hit, first: int) -> int:
        word = hit.first
        while self._shape.ahead and word > first and hit.first - word < _MOST_AHEAD:
            if self._modifies(scene, word - 1):
                word -= 1
            elif self._and(scene.line, word - 1) and word - 2 >= first and self._modifies(scene, word - 2):
                word -= 2
            else:
                break
        return word

    def _and(self, line: Line, word: int) -> bool:
        return line.norm(word) in line.grammar.joiners - line.grammar.commas

    def _modifies(self, scene: Scene, word: int) -> bool:
        """Whether a word is an adjective, a state or a concept that stands before a head ("trade ties")."""
        line = scene.line
        if self._named(scene, word) or line.at(word, Cls.SMALL) is not None:
            return False
        if line.at(word, Cls.ADJECTIVE, Cls.STATE, Cls.TOPIC) is not None:
            return True
        norm = line.norm(word)
        two_states = "-" in norm and line.text[line.tokens[word].start].isupper()
        return two_states or (len(norm) > 4 and norm.endswith(self._shape.endings) and line.at(word, *_ENDING) is None)

    def _end(self, scene: Scene, hit: Hit, last: int) -> int:
        line = scene.line
        owner = self._shape.owner and hit.entry.cls is Cls.MARKER
        word = self._chain(scene, hit.last, last, owner=owner)
        if line.norm(word) in self._shape.within and word + 1 < last:
            behind = word + 1 + (line.norm(word + 1) in line.grammar.articles)
            ahead = self._shape.ahead
            end = self._nouns(scene, behind, last) if ahead else self._chain(scene, behind, last, owner=True)
            if end > behind:
                word = end
        return word

    def _nouns(self, scene: Scene, first: int, last: int) -> int:
        """Where the nouns behind a preposition end whose modifiers stand ahead; nowhere where they are too many to be one."""
        word = first
        while word < last and self._plain(scene, word):
            place = scene.line.at(word, *_PLACES)
            word = self._with_second_place(scene, place.last) if place is not None else word + 1
        return word if word - first <= _MOST_NOUNS else first

    def _chain(self, scene: Scene, first: int, last: int, *, owner: bool) -> int:
        """Where the words end that belong to a noun before ``first``; ``owner`` allows any plain noun as the first of them."""
        line, word = scene.line, first
        while word < min(last, first + _MOST_BEHIND) and self._plain(scene, word):
            place = line.at(word, *_PLACES)
            joined = place is not None and bool(place.part.conjunction)
            if place is not None and (not joined or line.at(word - 1, *_PLACES) is not None):
                word = place.last
            elif (topic := line.at(word, Cls.TOPIC)) is not None:
                word = topic.last
            elif (word == first and owner) or self._describes(scene, word):
                word += 1
            else:
                break
            word = self._with_second_place(scene, word)
        return word

    def _with_second_place(self, scene: Scene, word: int) -> int:
        """Behind a place, the word behind a second one that an "and" of its own joins: "between Iran and the United States"."""
        line = scene.line
        second = word + 1 + (line.norm(word + 1) in line.grammar.articles)
        if not self._and(line, word) or not any(line.at(back, *_PLACES) for back in (word - 1, word - 2, word - 3)):
            return word
        place = line.at(second, *_PLACES)
        return word if place is None or self._named(scene, second) else place.last

    def _describes(self, scene: Scene, word: int) -> bool:
        line, norm = scene.line, scene.line.norm(word)
        if line.grammar.definite:
            return line.grammar.is_definite(norm)
        return not self._shape.ahead and norm.endswith(self._shape.endings)

    def _plain(self, scene: Scene, word: int) -> bool:
        line = scene.line
        if not line.norm(word)[:1].isalpha() or self._named(scene, word) or scene.dated(word):
            return False
        if line.at(word, *_PLACES, Cls.TOPIC) is not None:
            return True
        if not scene.cast.names.nominatives.bends(line.norm(word)):
            return False
        markers = (hit for hit in line.hits[word] if hit.entry.cls is Cls.MARKER and hit.part.cost == 0)
        ends = any(not hit.entry.key.startswith("topic.heads") for hit in markers)
        return not ends and line.at(word, *_ENDING) is None

    def _named(self, scene: Scene, word: int) -> bool:
        """Whether a word belongs to the mention of a person, an office or a body."""
        return any(p.figure.first <= word < p.figure.last and p.figure.kind is not Kind.COUNTRY for p in scene.parties)
