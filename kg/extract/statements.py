"""Who said what: verbs of saying and the participles that hang on them, with the speaker, the act and what it is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.acting import subject_of
from kg.extract.acts import Acts
from kg.extract.addressees import Addressees
from kg.extract.character import Character
from kg.extract.entries import Cls
from kg.extract.figure import QUOTES
from kg.extract.line import Hit, Line
from kg.extract.said import Said
from kg.extract.scene import Party, Scene
from kg.extract.speakers import both_speak, speakers_of
from kg.extract.svospeech import others_speak
from kg.lang import Pack
from kg.model import Act, Named, Span
from kg.text.words import Words

# Signs behind which a verb of saying needs no word: what is said stands before it.
_PARTED = QUOTES | frozenset(",-–—")


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement before it is linked to its occasion; ``addressee`` is whom it is said to, where the text tells."""

    speaker: Character
    act: Act
    verb: Span
    about: Span | None
    evidence: Span
    topics: tuple[Named, ...]
    rule: str
    line: int
    addressee: Character | None = None


class Speech:
    """Reads statements with the tables of one pack; remembers who spoke last in the article."""

    def __init__(self, pack: Pack, words: Words) -> None:
        self._acts = Acts(pack, words)
        self._said = Said(pack, words, self._acts)
        self._addressees = Addressees(pack, words)

    def verbs(self, line: Line, parties: tuple[Party, ...], covered: frozenset[int]) -> list[Hit]:
        """The verbs of saying and participles of a sentence, those whose needed word does not follow left out."""
        inside = line.inside_nouns()
        return [
            hit
            for hit in line.all(Cls.SPEECH, Cls.PARTICIPLE)
            if hit.first not in covered | inside and self._says(line, hit, parties)
        ]

    def _says(self, line: Line, hit: Hit, parties: tuple[Party, ...]) -> bool:
        if line.marker(hit.first, "salience.background") is not None:
            return False
        before = line.preposition(hit.first - 1)
        if hit.entry.cls is Cls.SPEECH and before is not None and before.part.cost == 0:
            return False
        parted = line.grammar.inverted and line.norm(hit.first - 1) in _PARTED
        if parted and not hit.entry.needs.isdisjoint(line.grammar.commas | line.grammar.that):
            return True
        behind = next((p.figure.last for p in parties if 0 <= p.figure.first - hit.last <= 1), hit.last)
        following = {line.norm(word) for word in (hit.last, hit.last + 1, hit.last + 2, behind, behind + 1)}
        return not hit.entry.needs or bool(hit.entry.needs & following)

    def read(self, scene: Scene, last_speaker: Character | None) -> Iterator[Saying]:
        """The statements of a sentence; ``last_speaker`` speaks on where a sentence names nobody."""
        speaker = last_speaker
        for number, hit in enumerate(scene.speech):
            end = scene.speech[number + 1].first if number + 1 < len(scene.speech) else len(scene.line.norms)
            if hit.entry.cls is Cls.SPEECH and both_speak(scene, hit):
                for both in scene.cast.recent(2):
                    yield self._saying(scene, hit, end, both)
                continue
            if hit.entry.cls is Cls.SPEECH and others_speak(scene, hit):
                continue
            if hit.entry.cls is Cls.SPEECH:
                told = speakers_of(scene, hit, end, self._said.open)
                speaker = told[0] if told else speaker
                for other in told[1:]:
                    yield self._saying(scene, hit, end, other)
            elif speaker is None or (number == 0 and subject_of(scene, hit.first) is not None):
                before = subject_of(scene, hit.first)
                speaker = before.character if before else speaker
            if speaker is not None:
                yield self._saying(scene, hit, end, speaker)

    def _saying(self, scene: Scene, hit: Hit, end: int, speaker: Character) -> Saying:
        line = scene.line
        hearer = self._addressees.of(scene, hit, end, speaker)
        first, last = self._said.words(scene, hit, end, hearer)
        verb = line.span(hit.first, hit.last + (2 if self._said.stance(scene, hit) else 0))
        return Saying(
            speaker,
            self._acts.of(line, hit, *self._words_of_act(scene, hit, end, first, last)),
            Span.of(line.text, verb.start + len(hit.part.conjunction), verb.end),
            self._said.span(line, first, last) if last > first else None,
            Span.of(line.text, line.sentence.start, line.sentence.end),
            tuple(self._said.topics(scene, first, last)),
            hit.entry.cls.value,
            line.number,
            hearer.character if hearer is not None else None,
        )

    def _words_of_act(self, scene: Scene, hit: Hit, end: int, first: int, last: int) -> tuple[range, range]:
        """The words that may turn the act, which open what is said wherever it stands; and all that is said."""
        behind = range(first, end) if first >= hit.last else range(first, hit.first)
        if scene.line.grammar.verb_last:
            return range(first, last), behind
        return range(hit.last, last if last > first else end), behind
