"""What is said: the words behind the speaker, the circumstances and "that", and the concepts among them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.extract import sov, svospeech
from kg.extract.acts import Acts
from kg.extract.entries import Cls
from kg.extract.line import Hit, Line
from kg.extract.scene import Party, Scene
from kg.extract.topics import named
from kg.lang import Pack
from kg.model import Named, Span
from kg.text.words import Words

_LONGEST_ABOUT = 16


class Said:
    """Finds the thing said with the tables of one pack."""

    def __init__(self, pack: Pack, words: Words, acts: Acts) -> None:
        about: Mapping[str, list[str]] = pack.table("speech").get("about", {})
        self._words, self._acts = words, acts
        self.open = frozenset(words.fold(word) for word in about.get("open", []))
        self._stop = frozenset(words.fold(word) for word in about.get("stop", []))
        self._circumstances = frozenset(words.fold(word) for word in about.get("circumstances", []))
        self._that = frozenset(words.fold(word) for word in about.get("that", []))
        self._openers = self._that | acts.turning

    def words(self, scene: Scene, hit: Hit, end: int, hearer: Party | None = None) -> tuple[int, int]:
        """The words said: behind the subject, the one who hears them, the circumstances ("after the meeting") and "that"."""
        if scene.line.grammar.verb_last:
            return sov.said(scene, hit, self._that, self.open)
        line = scene.line
        if svospeech.told_ahead(scene, hit):
            return self._ahead(scene, hit)
        first = self._behind_subject(scene, hit, end) if hearer is None else min(hearer.figure.last, end)
        if line.norm(first) in self._circumstances:
            first = self._behind_circumstances(scene, first, end)
        while first < end and (line.norm(first) in self.open or not line.norm(first)[:1].isalpha()):
            first += 1
        last = first
        while last < end and last - first < _LONGEST_ABOUT and line.norm(last) not in self._stop:
            last += 1
        while last > first and not line.norm(last - 1)[:1].isalnum():
            last -= 1
        return first, last

    def _ahead(self, scene: Scene, hit: Hit) -> tuple[int, int]:
        """The words said before their verb, as many as stand for what they are about, behind the last other verb of saying."""
        line = scene.line
        first = max((other.last for other in scene.speech if other.last <= hit.first), default=0)
        while first < hit.first and (line.norm(first) in self.open or not line.norm(first)[:1].isalpha()):
            first += 1
        last = min(hit.first, first + _LONGEST_ABOUT)
        while last > first and not line.norm(last - 1)[:1].isalnum():
            last -= 1
        return first, last

    def _behind_circumstances(self, scene: Scene, first: int, end: int) -> int:
        """The word behind "during his meeting with B": the next "that", else what follows the noun and those it names."""
        line = scene.line
        opened = (word for word in range(first, min(end, first + _LONGEST_ABOUT)) if line.norm(word) in self._openers)
        found = next(opened, None)
        noun = line.at(first + 1, Cls.NOUN)
        if found is not None or noun is None:
            return first if found is None else found
        last = noun.last
        for party in scene.within(last, end):
            last = party.figure.last if party.figure.first - last <= 1 else last
        return last

    def _behind_subject(self, scene: Scene, hit: Hit, end: int) -> int:
        if scene.line.grammar.subject_first and not svospeech.is_inverted(scene, hit):
            return hit.last
        both = scene.line.marker(hit.last, "refer.both")
        if both is not None:
            return both.last
        if self.stance(scene, hit):
            return hit.last + 2
        for party in scene.within(hit.last, min(end, hit.last + 5)):
            gap = (scene.line.norm(word) for word in range(hit.last, party.figure.first))
            if not party.figure.link and not party.figure.joined and not any(word in self.open for word in gap):
                return party.figure.last
            break
        return hit.last

    def stance(self, scene: Scene, hit: Hit) -> bool:
        """Whether the verb is only half of the act ("expressed his hope"): then the stance belongs to the verb."""
        line = scene.line
        return line.norm(hit.last) in self.open and self._acts.stands_with(line, hit, hit.last + 1)

    def span(self, line: Line, first: int, last: int) -> Span:
        """The words said without the preposition that ties them to the verb ("welcomed the progress": بالتقدم)."""
        span = line.span(first, last)
        hit = next(iter(line.hits[first]), None)
        part = (
            hit.part if hit is not None else next((p for p in self._words.parts(line.norm(first)) if p.definite), None)
        )
        tied = (
            part is not None and part.preposition in line.grammar.before_object and (part.definite or hit is not None)
        )
        return Span.of(line.text, span.start + tied, span.end)

    def topics(self, scene: Scene, first: int, last: int) -> Iterator[Named]:
        """Known processes and concepts in what is said; "A and B" is one."""
        word = first
        while word < last:
            hit = scene.line.at(word, Cls.PROCESS, Cls.TOPIC)
            if hit is None:
                word += 1
                continue
            coordinated = bool(hit.part.conjunction) and hit.entry.cls is Cls.TOPIC and word > first
            topic = named(scene.line, word, hit.last)
            yield replace(topic, span=scene.line.span(word - 1, hit.last)) if coordinated else topic
            word = hit.last
