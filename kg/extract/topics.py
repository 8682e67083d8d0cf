"""What was talked about: the noun phrases behind "on" and "to discuss", cut into topics."""

from kg.extract.entries import Cls, Frame
from kg.extract.grammar import Grammar
from kg.extract.line import Hit, Line
from kg.extract.lists import Lists
from kg.extract.phrases import Shape
from kg.extract.scene import Scene
from kg.extract.topicends import hangs_in_object, is_subject, list_end, list_start, lists_on, opener_before
from kg.extract.topicruns import free_runs, is_taken
from kg.extract.trimming import Opening
from kg.model import Kind, Named, Span

_LONGEST, _PHRASE, _MANY = 12, 2, 3
_LONG = 6
_POINTING = ("refer.each_other", "refer.both")


class Topics:
    """Cuts topics out of sentences with the words of one pack."""

    def __init__(self, grammar: Grammar, shape: Shape, opening: Opening, alike: frozenset[str]) -> None:
        self._grammar = grammar
        self._lists = Lists(grammar, shape)
        self._opening = opening
        self._alike = alike

    def opened(self, scene: Scene, first: int, last: int) -> list[Named]:
        """Topics behind every opener ("on", "to discuss") in ``[first, last)``."""
        found: list[Named] = []
        for word in range(first, last):
            hit = scene.line.marker(word, "topic.open")
            if hit is not None and not scene.covered(word) and opens(scene, hit):
                found += self.listed(scene, hit.last, last)
                break
        return found

    def behind(self, scene: Scene, hit: Hit, frame: Frame, last: int) -> list[Named]:
        """Topics that a preposition of the noun's own brings in: "talks on", unless it opens something longer ("on the phone")."""
        line = scene.line
        for word in range(hit.last, min(last, hit.last + _LONGEST)):
            longer = any(found.last > word + 1 for found in line.hits[word]) or scene.covered(word)
            if line.norm(word) in frame.about and not longer:
                return self.listed(scene, word + 1, last) or self._state(line, word + 1)
        return []

    def _state(self, line: Line, word: int) -> list[Named]:
        """A state that talks are said to be on, by a noun's own preposition, where cases keep it from being a place ("talks on X")."""
        hit = line.at(word, Cls.STATE) if self._grammar.inverted else None
        return [named(line, word, hit.last)] if hit is not None else []

    def objects(self, scene: Scene, first: int, last: int) -> list[Named]:
        """Topics that are the bare object of "to discuss": what is left of ``[first, last)`` without persons, dates and places."""
        found: list[Named] = []
        for start, end in free_runs(scene, first, last):
            found += self.listed(scene, start, end)
        return found

    def ahead(self, scene: Scene, first: int, verb: Hit) -> list[Named]:
        """Topics that are the object of a verb that stands last: the words before its object marker, or right before it."""
        line = scene.line
        marks = [word for word in range(first, verb.first) if line.norm(word) in line.grammar.object_marks]
        if not marks and verb.last - verb.first < _PHRASE:
            return []
        last = start = marks[-1] if marks else verb.first
        while start > first:
            before = opener_before(line, start)
            inside = hangs_in_object(scene, first, before) or (marks and lists_on(line, before, last))
            if not (inside or (before == start - 1 and self._belongs(scene, before))):
                break
            start = before
        return self.listed(scene, start, last) if last > start else []

    def _belongs(self, scene: Scene, word: int) -> bool:
        """Whether a word may be part of the object of a verb that stands last: no sign, and not the occasion itself."""
        line = scene.line
        occasion = line.at(word, Cls.NOUN) is not None and not any(
            hit.first <= word < hit.last for hit in line.all(Cls.PROCESS)
        )
        return not (occasion or is_taken(scene, word) or is_subject(scene, word)) and line.norm(word)[:1].isalpha()

    def listed(self, scene: Scene, first: int, last: int) -> list[Named]:
        """The topics of a list that begins at ``first`` and ends with the clause, a verb or a word such as "during"."""
        first = list_start(scene, first, last)
        end = list_end(scene, first, last)
        cut = list(self._lists.cut(scene, first, end))
        many = len(cut) >= _MANY
        items = (self._item(scene, start, stop, joined, many=many) for start, stop, joined in cut)
        return [item for item in items if item is not None]

    def key(self, topic: Named) -> str:
        """What a topic is compared by: its words without a head that says nothing of its own."""
        first, _, rest = topic.name.partition(" ")
        return rest if rest and first in self._alike else topic.name

    def _item(self, scene: Scene, first: int, last: int, joined: bool, *, many: bool) -> Named | None:
        line, opening = scene.line, first
        first = self._opened_at(line, first, last, self._opening.trim)
        last = min(last, first + _LONGEST)
        while last > first and (not line.norm(last - 1)[:1].isalnum() or self._dangling(line, last - 1)):
            last -= 1
        alone = many and last - first == 1 and self._may_stand_alone(scene, first)
        if last <= first or self._dangling(line, first) or not (alone or self._tells(scene, first, last)):
            return None
        bare = self._opened_at(line, first, last, self._opening.trim | self._opening.strip)
        first = bare if last - bare >= _PHRASE and self._tells(scene, bare, last) else first
        if self._is_empty(scene, first, last):
            return None
        return named(line, first, last, cut=joined and first == opening)

    def _may_stand_alone(self, scene: Scene, word: int) -> bool:
        """Whether a noun is a topic in a list of several, where no article shows that it is one."""
        norm = scene.line.norm(word)
        noun = len(norm) >= _LONG and scene.plain(word) and scene.cast.names.nominatives.bends(norm)
        return not self._grammar.definite and noun

    def _opened_at(self, line: Line, first: int, last: int, opening: frozenset[str]) -> int:
        """Where a phrase begins without the signs, the "and" and the words that only open it."""
        while first < last:
            norm = line.norm(first)
            if norm[:1].isalpha() and norm not in opening and norm not in self._grammar.joiners:
                break
            first += 1
        return first

    def _is_empty(self, scene: Scene, first: int, last: int) -> bool:
        """Whether a phrase is about no matter: its head is a word such as "trip", or it goes on to name who holds an office."""
        if {scene.line.norm(first), scene.line.norm(last - 1)} & self._opening.empty:
            return True
        return any(p.figure.kind is Kind.PERSON and p.figure.office is not None for p in scene.within(first, last))

    def _tells(self, scene: Scene, first: int, last: int) -> bool:
        """Whether words may name a topic: no place or person for itself, no word alone that could be anything."""
        line = scene.line
        if line.at(first, Cls.TOPIC, Cls.PROCESS) is not None or line.marker(first, "topic.heads") is not None:
            return True
        place = line.at(first, Cls.STATE, Cls.CITY)
        pointing = (line.marker(word, key) for key in _POINTING for word in (first, first - 1))
        if any(found is not None and found.last >= last for found in (place, *pointing)):
            return False
        if any(p.figure.first == first and p.figure.kind is not Kind.COUNTRY for p in scene.parties):
            return False
        return last - first > 1 or (len(line.norm(first)) > 4 and self._grammar.is_definite(line.norm(first)))

    def _dangling(self, line: Line, word: int) -> bool:
        hit = line.at(word, Cls.SMALL)
        return hit is not None and hit.part.cost == 0 and hit.entry.key in ("prepositions", "particles")


def named(line: Line, first: int, last: int, *, cut: bool = False) -> Named:
    """A noun phrase as a topic: with the concept of the scheme that opens it, where there is one; ``cut`` takes a first "and" off."""
    hit = line.at(first, Cls.TOPIC, Cls.PROCESS)
    if hit is not None and hit.last <= last:
        return Named(line.bare_span(hit, last), hit.entry.name, hit.entry.key)
    span = line.span(first, last)
    span = Span.of(line.text, span.start + cut, span.end)
    return Named(span, span.text)


def opens(scene: Scene, opener: Hit) -> bool:
    """Whether what opens topics opens one here: not "on Monday", nor "on the sidelines of"."""
    dated = opener.last < len(scene.line.norms) and scene.dated(opener.last)
    return not dated and scene.line.marker(opener.first, "topic.never") is None
